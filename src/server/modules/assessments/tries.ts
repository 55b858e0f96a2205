import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { beginCourse, completeLesson } from '../courses/index.ts';
import { sameAnswer } from './compare.ts';
import { assessmentError } from './errors.ts';
import { type Exercise, findExercise } from './exercise.ts';
import { type LessonKey, openLesson } from './open-lesson.ts';
import { type Outcome, runCode, type Verdict } from './sandbox/run-code.ts';

/** What came of one case of a try. */
export interface Result {
	passed: boolean;
	verdict: Verdict;
	hidden: boolean;
	/** What was asked, answered, expected and printed; null of a hidden case. */
	call: string | null;
	value: string | null;
	expects: string | null;
	printed: string | null;
	error: string | null;
	ms: number;
}

/** Code that was run, and what came of it. */
export interface Try {
	id: number;
	code: string;
	/** Only the cases that learners see were run; it does not count. */
	trial: boolean;
	results: Result[];
	passed: number;
	total: number;
	at: Date;
}

/** Characters of what was printed that are kept of a case. */
const KEPT = 4000;

/** Marks code by an exercise's cases. Runs outside any transaction: it takes seconds. @throws assessments.busy */
export async function markCode(
	exercise: Exercise,
	code: string,
	trial: boolean,
): Promise<{ results: Result[]; passed: number; total: number }> {
	const cases = exercise.cases.filter(({ hidden }) => !trial || !hidden);
	const outcomes = await runCode({
		language: exercise.language,
		setup: exercise.setup,
		code,
		calls: cases.map(({ call }) => call),
		seconds: exercise.seconds,
	});
	const results = cases.map(({ call, expects, hidden }, of): Result => {
		const { verdict, value, printed, error, ms } = outcomes[of] as Outcome;
		const passed = verdict === 'ok' && expects !== null && sameAnswer(value, expects, exercise.anyOrder);
		if (hidden)
			return {
				passed,
				verdict,
				hidden,
				call: null,
				value: null,
				expects: null,
				printed: null,
				error: null,
				ms,
			};
		return { passed, verdict, hidden, call, value: cut(value), expects, printed: cut(printed), error, ms };
	});
	return { results, passed: results.filter(({ passed }) => passed).length, total: results.length };
}

// PostgreSQL keeps neither U+0000 nor half a character.
const cut = (text: string | null) => text?.slice(0, KEPT).replaceAll('\0', '␀').toWellFormed() ?? null;

/**
 * Runs a learner's code. A trial runs only the cases that are shown, and of trials only the last one is kept; else all
 * cases decide, and passing every one completes the lesson. The score is the share that passed.
 *
 * @throws courses.lesson_not_found, courses.held (the lesson is not open), assessments.not_an_exercise, assessments.code_empty,
 *   assessments.code_too_long, assessments.busy; refusals of `requireActing`
 */
export async function tryCode(
	db: Db,
	actor: Actor,
	key: LessonKey,
	input: { code: string; trial: boolean },
): Promise<Try & { completed: boolean }> {
	const code = input.code.replace(/\r\n?/g, '\n').replaceAll('\0', '');
	if (!code.trim()) throw assessmentError('code_empty', { fields: { code: 'assessments.code_empty' } });
	if (code.length > 20_000)
		throw assessmentError('code_too_long', { fields: { code: 'assessments.code_too_long' } });
	const { userId, id: exerciseId, exercise, learns } = await openExercise(db, actor, key);
	const marked = await markCode(exercise, code.toWellFormed(), input.trial);
	return inTransaction(db, async (tx) => {
		if (learns) await beginCourse(tx, userId, key.courseId);
		if (input.trial)
			await tx
				.deleteFrom('exercise_tries')
				.where('user_id', '=', userId)
				.where('lesson_id', '=', key.lessonId)
				.where('trial', '=', true)
				.execute();
		const at = now();
		const { id } = await tx
			.insertInto('exercise_tries')
			.values({
				exercise_id: exerciseId,
				lesson_id: key.lessonId,
				user_id: userId,
				code: code.toWellFormed(),
				trial: input.trial,
				results: JSON.stringify(marked.results),
				passed: marked.passed,
				total: marked.total,
				created_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const completed = !input.trial && marked.passed === marked.total;
		if (!input.trial)
			await completeLesson(tx, {
				userId,
				lessonId: key.lessonId,
				score: marked.passed / marked.total,
				completed,
			});
		return { id, code, trial: input.trial, ...marked, at, completed };
	});
}

async function openExercise(
	db: Db,
	actor: Actor,
	key: LessonKey,
): Promise<{ userId: UserId; id: number; exercise: Exercise; learns: boolean }> {
	const { userId, data, learns } = await openLesson(db, actor, key, 'exercise');
	const { exerciseId } = data as { exerciseId: number | null };
	const exercise = exerciseId ? await findExercise(db, key.courseId, exerciseId) : null;
	if (!exercise || !exerciseId) throw assessmentError('not_an_exercise');
	return { userId, id: exerciseId, exercise, learns };
}

/** The last trial and the last try that counted of a learner, the later one first. One statement. */
export async function lastTries(db: Db, userId: UserId, lessonId: LessonId): Promise<Try[]> {
	const { rows } =
		await sql<Try>`select distinct on (trial) id, code, trial, results, passed, total, created_at as at
		from exercise_tries where user_id = ${userId} and lesson_id = ${lessonId} order by trial, id desc`.execute(
			db,
		);
	return rows.sort((a, b) => b.id - a.id);
}
