import type { NoticeHandlers } from '../modules/orders/index.ts';
import { hearDispute } from './hear-dispute.ts';
import { hearRefund } from './send-refund.ts';

/** Who acts on what a provider says of refunds and disputes. */
export const noticeHandlers: NoticeHandlers = { refund: hearRefund, dispute: hearDispute };
