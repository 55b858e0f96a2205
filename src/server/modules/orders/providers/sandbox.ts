import { now } from '../../../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import type { Notice } from '../notice.ts';
import { orderError } from '../order.ts';
import type { BillLine, PaymentProvider, RefundAnswer } from '../provider.ts';
import { sandboxPayment } from './sandbox-books.ts';
import { LATE_MESSAGE, readSandboxMessage, signSandboxMessage } from './sandbox-message.ts';

/** Seconds until the sandbox tells of a refund that it took its time for. */
const LATE_REFUND = 5;

/** The provider that Stoa brings along, behind the same port as the others. Its books are tables of this database. */
export function openSandbox(db: Db, secret: string): PaymentProvider {
	const notice = (
		reference: string,
		{
			amount,
			currency,
			status,
			failure,
		}: { amount: number; currency: string; status: string; failure: string | null },
	): Notice => ({
		provider: 'sandbox',
		noticeId: `ask:${reference}:${status}`,
		about: 'payment',
		type: 'asked',
		reference,
		outcome: status === 'succeeded' ? 'succeeded' : 'failed',
		amount,
		currency,
		...(failure ? { failure } : {}),
		body: '',
	});

	return {
		name: 'sandbox',
		currencies: ['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD'],
		methods: ['page'],
		calendar: { utcOffset: 0, readyAfterHours: 1 },
		keepsMeans: true,

		async begin({ reference }) {
			await sandboxPayment(db, reference);
			return { step: 'redirect', url: `/checkout/sandbox/${reference}` };
		},

		async hear({ headers, body }) {
			const signature = headers['x-sandbox-signature'] ?? '';
			return {
				notices: [readSandboxMessage(secret, { body, signature })],
				reply: { type: 'application/json', body: '{"received":true}' },
			};
		},

		async ask(reference) {
			const payment = await sandboxPayment(db, reference);
			return payment && payment.status !== 'open' ? notice(reference, payment) : null;
		},

		async refund({ reference, paymentReference, amount, currency }) {
			return inTransaction(db, async (tx): Promise<RefundAnswer> => {
				const payment = await sandboxPayment(tx, paymentReference);
				if (payment?.status !== 'succeeded') return { status: 'failed', failure: 'not_paid' };
				await tx
					.selectFrom('sandbox_payments')
					.select('reference')
					.where('reference', '=', paymentReference)
					.forUpdate()
					.execute();
				const before = await tx
					.selectFrom('sandbox_refunds')
					.select(['reference', 'amount', 'status'])
					.where('payment_reference', '=', paymentReference)
					.execute();
				const same = before.find((refund) => refund.reference === reference);
				if (same) return answer(same.status);
				const back = before
					.filter(({ status }) => status !== 'failed')
					.reduce((sum, one) => sum + one.amount, 0);
				if (payment.currency !== currency || back + amount > payment.amount)
					return { status: 'failed', failure: 'more_than_paid' };
				await tx
					.insertInto('sandbox_refunds')
					.values({
						reference,
						payment_reference: paymentReference,
						amount,
						currency,
						status: payment.refunds,
						settled_at: payment.refunds === 'succeeded' ? now() : null,
					})
					.execute();
				if (payment.refunds === 'pending') {
					const said = { about: 'refund', reference, outcome: 'succeeded', amount, currency } as const;
					await enqueue(tx, LATE_MESSAGE, signSandboxMessage(secret, said), {
						runAt: new Date(Date.now() + LATE_REFUND * 1000),
						maxAttempts: 3,
					});
				}
				return answer(payment.refunds);
			});
		},

		async askRefund(reference) {
			// What was taken in late is done after its time, whether or not the message arrived.
			await db
				.updateTable('sandbox_refunds')
				.set({ status: 'succeeded', settled_at: now() })
				.where('reference', '=', reference)
				.where('status', '=', 'pending')
				.where('created_at', '<=', new Date(now().getTime() - LATE_REFUND * 1000))
				.execute();
			const refund = await db
				.selectFrom('sandbox_refunds')
				.select('status')
				.where('reference', '=', reference)
				.executeTakeFirst();
			return refund ? answer(refund.status) : null;
		},

		async chargeAgain({ reference, amount, currency }, agreement) {
			const agreed = await sandboxPayment(db, agreement);
			if (!agreed) throw orderError('not_found');
			const declined = agreed.status !== 'succeeded' || agreed.declines_again;
			await db
				.insertInto('sandbox_payments')
				.values({
					reference,
					amount,
					currency,
					status: declined ? 'failed' : 'succeeded',
					failure: declined ? 'declined' : null,
					declines_again: agreed.declines_again,
					refunds: agreed.refunds,
					settled_at: now(),
				})
				.onConflict((conflict) =>
					conflict
						.column('reference')
						.doUpdateSet((eb) => ({
							status: eb.ref('excluded.status'),
							failure: eb.ref('excluded.failure'),
							settled_at: eb.ref('excluded.settled_at'),
						}))
						.where('sandbox_payments.status', '=', 'open'),
				)
				.execute();
			return notice(reference, (await sandboxPayment(db, reference))!);
		},

		async bill(day) {
			const lines = await sql<BillLine>`select * from (
				select reference, 'payment' as kind, amount, currency, settled_at as at from sandbox_payments
					where status = 'succeeded' and amount > 0
				union all
				select reference, 'refund', -amount, currency, settled_at from sandbox_refunds where status = 'succeeded'
				union all
				select reference, 'dispute', -amount, currency, disputed_at from sandbox_payments where dispute is not null
				union all
				select reference, 'dispute', amount, currency, dispute_ended_at from sandbox_payments where dispute = 'won'
			) booked where at >= ${day}::timestamp at time zone 'UTC'
				and at < (${day}::timestamp + interval '1 day') at time zone 'UTC'
			order by at, reference`.execute(db);
			return lines.rows;
		},
	};
}

const answer = (status: string): RefundAnswer =>
	status === 'failed'
		? { status: 'failed', failure: 'refused' }
		: { status: status as 'succeeded' | 'pending' };
