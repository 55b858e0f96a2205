import type { Db } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';

/** The job that asks a provider to send one refund; see flows/send-refund.ts. */
export const SEND_REFUND = 'orders.send-refund';

/** Queues the sending of a refund as part of the caller's transaction. */
export function queueRefund(tx: Db, refundId: number): Promise<void> {
	return enqueue(tx, SEND_REFUND, { refundId }, { key: `refund:${refundId}`, maxAttempts: 12 });
}
