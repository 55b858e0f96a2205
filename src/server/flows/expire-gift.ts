import { giftOrder, overGift } from '../modules/gifts/index.ts';
import { lockOrder } from '../modules/orders/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { returnMoney } from './return-money.ts';

/**
 * Gives up a code that nobody redeemed in time, and sends its part of the price back to who gave it: of what is left of
 * the order, as much as each of its other codes stands for. So the parts of all of them are the whole, to the cent, and
 * what somebody has redeemed is never taken from them by another code's end.
 *
 * @returns false when it was redeemed after all, is void, or was given up before
 */
export function expireGift(db: Db, giftId: number): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const orderId = await giftOrder(tx, giftId);
		if (orderId === null) return false;
		// The order before the code, as a refund does.
		await lockOrder(tx, orderId);
		const over = await overGift(tx, giftId);
		if (!over) return false;
		await returnMoney(tx, orderId, 'gift_expired', (left) => Math.floor(left / (over.others + 1)));
		return true;
	});
}
