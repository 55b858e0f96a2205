import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { findOffer, quote } from '../catalog/index.ts';
import { noteOrder } from './history.ts';
import { orderError } from './order.ts';
import { thingOf } from './things/index.ts';

const schema = z.object({
	offerId: z.coerce.number().int().positive(),
	key: z.string().min(8).max(100),
	quantity: z.coerce.number().int().min(1).max(1000).default(1),
	/** What the buyer wants to pay where the price is open. */
	amount: z.coerce.number().int().positive().max(100_000_000).nullish(),
	/** Bought to be given away: its codes open it for others. */
	gift: z.boolean().default(false),
	details: z.record(z.string(), z.unknown()).default({}),
});

/** What an order of gifts says beside what it buys. */
export const giftDetails = z.object({ message: z.string().trim().max(500, 'orders.gift_message').default('') });

/** An order, and whether anything is to be paid for it. */
export interface Placed {
	orderId: OrderId;
	toPay: boolean;
}

/**
 * Orders an offer at its present price. Pressing twice, or in two windows, makes one order: the same key gives the
 * same order back.
 *
 * @throws orders.already_owned when the person may open it already; catalog.offer_retired when the price changed since;
 *   catalog.not_for_sale when it is out of the person's sight; accounts.suspended
 */
export async function placeOrder(db: Db, actor: Actor, input: unknown): Promise<Placed> {
	const member = requireActing(actor);
	const { userId } = member;
	const { offerId, key, quantity, amount, gift, details } = validate(schema, input);
	return inTransaction(db, async (tx) => {
		const before = await orderOf(tx, userId, key);
		if (before) return before;
		const offer = await findOffer(tx, offerId as OfferId);
		const thing = thingOf(offer.sells);
		if (gift && !thing.givable) throw orderError('not_givable');
		// Who has a thing may give it to others.
		if (!gift) await thing.demandBuyable(tx, member, offer);
		const kept = gift
			? validate(giftDetails, details)
			: ((await thing.prepare?.(tx, member, offer, { quantity, details })) ?? {});
		const price = quote(offer, { quantity, amount });
		const placed = await tx
			.insertInto('orders')
			.values({
				user_id: userId,
				offer_id: offer.id,
				quantity,
				subtotal: price.subtotal,
				discount: price.discount,
				tax: price.tax,
				amount: price.total,
				currency: price.currency,
				quote: JSON.stringify(price.lines),
				details: JSON.stringify(kept),
				gift,
				title: offer.title,
				key,
			})
			.onConflict((conflict) => conflict.columns(['user_id', 'key']).doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!placed) return (await orderOf(tx, userId, key))!;
		await noteOrder(tx, placed.id, 'placed', { actorId: userId });
		await emit(tx, userId, 'orders.placed', { orderId: placed.id });
		return { orderId: placed.id, toPay: price.total > 0 };
	});
}

/** Pays an order that costs nothing. @returns false when it was paid already */
export async function settleFree(tx: Tx, orderId: OrderId): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('orders')
		.set({ status: 'paid', paid_at: now() })
		.where('id', '=', orderId)
		.where('status', '=', 'pending')
		.where('amount', '=', 0)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) return false;
	await noteOrder(tx, orderId, 'paid');
	return true;
}

async function orderOf(tx: Db, userId: UserId, key: string): Promise<Placed | null> {
	const row = await tx
		.selectFrom('orders')
		.select(['id', 'amount'])
		.where('user_id', '=', userId)
		.where('key', '=', key)
		.executeTakeFirst();
	return row ? { orderId: row.id, toPay: row.amount > 0 } : null;
}
