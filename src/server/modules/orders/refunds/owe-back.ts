import { randomBytes } from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import type { OrderId } from '../../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../../platform/db/index.ts';
import { queueRefund } from './send-job.ts';

/** A refund's name at the provider: nobody can guess one, and every provider takes its letters. */
export const refundReference = () => randomBytes(18).toString('hex');

/** Money that the ledger has as owed, for which nobody has made a refund yet. */
export type Owed =
	| { cause: 'unearned'; orderId: OrderId }
	| { cause: 'overpayment'; orderId: OrderId; paymentId: number };

/**
 * Sends back money that came in for nothing, which the ledger already has as promised: nobody asks for it, nobody
 * decides. Call in the transaction that booked it.
 *
 * @param owed `unearned`: the only payment of an order that earned nobody anything; `overpayment`: a further payment
 */
export async function oweBack(tx: Tx, owed: Owed): Promise<void> {
	const paid = tx
		.selectFrom('payments')
		.select(['id', 'amount', 'currency'])
		.where('order_id', '=', owed.orderId)
		.where('status', '=', 'succeeded')
		.orderBy('settled_at')
		.orderBy('id');
	const payment = await (owed.cause === 'unearned'
		? paid
		: paid.where('id', '=', owed.paymentId)
	).executeTakeFirstOrThrow();
	const refund = await tx
		.insertInto('refunds')
		.values({
			order_id: owed.orderId,
			payment_id: payment.id,
			cause: owed.cause,
			status: 'approved',
			amount: payment.amount,
			currency: payment.currency,
			reference: refundReference(),
			created_at: now(),
			decided_at: now(),
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (refund) await queueRefund(tx, refund.id);
}

/** What is owed and was not booked as a refund: whoever posts it calls {@link oweBack}, this finds who forgot. */
export async function owedUnbooked(db: Db): Promise<Owed[]> {
	const { rows } = await sql<{ orderId: OrderId; paymentId: number | null }>`
		select p.order_id as "orderId", p.id as "paymentId" from ledger_transfers t join payments p on t.reference = 'payment:' || p.id
			where t.kind = 'overpayment' and not exists (select from refunds r where r.payment_id = p.id and r.cause = 'overpayment')
		union all
		select o.id, null from ledger_transfers t join orders o on t.reference = 'order:' || o.id
			where t.kind = 'overpayment' and not exists (select from refunds r where r.order_id = o.id and r.cause = 'unearned')
		limit 100`.execute(db);
	return rows.map(({ orderId, paymentId }) =>
		paymentId === null ? { cause: 'unearned', orderId } : { cause: 'overpayment', orderId, paymentId },
	);
}
