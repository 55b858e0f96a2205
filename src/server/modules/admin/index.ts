import { type Actor, isStaff, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type Settings, settingsSchema, writeSettings } from '../../platform/settings/index.ts';

/** The place in numbers. */
export interface Overview {
	people: number;
	peopleThisWeek: number;
	items: number;
	itemsThisWeek: number;
	replies: number;
	repliesThisWeek: number;
	paidOrders: number;
	jobsWaiting: number;
}

function requireStaff(actor: Actor): void {
	requireMember(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
}

/** What an operator sees first. Totals of big tables are the planner's estimates, which cost nothing to read. */
export async function readOverview(db: Db, actor: Actor): Promise<Overview> {
	requireStaff(actor);
	const { rows } = await sql<Overview>`select
		(select count(*) from users) as people,
		(select count(*) from users where created_at > now() - interval '7 days') as "peopleThisWeek",
		(select coalesce(sum(item_count), 0)::bigint from spaces) as items,
		(select count(*) from items where status = 'published' and listed and published_at > now() - interval '7 days') as "itemsThisWeek",
		(select greatest(reltuples, 0)::bigint from pg_class where oid = 'replies'::regclass) as replies,
		(select count(*) from events where type = 'items.replied' and occurred_at > now() - interval '7 days') as "repliesThisWeek",
		(select count(*) from orders where status = 'paid') as "paidOrders",
		(select count(*) from graphile_worker.jobs where locked_at is null and run_at <= now()) as "jobsWaiting"`.execute(
		db,
	);
	return rows[0]!;
}

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

/** An item as staff see it, whatever its status. */
export interface ItemRow {
	id: number;
	kind: string;
	slug: string;
	title: string;
	status: string;
	authorName: string | null;
	space: { slug: string; name: string; names: unknown };
	createdAt: Date;
}

/** Items of a status, newest first. */
export async function listItemsForStaff(
	db: Db,
	actor: Actor,
	filter: { status?: string; cursor?: string | null; limit?: number },
): Promise<Page<ItemRow>> {
	requireStaff(actor);
	const limit = Math.min(filter.limit ?? 40, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('items')
		.innerJoin('spaces', 'spaces.id', 'items.space_id')
		.leftJoin('users', 'users.id', 'items.author_id')
		.select([
			'items.id',
			'items.kind',
			'items.slug',
			'items.title',
			'items.status',
			'items.created_at as createdAt',
			'spaces.slug as spaceSlug',
			'spaces.name as spaceName',
			'spaces.names as spaceNames',
		])
		.select(sql<string | null>`coalesce(users.name, items.author_name)`.as('authorName'))
		.where('items.status', '<>', 'draft')
		.orderBy('items.id', 'desc')
		.limit(limit + 1);
	if (filter.status === 'hidden' || filter.status === 'deleted')
		query = query.where('items.status', '=', filter.status);
	if (after) query = query.where('items.id', '<', after[0] as number);
	const rows = (await query.execute()).map(({ spaceSlug, spaceName, spaceNames, ...row }) => ({
		...row,
		space: { slug: spaceSlug, name: spaceName, names: spaceNames },
	}));
	return cutPage(rows, limit, (row) => [row.id]);
}

/** Changes the settings of the site. Administrators may. @returns the settings as they are now */
export async function changeSettings(db: Db, actor: Actor, input: unknown): Promise<Settings> {
	const { userId } = requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	const settings = validate(settingsSchema, input);
	await writeSettings(db, userId, settings);
	await sql`select pg_notify('stoa_events', ${JSON.stringify({ id: 0, type: 'settings.changed', payload: {} })})`.execute(
		db,
	);
	return settings;
}
