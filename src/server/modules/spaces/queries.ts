import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { spacePolicy, spaceRelations } from './policy.ts';
import {
	type Localised,
	looksAfter,
	type Space,
	type SpaceAccess,
	type SpaceCard,
	type SpaceRole,
	type SpaceRule,
} from './space.ts';

const columns = [
	's.id',
	's.slug',
	's.name',
	's.names',
	's.tagline',
	's.taglines',
	's.access',
	's.accent',
	's.member_count as memberCount',
	's.item_count as itemCount',
] as const;

function spacesFor(db: Db, actor: Actor) {
	return db
		.selectFrom('spaces as s')
		.leftJoin('space_members as m', (join) =>
			join.onRef('m.space_id', '=', 's.id').on('m.user_id', '=', actor.userId ?? -1),
		)
		.$if(!isStaff(actor), (query) =>
			query.where((eb) => eb.or([eb('s.access', '<>', 'private'), eb('m.role', 'is not', null)])),
		);
}

/**
 * The spaces that the actor may know of, the largest first; archived ones are left out. One statement.
 *
 * @param page.limit 1..100, default 50
 */
export async function listSpaces(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<SpaceCard>> {
	const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
	const after = decodeCursor(page.cursor, ['integer', 'integer']);
	const rows = await spacesFor(db, actor)
		.select([...columns, 'm.role'])
		.where('s.archived_at', 'is', null)
		.$if(after !== null, (query) =>
			query.where(sql<boolean>`(s.member_count, s.id) < (${after?.[0]}::bigint, ${after?.[1]}::bigint)`),
		)
		.orderBy('s.member_count', 'desc')
		.orderBy('s.id', 'desc')
		.limit(limit + 1)
		.execute();
	return cutPage(rows as unknown as SpaceCard[], limit, (row) => [row.memberCount, row.id]);
}

/** One space by its slug; null when there is none or it is private and the actor is a stranger to it. One statement. */
export async function findSpace(db: Db, actor: Actor, slug: string): Promise<Space | null> {
	const row = await spacesFor(db, actor)
		.select([
			...columns,
			'm.role',
			's.about',
			's.abouts',
			's.rules',
			's.owner_id as ownerId',
			's.created_at as createdAt',
			's.archived_at as archivedAt',
		])
		.where('s.slug', '=', slug)
		.executeTakeFirst();
	if (!row) return null;
	const role = (row.role ?? null) as SpaceRole | null;
	const held = spaceRelations(actor, role);
	const open = row.archivedAt === null;
	return {
		...row,
		access: row.access as SpaceAccess,
		names: row.names as Localised,
		taglines: row.taglines as Localised,
		abouts: row.abouts as Localised,
		rules: row.rules as unknown as SpaceRule[],
		role,
		can: {
			update: spacePolicy.allows(actor, 'update', held),
			archive: spacePolicy.allows(actor, 'archive', held),
			invite: open && spacePolicy.allows(actor, 'invite', held),
			appoint: spacePolicy.allows(actor, 'appoint', held),
			join: open && role === null && row.access === 'public' && spacePolicy.allows(actor, 'join', held),
			leave: role !== null && spacePolicy.allows(actor, 'leave', held),
		},
	};
}

/** What the actor is in a space; null for a stranger. */
export async function spaceRole(db: Db, actor: Actor, spaceId: SpaceId): Promise<SpaceRole | null> {
	if (actor.userId === null) return null;
	const row = await db
		.selectFrom('space_members')
		.select('role')
		.where('space_id', '=', spaceId)
		.where('user_id', '=', actor.userId)
		.executeTakeFirst();
	return (row?.role ?? null) as SpaceRole | null;
}

/** The spaces that the actor belongs to, in no order. */
export async function membershipsOf(
	db: Db,
	actor: Actor,
): Promise<{ spaceId: SpaceId; role: SpaceRole; access: SpaceAccess }[]> {
	if (actor.userId === null) return [];
	const rows = await db
		.selectFrom('space_members as m')
		.innerJoin('spaces as s', 's.id', 'm.space_id')
		.select(['m.space_id as spaceId', 'm.role', 's.access'])
		.where('m.user_id', '=', actor.userId)
		.execute();
	return rows as { spaceId: SpaceId; role: SpaceRole; access: SpaceAccess }[];
}

/** True when the actor looks after the space, or after the whole place. */
export async function moderates(db: Db, actor: Actor, spaceId: SpaceId): Promise<boolean> {
	return isStaff(actor) || looksAfter(await spaceRole(db, actor, spaceId));
}
