import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import type { OrderId } from '../kernel/ids.ts';
import { placeOrder, settleFree } from '../modules/orders/index.ts';
import { orderTrial } from '../modules/subscriptions/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import { fulfil } from './fulfil.ts';

/**
 * Orders an offer; of a plan that may be tried for free, its trial. What costs nothing is handed over at once; everything else waits for its payment.
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
		const { orderId, toPay } = (await trial(tx, actor, input)) ?? (await placeOrder(tx, actor, input));
		if (!toPay && (await settleFree(tx, orderId))) await fulfil(tx, orderId, null, 0);
		return { orderId, toPay };
	});
}

const trialAsked = z.object({
	offerId: z.coerce.number().int().positive(),
	key: z.string().min(8).max(100),
	gift: z.unknown().optional(),
});

async function trial(
	tx: Tx,
	actor: Actor,
	input: unknown,
): Promise<{ orderId: OrderId; toPay: boolean } | null> {
	const asked = trialAsked.safeParse(input);
	// What is wrong with the input is said where orders are placed; nobody gives a trial away.
	if (!asked.success || asked.data.gift) return null;
	const orderId = await orderTrial(tx, actor, asked.data);
	return orderId === null ? null : { orderId, toPay: false };
}
