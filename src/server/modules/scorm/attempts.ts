import type { LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** An attempt as its learner and those who teach see it. */
export interface AttemptCard {
	id: number;
	number: number;
	completion: 'unknown' | 'not attempted' | 'incomplete' | 'completed';
	success: 'unknown' | 'passed' | 'failed';
	/** From 0 to 1. */
	score: number | null;
	seconds: number;
	startedAt: Date;
	updatedAt: Date;
	endedAt: Date | null;
}

/** An attempt with what is in it. */
export interface Attempt extends AttemptCard {
	userId: UserId;
	lessonId: LessonId;
	packageId: number;
	sco: string;
	stored: [string, string][];
	totalMs: number;
	sessionMs: number;
	sessionAt: Date | null;
	suspended: boolean;
}

const card = sql`a.id, a.number, a.completion, a.success, a.score, ((a.total_ms + a.session_ms) / 1000)::int as seconds,
	a.started_at as "startedAt", a.updated_at as "updatedAt", a.ended_at as "endedAt"`;
const whole = sql`${card}, a.user_id as "userId", a.lesson_id as "lessonId", a.package_id as "packageId", a.sco, a.stored,
	a.total_ms as "totalMs", a.session_ms as "sessionMs", a.session_at as "sessionAt", a.suspended`;

/** A learner's last attempt at a lesson. One statement. */
export async function lastAttempt(db: Db, userId: UserId, lessonId: LessonId): Promise<AttemptCard | null> {
	const { rows } = await sql<AttemptCard>`select ${card} from scorm_attempts a
		where a.user_id = ${userId} and a.lesson_id = ${lessonId} order by a.number desc limit 1`.execute(db);
	return rows[0] ?? null;
}

/** As {@link lastAttempt}, whole, and nobody else changes it until the transaction ends. */
export async function lockLastAttempt(db: Db, userId: UserId, lessonId: LessonId): Promise<Attempt | null> {
	const { rows } = await sql<Attempt>`select ${whole} from scorm_attempts a
		where a.user_id = ${userId} and a.lesson_id = ${lessonId} order by a.number desc limit 1 for update`.execute(
		db,
	);
	return rows[0] ?? null;
}

/** The attempt that a session writes; null when another window has taken it over. */
export async function attemptOfSession(db: Db, session: string): Promise<Attempt | null> {
	const { rows } =
		await sql<Attempt>`select ${whole} from scorm_attempts a where a.session = ${session}`.execute(db);
	return rows[0] ?? null;
}

/** What somebody answered in a package, line by line, as those see it who teach. */
export interface Interaction {
	id: string;
	type: string;
	response: string;
	result: string;
}

/** The interactions of an attempt, out of the data model of either version. Pure. */
export function interactionsOf(stored: readonly (readonly [string, string])[]): Interaction[] {
	const found = new Map<number, Interaction>();
	for (const [path, value] of stored) {
		const [, number, field] = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(path) ?? [];
		if (!number || !field) continue;
		const one = found.get(Number(number)) ?? { id: '', type: '', response: '', result: '' };
		if (field === 'id' || field === 'type' || field === 'result') one[field] = value;
		if (field === 'student_response' || field === 'learner_response') one.response = value;
		found.set(Number(number), one);
	}
	return [...found].sort(([a], [b]) => a - b).map(([, one]) => one);
}
