import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { note } from './log.ts';
import { type Organisation, organisationTo } from './organisation.ts';
import { people, standingBlocks } from './standing.ts';

export type TrainingStatus = 'not_begun' | 'under_way' | 'done' | 'overdue';
export type StatusCounts = Record<TrainingStatus, number>;

interface Bounds {
	organisation: number;
	person: UserId | null;
	team: number | null;
	teams: number[] | null;
	now: Date;
}

/** Of whom somebody may see the report: a lead sees who is in their teams. @throws common.forbidden */
function boundsOf({ id, can, leads }: Organisation, team: number | null): Bounds {
	const bounds = { organisation: id, person: null, team, now: now() };
	if (can.manage) return { ...bounds, teams: null };
	if (team !== null && !leads.includes(team)) throw commonError('forbidden');
	return { ...bounds, teams: leads };
}

const counts = `count(*) filter (where status = 'not_begun')::int as not_begun, count(*) filter (where status = 'under_way')::int as under_way,
	count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'overdue')::int as overdue`;

/** A training and how many stand where in it. */
export interface TrainingReport extends StatusCounts {
	id: number;
	courseId: ItemId | null;
	pathId: number | null;
	title: string;
	/** For one, a team, or everybody. */
	person: { handle: string; name: string } | null;
	team: string | null;
	note: string;
	dueAt: string | null;
	createdAt: string;
	/** Seconds truly studied by all of them, and the mean of their scores, 0 to 1. */
	seconds: number;
	score: number | null;
}

export interface TeamReport extends StatusCounts {
	id: number;
	name: string;
	people: number;
	seconds: number;
	score: number | null;
}

/** What an organisation's people have learnt of what it gave them, in figures. */
export interface Overview {
	people: number;
	totals: StatusCounts;
	/** Seconds truly studied in everything that the organisation may see. */
	seconds: number;
	score: number | null;
	/** Who learnt in the last seven days. */
	active: number;
	trainings: TrainingReport[];
	teams: TeamReport[];
	/** Trainings completed in each of the last twelve weeks, the oldest first. */
	weeks: { week: string; completed: number }[];
}

// `materialized`: standing is looked at four times and must be worked out once.
const overviewOf = statement<Bounds, Omit<Overview, 'totals'> & StatusCounts>(
	`with ${people}, ${standingBlocks.replaceAll(/\b(reached|seen|learnt|standing) as \(/g, '$1 as materialized (')},
		totals as (select ${counts} from standing),
		minutes as (select coalesce(sum(seconds), 0)::int as seconds, avg(score)::real as score,
			count(distinct user_id) filter (where last_at > :now::timestamptz - interval '7 days')::int as active from learnt),
		by_training as (select training_id, ${counts}, coalesce(sum(seconds), 0)::int as seconds, avg(score)::real as score from standing group by 1),
		by_team as (select t.id, t.name, (select count(*)::int from team_members x where x.team_id = t.id) as people, s.*
			from organisation_teams t cross join lateral (select ${counts}, coalesce(sum(seconds), 0)::int as seconds, avg(score)::real as score
				from standing where user_id in (select x.user_id from team_members x where x.team_id = t.id)) s
			where t.organisation_id = :organisation::bigint and (:teams::bigint[] is null or t.id = any(:teams::bigint[]))
				and (:team::bigint is null or t.id = :team::bigint))
	select (select count(*)::int from people) as people, totals.*, minutes.*,
		(select coalesce(json_agg(json_build_object('id', t.id, 'courseId', t.course_id, 'pathId', t.path_id, 'title', coalesce(i.title, w.title, ''),
				'person', case when u.id is null then null else json_build_object('handle', u.handle, 'name', u.name) end, 'team', g.name,
				'note', t.note, 'dueAt', t.due_at, 'createdAt', t.created_at, 'not_begun', coalesce(b.not_begun, 0), 'under_way', coalesce(b.under_way, 0),
				'done', coalesce(b.done, 0), 'overdue', coalesce(b.overdue, 0), 'seconds', coalesce(b.seconds, 0), 'score', b.score)
				order by t.due_at nulls last, t.id), '[]')
			from (select * from trainings where organisation_id = :organisation::bigint and ended_at is null order by id desc limit 300) t
				left join by_training b on b.training_id = t.id left join items i on i.id = t.course_id left join paths w on w.id = t.path_id
				left join users u on u.id = t.user_id left join organisation_teams g on g.id = t.team_id
			where b.training_id is not null or (:team::bigint is null and :teams::bigint[] is null)) as trainings,
		(select coalesce(json_agg(b order by lower(b.name)), '[]') from by_team b) as teams,
		(select json_agg(json_build_object('week', to_char(w, 'YYYY-MM-DD'), 'completed', (select count(*)::int from standing s
				where s.completed_at >= w and s.completed_at < w + interval '7 days')) order by w)
			from generate_series(date_trunc('week', :now::timestamptz) - interval '11 weeks', date_trunc('week', :now::timestamptz), interval '1 week') w) as weeks
	from totals, minutes`,
);

/**
 * The report of an organisation, or of a team of it. A lead gets that of their teams. One statement after the gate.
 *
 * @throws organisations.not_found, organisations.sign_on_needed, common.forbidden
 */
export async function reportOrganisation(
	db: Db,
	actor: Actor,
	slug: string,
	input: { team?: number | null } = {},
): Promise<Overview> {
	const organisation = await organisationTo(db, actor, slug, 'report');
	const [row] = await overviewOf(db, boundsOf(organisation, input.team ?? null));
	const { not_begun, under_way, done, overdue, ...overview } = row!;
	return { ...overview, totals: { not_begun, under_way, done, overdue } };
}

/** One person in figures. */
export interface PersonReport extends StatusCounts {
	userId: UserId;
	handle: string;
	name: string;
	teams: string[];
	seconds: number;
	score: number | null;
	lastAt: Date | null;
	/** The next day by which something is due that is not done. */
	nextDue: Date | null;
}

type Keyset = { afterName: string | null; afterId: number | null; limit: number };

// The page is cut before anything is counted: what nobody looks at costs nothing.
const cut = `cut as (select p.user_id, p.joined_at, u.handle, u.name from members p join users u on u.id = p.user_id
	where :afterId::bigint is null or (u.name, u.id) > (:afterName::text, :afterId::bigint) order by u.name, u.id limit :limit::int),
	people as (select user_id, joined_at from cut)`;
const page = `${people.replace('people as', 'members as')}, ${cut}`;

const peopleOf = statement<Bounds & Keyset, PersonReport>(
	`with ${page}, ${standingBlocks},
		by_person as (select user_id, ${counts}, min(due_at) filter (where status <> 'done') as next_due from standing group by 1),
		minutes as (select user_id, sum(seconds)::int as seconds, avg(score)::real as score, max(last_at) as last_at from learnt group by 1)
	select c.user_id as "userId", c.handle, c.name, coalesce(b.not_begun, 0) as not_begun, coalesce(b.under_way, 0) as under_way,
			coalesce(b.done, 0) as done, coalesce(b.overdue, 0) as overdue, b.next_due as "nextDue", coalesce(m.seconds, 0) as seconds, m.score,
			m.last_at as "lastAt", array(select t.name from team_members x join organisation_teams t on t.id = x.team_id
				where x.organisation_id = :organisation::bigint and x.user_id = c.user_id order by t.name) as teams
		from cut c left join by_person b on b.user_id = c.user_id left join minutes m on m.user_id = c.user_id order by c.name, c.user_id`,
);

const most = 20_000;
const limitOf = (limit: number | undefined) => Math.min(Math.max(limit ?? 50, 1), most);

const keyset = (input: { cursor?: string | null; limit?: number }): Keyset => {
	const after = decodeCursor(input.cursor, ['string', 'integer']);
	return {
		afterName: (after?.[0] as string | undefined) ?? null,
		afterId: (after?.[1] as number | undefined) ?? null,
		limit: limitOf(input.limit) + 1,
	};
};

/**
 * The people of an organisation in figures, by name. One statement after the gate.
 *
 * @param input.limit 1 to 20,000
 * @throws as {@link reportOrganisation}
 */
export async function reportPeople(
	db: Db,
	actor: Actor,
	slug: string,
	input: { team?: number | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<PersonReport>> {
	const organisation = await organisationTo(db, actor, slug, 'report');
	const rows = await peopleOf(db, { ...boundsOf(organisation, input.team ?? null), ...keyset(input) });
	return cutPage(rows, limitOf(input.limit), (row) => [row.name, row.userId]);
}

/** One person and one training, or a course of theirs that no training names. */
export interface LineReport {
	userId: UserId;
	handle: string;
	name: string;
	/** Only where it is of a domain that the organisation has proved to be its own. */
	email: string | null;
	teams: string[];
	trainingId: number | null;
	courseId: ItemId | null;
	pathId: number | null;
	title: string;
	status: TrainingStatus | null;
	startedAt: Date | null;
	completedAt: Date | null;
	dueAt: Date | null;
	/** Needed lessons of a course or courses of a path, and how many are completed. */
	needed: number;
	done: number;
	seconds: number;
	score: number | null;
	lastAt: Date | null;
}

const linesOf = statement<Bounds & Keyset, LineReport>(
	`with ${page}, ${standingBlocks},
		domains as (select domain from organisation_domains where organisation_id = :organisation::bigint and verified_at is not null),
		lines as (
			select s.user_id, s.training_id, s.course_id, s.path_id, s.status, l.started_at, s.completed_at, s.due_at, s.needed, s.done, s.seconds, s.score, s.last_at
				from standing s left join learnt l on l.user_id = s.user_id and l.course_id = s.course_id
			union all
			select l.user_id, null, l.course_id, null, null, l.started_at, l.completed_at, null, l.needed, l.done, l.seconds, l.score, l.last_at
				from learnt l where not exists (select from reached r where r.user_id = l.user_id and r.course_id = l.course_id)
		)
	select c.user_id as "userId", c.handle, c.name, case when lower(split_part(u.email, '@', 2)) in (select domain from domains) then u.email end as email,
			array(select t.name from team_members x join organisation_teams t on t.id = x.team_id
				where x.organisation_id = :organisation::bigint and x.user_id = c.user_id order by t.name) as teams,
			n.training_id as "trainingId", n.course_id as "courseId", n.path_id as "pathId", coalesce(i.title, w.title, '') as title, n.status,
			n.started_at as "startedAt", n.completed_at as "completedAt", n.due_at as "dueAt", n.needed, n.done, n.seconds, n.score, n.last_at as "lastAt"
		from cut c join users u on u.id = c.user_id join lines n on n.user_id = c.user_id
			left join items i on i.id = n.course_id left join paths w on w.id = n.path_id
		order by c.name, c.user_id, n.due_at nulls last, n.training_id nulls last, n.course_id`,
);

/**
 * Every line of the report, in pieces of so many people each: for files of any length. The gate is asked once, at the
 * beginning, and whoever takes it is written down.
 *
 * @throws as {@link reportOrganisation}
 */
export async function streamReport(
	db: Db,
	actor: Actor,
	slug: string,
	input: { team?: number | null; people?: number } = {},
): Promise<AsyncGenerator<LineReport[]>> {
	const organisation = await organisationTo(db, actor, slug, 'report');
	const bounds = boundsOf(organisation, input.team ?? null);
	await inTransaction(db, (tx) => note(tx, organisation.id, 'report-taken', { by: actor.userId }));
	return pieces(db, bounds, input.people ?? 1000);
}

/** How many people a piece has, and who is the last of it. */
const lastOf = statement<Bounds & Keyset, { count: number; name: string; id: number }>(
	`with ${page} select (select count(*)::int from cut) as count, name, user_id as id from cut order by name desc, user_id desc limit 1`,
);

async function* pieces(db: Db, bounds: Bounds, size: number): AsyncGenerator<LineReport[]> {
	let after: Pick<Keyset, 'afterName' | 'afterId'> = { afterName: null, afterId: null };
	for (;;) {
		const [last] = await lastOf(db, { ...bounds, ...after, limit: size });
		if (!last || last.count === 0) return;
		yield await linesOf(db, { ...bounds, ...after, limit: size });
		if (last.count < size) return;
		after = { afterName: last.name, afterId: last.id };
	}
}

/** A report of one person, line by line. @throws as {@link reportOrganisation}; common.not_found */
export async function reportPerson(
	db: Db,
	actor: Actor,
	slug: string,
	handle: string,
): Promise<LineReport[]> {
	const organisation = await organisationTo(db, actor, slug, 'report');
	const person = await db.selectFrom('users').select('id').where('handle', '=', handle).executeTakeFirst();
	if (!person) throw commonError('not_found');
	return linesOf(db, { ...boundsOf(organisation, null), ...whole, person: person.id });
}

const whole: Keyset = { afterName: null, afterId: null, limit: 1 };

/** What an organisation sees of the asking person, and who sees it. */
export interface OwnReport {
	lines: LineReport[];
	/** Owners, administrators, and the leads of their teams. */
	seenBy: { handle: string; name: string; role: 'owner' | 'admin' | 'lead' }[];
}

const seenByOf = statement<{ organisation: number; person: UserId }, OwnReport['seenBy'][number]>(
	`select u.handle, u.name, case when m.role = 'member' then 'lead' else m.role end as role
		from organisation_members m join users u on u.id = m.user_id
		where m.organisation_id = :organisation::bigint and (m.role in ('owner', 'admin') or exists (select from team_members x
			join team_members y on y.team_id = x.team_id and y.user_id = :person::bigint where x.user_id = m.user_id and x.leads))
		order by m.role = 'owner' desc, m.role = 'admin' desc, u.name limit 100`,
);

/** What the organisation sees of whoever asks: the very lines of its report. @throws organisations.not_found */
export async function reportMyself(db: Db, actor: Actor, slug: string): Promise<OwnReport> {
	const { userId } = requireMember(actor);
	const { id, role } = await organisationTo(db, actor, slug, 'see');
	if (role === null) return { lines: [], seenBy: [] };
	const bounds = { organisation: id, person: userId, team: null, teams: null, now: now() };
	const [lines, seenBy] = await Promise.all([
		linesOf(db, { ...bounds, ...whole }),
		seenByOf(db, { organisation: id, person: userId }),
	]);
	return { lines, seenBy };
}
