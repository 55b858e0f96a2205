import type { Actor } from '../contracts/actor.ts';
import type { OrderId } from '../kernel/ids.ts';
import { placeOrder, settleFree } from '../modules/orders/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { fulfil } from './fulfil.ts';

/**
 * Orders an offer. What costs nothing is handed over at once; everything else waits for its payment.
 *
 * @returns the order, and whether it is to be paid
 * @throws as `placeOrder`
 */
export function checkout(
	db: Db,
	actor: Actor,
	input: unknown,
): Promise<{ orderId: OrderId; toPay: boolean }> {
	return inTransaction(db, async (tx) => {
		const { orderId, toPay } = await placeOrder(tx, actor, input);
		if (!toPay && (await settleFree(tx, orderId))) await fulfil(tx, orderId, null, 0);
		return { orderId, toPay };
	});
}
