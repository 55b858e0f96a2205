import { z } from 'zod';
import { limits, openStore, outcomeOf, type Start } from '../../../shared/scorm/index.ts';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { beginCourse, completeLesson, courseError, readLearnerCourse } from '../courses/index.ts';
import { type Attempt, attemptOfSession, lockLastAttempt } from './attempts.ts';
import { scormError } from './errors.ts';
import { hashSession, newSession, writePackageGrant } from './grants.ts';
import { playedBy, type ScormData, scormLesson } from './kind.ts';
import { findLaunchable, type Launchable } from './manifest.ts';
import { findPackage } from './package.ts';

export interface LessonKey {
	courseId: ItemId;
	lessonId: LessonId;
}

/** A package that begins to play in a window. */
export interface Launch {
	/** Where the frame leads: signed, for this session and a time. */
	address: string;
	/** Names this window to the server; the last one that was launched may write. */
	session: string;
	/** False for a visitor of a free preview: nothing of it is kept. */
	kept: boolean;
	until: Date;
}

async function openLesson(db: Db, actor: Actor, key: LessonKey) {
	const course = await readLearnerCourse(db, actor, key.courseId);
	const lesson = course?.outline.lessons.find(({ id }) => id === key.lessonId);
	if (!course || !lesson) throw courseError('lesson_not_found');
	if (lesson.kind !== 'scorm') throw scormError('not_a_package');
	if (!course.states.get(lesson.id)?.open) throw courseError('held');
	const { data } = await db
		.selectFrom('lesson_revisions')
		.select('data')
		.where('lesson_id', '=', lesson.id)
		.where('number', '=', lesson.revision)
		.executeTakeFirstOrThrow();
	const given = scormLesson.data.parse(data) as ScormData;
	const played = await playedBy(db, key.courseId, given);
	if (!played) throw scormError('not_a_package');
	return { ...played, data: given, learns: course.access === 'full' || course.maker };
}

/**
 * Launches the package of a lesson: goes on with the attempt that is open, else begins one. Whoever had it open in
 * another window cannot write there any more.
 *
 * @param input.anew begins a new attempt whatever there is
 * @throws courses.lesson_not_found, courses.held, scorm.not_a_package
 */
export async function launchLesson(
	db: Db,
	actor: Actor,
	key: LessonKey,
	tools: { secret: string; minutes: number },
	input: { anew?: boolean } = {},
): Promise<Launch> {
	const { package: found, sco, learns } = await openLesson(db, actor, key);
	const session = newSession();
	const until = new Date(now().getTime() + tools.minutes * 60_000);
	const grant = writePackageGrant(tools.secret, { packageId: found.id, session, until });
	const path = sco.path.split('/').map(encodeURIComponent).join('/');
	const address = `/scorm/${found.id}/${grant}/${path}${sco.parameters}`;
	if (actor.userId === null) return { address, session, kept: false, until };
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${`scorm ${key.lessonId} ${userId}`}, 0))`.execute(
			tx,
		);
		// A free preview is tried without beginning the course.
		if (learns) await beginCourse(tx, userId, key.courseId);
		const last = await lockLastAttempt(tx, userId, key.lessonId);
		if (last && goesOn(last, found.id, sco, input.anew ?? false)) {
			await tx
				.updateTable('scorm_attempts')
				.set({
					session: hashSession(session),
					session_at: now(),
					total_ms: last.totalMs + last.sessionMs,
					session_ms: 0,
				})
				.where('id', '=', last.id)
				.execute();
			return;
		}
		await begin(tx, { userId, lessonId: key.lessonId, packageId: found.id, sco, last, session });
		// A page that says nothing is done when it was opened: nobody else would ever say so.
		if (!sco.talks) await completeLesson(tx, { userId, lessonId: key.lessonId });
	});
	return { address, session, kept: true, until };
}

/** An attempt that was ended is over; what is of another package cannot be gone on with. */
function goesOn(last: Attempt, packageId: number, sco: Launchable, anew: boolean): boolean {
	return !anew && last.endedAt === null && last.packageId === packageId && last.sco === sco.id;
}

async function begin(
	tx: Tx,
	given: {
		userId: UserId;
		lessonId: LessonId;
		packageId: number;
		sco: Launchable;
		last: Attempt | null;
		session: string;
	},
): Promise<void> {
	const at = now();
	if (given.last && given.last.endedAt === null)
		await tx
			.updateTable('scorm_attempts')
			.set({ ended_at: at, session: null })
			.where('id', '=', given.last.id)
			.execute();
	await tx
		.insertInto('scorm_attempts')
		.values({
			user_id: given.userId,
			lesson_id: given.lessonId,
			package_id: given.packageId,
			sco: given.sco.id,
			number: (given.last?.number ?? 0) + 1,
			session: hashSession(given.session),
			session_at: at,
			started_at: at,
			updated_at: at,
		})
		.execute();
}

/**
 * What a document of a package is told at its beginning, by the session in its address.
 *
 * @returns null when there is no such package any more
 */
export async function startOf(db: Db, given: { packageId: number; session: string }): Promise<Start | null> {
	const found = await findPackage(db, given.packageId);
	if (!found?.version) return null;
	const attempt = await attemptOfSession(db, hashSession(given.session));
	if (!attempt) {
		// A visitor looks at a preview; or a session that is over, which may look too and cannot write.
		return { ...blank(found.version), mode: 'browse', credit: false };
	}
	const sco = findLaunchable(found.manifest, attempt.sco);
	const person = await db
		.selectFrom('users')
		.select(['id', 'name'])
		.where('id', '=', attempt.userId)
		.executeTakeFirstOrThrow();
	// A new attempt begins with the objectives of the manifest: packages look for them by their names (RTE 4.2.17).
	const stored: [string, string][] =
		attempt.stored.length > 0
			? kept(attempt.stored)
			: (sco?.objectives ?? []).map((id, at) => [`cmi.objectives.${at}.id`, id]);
	return {
		...blank(found.version),
		learnerId: String(person.id),
		learnerName: person.name,
		// A window that was closed without a word is gone on with as one that was suspended.
		entry: attempt.stored.length === 0 ? 'ab-initio' : 'resume',
		totalMs: attempt.totalMs,
		launchData: sco?.launchData ?? '',
		masteryScore: sco?.masteryScore ?? '',
		completionThreshold: sco?.completionThreshold ?? '',
		maxTime: sco?.maxTime ?? '',
		timeLimitAction: sco?.timeLimitAction ?? '',
		stored,
	};
}

/** Exit and the time of a session are of that session, not of the next one. */
const kept = (stored: readonly (readonly [string, string])[]): [string, string][] =>
	stored
		.filter(([path]) => !/^cmi\.(?:core\.)?(?:exit|session_time)$/.test(path) && !path.startsWith('adl.nav.'))
		.map(([path, value]) => [path, value]);

const blank = (version: Start['version']): Start => ({
	version,
	learnerId: '0',
	learnerName: '',
	credit: true,
	mode: 'normal',
	entry: 'ab-initio',
	totalMs: 0,
	launchData: '',
	masteryScore: '',
	completionThreshold: '',
	maxTime: '',
	timeLimitAction: '',
	stored: [],
});

export const commitSchema = z.object({
	session: z.string().regex(/^[\w-]{22}$/, 'common.bad_value'),
	/** Everything that the package has set, in its order. */
	stored: z
		.array(z.tuple([z.string().max(300, 'common.bad_value'), z.string().max(70_000, 'common.bad_value')]))
		.max(limits.elements, 'common.bad_value'),
	/** It has said that it is done. */
	final: z.boolean().default(false),
});

/** How an attempt stands after a commit. */
export interface Committed {
	completion: Attempt['completion'];
	success: Attempt['success'];
	score: number | null;
	/** The lesson is completed, now or before. */
	completed: boolean;
	seconds: number;
}

/**
 * Keeps what a package has set. The data model is gone through again here: what a page sends is believed no more than
 * what a package does. Time is what the package says, and never more than has truly passed since the launch.
 *
 * @throws common.invalid_input, courses.lesson_not_found, courses.held, scorm.taken_over, scorm.value_refused; refusals of `requireActing`
 */
export async function commitAttempt(
	db: Db,
	actor: Actor,
	key: LessonKey,
	input: z.input<typeof commitSchema>,
): Promise<Committed> {
	const { userId } = requireActing(actor);
	const given = validate(commitSchema, input);
	// The gate is asked anew: an address that was given yesterday writes nothing today.
	const { sco, data, package: found } = await openLesson(db, actor, key);
	return inTransaction(db, async (tx) => {
		const attempt = await lockLastAttempt(tx, userId, key.lessonId);
		const own = attempt && (await attemptOfSession(tx, hashSession(given.session)))?.id === attempt.id;
		if (!attempt || !own || attempt.packageId !== found.id) throw scormError('taken_over');
		const asked: Start = {
			...blank(found.version),
			masteryScore: sco.masteryScore,
			completionThreshold: sco.completionThreshold,
		};
		const stored = replay(asked, given.stored);
		const outcome = outcomeOf(asked, stored, given.final);
		const passed = Math.max(0, now().getTime() - (attempt.sessionAt ?? now()).getTime());
		const sessionMs = Math.max(attempt.sessionMs, Math.min(outcome.sessionMs ?? passed, passed));
		const ended = given.final && !outcome.suspended && isOver(found.version, outcome);
		await tx
			.updateTable('scorm_attempts')
			.set({
				stored: JSON.stringify(stored),
				completion: outcome.completion,
				success: outcome.success,
				score: outcome.score,
				session_ms: Math.round(sessionMs),
				suspended: outcome.suspended,
				updated_at: now(),
				ended_at: ended ? (attempt.endedAt ?? now()) : null,
			})
			.where('id', '=', attempt.id)
			.execute();
		const good =
			outcome.success === 'passed' ||
			(data.passBy === 'completed' &&
				outcome.completion === 'completed' &&
				outcome.success !== 'failed' &&
				!awaits(asked, outcome, given.final));
		if (good || outcome.score !== null)
			await completeLesson(tx, { userId, lessonId: key.lessonId, score: outcome.score, completed: good });
		if (ended && attempt.endedAt === null)
			await emit(tx, userId, 'scorm.attempt-ended', {
				courseId: key.courseId,
				lessonId: key.lessonId,
				learnerId: userId,
				attemptId: attempt.id,
				score: outcome.score,
				success: outcome.success,
				completion: outcome.completion,
				seconds: Math.round((attempt.totalMs + sessionMs) / 1000),
			});
		const { rows } = await sql<{
			completed: boolean;
		}>`select completed_at is not null as completed from lesson_progress
			where user_id = ${userId} and lesson_id = ${key.lessonId}`.execute(tx);
		return {
			completion: outcome.completion,
			success: outcome.success,
			score: outcome.score,
			completed: rows[0]?.completed ?? false,
			seconds: Math.round((attempt.totalMs + sessionMs) / 1000),
		};
	});
}

/**
 * A package with a passing score is not done by having been gone through: its result is still to come. One of 1.2 that
 * ends without any score is taken at its word.
 */
const awaits = (asked: Start, outcome: { score: number | null }, final: boolean) =>
	asked.masteryScore !== '' && !(asked.version === '1.2' && final && outcome.score === null);

/** 2004 ends an attempt by its own word; 1.2 knows no attempts, and is gone on with until there is a result. */
const isOver = (
	version: Start['version'],
	{ completion, success }: Pick<Committed, 'completion' | 'success'>,
) => version === '2004' || completion === 'completed' || success !== 'unknown';

function replay(start: Start, given: readonly (readonly [string, string])[]): [string, string][] {
	const store = openStore(start);
	for (const [path, value] of given) {
		const fault = store.set(path, value);
		if (fault)
			throw scormError('value_refused', {
				params: { path: path.slice(0, 120) },
				detail: `${path} cannot be set to that (${fault}).`,
			});
	}
	return store.stored();
}
