import { randomInt } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { beginCourse } from '../courses/index.ts';
import { questionsOf } from './bank.ts';
import { assessmentError } from './errors.ts';
import { mark } from './marking.ts';
import { type LessonKey, openLesson } from './open-lesson.ts';
import { type Body, byHand, type Given } from './question.ts';
import { findQuiz, type Quiz } from './quiz.ts';
import { settleAttempt } from './settle-attempt.ts';
import { layout, toGiven } from './shown.ts';
import { permutation } from './shuffle.ts';
import { markCode } from './tries.ts';

/** Milliseconds after the end in which answers that were on their way still count. */
export const GRACE = 10_000;

/** An attempt at a quiz. */
export interface Attempt {
	id: number;
	quizId: number;
	number: number;
	seed: number;
	startedAt: Date;
	dueAt: Date | null;
	submittedAt: Date | null;
	score: number | null;
	passed: boolean | null;
	/** Answers of it that a person marks; while there are some, there is no result. */
	waiting: number;
}

/** A question of an attempt: which, at which revision, and what was answered. */
export interface Asked {
	position: number;
	questionId: number;
	revision: number;
	body: Body;
	given: Given | null;
	points: number | null;
	/** What who marked it by hand said of it. */
	remark: string;
}

/** Fields of a form by the position of their question, as `shown.ts` reads them. */
export type Values = ReadonlyMap<number, readonly string[]>;

const attemptColumns = sql<Attempt>`id, quiz_id as "quizId", number, seed, started_at as "startedAt", due_at as "dueAt",
	submitted_at as "submittedAt", score, passed, waiting`;

/** All attempts of a learner at a lesson, the last one first. One statement. */
export async function listAttempts(db: Db, userId: UserId, lessonId: LessonId): Promise<Attempt[]> {
	const { rows } = await sql<Attempt>`select ${attemptColumns} from quiz_attempts
		where user_id = ${userId} and lesson_id = ${lessonId} order by number desc limit 100`.execute(db);
	return rows;
}

/** What an attempt asks, in its order. One statement. */
export async function askedOf(db: Db, attemptId: number): Promise<Asked[]> {
	const { rows } =
		await sql<Asked>`select a.position, a.question_id as "questionId", a.revision, r.body, a.given, a.points, a.remark
		from quiz_answers a join bank_question_revisions r on r.question_id = a.question_id and r.number = a.revision
		where a.attempt_id = ${attemptId} order by a.position`.execute(db);
	return rows;
}

async function openQuiz(
	db: Db,
	actor: Actor,
	key: LessonKey,
): Promise<{ userId: UserId; quiz: Quiz; learns: boolean }> {
	const { userId, data, learns } = await openLesson(db, actor, key, 'quiz');
	const { quizId } = data as { quizId: number | null };
	const quiz = quizId ? await findQuiz(db, key.courseId, quizId) : null;
	if (!quiz) throw assessmentError('not_a_quiz');
	return { userId, quiz, learns };
}

/**
 * Begins an attempt: draws the questions, and the clock runs. One that is open is given back as it is.
 *
 * @throws courses.lesson_not_found, courses.held, assessments.not_a_quiz, assessments.quiz_empty, assessments.no_attempts_left,
 *   assessments.attempt_waits while the last one is not marked; refusals of `requireActing`
 */
export async function beginAttempt(db: Db, actor: Actor, key: LessonKey): Promise<{ id: number }> {
	const { userId, quiz, learns } = await openQuiz(db, actor, key);
	await closeOverdue(db, { userId, lessonId: key.lessonId });
	const bank = await questionsOf(db, key.courseId);
	const seed = randomInt(2 ** 31 - 1);
	return inTransaction(db, async (tx) => {
		// Two taps at once take turns here.
		await sql`select pg_advisory_xact_lock(hashtextextended(${`quiz ${key.lessonId} ${userId}`}, 0))`.execute(
			tx,
		);
		const [last] = await listAttempts(tx, userId, key.lessonId);
		if (last && last.submittedAt === null) return { id: last.id };
		if (last && last.waiting > 0) throw assessmentError('attempt_waits');
		const number = (last?.number ?? 0) + 1;
		if (quiz.attempts !== null && number > quiz.attempts) throw assessmentError('no_attempts_left');
		const chosen = draw(quiz, bank, seed);
		if (chosen.length === 0) throw assessmentError('quiz_empty');
		if (learns) await beginCourse(tx, userId, key.courseId);
		const at = now();
		const { id } = await tx
			.insertInto('quiz_attempts')
			.values({
				quiz_id: quiz.id,
				lesson_id: key.lessonId,
				user_id: userId,
				number,
				seed,
				started_at: at,
				due_at: quiz.minutes === null ? null : new Date(at.getTime() + quiz.minutes * 60_000),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('quiz_answers')
			.values(
				chosen.map(({ id: questionId, revision }, position) => ({
					attempt_id: id,
					position,
					question_id: questionId,
					revision,
				})),
			)
			.execute();
		return { id };
	});
}

/** The questions of one attempt, in the order they are asked. */
export function draw<Q extends { id: number; topic: string }>(
	quiz: Pick<Quiz, 'questionIds' | 'topic' | 'draw' | 'shuffle'>,
	bank: readonly Q[],
	seed: number,
): Q[] {
	const byId = new Map(bank.map((question) => [question.id, question]));
	const pool =
		quiz.questionIds.length > 0
			? quiz.questionIds.flatMap((id) => byId.get(id) ?? [])
			: bank.filter(({ topic }) => quiz.topic === '' || topic === quiz.topic);
	const count = Math.min(quiz.draw ?? 100, 100, pool.length);
	const order = permutation(pool.length, seed, 1_000_003).slice(0, count);
	if (!quiz.shuffle) order.sort((a, b) => a - b);
	return order.map((index) => pool[index] as Q);
}

interface Open extends Attempt {
	shuffle: boolean;
	passMark: number;
	userId: UserId;
	lessonId: LessonId;
}

async function openAttempt(
	db: Db,
	where: { userId: UserId; lessonId: LessonId } | { id: number },
	lock: boolean,
): Promise<Open | null> {
	const which =
		'id' in where
			? sql`a.id = ${where.id}`
			: sql`a.user_id = ${where.userId} and a.lesson_id = ${where.lessonId}`;
	const { rows } =
		await sql<Open>`select a.id, a.quiz_id as "quizId", a.number, a.seed, a.started_at as "startedAt", a.due_at as "dueAt",
			a.submitted_at as "submittedAt", a.score, a.passed, a.waiting, q.shuffle, q.pass_mark as "passMark", a.user_id as "userId", a.lesson_id as "lessonId"
		from quiz_attempts a join quizzes q on q.id = a.quiz_id
		where ${which} and a.submitted_at is null ${lock ? sql`for update of a` : sql``}`.execute(db);
	return rows[0] ?? null;
}

const over = (attempt: Pick<Attempt, 'dueAt'>) =>
	attempt.dueAt !== null && now().getTime() > attempt.dueAt.getTime() + GRACE;

/**
 * Keeps answers of the open attempt without handing it in: a page does it by itself from time to time.
 *
 * @throws courses.held, assessments.no_attempt, assessments.too_late when the time is over; refusals of `requireActing`
 */
export async function keepAnswers(db: Db, actor: Actor, key: LessonKey, values: Values): Promise<void> {
	const { userId } = await openLesson(db, actor, key, 'quiz');
	await inTransaction(db, async (tx) => {
		const attempt = await openAttempt(tx, { userId, lessonId: key.lessonId }, true);
		if (!attempt) throw assessmentError('no_attempt');
		if (over(attempt)) throw assessmentError('too_late');
		await writeAnswers(tx, attempt, values);
	});
}

async function writeAnswers(tx: Tx, attempt: Open, values: Values): Promise<void> {
	const asked = await askedOf(tx, attempt.id);
	const given = asked.flatMap(({ position, body }) => {
		const fields = values.get(position);
		if (fields === undefined) return [];
		const answer = toGiven(body, layout(body, attempt.seed, position, attempt.shuffle), fields);
		return [{ position, answer }];
	});
	if (given.length === 0) return;
	await sql`update quiz_answers a set given = g.given::jsonb
		from unnest(${given.map(({ position }) => position)}::int[],
			${given.map(({ answer }) => (answer === null ? null : JSON.stringify(answer)))}::text[]) as g(position, given)
		where a.attempt_id = ${attempt.id} and a.position = g.position`.execute(tx);
}

/**
 * Hands an attempt in: marks it, and completes the lesson when it is passed. What arrives after the end does not count,
 * but what was kept before does. Where a person marks some of its answers the result is null until they have.
 *
 * @param values answers of the last moment; what is not named stays as it was kept
 * @throws courses.held, assessments.no_attempt, assessments.busy; refusals of `requireActing`
 */
export async function submitAttempt(
	db: Db,
	actor: Actor,
	key: LessonKey,
	values: Values = new Map(),
): Promise<{ id: number; score: number | null; passed: boolean | null }> {
	const { userId } = await openLesson(db, actor, key, 'quiz');
	await inTransaction(db, async (tx) => {
		const attempt = await openAttempt(tx, { userId, lessonId: key.lessonId }, true);
		if (!attempt) throw assessmentError('no_attempt');
		if (!over(attempt)) await writeAnswers(tx, attempt, values);
	});
	const attempt = await openAttempt(db, { userId, lessonId: key.lessonId }, false);
	if (!attempt) throw assessmentError('no_attempt');
	const closed = await close(db, attempt);
	if (!closed) throw assessmentError('no_attempt');
	return { id: attempt.id, ...closed };
}

/** Marks an attempt by what was answered. @returns null when another request was faster */
async function close(
	db: Db,
	attempt: Open,
): Promise<{ score: number | null; passed: boolean | null } | null> {
	const asked = await askedOf(db, attempt.id);
	const points: (number | null)[] = [];
	// Code runs before the transaction: it takes seconds.
	for (const { body, given } of asked)
		points.push(mark(body, given) ?? (byHand(body) ? null : await pointsOfCode(body, given)));
	const waiting = points.filter((one) => one === null).length;
	const { score, passed } = waiting > 0 ? { score: null, passed: null } : resultOf(points, attempt.passMark);
	return inTransaction(db, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable('quiz_attempts')
			.set({ submitted_at: now(), score, passed, waiting })
			.where('id', '=', attempt.id)
			.where('submitted_at', 'is', null)
			.executeTakeFirst();
		if (Number(numUpdatedRows) === 0) return null;
		await sql`update quiz_answers a set points = g.points from unnest(${asked.map(({ position }) => position)}::int[],
				${points}::real[]) as g(position, points)
			where a.attempt_id = ${attempt.id} and a.position = g.position`.execute(tx);
		// What was wrong comes back for review; a card that is there already goes by its own rhythm.
		await sql`insert into review_cards (user_id, question_id, lesson_id, due_at, created_at)
			select ${attempt.userId}, a.question_id, ${attempt.lessonId}, ${now()}, ${now()} from quiz_answers a
				join bank_question_revisions r on r.question_id = a.question_id and r.number = a.revision
			where a.attempt_id = ${attempt.id} and a.points < 1 and r.kind <> 'code'
			on conflict do nothing`.execute(tx);
		if (score === null || passed === null) await tellWaiting(tx, attempt);
		else await settleAttempt(tx, attempt, { score, passed });
		return { score, passed };
	});
}

/** Score and whether it passes, when all answers have points. */
export function resultOf(
	points: readonly (number | null)[],
	passMark: number,
): { score: number; passed: boolean } {
	const sum = points.reduce<number>((total, one) => total + (one ?? 0), 0);
	const score = sum / Math.max(1, points.length);
	return { score, passed: score >= passMark - 1e-6 };
}

async function tellWaiting(tx: Tx, { id, userId, lessonId }: Open): Promise<void> {
	const { course_id: courseId } = await tx
		.selectFrom('lessons')
		.select('course_id')
		.where('id', '=', lessonId)
		.executeTakeFirstOrThrow();
	await emit(tx, userId, 'assessments.answers-wait', {
		courseId,
		lessonId,
		attemptId: id,
		learnerId: userId,
	});
}

async function pointsOfCode(body: Body, given: Given | null): Promise<number> {
	if (body.kind !== 'code' || typeof given !== 'string') return 0;
	const { passed, total } = await markCode(
		{ ...body, solution: '', anyOrder: false, seconds: 2 },
		given,
		false,
	);
	return passed / total;
}

/** Hands in what nobody handed in before its time was over: of one learner at one lesson, or of everybody. */
export async function closeOverdue(db: Db, of?: { userId: UserId; lessonId: LessonId }): Promise<number> {
	const mine = of ? sql`and user_id = ${of.userId} and lesson_id = ${of.lessonId}` : sql``;
	const { rows } = await sql<{ id: number }>`select id from quiz_attempts where submitted_at is null
		and due_at < ${new Date(now().getTime() - GRACE)} ${mine} order by due_at limit 200`.execute(db);
	for (const { id } of rows) {
		const attempt = await openAttempt(db, { id }, false);
		if (attempt) await close(db, attempt);
	}
	return rows.length;
}
