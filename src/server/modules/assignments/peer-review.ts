import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { completeLesson, courseError, openableLessons } from '../courses/index.ts';
import { type Assignment, findAssignment, type LessonKey } from './assignment.ts';
import { assignmentError } from './errors.ts';
import { owesReviews } from './mark.ts';
import { openAssignment } from './open-lesson.ts';
import { calibratedKeys } from './peer-part.ts';
import { fits, type Rubric } from './rubric.ts';
import { settleReviews } from './settle-reviews.ts';
import {
	filesOf,
	findSubmission,
	markingsOf,
	roundsOf,
	type Submission,
	type SubmittedFile,
} from './submission.ts';
import { toMentor } from './to-mentor.ts';

const DAY = 86_400_000;

/** Days after a work was marked by others in which its author may appeal. */
export const APPEAL_DAYS = 14;

/** What a reviewer has before them: a sample first, then the works of others, without a name. */
export interface ReviewTask {
	rubric: Rubric;
	/** What stands before the reviewer; null when there is nothing to do. */
	task:
		| { kind: 'sample'; key: string; title: string; html: string }
		| {
				kind: 'review';
				id: number;
				html: string;
				hasMath: boolean;
				link: string;
				files: SubmittedFile[];
				dueAt: Date;
				/** What was written of it, when it is done. */
				done: { chosen: number[]; remarks: string[]; comment: string } | null;
		  }
		| null;
	/** The sample that was marked last, with what its author gave. */
	compared: { title: string; chosen: number[]; author: number[]; comment: string } | null;
	samples: { done: number; of: number };
	reviews: { done: number; of: number };
}

interface Row {
	id: number;
	submissionId: number;
	dueAt: Date;
	doneAt: Date | null;
	chosen: number[] | null;
	remarks: string[];
	comment: string;
}

async function ownReviews(db: Db, userId: number, lessonId: number): Promise<Row[]> {
	const { rows } =
		await sql<Row>`select id, submission_id as "submissionId", due_at as "dueAt", done_at as "doneAt", chosen, remarks, comment
		from peer_reviews where reviewer_id = ${userId} and lesson_id = ${lessonId} order by id limit 100`.execute(
			db,
		);
	return rows;
}

/** The assignment that somebody has handed in for, as it was then: what they review is of the same one. */
async function reviewed(
	db: Db,
	actor: Actor,
	key: LessonKey,
): Promise<{ userId: number; assignment: Assignment }> {
	const { userId } = await openAssignment(db, actor, key);
	const own = (await roundsOf(db, userId, key.lessonId)).find(({ state }) => state !== 'draft');
	if (!own) throw assignmentError('not_handed_in');
	const assignment = await findAssignment(db, key.courseId, own.assignmentId);
	if (!assignment || assignment.reviews === 0) throw assignmentError('not_handed_in');
	return { userId, assignment };
}

/**
 * What somebody is to review now.
 *
 * @param input.review that one, done or not
 * @param input.compare the key of the sample that was just marked
 * @throws courses.lesson_not_found, courses.held, assignments.not_handed_in, assignments.review_not_found; refusals of `requireActing`
 */
export async function reviewTask(
	db: Db,
	actor: Actor,
	key: LessonKey,
	input: { review?: number | null; compare?: string | null } = {},
): Promise<ReviewTask> {
	const { userId, assignment } = await reviewed(db, actor, key);
	const [reviews, calibrated] = await Promise.all([
		ownReviews(db, userId, key.lessonId),
		calibratedKeys(db, userId, key.lessonId),
	]);
	const sample = assignment.samples.find((one) => !calibrated.has(one.key));
	const frame = {
		rubric: assignment.rubric,
		compared: await comparison(db, userId, key, assignment, input.compare ?? null),
		samples: {
			done: assignment.samples.filter((one) => calibrated.has(one.key)).length,
			of: assignment.samples.length,
		},
		reviews: { done: reviews.filter(({ doneAt }) => doneAt !== null).length, of: reviews.length },
	};
	if (input.review && !reviews.some(({ id }) => id === input.review))
		throw assignmentError('review_not_found');
	if (sample)
		return { ...frame, task: { kind: 'sample', key: sample.key, title: sample.title, html: sample.html } };
	const row = input.review
		? reviews.find(({ id }) => id === input.review)
		: reviews.find(({ doneAt }) => doneAt === null);
	const work = row ? await findSubmission(db, row.submissionId) : null;
	if (!row || !work) return { ...frame, task: null };
	return {
		...frame,
		task: {
			kind: 'review',
			id: row.id,
			html: work.html,
			hasMath: work.hasMath,
			link: work.link,
			files: (await filesOf(db, [work.id])).get(work.id) ?? [],
			dueAt: row.dueAt,
			done: row.chosen ? { chosen: row.chosen, remarks: row.remarks, comment: row.comment } : null,
		},
	};
}

async function comparison(
	db: Db,
	userId: number,
	{ lessonId }: LessonKey,
	{ samples }: Assignment,
	key: string | null,
): Promise<ReviewTask['compared']> {
	const sample = samples.find((one) => one.key === key);
	if (!sample) return null;
	const row = await db
		.selectFrom('calibrations')
		.select('chosen')
		.where('lesson_id', '=', lessonId)
		.where('user_id', '=', userId)
		.where('sample_key', '=', sample.key)
		.executeTakeFirst();
	return (
		(row && { title: sample.title, chosen: row.chosen, author: sample.chosen, comment: sample.comment }) ??
		null
	);
}

const chosenSchema = z
	.array(z.number('assignments.marks_missing').int().min(-1))
	.max(12, 'assignments.marks_missing');

/**
 * Marks a sample, once: what its author gave is told afterwards.
 *
 * @throws what {@link reviewTask} throws; common.invalid_input, assignments.sample_not_found, assignments.marks_missing, assignments.review_done
 */
export async function calibrate(
	db: Db,
	actor: Actor,
	key: LessonKey,
	sampleKey: string,
	input: { chosen: number[] },
): Promise<{ author: number[]; comment: string }> {
	const { chosen } = validate(z.object({ chosen: chosenSchema }), input);
	const { userId, assignment } = await reviewed(db, actor, key);
	const sample = assignment.samples.find((one) => one.key === sampleKey);
	if (!sample) throw assignmentError('sample_not_found');
	if (!fits(assignment.rubric, chosen))
		throw assignmentError('marks_missing', { fields: { chosen: 'assignments.marks_missing' } });
	const first = await db
		.insertInto('calibrations')
		.values({
			lesson_id: key.lessonId,
			user_id: userId,
			sample_key: sampleKey,
			chosen,
			done_at: now(),
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('user_id')
		.executeTakeFirst();
	if (!first) throw assignmentError('review_done');
	return { author: sample.chosen, comment: sample.comment };
}

const reviewSchema = z.object({
	chosen: chosenSchema,
	remarks: z.array(z.string('common.bad_value').trim().max(4000, 'content.too_long')).max(12).default([]),
	comment: z.string('common.bad_value').trim().max(10_000, 'content.too_long').default(''),
});
export type ReviewInput = z.input<typeof reviewSchema>;

async function ownReview(tx: Tx, userId: number, id: number): Promise<{ row: Row; work: Submission }> {
	const { rows } =
		await sql<Row>`select id, submission_id as "submissionId", due_at as "dueAt", done_at as "doneAt", chosen, remarks, comment
		from peer_reviews where id = ${id} and reviewer_id = ${userId} for update`.execute(tx);
	const row = rows[0];
	const work = row ? await findSubmission(tx, row.submissionId) : null;
	if (!row || !work) throw assignmentError('review_not_found');
	return { row, work };
}

/**
 * Reviews another learner's work by the rubric, once. What comes after the work was settled still reaches its author, but
 * no longer counts.
 *
 * @throws common.invalid_input, assignments.review_not_found, courses.held when the lesson is closed to them by now,
 *   assignments.calibrate_first, assignments.review_done, assignments.marks_missing, assignments.words_missing; refusals of `requireActing`
 */
export async function submitReview(db: Db, actor: Actor, id: number, input: ReviewInput): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(reviewSchema, input);
	await inTransaction(db, async (tx) => {
		const { row, work } = await ownReview(tx, userId, id);
		if (!(await openableLessons(tx, actor, [work.lessonId])).has(work.lessonId)) throw courseError('held');
		if (row.doneAt !== null) throw assignmentError('review_done');
		const assignment = (await findAssignment(tx, work.courseId, work.assignmentId)) as Assignment;
		const calibrated = await calibratedKeys(tx, userId, work.lessonId);
		if (assignment.samples.some(({ key }) => !calibrated.has(key))) throw assignmentError('calibrate_first');
		if (!fits(assignment.rubric, given.chosen))
			throw assignmentError('marks_missing', { fields: { chosen: 'assignments.marks_missing' } });
		// A mark alone teaches nobody anything.
		if (!given.comment && given.remarks.every((words) => !words))
			throw assignmentError('words_missing', { fields: { comment: 'assignments.words_missing' } });
		await tx
			.updateTable('peer_reviews')
			.set({
				chosen: given.chosen,
				remarks: assignment.rubric.map((_, at) => given.remarks[at] ?? ''),
				comment: given.comment,
				done_at: now(),
			})
			.where('id', '=', id)
			.execute();
		await settleReviews(tx, work.id);
		await finishOwn(tx, userId, work.lessonId);
	});
}

/** Their own work may have passed while they owed reviews. */
async function finishOwn(tx: Tx, userId: number, lessonId: number): Promise<void> {
	const [own] = await roundsOf(tx, userId, lessonId);
	if (own?.state !== 'passed' || (await owesReviews(tx, userId, own))) return;
	const { markings } = await markingsOf(tx, [own.id]);
	await completeLesson(tx, { userId, lessonId, score: markings.get(own.id)?.[0]?.score ?? null });
}

const ratingSchema = z.object({
	rating: z
		.number('assignments.rating_shape')
		.int('assignments.rating_shape')
		.min(1, 'assignments.rating_shape')
		.max(5, 'assignments.rating_shape'),
	words: z.string('common.bad_value').trim().max(1000, 'content.too_long').default(''),
});

/** Says how much a review helped, 1 to 5, to its writer, who is not told by whom. @throws common.invalid_input, assignments.review_not_found; refusals of `requireActing` */
export async function rateReview(
	db: Db,
	actor: Actor,
	id: number,
	input: z.input<typeof ratingSchema>,
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const { rating, words } = validate(ratingSchema, input);
	const { rows } = await sql<{
		id: number;
	}>`update peer_reviews p set rating = ${rating}, rating_words = ${words}, rated_at = ${now()}
		from submissions s where p.id = ${id} and s.id = p.submission_id and s.user_id = ${userId} and p.done_at is not null
			and s.state <> 'peers' returning p.id`.execute(db);
	if (!rows[0]) throw assignmentError('review_not_found');
}

/**
 * Asks a mentor to look at a work that others have marked: once, within two weeks.
 *
 * @throws common.invalid_input, assignments.submission_not_found, assignments.appeal_closed, assignments.words_missing; refusals of `requireActing`
 */
export async function appeal(db: Db, actor: Actor, id: number, input: { words: string }): Promise<void> {
	const { userId } = requireActing(actor);
	const { words } = validate(
		z.object({
			words: z
				.string('assignments.words_missing')
				.trim()
				.min(1, 'assignments.words_missing')
				.max(4000, 'content.too_long'),
		}),
		input,
	);
	await inTransaction(db, async (tx) => {
		const work = await findSubmission(tx, id, true);
		if (!work || work.userId !== userId) throw assignmentError('submission_not_found');
		const marking = (await markingsOf(tx, [id])).markings.get(id)?.[0];
		const last = (await roundsOf(tx, userId, work.lessonId))[0]?.id === id;
		const open =
			last &&
			(work.state === 'passed' || work.state === 'failed') &&
			work.appealedAt === null &&
			marking?.byPeers === true &&
			now().getTime() < marking.at.getTime() + APPEAL_DAYS * DAY;
		if (!open) throw assignmentError('appeal_closed');
		await toMentor(tx, id, 'appeal', words);
		await emit(tx, userId, 'assignments.appealed', {
			courseId: work.courseId,
			lessonId: work.lessonId,
			submissionId: id,
			learnerId: userId,
		});
	});
}
