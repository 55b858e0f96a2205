import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { catalogError } from '../catalog/index.ts';
import { may, standingIn } from '../entitlements/index.ts';
import { orderError } from './order.ts';

/**
 * The one gate for buying, whoever asks by which road: a thing that the buyer may not know of, or that is out of sight,
 * is not for sale to them, and nobody pays twice for one item.
 *
 * @throws catalog.not_for_sale, orders.already_owned
 */
export async function demandBuyable(
	db: Db,
	actor: Actor & { userId: number },
	thing: { itemId: ItemId | null; spaceId: SpaceId | null },
): Promise<void> {
	if (thing.itemId === null) return demandPaidSpace(db, actor, thing.spaceId as SpaceId);
	const seen = await may(db, actor, 'read', [{ id: thing.itemId }]);
	if (seen.get(thing.itemId) === 'none') throw catalogError('not_for_sale');
	const { rows } = await sql<{
		published: boolean;
		owned: boolean;
	}>`select i.status = 'published' as published,
			i.author_id is not distinct from ${actor.userId}::bigint or exists (select from entitlements e
				where e.user_id = ${actor.userId} and (e.item_id in (i.id, i.part_of) or e.space_id = i.space_id)
				and e.revoked_at is null and (e.ends_at is null or e.ends_at > ${now()})) as owned
		from items i where i.id = ${thing.itemId}`.execute(db);
	if (!rows[0]?.published) throw catalogError('not_for_sale');
	if (rows[0].owned) throw orderError('already_owned');
}

// Time in a space may be bought ahead of its end, so owning it is no obstacle.
async function demandPaidSpace(db: Db, actor: Actor, id: SpaceId): Promise<void> {
	const space = await standingIn(db, actor, id);
	const stranger = space?.access === 'private' && space.role === null && !isStaff(actor);
	if (!space || stranger || space.access !== 'paid' || space.archived) throw catalogError('not_for_sale');
}
