import { addMonths, now } from '../../../kernel/clock.ts';
import { revokeEntitlement } from '../../entitlements/index.ts';
import { seatKey } from '../seats.ts';
import type { Thing } from '../thing.ts';
import { halfOver } from './half-over.ts';
import { spaceThing } from './space.ts';

/** Places in a space that a company buys for its people: the buyer gives them to whom they please. */
export const seatsThing: Thing = {
	demandBuyable: spaceThing.demandBuyable,
	async give(tx, { orderId, userId, offer, quantity }) {
		const startsAt = now();
		await tx
			.insertInto('seat_pools')
			.values({
				order_id: orderId,
				owner_id: userId,
				space_id: offer.spaceId!,
				seats: quantity,
				starts_at: startsAt,
				ends_at: addMonths(startsAt, offer.months!),
			})
			.onConflict((conflict) => conflict.column('order_id').doNothing())
			.execute();
	},
	async used(tx, { orderId }) {
		const pool = await tx
			.selectFrom('seat_pools')
			.select(['starts_at', 'ends_at'])
			.where('order_id', '=', orderId)
			.executeTakeFirst();
		return pool !== undefined && halfOver(pool.starts_at, pool.ends_at);
	},
	async takeBack(tx, { orderId }) {
		const pool = await tx
			.updateTable('seat_pools')
			.set({ revoked_at: now() })
			.where('order_id', '=', orderId)
			.where('revoked_at', 'is', null)
			.returning(['id', 'space_id'])
			.executeTakeFirst();
		if (!pool) return;
		const given = await tx.selectFrom('seats').select('user_id').where('pool_id', '=', pool.id).execute();
		for (const { user_id } of given)
			await revokeEntitlement(tx, seatKey(pool.id, user_id, { spaceId: pool.space_id, itemId: null }));
	},
};
