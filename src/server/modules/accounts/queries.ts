import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { PersonCard } from './person.ts';

/** The columns of a {@link PersonCard}, of the table or alias `users`. */
export const personCardColumns = [
	'users.id',
	'users.handle',
	'users.name',
	'users.image',
	'users.face',
	'users.headline',
	'users.reputation',
	'users.role',
	'users.expert',
] as const;

/** A person's page: the card and what they say of themselves. */
export type PersonProfile = PersonCard & {
	bio: string;
	bioHtml: string;
	website: string;
	expertise: string[];
	locale: string;
	timeZone: string;
	origin: string;
	createdAt: Date;
	lastSeenAt: Date | null;
	/** What they may do here beyond what everybody may, 0 to 4. */
	level: number;
	badges: { name: string; class: string; count: number }[];
};

/** Finds a person by handle; null when there is none. */
export async function findPerson(db: Db, handle: string): Promise<PersonProfile | null> {
	const row = await db
		.selectFrom('users')
		.select(personCardColumns)
		.select([
			'bio',
			'bio_html as bioHtml',
			'website',
			'expertise',
			'locale',
			'time_zone as timeZone',
			'origin',
			'created_at as createdAt',
			'last_seen_at as lastSeenAt',
			'level',
		])
		.select(
			sql<PersonProfile['badges']>`coalesce((select json_agg(b order by b.count desc) from (
				select name, class, count(*)::int as count from user_badges where user_id = users.id group by name, class
				order by 3 desc limit 24) b), '[]')`.as('badges'),
		)
		.where('handle', '=', handle.toLowerCase())
		.executeTakeFirst();
	return (row as PersonProfile | undefined) ?? null;
}

/** Cards by id, in no particular order; unknown ids are left out. */
export async function personCards(db: Db, ids: readonly number[]): Promise<PersonCard[]> {
	if (ids.length === 0) return [];
	return (await db
		.selectFrom('users')
		.select(personCardColumns)
		.where('id', 'in', [...new Set(ids)])
		.execute()) as PersonCard[];
}

export interface PeopleFilter {
	sort?: 'reputation' | 'new';
	/** Part of a name or handle. */
	q?: string;
	cursor?: string | null;
	limit?: number;
}

/** People by reputation or by when they joined, a page at a time. Placeholders of imports are left out unless they earned something. */
export async function listPeople(
	db: Db,
	filter: PeopleFilter = {},
): Promise<Page<PersonCard & { createdAt: Date }>> {
	const limit = Math.min(filter.limit ?? 30, 100);
	const byReputation = filter.sort !== 'new';
	const after = decodeCursor(filter.cursor, ['integer', 'integer']);
	let query = db.selectFrom('users').select(personCardColumns).select('created_at as createdAt');
	if (filter.q) {
		const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where((eb) => eb.or([eb('name', 'ilike', like), eb('handle', 'like', like.toLowerCase())]));
	}
	if (byReputation) {
		query = query.orderBy('reputation', 'desc').orderBy('id', 'desc');
		if (after)
			query = query.where(sql<boolean>`(reputation, id) < (${after[0]}::bigint, ${after[1]}::bigint)`);
	} else {
		query = query.orderBy('id', 'desc');
		if (after) query = query.where('id', '<', after[1] as number);
	}
	const rows = (await query.limit(limit + 1).execute()) as (PersonCard & { createdAt: Date })[];
	return cutPage(rows, limit, (row) => [row.reputation, row.id]);
}

/** A browser that is signed in as this person. */
export interface DeviceSession {
	id: number;
	ipAddress: string | null;
	userAgent: string | null;
	createdAt: Date;
	updatedAt: Date;
	current: boolean;
}

/** This person's sessions, newest use first. @param token the asking browser's, to mark it */
export async function listSessions(db: Db, userId: number, token: string | null): Promise<DeviceSession[]> {
	const rows = await db
		.selectFrom('sessions')
		.select([
			'id',
			'token',
			'ip_address as ipAddress',
			'user_agent as userAgent',
			'created_at as createdAt',
			'updated_at as updatedAt',
		])
		.where('user_id', '=', userId)
		.where('expires_at', '>', sql<Date>`now()`)
		.orderBy('updated_at', 'desc')
		.limit(100)
		.execute();
	return rows.map(({ token: own, ...row }) => ({ ...row, current: own === token }));
}
