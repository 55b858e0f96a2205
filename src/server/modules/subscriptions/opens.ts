import type { SpaceId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { grantEntitlement, revokeEntitlement } from '../entitlements/index.ts';
import { accessUntil, type Subscription } from './subscription.ts';

/** The spaces that a plan opens: its own, or those of its tier and of all below it. */
async function spacesOf(db: Db, offerId: number): Promise<SpaceId[]> {
	const { rows } = await sql<{ space_id: number }>`
		select o.space_id from offers o where o.id = ${offerId} and o.space_id is not null
		union
		select ts.space_id from offers o join tiers mine on mine.id = o.tier_id
			join tiers t on t.rank <= mine.rank join tier_spaces ts on ts.tier_id = t.id
			where o.id = ${offerId}`.execute(db);
	return rows.map(({ space_id }) => space_id);
}

/**
 * Makes the entitlements of a subscription what they should be: each space that its plan opens, until `accessUntil`,
 * and nothing else. Does nothing where nothing differs.
 */
export async function keepOpen(tx: Tx, one: Subscription): Promise<void> {
	const source = 'subscription' as const;
	const sourceRef = `subscription:${one.id}`;
	const until = accessUntil(one);
	const wanted = until === null ? [] : await spacesOf(tx, one.offerId);
	const given = await tx
		.selectFrom('entitlements')
		.select(['space_id', 'ends_at', 'revoked_at'])
		.where('user_id', '=', one.userId)
		.where('source', '=', source)
		.where('source_ref', '=', sourceRef)
		.execute();
	const has = new Map(given.map((row) => [row.space_id as SpaceId, row]));
	for (const spaceId of wanted) {
		const now = has.get(spaceId);
		if (now && now.revoked_at === null && now.ends_at?.getTime() === until?.getTime()) continue;
		await grantEntitlement(tx, { userId: one.userId, spaceId, source, sourceRef, endsAt: until });
	}
	for (const [spaceId, { revoked_at }] of has)
		if (revoked_at === null && !wanted.includes(spaceId))
			await revokeEntitlement(tx, { userId: one.userId, spaceId, source, sourceRef });
}
