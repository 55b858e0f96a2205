import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { AppError, commonError } from '../../kernel/errors.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { renderPlain } from '../../platform/markdown/index.ts';
import { completeLesson, courseToMake } from '../courses/index.ts';
import { releaseMedia } from '../media/index.ts';
import { type Assignment, findAssignment } from './assignment.ts';
import { afterLateness } from './due.ts';
import { assignmentError } from './errors.ts';
import { beginRound } from './hand-in.ts';
import { fits, pointsOf, scoreOf, sharesOf } from './rubric.ts';
import { findSubmission, type Submission } from './submission.ts';

/** Milliseconds for which a claim keeps others off: who goes to lunch does not keep a work for ever. */
export const CLAIM = 2 * 3_600_000;

/**
 * A work that was handed in, for who may mark it: makers of its course with the right to see its learners.
 *
 * @throws assignments.submission_not_found, also where its course is none of theirs to know; common.forbidden; assignments.not_handed_in; refusals of `requireActing`
 */
export async function submissionToMark(
	db: Db,
	actor: Actor,
	id: number,
	lock = false,
): Promise<{ submission: Submission; markerId: UserId }> {
	const { userId } = requireActing(actor);
	const submission = await findSubmission(db, id, lock);
	if (!submission) throw assignmentError('submission_not_found');
	await requireMarker(db, actor, submission.courseId);
	// Nobody judges themselves, whatever else they are in the course.
	if (submission.userId === userId) throw commonError('forbidden', { detail: 'This work is your own.' });
	if (submission.state === 'draft') throw assignmentError('not_handed_in');
	return { submission, markerId: userId };
}

/** @throws assignments.submission_not_found, common.forbidden */
export async function requireMarker(db: Db, actor: Actor, courseId: ItemId): Promise<void> {
	try {
		await courseToMake(db, actor, courseId, 'report');
	} catch (error) {
		if (error instanceof AppError && error.code === 'courses.not_found')
			throw assignmentError('submission_not_found');
		throw error;
	}
}

/** Whether somebody else keeps it at this moment. */
export function keptByOther(
	{ claimedBy, claimedAt }: Pick<Submission, 'claimedBy' | 'claimedAt'>,
	userId: UserId,
): boolean {
	return (
		claimedBy !== null &&
		claimedBy !== userId &&
		claimedAt !== null &&
		claimedAt.getTime() > now().getTime() - CLAIM
	);
}

/**
 * Says that the actor marks a work now, so that no other mentor begins the same one.
 *
 * @throws what {@link submissionToMark} throws; assignments.claimed
 */
export async function claimSubmission(db: Db, actor: Actor, id: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { submission, markerId } = await submissionToMark(tx, actor, id, true);
		if (keptByOther(submission, markerId)) throw assignmentError('claimed');
		await tx
			.updateTable('submissions')
			.set({ claimed_by: markerId, claimed_at: now() })
			.where('id', '=', id)
			.execute();
	});
}

/** Lets go of a work. Of another's only when their claim has run out. @throws as {@link claimSubmission} */
export async function releaseSubmission(db: Db, actor: Actor, id: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { submission, markerId } = await submissionToMark(tx, actor, id, true);
		if (keptByOther(submission, markerId)) throw assignmentError('claimed');
		await tx
			.updateTable('submissions')
			.set({ claimed_by: null, claimed_at: null })
			.where('id', '=', id)
			.execute();
	});
}

const text = (most: number) =>
	z
		.string('common.bad_value')
		.trim()
		.max(most, 'content.too_long')
		.transform((value) => value.replace(/\r\n?/g, '\n'))
		.default('');

export const markingSchema = z.object({
	/** Level of each criterion by its place; may be left out of what is returned. */
	chosen: z.array(z.number('assignments.marks_missing').int().min(-1)).max(12).default([]),
	remarks: z.array(text(4000)).max(12).default([]),
	comment: text(20_000),
	privateNote: text(4000),
	/** True: its author is to do it again, and is told why in `comment`. */
	returned: z.boolean().default(false),
});
export type MarkingInput = z.input<typeof markingSchema>;

/**
 * Marks a work by its rubric, or returns it to be done again. Passing completes the lesson, with the score. The last
 * round may be marked anew: the last marking counts.
 *
 * @throws common.invalid_input, what {@link submissionToMark} throws; assignments.claimed, assignments.nothing_waits when a
 *   later round is there, assignments.marks_missing, assignments.words_missing for what is returned without a word
 */
export async function markSubmission(
	db: Db,
	actor: Actor,
	id: number,
	input: MarkingInput,
): Promise<{ outcome: Submission['state']; score: number }> {
	const given = validate(markingSchema, input);
	const { html } = given.comment ? await renderPlain(given.comment) : { html: '' };
	return inTransaction(db, async (tx) => {
		const { submission, markerId } = await submissionToMark(tx, actor, id, true);
		if (keptByOther(submission, markerId)) throw assignmentError('claimed');
		await requireLast(tx, submission);
		const assignment = (await findAssignment(tx, submission.courseId, submission.assignmentId)) as Assignment;
		const whole = fits(assignment.rubric, given.chosen);
		if (!whole && !given.returned)
			throw assignmentError('marks_missing', { fields: { chosen: 'assignments.marks_missing' } });
		if (given.returned && !given.comment)
			throw assignmentError('words_missing', { fields: { comment: 'assignments.words_missing' } });
		const shares = whole ? sharesOf(assignment.rubric, given.chosen) : assignment.rubric.map(() => 0);
		const result = await decide(tx, submission, assignment, {
			markerId,
			byPeers: false,
			chosen: whole ? given.chosen : null,
			shares,
			remarks: assignment.rubric.map((_, at) => given.remarks[at] ?? ''),
			comment: given.comment,
			commentHtml: html,
			privateNote: given.privateNote,
			returned: given.returned,
			spread: null,
			reviewers: null,
		});
		return result;
	});
}

async function requireLast(tx: Tx, { userId, lessonId, round, state }: Submission): Promise<void> {
	const later = await tx
		.selectFrom('submissions')
		.select(['id', 'state', 'source'])
		.where('user_id', '=', userId)
		.where('lesson_id', '=', lessonId)
		.where('round', '>', round)
		.executeTakeFirst();
	// A draft that came of returning it is no reason: it goes when the work is marked after all.
	if (later && !(later.state === 'draft' && state === 'returned')) throw assignmentError('nothing_waits');
}

export interface Decision {
	markerId: UserId | null;
	byPeers: boolean;
	chosen: number[] | null;
	shares: number[];
	remarks: string[];
	comment: string;
	commentHtml: string;
	privateNote: string;
	returned: boolean;
	spread: number | null;
	reviewers: number | null;
}

/** Writes down how a work was marked, and what follows of it. */
export async function decide(
	tx: Tx,
	submission: Submission,
	assignment: Assignment,
	decision: Decision,
): Promise<{ outcome: 'returned' | 'passed' | 'failed'; score: number }> {
	const at = now();
	const score = afterLateness(assignment, scoreOf(assignment.rubric, decision.shares), submission.lateDays);
	const outcome = decision.returned ? 'returned' : score >= assignment.passMark - 1e-6 ? 'passed' : 'failed';
	await tx
		.insertInto('markings')
		.values({
			submission_id: submission.id,
			marker_id: decision.markerId,
			by_peers: decision.byPeers,
			chosen: decision.chosen,
			shares: decision.shares,
			remarks: decision.remarks,
			comment: decision.comment,
			comment_html: decision.commentHtml,
			private_note: decision.privateNote,
			points: pointsOf(assignment.rubric, decision.shares),
			score,
			outcome,
			spread: decision.spread,
			reviewers: decision.reviewers,
			created_at: at,
		})
		.execute();
	await tx
		.updateTable('submissions')
		.set({ state: outcome, waits_since: null, waits_for: null, claimed_by: null, claimed_at: null })
		.where('id', '=', submission.id)
		.execute();
	const { userId, lessonId, courseId } = submission;
	if (submission.state === 'returned' && outcome !== 'returned') await dropDraft(tx, submission);
	if (outcome === 'returned' && submission.state !== 'returned')
		await beginRound(tx, { userId, lessonId, courseId, assignmentId: assignment.id }, submission);
	if (outcome !== 'returned')
		await completeLesson(tx, {
			userId,
			lessonId,
			score,
			completed: outcome === 'passed' && !(await owesReviews(tx, userId, submission)),
		});
	await emit(tx, decision.markerId, 'assignments.marked', {
		courseId,
		lessonId,
		submissionId: submission.id,
		learnerId: userId,
		outcome,
		byPeers: decision.byPeers,
	});
	return { outcome, score };
}

async function dropDraft(tx: Tx, { userId, lessonId }: Submission): Promise<void> {
	const gone = await tx
		.deleteFrom('submissions')
		.where('user_id', '=', userId)
		.where('lesson_id', '=', lessonId)
		.where('state', '=', 'draft')
		.returning('id')
		.execute();
	for (const { id } of gone) await releaseMedia(tx, { holder: 'submission', holderId: id });
}

/** Whether somebody was given works to review at this lesson and has not done so: their own counts as passed then. */
export async function owesReviews(
	db: Db,
	userId: UserId,
	{ lessonId }: Pick<Submission, 'lessonId'>,
): Promise<boolean> {
	const owed = await db
		.selectFrom('peer_reviews')
		.select('id')
		.where('reviewer_id', '=', userId)
		.where('lesson_id', '=', lessonId)
		.where('done_at', 'is', null)
		.executeTakeFirst();
	return owed !== undefined;
}
