import type { Tx } from '../../platform/db/index.ts';
import { giveTier, takeTier } from '../catalog/index.ts';
import { grantEntitlement, revokeEntitlement } from '../entitlements/index.ts';
import { accessUntil, type Subscription } from './subscription.ts';

/**
 * Makes what a subscription opens what it should be: its space, or its tier with all that belongs to it, until
 * `accessUntil`, and nothing else. Does nothing where nothing differs.
 */
export async function keepOpen(tx: Tx, one: Subscription): Promise<void> {
	const until = accessUntil(one);
	if (one.spaceId !== null) await keepSpaceOpen(tx, one, one.spaceId, until);
	else await keepTierOpen(tx, one, until);
}

const refOf = ({ id }: Subscription) => `subscription:${id}`;

async function keepSpaceOpen(tx: Tx, one: Subscription, spaceId: number, until: Date | null): Promise<void> {
	const key = { userId: one.userId, spaceId, source: 'subscription' as const, sourceRef: refOf(one) };
	const given = await tx
		.selectFrom('entitlements')
		.select('ends_at')
		.where('user_id', '=', one.userId)
		.where('space_id', '=', spaceId)
		.where('source', '=', key.source)
		.where('source_ref', '=', key.sourceRef)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	if (until === null) {
		if (given) await revokeEntitlement(tx, key);
	} else if (given?.ends_at?.getTime() !== until.getTime())
		await grantEntitlement(tx, { ...key, endsAt: until });
}

async function keepTierOpen(tx: Tx, one: Subscription, until: Date | null): Promise<void> {
	const sourceRef = refOf(one);
	const { tier_id: tierId } = await tx
		.selectFrom('offers')
		.select('tier_id')
		.where('id', '=', one.offerId)
		.executeTakeFirstOrThrow();
	const given = await tx
		.selectFrom('tier_members')
		.select(['tier_id', 'starts_at', 'ends_at'])
		.where('user_id', '=', one.userId)
		.where('source_ref', '=', sourceRef)
		.where('revoked_at', 'is', null)
		.execute();
	// First what is no more: the lower tier's spaces come back with the tier that is.
	for (const { tier_id } of given)
		if (until === null || tier_id !== tierId) await takeTier(tx, one.userId, tier_id, sourceRef);
	const same = given.find((row) => row.tier_id === tierId);
	if (until === null || tierId === null || same?.ends_at.getTime() === until.getTime()) return;
	// A trial that was paid early has a period that lies ahead.
	const startsAt = same?.starts_at ?? one.createdAt;
	await giveTier(tx, { userId: one.userId, tierId, sourceRef, startsAt, endsAt: until });
}
