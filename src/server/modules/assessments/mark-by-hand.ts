import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { courseToMake } from '../courses/index.ts';
import { askedOf, resultOf } from './attempts.ts';
import { assessmentError } from './errors.ts';
import { byHand } from './question.ts';
import { settleAttempt } from './settle-attempt.ts';

/** Milliseconds for which a claim keeps others off, as of works that are handed in. */
const CLAIM = 2 * 3_600_000;

/** An answer of an attempt that no key marks. */
export interface AnswerForMarking {
	position: number;
	/** HTML. */
	prompt: string;
	/** What the author expects, HTML; '' for nothing. */
	guide: string;
	answer: string;
	/** Null while it waits. */
	points: number | null;
	remark: string;
}

/** An attempt with its answers that a person marks. */
export interface AnswersForMarking {
	attemptId: number;
	courseId: ItemId;
	courseTitle: string;
	lessonId: LessonId;
	lessonTitle: string;
	person: { handle: string; name: string };
	submittedAt: Date;
	passMark: number;
	questions: number;
	answers: AnswerForMarking[];
	waiting: number;
	score: number | null;
	claimedBy: { handle: string; name: string; mine: boolean } | null;
}

interface Row {
	userId: UserId;
	handle: string;
	name: string;
	courseId: ItemId;
	courseTitle: string;
	lessonId: LessonId;
	lessonTitle: string;
	submittedAt: Date | null;
	passMark: number;
	waiting: number;
	score: number | null;
	claimerId: UserId | null;
	claimer: string | null;
	claimerName: string | null;
}

async function attemptToMark(
	db: Db,
	actor: Actor,
	id: number,
	lock = false,
): Promise<{ row: Row & { submittedAt: Date }; markerId: UserId }> {
	const { userId } = requireActing(actor);
	if (lock) await sql`select from quiz_attempts where id = ${id} for update`.execute(db);
	const { rows } =
		await sql<Row>`select a.user_id as "userId", u.handle, u.name, l.course_id as "courseId", i.title as "courseTitle",
			a.lesson_id as "lessonId", r.title as "lessonTitle", a.submitted_at as "submittedAt", q.pass_mark as "passMark", a.waiting, a.score,
			c.id as "claimerId", c.handle as claimer, c.name as "claimerName"
		from quiz_attempts a join quizzes q on q.id = a.quiz_id join users u on u.id = a.user_id
			join lessons l on l.id = a.lesson_id join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
			join items i on i.id = l.course_id
			left join users c on c.id = a.claimed_by and a.claimed_at > ${new Date(now().getTime() - CLAIM)}
		where a.id = ${id}`.execute(db);
	const row = rows[0];
	if (!row) throw assessmentError('attempt_not_found');
	await requireMarker(db, actor, row.courseId);
	if (row.submittedAt === null) throw assessmentError('attempt_not_found');
	return { row: { ...row, submittedAt: row.submittedAt }, markerId: userId };
}

async function requireMarker(db: Db, actor: Actor, courseId: ItemId): Promise<void> {
	try {
		await courseToMake(db, actor, courseId, 'report');
	} catch (error) {
		if (error instanceof AppError && error.code === 'courses.not_found')
			throw assessmentError('attempt_not_found');
		throw error;
	}
}

/**
 * The answers of an attempt that a person marks, for who may: makers of its course with the right to see its learners.
 *
 * @throws assessments.attempt_not_found, also while it is not handed in; common.forbidden; refusals of `requireActing`
 */
export async function readAnswersForMarking(
	db: Db,
	actor: Actor,
	attemptId: number,
): Promise<AnswersForMarking> {
	const { row, markerId } = await attemptToMark(db, actor, attemptId);
	const asked = await askedOf(db, attemptId);
	const { courseId, courseTitle, lessonId, lessonTitle, handle, name, submittedAt, passMark } = row;
	return {
		attemptId,
		courseId,
		courseTitle,
		lessonId,
		lessonTitle,
		person: { handle, name },
		submittedAt,
		passMark,
		questions: asked.length,
		answers: asked
			.filter(({ body }) => byHand(body))
			.map(({ position, body, given, points, remark }) => ({
				position,
				prompt: body.prompt,
				guide: body.explanation,
				answer: typeof given === 'string' ? given : '',
				points,
				remark,
			})),
		waiting: row.waiting,
		score: row.score,
		claimedBy:
			row.claimer === null || row.claimerName === null
				? null
				: { handle: row.claimer, name: row.claimerName, mine: row.claimerId === markerId },
	};
}

const answersSchema = z.object({
	answers: z
		.array(
			z.object({
				position: z.number().int().min(0).max(99),
				points: z
					.number('assessments.points_shape')
					.min(0, 'assessments.points_shape')
					.max(1, 'assessments.points_shape'),
				remark: z.string('common.bad_value').trim().max(4000, 'content.too_long').default(''),
			}),
		)
		.max(100),
});

/**
 * Marks answers by hand. When the last one has its points the attempt has its result: passing completes the lesson. Until
 * then the marks may be changed; afterwards too, and the result follows.
 *
 * @returns the result; null while answers wait
 * @throws common.invalid_input, what {@link readAnswersForMarking} throws; assessments.claimed, assessments.question_not_found
 */
export async function markAnswers(
	db: Db,
	actor: Actor,
	attemptId: number,
	input: z.input<typeof answersSchema>,
): Promise<{ score: number; passed: boolean } | null> {
	const { answers } = validate(answersSchema, input);
	return inTransaction(db, async (tx) => {
		const { row, markerId } = await attemptToMark(tx, actor, attemptId, true);
		if (row.claimerId !== null && row.claimerId !== markerId) throw assessmentError('claimed');
		const asked = await askedOf(tx, attemptId);
		const marked = new Map(answers.map((one) => [one.position, one]));
		const open = new Set(
			asked.filter(({ body, given }) => byHand(body) && given !== null).map(({ position }) => position),
		);
		for (const position of marked.keys())
			if (!open.has(position)) throw assessmentError('question_not_found');
		await sql`update quiz_answers a set points = g.points, remark = g.remark, marked_by = ${markerId}, marked_at = ${now()}
			from unnest(${answers.map(({ position }) => position)}::int[], ${answers.map(({ points }) => points)}::real[],
				${answers.map(({ remark }) => remark)}::text[]) as g(position, points, remark)
			where a.attempt_id = ${attemptId} and a.position = g.position`.execute(tx);
		const points = asked.map((one) => marked.get(one.position)?.points ?? one.points);
		const waiting = points.filter((one) => one === null).length;
		if (waiting > 0) {
			await tx.updateTable('quiz_attempts').set({ waiting }).where('id', '=', attemptId).execute();
			return null;
		}
		return settle(tx, attemptId, row, markerId, points);
	});
}

async function settle(
	tx: Tx,
	attemptId: number,
	{ userId, lessonId, courseId, passMark }: Row,
	markerId: UserId,
	points: readonly (number | null)[],
): Promise<{ score: number; passed: boolean }> {
	const result = resultOf(points, passMark);
	await tx
		.updateTable('quiz_attempts')
		.set({ ...result, waiting: 0, claimed_by: null, claimed_at: null })
		.where('id', '=', attemptId)
		.execute();
	await settleAttempt(tx, { id: attemptId, userId, lessonId }, result);
	await emit(tx, markerId, 'assessments.answers-marked', {
		courseId,
		lessonId,
		attemptId,
		learnerId: userId,
		passed: result.passed,
	});
	return result;
}
