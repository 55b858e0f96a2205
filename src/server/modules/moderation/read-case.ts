import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { listRestraints, type Restraint } from '../accounts/index.ts';
import { moderationError } from './errors.ts';
import { ladderDays, type Measure, measures, nextRung, type Rung } from './ladder.ts';
import { findQueueRow, type NamedPerson, type QueueRow } from './queue.ts';
import { type Described, describeSubject } from './subject.ts';

/** What one person did before, at a glance. */
export interface History {
	person: NamedPerson & { role: string; reputation: number; createdAt: Date };
	/** Published items and replies; those that are hidden or deleted. */
	posts: number;
	removed: number;
	/** Cases about them, and how they ended. */
	cases: number;
	upheld: number;
	dismissed: number;
	/** Decided in their favour on appeal. */
	reversed: number;
	/** Their own reports that were decided. */
	reportsUpheld: number;
	reportsDismissed: number;
	/** The last ten decisions about them. */
	decisions: {
		id: number;
		caseId: number;
		outcome: string;
		category: string | null;
		actions: string[];
		at: Date;
		reversed: boolean;
	}[];
	/** In force now. */
	restraints: Restraint[];
	/** What is next on the ladder. */
	next: Rung;
}

/**
 * What somebody did before; null when the account is gone. Four statements.
 *
 * @param harm of what they are reported for now: the worst skips a step
 */
export async function historyOf(db: Db, userId: UserId, harm = 0): Promise<History | null> {
	const [counts, decisions, restraints] = await Promise.all([
		sql<
			Omit<History, 'person' | 'decisions' | 'restraints' | 'next'> & History['person']
		>`select u.id, u.handle, u.name, u.role, u.reputation, u.created_at as "createdAt",
			((select count(*) from items i where i.author_id = u.id and i.status = 'published')
				+ (select count(*) from replies r where r.author_id = u.id and r.status = 'published'))::int as posts,
			((select count(*) from items i where i.author_id = u.id and i.status not in ('published', 'draft'))
				+ (select count(*) from replies r where r.author_id = u.id and r.status <> 'published'))::int as removed,
			(select count(*)::int from moderation_cases c where c.person_id = u.id) as cases,
			(select count(*)::int from moderation_decisions d where d.person_id = u.id and d.outcome = 'upheld'
				and d.undone_at is null and d.reversed_at is null) as upheld,
			(select count(*)::int from moderation_decisions d where d.person_id = u.id and d.outcome = 'dismissed' and d.undone_at is null) as dismissed,
			(select count(*)::int from moderation_decisions d where d.person_id = u.id and d.reversed_at is not null) as reversed,
			(select count(*)::int from moderation_reports r join moderation_decisions d on d.case_id = r.case_id and d.undone_at is null
				where r.reporter_id = u.id and d.outcome = 'upheld' and d.reversed_at is null) as "reportsUpheld",
			(select count(*)::int from moderation_reports r join moderation_decisions d on d.case_id = r.case_id and d.undone_at is null
				where r.reporter_id = u.id and (d.outcome = 'dismissed' or d.reversed_at is not null)) as "reportsDismissed"
			from users u where u.id = ${userId}`.execute(db),
		sql<
			History['decisions'][number] & { done: { measure: Measure; days?: number | null }[] }
		>`select id, case_id as "caseId", outcome, category, actions, created_at as at, reversed_at is not null as reversed, done
			from moderation_decisions where person_id = ${userId} and undone_at is null order by id desc limit 50`.execute(
			db,
		),
		listRestraints(db, userId),
	]);
	const row = counts.rows[0];
	if (!row) return null;
	const since = now().getTime() - ladderDays * 86_400_000;
	const taken = decisions.rows
		.filter((one) => !one.reversed && one.at.getTime() > since)
		.flatMap(({ done }) => done.filter(({ measure }) => measures[measure].on === 'person'))
		.map(({ measure, days }) => ({ measure, days: days ?? null }) as Rung);
	const { id, handle, name, role, reputation, createdAt, ...numbers } = row;
	return {
		...numbers,
		person: { id, handle, name, role, reputation, createdAt },
		decisions: decisions.rows.slice(0, 10).map(({ done: _, ...one }) => one),
		restraints,
		next: nextRung(taken, harm),
	};
}

/** Everything that deciding a case needs. */
export interface CasePage {
	row: QueueRow;
	subject: Described;
	reports: {
		id: number;
		reporter: NamedPerson | null;
		reason: string;
		words: string;
		weight: number;
		revision: number;
		at: Date;
	}[];
	notes: { id: number; author: NamedPerson | null; text: string; at: Date }[];
	decisions: {
		id: number;
		outcome: string;
		category: string | null;
		actions: string[];
		reason: string;
		by: NamedPerson | null;
		jury: boolean;
		at: Date;
		undoneAt: Date | null;
		reversedAt: Date | null;
	}[];
	/** Of a finding: whom it names. */
	people: NamedPerson[];
	history: History | null;
	/** What this actor may do in this case, in the order of the ladder. */
	possible: Measure[];
}

/**
 * A case with its text, reports (the heaviest 100), notes, decisions and what the person did before. Nine statements.
 *
 * @throws moderation.case_not_found; common.sign_in_required, common.forbidden
 */
export async function readCase(db: Db, actor: Actor, id: number): Promise<CasePage> {
	const row = await findQueueRow(db, actor, id);
	if (!row) throw moderationError('case_not_found', { detail: `There is no case ${id} here.` });
	const named = (name: string) =>
		sql.raw(
			`case when ${name}.id is not null then json_build_object('id', ${name}.id, 'handle', ${name}.handle, 'name', ${name}.name) end`,
		);
	const [subject, reports, notes, decisions, people, history] = await Promise.all([
		describeSubject(db, row),
		sql<
			CasePage['reports'][number]
		>`select r.id, ${named('u')} as reporter, r.reason, r.words, r.weight, r.revision, r.created_at as at
			from moderation_reports r left join users u on u.id = r.reporter_id where r.case_id = ${id}
			order by r.weight desc, r.id limit 100`.execute(db),
		sql<
			CasePage['notes'][number]
		>`select n.id, ${named('u')} as author, n.text, n.created_at as at from moderation_notes n
			left join users u on u.id = n.author_id where n.case_id = ${id} order by n.id limit 200`.execute(db),
		sql<
			CasePage['decisions'][number]
		>`select d.id, d.outcome, d.category, d.actions, d.reason, ${named('u')} as by,
			d.jury_id is not null as jury, d.created_at as at, d.undone_at as "undoneAt", d.reversed_at as "reversedAt"
			from moderation_decisions d left join users u on u.id = d.decided_by where d.case_id = ${id} order by d.id desc limit 20`.execute(
			db,
		),
		row.people.length
			? sql<NamedPerson>`select id, handle, name from users where id = any(${row.people}::bigint[]) order by id`.execute(
					db,
				)
			: { rows: [] },
		row.personId === null ? null : historyOf(db, row.personId, row.harm),
	]);
	return {
		row,
		subject,
		reports: reports.rows,
		notes: notes.rows,
		decisions: decisions.rows,
		people: people.rows,
		history,
		possible: possibleIn(row, subject, isStaff(actor)),
	};
}

/** The measures that make sense for a case as it stands. */
export function possibleIn(row: QueueRow, subject: Described, staff: boolean): Measure[] {
	const there = subject.status === 'published' || subject.status === 'held' || subject.status === 'hidden';
	return (Object.keys(measures) as Measure[]).filter((measure) => {
		const { on, staff: forStaff } = measures[measure];
		if (forStaff && !staff) return false;
		if (on === 'person') return row.personId !== null;
		if (on === 'case') return true;
		if (row.itemId === null || !there) return false;
		if (measure === 'release') return subject.status !== 'published';
		if (measure === 'hide') return subject.status !== 'hidden';
		if (on === 'item' && (row.subject !== 'item' || subject.status !== 'published')) return false;
		if (measure === 'lock') return !subject.locked;
		return measure !== 'merge' || subject.kind === 'question';
	});
}
