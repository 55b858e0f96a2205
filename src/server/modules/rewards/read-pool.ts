import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { PersonCard } from '../accounts/index.ts';
import { rewardError } from './errors.ts';
import { monthSchema } from './pool.ts';
import type { Formula, WorkQuality } from './pool-formula.ts';

/** A month that was shared. */
export interface Pool {
	month: string;
	points: number;
	/** What of it was shared; the rest nobody was entitled to. */
	shared: number;
	people: number;
	formula: Formula;
	sharedAt: Date;
}

/** Months that were shared, the latest first: the last three years. One statement. */
export async function listPools(db: Db): Promise<Pool[]> {
	const { rows } =
		await sql<Pool>`select month::text as month, points, shared, people, formula, shared_at as "sharedAt"
		from pools order by month desc limit 36`.execute(db);
	return rows;
}

export interface SharePlace {
	points: number;
	quality: number;
	works: (WorkQuality & { title: string | null; href: { kind: string; slug: string } | null })[];
	person: Pick<PersonCard, 'id' | 'handle' | 'name' | 'image' | 'face' | 'role'>;
}

/**
 * A month that was shared and who has how much of it for what: the first hundred, and the actor's own. Titles of what is
 * out of sight are left out. Two statements.
 *
 * @throws rewards.pool_not_found, common.invalid_input
 */
export async function readPool(
	db: Db,
	userId: UserId | null,
	asked: string,
): Promise<{ pool: Pool; shares: SharePlace[]; own: SharePlace | null }> {
	const month = validate(monthSchema, asked);
	const [{ rows: pools }, { rows: shares }] = await Promise.all([
		sql<Pool>`select month::text as month, points, shared, people, formula, shared_at as "sharedAt" from pools where month = ${month}::date`.execute(
			db,
		),
		sql<SharePlace>`select s.points, s.quality,
				(select coalesce(jsonb_agg(w || jsonb_build_object('title', i.title, 'href', case when i.id is not null then jsonb_build_object('kind', i.kind, 'slug', i.slug) end)), '[]')
					from jsonb_array_elements(s.works) w left join items i on i.id = (w->>'itemId')::bigint and i.status = 'published' and i.listed) as works,
				json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'image', u.image, 'face', u.face, 'role', u.role) as person
			from (select * from pool_shares where month = ${month}::date order by points desc, user_id limit 100) s join users u on u.id = s.user_id
			order by s.points desc, s.user_id`.execute(db),
	]);
	const [pool] = pools;
	if (!pool) throw rewardError('pool_not_found', { detail: 'That month was not shared.' });
	return { pool, shares, own: shares.find(({ person }) => person.id === userId) ?? null };
}
