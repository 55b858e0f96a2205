import { now } from '../../../kernel/clock.ts';
import { type Db, sql } from '../../../platform/db/index.ts';
import { orderError } from '../order.ts';
import { type SignedMessage, signSandboxMessage } from './sandbox-message.ts';

/** How the sandbox goes on after a payment. */
export interface SandboxManner {
	/** Later payments by this agreement are declined. */
	declinesAgain?: boolean;
	/** Refunds succeed at once, are answered by a late message, or fail. */
	refunds?: 'succeeded' | 'pending' | 'failed';
}

/** A payment as the sandbox has it in its books. */
export async function sandboxPayment(db: Db, reference: string) {
	// It learns of a payment when it is first asked: what is then settled here was settled there.
	await sql`insert into sandbox_payments (reference, amount, currency, status, settled_at)
		select reference, amount, currency, case status when 'started' then 'open' else status end, settled_at
			from payments where reference = ${reference} and provider = 'sandbox'
		on conflict (reference) do nothing`.execute(db);
	return db.selectFrom('sandbox_payments').selectAll().where('reference', '=', reference).executeTakeFirst();
}

/**
 * Books how a payment ended at the sandbox.
 *
 * @returns the signed message that tells so, for whoever delivers it: at once, late, or twice
 * @throws orders.not_found when the sandbox knows no such payment
 */
export async function playPayment(
	db: Db,
	secret: string,
	reference: string,
	outcome: 'succeeded' | 'failed',
	{ declinesAgain = false, refunds = 'succeeded' }: SandboxManner = {},
): Promise<SignedMessage> {
	const payment = await sandboxPayment(db, reference);
	if (!payment) throw orderError('not_found');
	const failure = outcome === 'failed' ? 'declined' : null;
	// What was paid stays paid, whatever is pressed later.
	const { numUpdatedRows } = await db
		.updateTable('sandbox_payments')
		.set({ status: outcome, failure, declines_again: declinesAgain, refunds, settled_at: now() })
		.where('reference', '=', reference)
		.where('status', '!=', 'succeeded')
		.executeTakeFirst();
	const { amount, currency } = payment;
	return signSandboxMessage(secret, {
		about: 'payment',
		reference,
		outcome: numUpdatedRows > 0n ? outcome : 'succeeded',
		amount,
		currency,
		...(failure && numUpdatedRows > 0n ? { failure } : {}),
	});
}

/** Books a dispute of a payment, or how it ended: the money is away until it is won. @throws orders.not_found */
export async function playDispute(
	db: Db,
	secret: string,
	reference: string,
	outcome: 'opened' | 'won' | 'lost',
): Promise<SignedMessage> {
	const payment = await sandboxPayment(db, reference);
	if (payment?.status !== 'succeeded') throw orderError('not_found');
	await db
		.updateTable('sandbox_payments')
		.set({
			dispute: outcome,
			disputed_at: payment.disputed_at ?? now(),
			dispute_ended_at: outcome === 'opened' ? null : now(),
		})
		.where('reference', '=', reference)
		.execute();
	const { amount, currency } = payment;
	return signSandboxMessage(secret, { about: 'dispute', reference, outcome, amount, currency });
}
