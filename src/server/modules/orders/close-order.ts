import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { noteOrder } from './history.ts';
import { orderError } from './order.ts';

/**
 * Gives up an order that is not paid. What was kept for it is free at once. Paid all the same, it may still become paid.
 *
 * @throws orders.not_found, orders.not_payable when it is paid or closed already
 */
export async function cancelOrder(db: Db, actor: Actor, orderId: OrderId): Promise<void> {
	const { userId } = requireActing(actor);
	return inTransaction(db, async (tx) => {
		const order = await tx
			.selectFrom('orders')
			.select('status')
			.where('id', '=', orderId)
			.where('user_id', '=', userId)
			.forUpdate()
			.executeTakeFirst();
		if (!order) throw orderError('not_found');
		if (order.status === 'cancelled') return;
		if (!(await close(tx, orderId, 'cancelled'))) throw orderError('not_payable');
		await noteOrder(tx, orderId, 'cancelled', { actorId: userId });
	});
}

/** Closes orders whose time to be paid is over, each in a transaction of its own. @returns how many */
export async function expireUnpaid(db: Db): Promise<number> {
	const due = await db
		.selectFrom('orders')
		.select('id')
		.where('status', '=', 'pending')
		.where('expires_at', '<=', now())
		.orderBy('expires_at')
		.limit(5000)
		.execute();
	let expired = 0;
	for (const { id } of due)
		await inTransaction(db, async (tx) => {
			if (!(await close(tx, id, 'expired'))) return;
			await noteOrder(tx, id, 'expired');
			expired += 1;
		});
	return expired;
}

async function close(tx: Tx, orderId: OrderId, status: 'cancelled' | 'expired'): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('orders')
		.set({ status, closed_at: now() })
		.where('id', '=', orderId)
		.where('status', '=', 'pending')
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
