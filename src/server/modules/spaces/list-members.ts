import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { PersonCard } from '../accounts/index.ts';
import type { SpaceRole } from './space.ts';

export interface SpaceMember {
	person: PersonCard;
	role: SpaceRole;
	joinedAt: Date;
}

/**
 * Who is in a space: those who look after it and its experts first, then members by when they joined, the newest
 * first. Empty for a stranger to a private space. One statement.
 *
 * @param input.limit 1..100, default 40
 */
export async function listSpaceMembers(
	db: Db,
	actor: Actor,
	input: { spaceId: SpaceId; role?: SpaceRole; cursor?: string | null; limit?: number },
): Promise<Page<SpaceMember>> {
	const limit = Math.min(Math.max(input.limit ?? 40, 1), 100);
	const after = decodeCursor(input.cursor, ['integer', 'integer', 'integer']);
	const rank = sql<number>`space_role_rank(m.role)`;
	const joined = sql<number>`(extract(epoch from m.joined_at) * 1000000)::bigint`;
	const rows = await db
		.selectFrom('space_members as m')
		.innerJoin('users as u', 'u.id', 'm.user_id')
		.select([
			'u.id',
			'u.handle',
			'u.name',
			'u.image',
			'u.face',
			'u.reputation',
			'u.role as siteRole',
			'u.headline',
			'm.role',
			'm.joined_at',
		])
		.select([rank.as('rank'), joined.as('joined')])
		.where('m.space_id', '=', input.spaceId)
		.$if(!isStaff(actor), (query) =>
			query.where(
				sql<boolean>`(exists (select from spaces s where s.id = ${input.spaceId} and s.access <> 'private') or exists
					(select from space_members o where o.space_id = ${input.spaceId} and o.user_id = ${actor.userId}::bigint))`,
			),
		)
		.$if(input.role !== undefined, (query) => query.where('m.role', '=', input.role!))
		.$if(after !== null, (query) =>
			query.where(
				sql<boolean>`(space_role_rank(m.role), m.joined_at, m.user_id) <
					(${after?.[0]}::bigint, timestamptz 'epoch' + ${after?.[1]}::double precision * interval '1 microsecond', ${after?.[2]}::bigint)`,
			),
		)
		.orderBy(sql`space_role_rank(m.role) desc, m.joined_at desc, m.user_id desc`)
		.limit(limit + 1)
		.execute();
	const page = cutPage(rows, limit, (row) => [row.rank, row.joined, row.id]);
	return {
		next: page.next,
		items: page.items.map((row) => ({
			person: {
				id: row.id,
				handle: row.handle,
				name: row.name,
				image: row.image,
				face: row.face,
				reputation: row.reputation,
				role: row.siteRole as PersonCard['role'],
				headline: row.headline,
			},
			role: row.role as SpaceRole,
			joinedAt: row.joined_at,
		})),
	};
}
