import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import type { OfferId, OrderId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { findOffer } from '../catalog/index.ts';
import { demandBuyable } from './buyable.ts';

const schema = z.object({ offerId: z.coerce.number().int().positive(), key: z.string().min(8).max(100) });

/**
 * Orders an offer at its present price. Pressing twice, or in two windows, makes one order: the same key gives the
 * same order back.
 *
 * @throws orders.already_owned when the person may open it already; catalog.offer_retired when the price changed since;
 *   catalog.not_for_sale when it is out of the person's sight; accounts.suspended
 */
export async function placeOrder(db: Db, actor: Actor, input: unknown): Promise<{ orderId: OrderId }> {
	const member = requireActing(actor);
	const { userId } = member;
	const { offerId, key } = validate(schema, input);
	return inTransaction(db, async (tx) => {
		const before = await tx
			.selectFrom('orders')
			.select('id')
			.where('user_id', '=', userId)
			.where('key', '=', key)
			.executeTakeFirst();
		if (before) return { orderId: before.id };
		const offer = await findOffer(tx, offerId as OfferId);
		await demandBuyable(tx, member, offer);
		const placed = await tx
			.insertInto('orders')
			.values({
				user_id: userId,
				offer_id: offer.id,
				amount: offer.price.amount,
				currency: offer.price.currency,
				title: offer.title,
				key,
			})
			.onConflict((conflict) => conflict.columns(['user_id', 'key']).doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!placed) {
			const other = await tx
				.selectFrom('orders')
				.select('id')
				.where('user_id', '=', userId)
				.where('key', '=', key)
				.executeTakeFirstOrThrow();
			return { orderId: other.id };
		}
		await emit(tx, userId, 'orders.placed', { orderId: placed.id });
		return { orderId: placed.id };
	});
}
