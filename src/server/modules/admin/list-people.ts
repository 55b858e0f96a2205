import type { Actor } from '../../contracts/actor.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { requireStaff } from './policy.ts';

/** A member as staff see them. */
export interface PersonRow {
	id: number;
	handle: string;
	name: string;
	email: string;
	image: string | null;
	face: unknown;
	role: 'member' | 'moderator' | 'admin';
	reputation: number;
	createdAt: Date;
	/** Why they may not act, or null. */
	suspension: { reason: string; endsAt: string | null } | null;
}

/** People by when they joined, newest first; `q` is part of a name, handle or address. */
export async function listPeopleForStaff(
	db: Db,
	actor: Actor,
	filter: { q?: string; cursor?: string | null; limit?: number },
): Promise<Page<PersonRow>> {
	requireStaff(actor);
	const limit = Math.min(filter.limit ?? 40, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('users')
		.select([
			'id',
			'handle',
			'name',
			'email',
			'image',
			'face',
			'role',
			'reputation',
			'created_at as createdAt',
		])
		.select(
			sql<
				PersonRow['suspension']
			>`(select json_build_object('reason', s.reason, 'endsAt', s.ends_at) from suspensions s where s.user_id = users.id
				and s.lifted_at is null and (s.ends_at is null or s.ends_at > now()) order by s.id desc limit 1)`.as(
				'suspension',
			),
		)
		.orderBy('id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where('id', '<', after[0] as number);
	if (filter.q) {
		const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where((eb) =>
			eb.or([eb('name', 'ilike', like), eb('handle', 'ilike', like), eb('email', 'ilike', like)]),
		);
	}
	return cutPage((await query.execute()) as PersonRow[], limit, (row) => [row.id]);
}
