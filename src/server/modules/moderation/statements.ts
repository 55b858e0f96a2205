import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { listRestraints, type Restraint } from '../accounts/index.ts';
import { requireModerator, visibleTo } from './access.ts';
import { barredFromAppeal } from './decide-appeal.ts';
import { moderationError } from './errors.ts';
import type { Measure } from './ladder.ts';
import type { NamedPerson } from './queue.ts';
import { undoMinutes } from './undo.ts';

/**
 * A statement of reasons: which text, which rule, what was done and for how long, how it was found and who decided, and
 * how to ask again. To the person concerned, whoever decided is "a moderator"; the public log says who.
 */
export interface Statement {
	id: number;
	caseId: number;
	outcome: 'upheld' | 'dismissed';
	category: string | null;
	actions: Measure[];
	reason: string;
	title: string;
	excerpt: string;
	item: { id: number; kind: string; slug: string } | null;
	replyId: number | null;
	subject: string;
	/** How it came to be looked at: by reports of people, or by a machine. */
	source: 'report' | 'checks' | 'fairplay';
	byJury: boolean;
	decidedBy: NamedPerson | null;
	personId: UserId | null;
	person: NamedPerson | null;
	at: Date;
	endsAt: Date | null;
	appealUntil: Date;
	undoneAt: Date | null;
	reversedAt: Date | null;
	appeal: {
		id: number;
		words: string;
		at: Date;
		dueAt: Date;
		status: 'open' | 'upheld' | 'reversed';
		answer: string;
		decidedAt: Date | null;
		decidedBy: NamedPerson | null;
	} | null;
}

/** What the actor may do with a decision. */
export interface StatementRights {
	/** It is about them. */
	concerned: boolean;
	appeal: boolean;
	undo: boolean;
	decideAppeal: boolean;
	/** Why they may not decide the appeal: code of the refusal. */
	barred: string | null;
}

const named = (name: string) =>
	sql.raw(
		`case when ${name}.id is not null then json_build_object('id', ${name}.id, 'handle', ${name}.handle, 'name', ${name}.name) end`,
	);

const columns = sql`d.id, d.case_id as "caseId", d.outcome, d.category, d.actions, d.reason, d.title, d.excerpt,
	case when i.id is not null then json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug) end as item,
	c.reply_id as "replyId", c.subject, c.source, d.jury_id is not null as "byJury", to_json(d.jurors) as jurors, ${named('u')} as "decidedBy",
	d.person_id as "personId", ${named('p')} as person, d.created_at as at, d.ends_at as "endsAt", d.appeal_until as "appealUntil",
	d.undone_at as "undoneAt", d.reversed_at as "reversedAt",
	case when a.id is not null then json_build_object('id', a.id, 'words', a.words, 'at', a.created_at, 'dueAt', a.due_at,
		'status', a.status, 'answer', a.answer, 'decidedAt', a.decided_at, 'decidedBy', ${named('au')}) end as appeal`;
const joins =
	sql.raw(`moderation_decisions d join moderation_cases c on c.id = d.case_id left join items i on i.id = c.item_id
	left join users u on u.id = d.decided_by left join users p on p.id = d.person_id
	left join moderation_appeals a on a.decision_id = d.id left join users au on au.id = a.decided_by`);

type Row = Statement & { jurors: UserId[] };

// What comes out of JSON is text where it was a time.
function statementFrom({ jurors: _, ...row }: Row): Statement {
	const { appeal } = row;
	return {
		...row,
		appeal: appeal && {
			...appeal,
			at: new Date(appeal.at),
			dueAt: new Date(appeal.dueAt),
			decidedAt: appeal.decidedAt && new Date(appeal.decidedAt),
		},
	};
}

/**
 * The statement of a decision and what the actor may do: for who it concerns and for who may see its case.
 *
 * @throws moderation.decision_not_found; common.sign_in_required
 */
export async function readStatement(
	db: Db,
	actor: Actor,
	id: number,
): Promise<{ statement: Statement; rights: StatementRights }> {
	const { userId } = requireMember(actor);
	const { rows } = await sql<
		Row & { sees: boolean }
	>`select ${columns}, ${visibleTo(actor)} as sees from ${joins}
		where d.id = ${id} and (d.person_id = ${userId} or ${visibleTo(actor)})`.execute(db);
	const row = rows[0];
	if (!row) throw moderationError('decision_not_found', { detail: `There is no decision ${id} here.` });
	const { sees, ...rest } = row;
	const statement = statementFrom(rest);
	const concerned = statement.personId === userId;
	const standing = !statement.undoneAt && !statement.reversedAt;
	const { appeal } = statement;
	const barred = appeal
		? barredFromAppeal(userId, {
				decidedBy: statement.decidedBy?.id ?? null,
				jurors: row.jurors,
				appellantId: statement.personId ?? 0,
			})
		: null;
	const mine = statement.decidedBy?.id === userId || actor.role === 'admin';
	return {
		// Who is judged sees that it was a person, not which one: the case is discussed, not the moderator.
		statement: sees
			? statement
			: { ...statement, decidedBy: null, appeal: appeal && { ...appeal, decidedBy: null } },
		rights: {
			concerned,
			appeal:
				concerned && statement.outcome === 'upheld' && standing && !appeal && statement.appealUntil > now(),
			undo:
				sees &&
				mine &&
				standing &&
				!appeal &&
				now().getTime() - statement.at.getTime() < undoMinutes * 60_000,
			decideAppeal: sees && appeal?.status === 'open' && barred === null,
			barred: barred && `moderation.${barred}`,
		},
	};
}

/** What concerns one person: what is in force, and decisions about them, the newest first. */
export interface OwnAffairs {
	restraints: Restraint[];
	decisions: Page<Statement>;
}

/** @throws common.sign_in_required */
export async function readOwnAffairs(
	db: Db,
	actor: Actor,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<OwnAffairs> {
	const { userId } = requireMember(actor);
	const limit = Math.min(Math.max(input.limit ?? 20, 1), 100);
	const before = (decodeCursor(input.cursor, ['integer'])?.[0] as number | undefined) ?? null;
	const [restraints, { rows }] = await Promise.all([
		listRestraints(db, userId),
		sql<Row>`select ${columns} from ${joins} where d.person_id = ${userId} and d.outcome = 'upheld'
			and (${before}::bigint is null or d.id < ${before}::bigint) order by d.id desc limit ${limit + 1}`.execute(
			db,
		),
	]);
	const page = cutPage(rows, limit, (row) => [row.id]);
	const decisions = page.items
		.map(statementFrom)
		.map((one) => ({ ...one, decidedBy: null, appeal: one.appeal && { ...one.appeal, decidedBy: null } }));
	return { restraints, decisions: { ...page, items: decisions } };
}

/** A report as its reporter sees it. */
export interface OwnReport {
	id: number;
	subject: string;
	title: string;
	item: { id: number; kind: string; slug: string } | null;
	replyId: number | null;
	person: NamedPerson | null;
	reason: string;
	words: string;
	at: Date;
	/** What came of it: null while it waits. */
	outcome: 'upheld' | 'dismissed' | 'reversed' | null;
	decidedAt: Date | null;
}

/** What the actor reported, the newest first. One statement. @throws common.sign_in_required */
export async function listOwnReports(
	db: Db,
	actor: Actor,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<OwnReport>> {
	const { userId } = requireMember(actor);
	const limit = Math.min(Math.max(input.limit ?? 20, 1), 100);
	const before = (decodeCursor(input.cursor, ['integer'])?.[0] as number | undefined) ?? null;
	// A title is shown while it can be seen: what was taken away is not shown again.
	const { rows } =
		await sql<OwnReport>`select r.id, c.subject, coalesce(case when c.subject = 'person' then p.name
			when i.status = 'published' then i.title end, '') as title,
			case when i.status = 'published' then json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug) end as item,
			c.reply_id as "replyId", case when c.subject = 'person' then ${named('p')} end as person, r.reason, r.words, r.created_at as at,
			case when c.status = 'decided' then case when d.reversed_at is not null then 'reversed' else d.outcome end end as outcome,
			case when c.status = 'decided' then d.created_at end as "decidedAt"
		from moderation_reports r join moderation_cases c on c.id = r.case_id
		left join items i on i.id = c.item_id left join users p on p.id = c.person_id
		left join lateral (select outcome, created_at, reversed_at from moderation_decisions x where x.case_id = c.id and x.undone_at is null
			order by x.id desc limit 1) d on true
		where r.reporter_id = ${userId} and (${before}::bigint is null or r.id < ${before}::bigint)
		order by r.id desc limit ${limit + 1}`.execute(db);
	return cutPage(rows, limit, (row) => [row.id]);
}

/** An appeal as reviewers see it in a list. */
export interface AppealRow {
	id: number;
	decisionId: number;
	caseId: number;
	title: string;
	words: string;
	appellant: NamedPerson;
	decidedBy: NamedPerson | null;
	byJury: boolean;
	at: Date;
	dueAt: Date;
	overdue: boolean;
	status: 'open' | 'upheld' | 'reversed';
	/** The actor may decide it. */
	mine: boolean;
}

/** Open appeals by when they are due, or decided ones, the newest first. One statement. */
export async function listAppeals(
	db: Db,
	actor: Actor,
	input: { status?: 'open' | 'decided'; cursor?: string | null; limit?: number } = {},
): Promise<Page<AppealRow>> {
	const { userId } = await requireModerator(db, actor);
	const limit = Math.min(Math.max(input.limit ?? 30, 1), 100);
	const open = input.status !== 'decided';
	const after = decodeCursor(input.cursor, ['integer', 'integer']);
	const at = now();
	const place = after ? [new Date(after[0] as number), after[1] as number] : null;
	const { rows } = await sql<
		AppealRow & { key: Date; jurors: UserId[] }
	>`select a.id, a.decision_id as "decisionId", a.case_id as "caseId",
			d.title, a.words, ${named('p')} as appellant, ${named('u')} as "decidedBy", d.jury_id is not null as "byJury", to_json(d.jurors) as jurors,
			a.created_at as at, a.due_at as "dueAt", a.status = 'open' and a.due_at < ${at} as overdue, a.status,
			${open ? sql`a.due_at` : sql`a.decided_at`} as key
		from moderation_appeals a join moderation_decisions d on d.id = a.decision_id join moderation_cases c on c.id = a.case_id
		join users p on p.id = a.appellant_id left join users u on u.id = d.decided_by
		where ${open ? sql`a.status = 'open'` : sql`a.status <> 'open'`} and ${visibleTo(actor)}
			and ${place ? (open ? sql`(a.due_at, a.id) > (${place[0]}::timestamptz, ${place[1]}::bigint)` : sql`(a.decided_at, a.id) < (${place[0]}::timestamptz, ${place[1]}::bigint)`) : sql`true`}
		order by ${open ? sql`a.due_at, a.id` : sql`a.decided_at desc, a.id desc`} limit ${limit + 1}`.execute(
		db,
	);
	const page = cutPage(rows, limit, (row) => [row.key.getTime(), row.id]);
	return {
		...page,
		items: page.items.map(({ key: _, jurors, ...row }) => ({
			...row,
			mine:
				row.status === 'open' &&
				barredFromAppeal(userId, {
					decidedBy: row.decidedBy?.id ?? null,
					jurors,
					appellantId: row.appellant.id,
				}) === null,
		})),
	};
}
