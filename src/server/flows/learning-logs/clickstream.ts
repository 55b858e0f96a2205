import type { Actor } from '../../contracts/actor.ts';
import type { LessonId, SpaceId, UserId } from '../../kernel/ids.ts';
import { type ProgressReport, recordProgress } from '../../modules/courses/index.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { anOutsideCourse, outsideLearners } from './outside-course.ts';
import { rowsOf } from './rows.ts';

/** One event of a log, in seconds since 1970. */
export interface LogEvent {
	enrolment: string;
	at: number;
	kind: string;
	object: string;
}

export interface ClickCounts {
	enrolments: number;
	events: number;
	/** Stretches of learning: events closer than half an hour are one. */
	sessions: number;
	/** Events by what they are; a misspelt type stays as it came. */
	kinds: Record<string, number>;
}

/** Events no further apart than this belong together. */
const gap = 1800;

/** Reads a log with the columns enrollment_id, time, event and object (KDD Cup 2015), times in UTC. */
export async function readLog(path: string): Promise<LogEvent[]> {
	const events: LogEvent[] = [];
	for await (const row of rowsOf(path))
		events.push({
			enrolment: row.enrollment_id!,
			at: Date.parse(`${row.time}Z`) / 1000,
			kind: row.event!,
			object: row.object!,
		});
	return events;
}

/**
 * What each event says of when somebody learnt: its own second, and the time until the next one when that is near. As
 * reports are sets, they may be sent in any order, and twice.
 */
export function stretchesOf(events: readonly LogEvent[]): { enrolment: string; stretch: [number, number] }[] {
	const own = new Map<string, number[]>();
	for (const { enrolment, at } of events) own.set(enrolment, [...(own.get(enrolment) ?? []), at]);
	return [...own].flatMap(([enrolment, times]) => {
		times.sort((a, b) => a - b);
		return times.map((at, n) => {
			const next = times[n + 1];
			const end = next !== undefined && next - at <= gap ? next + 1 : at + 1;
			return { enrolment, stretch: [at, end] as [number, number] };
		});
	});
}

/**
 * Takes a log of clicks over through `recordProgress`, a report an event, in the batches in which devices send them. The
 * caller sees to it that the clock stands right after the reports of each window, as they are kept for a month only.
 *
 * @param order how reports are shuffled and repeated on their way: a log proves something only if it does not come in order
 * @param windows moves the clock to the end of each window of a month
 */
export async function importLog(
	db: Db,
	author: Actor,
	spaceId: SpaceId,
	events: readonly LogEvent[],
	order: (reports: ProgressReport[]) => ProgressReport[],
	moveClock: (seconds: number) => void,
): Promise<{ found: ClickCounts; kept: ClickCounts }> {
	const { lessons } = await anOutsideCourse(db, author, {
		title: 'A log of another place',
		spaceId,
		lessons: [{ key: 'all', title: 'Everything' }],
	});
	const lessonId = lessons.get('all') as LessonId;
	const people = await outsideLearners(db, 'log', [...new Set(events.map(({ enrolment }) => enrolment))]);
	const stretches = stretchesOf(events).sort((a, b) => a.stretch[1] - b.stretch[1]);
	const window = 20 * 86_400;
	for (let from = 0; from < stretches.length; ) {
		const start = stretches[from]!.stretch[0];
		let to = from;
		while (to < stretches.length && stretches[to]!.stretch[1] < start + window) to++;
		to = Math.max(to, from + 1);
		const now = stretches.slice(from, to);
		moveClock(Math.max(...now.map(({ stretch }) => stretch[1])) + 5);
		await send(db, people, lessonId, now, order);
		from = to;
	}
	return { found: countFound(events), kept: await countKept(db, lessonId, events) };
}

async function send(
	db: Db,
	people: ReadonlyMap<string, UserId>,
	lessonId: LessonId,
	stretches: readonly { enrolment: string; stretch: [number, number] }[],
	order: (reports: ProgressReport[]) => ProgressReport[],
): Promise<void> {
	const byLearner = Map.groupBy(stretches, ({ enrolment }) => enrolment);
	for (const [enrolment, own] of byLearner) {
		const actor: Actor = {
			userId: people.get(enrolment)!,
			role: 'member',
			emailVerified: true,
			suspended: false,
			scopes: null,
		};
		const reports = order(own.map(({ stretch }) => ({ lessonId, studied: [stretch] })));
		const batches: ProgressReport[][] = [];
		for (let at = 0; at < reports.length; at += 50) batches.push(reports.slice(at, at + 50));
		// Two devices at once.
		for (let at = 0; at < batches.length; at += 2)
			await Promise.all(
				batches.slice(at, at + 2).map((batch) => recordProgress(db, actor, { reports: batch })),
			);
	}
}

function countFound(events: readonly LogEvent[]): ClickCounts {
	const kinds: Record<string, number> = {};
	for (const { kind } of events) kinds[kind] = (kinds[kind] ?? 0) + 1;
	const own = Map.groupBy(events, ({ enrolment }) => enrolment);
	let sessions = 0;
	for (const mine of own.values()) {
		const times = mine.map(({ at }) => at).sort((a, b) => a - b);
		sessions += times.filter((at, n) => n === 0 || at - times[n - 1]! > gap).length;
	}
	return { enrolments: own.size, events: events.length, sessions, kinds };
}

/** What the database says: sessions are the stretches that are left when all reports are joined. */
async function countKept(db: Db, lessonId: LessonId, events: readonly LogEvent[]): Promise<ClickCounts> {
	const { rows } = await sql<{ enrolments: number; sessions: number }>`select count(*)::int as enrolments,
			coalesce(sum((select count(*) from unnest(p.studied))), 0)::int as sessions
		from lesson_progress p where p.lesson_id = ${lessonId}`.execute(db);
	// Every event's second must be among what is kept.
	const seconds = new Map(
		(
			await sql<{
				handle: string;
				studied: string;
			}>`select u.handle, p.studied::text as studied from lesson_progress p
				join users u on u.id = p.user_id where p.lesson_id = ${lessonId}`.execute(db)
		).rows.map(({ handle, studied }) => [handle.slice('log-'.length), rangesOf(studied)]),
	);
	const kinds: Record<string, number> = {};
	let there = 0;
	for (const { enrolment, at, kind } of events) {
		if (!seconds.get(enrolment)?.some(([from, to]) => at >= from && at < to)) continue;
		there++;
		kinds[kind] = (kinds[kind] ?? 0) + 1;
	}
	return { ...rows[0]!, events: there, kinds };
}

const rangesOf = (text: string): [number, number][] =>
	[...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)]);
