import { isStaff } from '../../../contracts/actor.ts';
import { addMonths, now } from '../../../kernel/clock.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { catalogError } from '../../catalog/index.ts';
import { grantEntitlement, revokeEntitlement, standingIn } from '../../entitlements/index.ts';
import type { Sale, Thing } from '../thing.ts';
import { halfOver } from './half-over.ts';

const keyOf = ({ orderId, userId, offer }: Sale) => ({
	userId,
	spaceId: offer.spaceId!,
	source: 'purchase' as const,
	sourceRef: `order:${orderId}`,
});

/** Time in a paid space. It may be bought ahead of its end, so having it is no obstacle. */
export const spaceThing: Thing = {
	givable: true,
	async demandBuyable(db, buyer, offer) {
		const space = await standingIn(db, buyer, offer.spaceId!);
		const stranger = space?.access === 'private' && space.role === null && !isStaff(buyer);
		if (!space || stranger || space.access !== 'paid' || space.archived) throw catalogError('not_for_sale');
	},
	async give(tx, sale) {
		const startsAt = await endOfPaidTime(tx, sale);
		await grantEntitlement(tx, {
			...keyOf(sale),
			startsAt,
			endsAt: addMonths(startsAt, sale.offer.months! * sale.quantity),
		});
	},
	async used(tx, sale) {
		const { userId, spaceId, source, sourceRef } = keyOf(sale);
		const given = await tx
			.selectFrom('entitlements')
			.select(['starts_at', 'ends_at'])
			.where('user_id', '=', userId)
			.where('space_id', '=', spaceId)
			.where('source', '=', source)
			.where('source_ref', '=', sourceRef)
			.executeTakeFirst();
		if (!given?.ends_at) return false;
		return halfOver(given.starts_at, given.ends_at);
	},
	async takeBack(tx, sale) {
		await revokeEntitlement(tx, keyOf(sale));
	},
};

// Paying again before the time is over adds to it: nobody pays twice for the same days.
async function endOfPaidTime(tx: Tx, sale: Sale): Promise<Date> {
	const { userId, spaceId, sourceRef } = keyOf(sale);
	const row = await tx
		.selectFrom('entitlements')
		.select((eb) => eb.fn.max('ends_at').as('end'))
		.where('user_id', '=', userId)
		.where('space_id', '=', spaceId)
		.where('source_ref', '<>', sourceRef)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return row?.end && row.end > now() ? row.end : now();
}
