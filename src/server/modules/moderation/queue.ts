import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { requireModerator, visibleTo } from './access.ts';
import { caseColumns, type ModerationCase } from './case.ts';
import { type QueueInput, queueSchema } from './schemas.ts';

export interface NamedPerson {
	id: UserId;
	handle: string;
	name: string;
}

/** A case as the queue shows it. */
export interface QueueRow extends ModerationCase {
	/** Of the item, also for what stands under it; the name of a person; empty for a finding. */
	title: string;
	excerpt: string;
	item: { id: number; kind: string; slug: string; status: string } | null;
	replyStatus: string | null;
	person: NamedPerson | null;
	space: { slug: string; name: string } | null;
	claimant: NamedPerson | null;
	assignee: NamedPerson | null;
	/** How it was decided last. */
	outcome: string | null;
	actions: string[];
	/** The actor reported it: another decides. */
	reportedByMe: boolean;
	/** An appeal of its last decision that waits. */
	appealId: number | null;
}

const person = (name: string) =>
	sql.raw(
		`case when ${name}.id is not null then json_build_object('id', ${name}.id, 'handle', ${name}.handle, 'name', ${name}.name) end`,
	);

const rowColumns = (me: UserId) => sql`${sql.raw(caseColumns)},
	coalesce(case c.subject when 'person' then p.name else i.title end, '') as title,
	coalesce(case c.subject when 'person' then p.headline when 'reply' then left(r.source, 300) else i.excerpt end, '') as excerpt,
	case when i.id is not null then json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug, 'status', i.status) end as item,
	r.status as "replyStatus", ${person('p')} as person,
	case when s.id is not null then json_build_object('slug', s.slug, 'name', s.name) end as space,
	case when c.claimed_until > ${now()} then ${person('cl')} end as claimant, ${person('asg')} as assignee,
	d.outcome, coalesce(d.actions, '{}') as actions,
	exists (select from moderation_reports o where o.case_id = c.id and o.reporter_id = ${me}) as "reportedByMe",
	(select a.id from moderation_appeals a where a.decision_id = d.id and a.status = 'open') as "appealId"`;

const rowJoins =
	sql.raw(`moderation_cases c left join items i on i.id = c.item_id left join replies r on r.id = c.reply_id
	left join users p on p.id = c.person_id left join spaces s on s.id = c.space_id
	left join users cl on cl.id = c.claimed_by left join users asg on asg.id = c.assigned_to
	left join lateral (select id, outcome, actions from moderation_decisions x where x.case_id = c.id and x.undone_at is null
		order by x.id desc limit 1) d on true`);

/**
 * Cases that the actor may see, the most urgent first (or the oldest); decided ones by when they were. One statement.
 *
 * @param input filters, see {@link queueSchema}
 * @throws common.sign_in_required, common.forbidden; common.invalid_input
 */
export async function listCases(db: Db, actor: Actor, input: QueueInput = {}): Promise<Page<QueueRow>> {
	const { userId } = await requireModerator(db, actor);
	const given = validate(queueSchema, input);
	const { status, limit } = given;
	const oldest = status === 'open' && given.sort === 'oldest';
	const after = decodeCursor(given.cursor, ['number', 'integer']);
	const at = now();
	const decidedAt = sql`(extract(epoch from c.decided_at) * 1000)::float8`;
	const conditions = [
		sql`c.status = ${sql.lit(status)}`,
		visibleTo(actor),
		...(given.source ? [sql`c.source = ${given.source}`] : []),
		...(given.subject ? [sql`c.subject = ${given.subject}`] : []),
		...(given.reason ? [sql`${given.reason} = any(c.reasons)`] : []),
		...(given.spaceId ? [sql`c.space_id = ${given.spaceId}`] : []),
		...(given.whose === 'mine'
			? [sql`(c.assigned_to = ${userId} or c.claimed_by = ${userId} and c.claimed_until > ${at})`]
			: []),
		...(given.whose === 'free' ? [sql`(c.claimed_until is null or c.claimed_until <= ${at})`] : []),
		...(after
			? [
					oldest
						? sql`c.id > ${after[1]}::bigint`
						: status === 'decided'
							? sql`(c.decided_at, c.id) < (${new Date(after[0] as number)}::timestamptz, ${after[1]}::bigint)`
							: sql`(c.priority, c.id) < (${after[0]}::real, ${after[1]}::bigint)`,
				]
			: []),
	];
	const { rows } = await sql<QueueRow & { key: number }>`select ${rowColumns(userId)},
			${status === 'decided' ? decidedAt : sql`c.priority`} as key
		from ${rowJoins} where ${sql.join(conditions, sql` and `)}
		order by ${oldest ? sql`c.id` : status === 'decided' ? sql`c.decided_at desc, c.id desc` : sql`c.priority desc, c.id desc`}
		limit ${limit + 1}`.execute(db);
	const page = cutPage(rows, limit, (row) => [row.key, row.id]);
	return { ...page, items: page.items.map(({ key: _, ...row }) => row) };
}

/** One row of the queue by id; null when the actor may not see it. One statement. */
export async function findQueueRow(db: Db, actor: Actor, id: number): Promise<QueueRow | null> {
	const { userId } = await requireModerator(db, actor);
	const { rows } = await sql<QueueRow>`select ${rowColumns(userId)} from ${rowJoins}
		where c.id = ${id} and ${visibleTo(actor)}`.execute(db);
	return rows[0] ?? null;
}

/** What waits: all, given to or claimed by the actor, nobody's; appeals, and those overdue. One statement. */
export interface QueueCounts {
	open: number;
	mine: number;
	free: number;
	/** Of the open ones by where they come from. */
	report: number;
	checks: number;
	fairplay: number;
	appeals: number;
	overdue: number;
}

/** @throws common.sign_in_required, common.forbidden */
export async function countQueue(db: Db, actor: Actor): Promise<QueueCounts> {
	const { userId } = await requireModerator(db, actor);
	const at = now();
	const { rows } = await sql<QueueCounts>`select count(*)::int as open,
			count(*) filter (where c.assigned_to = ${userId} or c.claimed_by = ${userId} and c.claimed_until > ${at})::int as mine,
			count(*) filter (where c.claimed_until is null or c.claimed_until <= ${at})::int as free,
			count(*) filter (where c.source = 'report')::int as report,
			count(*) filter (where c.source = 'checks')::int as checks,
			count(*) filter (where c.source = 'fairplay')::int as fairplay,
			(select count(*)::int from moderation_appeals a join moderation_cases c on c.id = a.case_id
				where a.status = 'open' and ${visibleTo(actor)}) as appeals,
			(select count(*)::int from moderation_appeals a join moderation_cases c on c.id = a.case_id
				where a.status = 'open' and a.due_at < ${at} and ${visibleTo(actor)}) as overdue
		from moderation_cases c where c.status = 'open' and ${visibleTo(actor)}`.execute(db);
	return rows[0]!;
}
