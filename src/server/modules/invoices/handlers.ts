import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { issueDue, issueFor } from './issue.ts';

/**
 * Numbers without gaps make writers wait for each other. Checkouts must not: an invoice is issued by a handler, in a
 * transaction of its own, a moment after the payment.
 */
export const invoiceHandlers: Handler[] = [
	onEvents('invoices.issue', ['orders.paid', 'orders.refunded'], async (tx, event) => {
		await issueFor(tx, event.payload.orderId);
	}),
];

/** What no event told of is found by looking. */
export function issueDueJob(db: Db): Job<never> {
	return { name: 'invoices.issue-due', cron: '*/10 * * * *', work: async () => void (await issueDue(db)) };
}
