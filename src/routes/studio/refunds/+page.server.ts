import { page } from '#lib/server/page.ts';
import { readRefundQueue, refundActions } from '#lib/server/refund-queue.ts';

export const load = page(({ locals, url }) => readRefundQueue(locals, url, { selling: true }));

export const actions = refundActions;
