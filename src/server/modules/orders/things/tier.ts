import { addMonths, now } from '../../../kernel/clock.ts';
import { catalogError, giveTier, takeTier, tierUntil } from '../../catalog/index.ts';
import type { Thing } from '../thing.ts';
import { halfOver } from './half-over.ts';

/** Time as a member of the whole place. It may be bought ahead of its end. It is the place's own: no author earns of it. */
export const tierThing: Thing = {
	givable: true,
	async demandBuyable(db, _buyer, offer) {
		const tier = await db
			.selectFrom('tiers')
			.select('retired_at')
			.where('id', '=', offer.tierId)
			.executeTakeFirst();
		if (!tier || tier.retired_at) throw catalogError('not_for_sale');
	},
	async give(tx, { orderId, userId, offer, quantity }) {
		const sourceRef = `order:${orderId}`;
		const tierId = offer.tierId!;
		const startsAt = (await tierUntil(tx, userId, tierId, sourceRef)) ?? now();
		await giveTier(tx, {
			userId,
			tierId,
			sourceRef,
			startsAt,
			endsAt: addMonths(startsAt, offer.months! * quantity),
		});
	},
	async used(tx, { orderId, userId }) {
		const given = await tx
			.selectFrom('tier_members')
			.select(['starts_at', 'ends_at'])
			.where('user_id', '=', userId)
			.where('source_ref', '=', `order:${orderId}`)
			.executeTakeFirst();
		return given !== undefined && halfOver(given.starts_at, given.ends_at);
	},
	async takeBack(tx, { orderId, userId, offer }) {
		await takeTier(tx, userId, offer.tierId!, `order:${orderId}`);
	},
};
