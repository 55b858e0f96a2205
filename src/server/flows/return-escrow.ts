import type { OrderId } from '../kernel/ids.ts';
import { closeEscrow, lockOrder, paymentOf } from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { countRefunded } from './count-refunded.ts';
import { type ReturnReason, returnMoney } from './return-money.ts';

/**
 * Sends the held money of an order back to who paid it, once: all that is left of the price. Call in the transaction of
 * what it follows from.
 *
 * @returns false when the money was not held (any more)
 */
export async function returnEscrow(tx: Tx, orderId: OrderId, reason: ReturnReason): Promise<boolean> {
	if (!(await closeEscrow(tx, orderId))) return false;
	const order = (await lockOrder(tx, orderId))!;
	// What cost nothing has nothing to send.
	if (await paymentOf(tx, orderId)) await returnMoney(tx, orderId, reason);
	else await countRefunded(tx, order, 0);
	return true;
}
