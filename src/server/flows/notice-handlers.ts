import type { NoticeHandlers } from '../modules/orders/index.ts';

/** Who acts on what a provider says of refunds and disputes; without one, the notice is kept as unknown. */
export const noticeHandlers: NoticeHandlers = {};
