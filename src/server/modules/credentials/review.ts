import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { courseToMake, mustFindCourse, readLearnerCourse } from '../courses/index.ts';
import { credentialError } from './errors.ts';

/** Who has completed so much of what is needed says what a course is worth; at least one lesson. */
export const REVIEW_SHARE = 0.3;

/** Whether somebody has learnt enough to review: so many of the needed lessons of their version. */
export function mayReview({ needed, done }: { needed: number; done: number }): boolean {
	return done >= Math.max(1, Math.ceil(needed * REVIEW_SHARE));
}

const reviewSchema = z.object({
	rating: z.coerce
		.number('credentials.rating_missing')
		.int('credentials.rating_missing')
		.min(1, 'credentials.rating_missing')
		.max(5),
	source: z.string().trim().max(5000).default(''),
});

async function htmlOf(source: string, locale: string): Promise<string> {
	return source ? (await renderMarkdown(source, { locale })).html : '';
}

/**
 * Reviews a course, or changes one's review of it. Only who learns it and has completed a share of it
 * ({@link REVIEW_SHARE}); makers do not review their own course.
 *
 * @returns the review's id
 * @throws courses.not_found, credentials.too_little_learnt, credentials.own_review, common.invalid_input; refusals of acting
 */
export async function writeReview(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { rating: unknown; source?: string },
): Promise<number> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(reviewSchema, input);
	const course = await mustFindCourse(db, actor, courseId);
	if (course.role !== null && course.role !== 'caretaker') throw credentialError('own_review');
	const learner = await readLearnerCourse(db, actor, courseId);
	if (!learner?.startedAt || !mayReview(learner))
		throw credentialError('too_little_learnt', { params: { percent: Math.round(REVIEW_SHARE * 100) } });
	const html = await htmlOf(given.source, course.language);
	return inTransaction(db, async (tx) => {
		const at = now();
		const written = {
			rating: given.rating,
			source: given.source,
			html,
			progress: learner.needed === 0 ? 1 : learner.done / learner.needed,
			version: learner.version,
		};
		const { id } = await tx
			.insertInto('reviews')
			.values({ course_id: courseId, user_id: userId, created_at: at, ...written })
			.onConflict((conflict) =>
				conflict.columns(['course_id', 'user_id']).doUpdateSet({ ...written, edited_at: at }),
			)
			.returning('id')
			.executeTakeFirstOrThrow();
		await emit(tx, userId, 'credentials.reviewed', {
			itemId: courseId,
			reviewId: id,
			reviewerId: userId,
			change: 'written',
		});
		return id;
	});
}

async function lockReview(tx: Tx, id: number) {
	const row = await tx
		.selectFrom('reviews')
		.innerJoin('items', 'items.id', 'reviews.course_id')
		.select([
			'reviews.id',
			'reviews.user_id',
			'reviews.course_id',
			'reviews.hidden_at',
			'reviews.reply_source',
			'items.language',
		])
		.where('reviews.id', '=', id)
		.forUpdate('reviews')
		.executeTakeFirst();
	if (!row) throw credentialError('review_not_found');
	return row;
}

type Locked = Awaited<ReturnType<typeof lockReview>>;

const changed = (tx: Tx, actor: Actor, row: Locked, change: string) =>
	emit(tx, actor.userId, 'credentials.reviewed', {
		itemId: row.course_id as ItemId,
		reviewId: row.id,
		reviewerId: row.user_id,
		change,
	});

/** A review that the actor may see, in a course that they may see. @throws credentials.review_not_found, courses.not_found */
async function seenReview(tx: Tx, actor: Actor, id: number): Promise<Locked> {
	const row = await lockReview(tx, id);
	await mustFindCourse(tx, actor, row.course_id as ItemId);
	if (row.hidden_at && row.user_id !== actor.userId && !isStaff(actor))
		throw credentialError('review_not_found');
	return row;
}

/** Takes back one's review. @throws credentials.review_not_found for everybody else */
export async function removeReview(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const row = await lockReview(tx, id);
		// What was hidden stays, so that it cannot be written anew.
		if (row.user_id !== userId || row.hidden_at) throw credentialError('review_not_found');
		await tx.deleteFrom('reviews').where('id', '=', id).execute();
		await changed(tx, actor, row, 'removed');
	});
}

const replySchema = z.object({ source: z.string().trim().max(5000) });

/**
 * Answers a review as one who makes the course; an empty text takes the answer back.
 *
 * @throws credentials.review_not_found, common.forbidden, common.invalid_input
 */
export async function replyToReview(
	db: Db,
	actor: Actor,
	input: { id: number; source: string },
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const { source } = validate(replySchema, input);
	await inTransaction(db, async (tx) => {
		const row = await seenReview(tx, actor, input.id);
		await courseToMake(tx, actor, row.course_id as ItemId, 'publish');
		await tx
			.updateTable('reviews')
			.set(
				source
					? {
							reply_source: source,
							reply_html: await htmlOf(source, row.language),
							replied_by: userId,
							replied_at: now(),
						}
					: { reply_source: null, reply_html: null, replied_by: null, replied_at: null },
			)
			.where('id', '=', row.id)
			.execute();
		await changed(tx, actor, row, source ? 'answered' : 'unanswered');
	});
}

/** Says that a review helped, or takes it back; nobody says so of their own. */
export async function voteHelpful(db: Db, actor: Actor, input: { id: number; on: boolean }): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	await inTransaction(db, async (tx) => {
		const row = await seenReview(tx, actor, input.id);
		if (row.user_id === userId) throw credentialError('own_review');
		if (input.on)
			await tx
				.insertInto('review_votes')
				.values({ review_id: row.id, user_id: userId, created_at: now() })
				.onConflict((conflict) => conflict.doNothing())
				.execute();
		else
			await tx
				.deleteFrom('review_votes')
				.where('review_id', '=', row.id)
				.where('user_id', '=', userId)
				.execute();
		await changed(tx, actor, row, 'voted');
	});
}

const reasonSchema = z.object({ reason: z.string().trim().min(1, 'credentials.reason_missing').max(500) });

/**
 * Tells those who look after the place that a review should not stand; once a person and review.
 *
 * @throws credentials.review_not_found, credentials.already_reported, credentials.own_review, common.invalid_input
 */
export async function reportReview(
	db: Db,
	actor: Actor,
	input: { id: number; reason: string },
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const { reason } = validate(reasonSchema, input);
	await inTransaction(db, async (tx) => {
		const row = await seenReview(tx, actor, input.id);
		if (row.user_id === userId) throw credentialError('own_review');
		const fresh = await tx
			.insertInto('review_reports')
			.values({ review_id: row.id, user_id: userId, reason, created_at: now() })
			.onConflict((conflict) => conflict.doNothing())
			.returning('review_id')
			.executeTakeFirst();
		if (!fresh) throw credentialError('already_reported');
	});
}

/**
 * Decides on a review that was reported: hides it, with a reason, or lets it stand (also again). All open reports of it
 * are closed by it, and a hidden review counts in no average.
 *
 * @throws credentials.review_not_found, common.forbidden, common.invalid_input
 */
export async function decideReview(
	db: Db,
	actor: Actor,
	input: { id: number; hide: boolean; reason?: string },
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	if (!isStaff(actor)) throw commonError('forbidden');
	const reason = input.hide ? validate(reasonSchema, { reason: input.reason ?? '' }).reason : '';
	await inTransaction(db, async (tx) => {
		const row = await lockReview(tx, input.id);
		const at = now();
		await tx
			.updateTable('reviews')
			.set({
				hidden_at: input.hide ? at : null,
				hidden_by: input.hide ? userId : null,
				hidden_reason: reason,
			})
			.where('id', '=', row.id)
			.execute();
		await tx
			.updateTable('review_reports')
			.set({ decided_at: at, decided_by: userId, upheld: input.hide })
			.where('review_id', '=', row.id)
			.where('decided_at', 'is', null)
			.execute();
		await changed(tx, actor, row, input.hide ? 'hidden' : 'restored');
	});
}
