import { type RawBuilder, sql } from 'kysely';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { SpaceId } from '../../kernel/ids.ts';

/**
 * A condition for WHERE: the items whose existence (title, excerpt, preview) the actor may see. Published, and outside
 * private spaces unless the actor belongs to them or looks after the place. Drafts and removed items are not lists' affair.
 *
 * @param memberships ids of the spaces the actor belongs to (private ones are enough)
 * @param alias how the statement calls `items`
 */
export function readableItems(
	actor: Actor,
	memberships: readonly SpaceId[],
	alias = 'items',
): RawBuilder<boolean> {
	const published = sql<boolean>`${sql.ref(`${alias}.status`)} = 'published'`;
	if (isStaff(actor)) return published;
	const listed = sql.ref(`${alias}.listed`);
	if (memberships.length === 0) return sql<boolean>`(${published} and ${listed})`;
	return sql<boolean>`(${published} and (${listed} or ${sql.ref(`${alias}.space_id`)} = any(${[...memberships]}::bigint[])))`;
}
