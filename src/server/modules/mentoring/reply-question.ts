import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { takeTurn } from '../accounts/index.ts';
import { mentoringError } from './errors.ts';
import { lockQuestion, mustSee, type SeenQuestion } from './gate.ts';
import {
	type PostRole,
	postSchema,
	type QuestionRow,
	type QuestionStatus,
	questionTransitions,
} from './question.ts';
import { noteMove, routeQuestion } from './route-question.ts';

type Move = keyof typeof questionTransitions;

/** @throws mentoring.wrong_status when the table of transitions has no such way */
function statusAfter(move: Move, from: QuestionStatus): QuestionStatus {
	const to = questionTransitions[move][from];
	if (!to)
		throw mentoringError('wrong_status', {
			detail: `A question that is ${from} cannot be moved by ${move}.`,
		});
	return to;
}

const rendered = (source: string) => renderMarkdown(source, { base: 'post', idPrefix: 'post-' });

/**
 * Writes under a question: an answer of who makes the course, the asker asking back, or a remark of another learner. The
 * asker who asks back waits again; what is answered waits no more.
 *
 * @throws mentoring.question_not_found, mentoring.wrong_status, common.invalid_input, content.too_complex; refusals of acting
 */
export async function replyToQuestion(
	db: Db,
	actor: Actor,
	questionId: number,
	input: { source: string },
): Promise<{ id: number; role: PostRole }> {
	const { userId } = requireActing(actor, 'post');
	const given = validate(postSchema, input);
	const seen = await mustSee(db, actor, questionId);
	const role: PostRole = seen.asker ? 'followup' : seen.mentor ? 'answer' : 'remark';
	const { html, hasMath } = await rendered(given.source);
	return inTransaction(db, async (tx) => {
		await takeTurn(tx, actor);
		const question = await lockQuestion(tx, seen);
		if (question.status === 'withdrawn') throw mentoringError('wrong_status');
		const at = now();
		const { id } = await tx
			.insertInto('lesson_posts')
			.values({
				question_id: questionId,
				author_id: userId,
				source: given.source,
				html,
				has_math: hasMath,
				role,
				at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.updateTable('lesson_questions')
			.set({ post_count: question.post_count + 1 })
			.where('id', '=', questionId)
			.execute();
		if (role === 'answer') await answered(tx, question, userId, at);
		if (role === 'followup') await askedBack(tx, seen, question, at);
		await emit(tx, userId, 'mentoring.replied', {
			questionId,
			courseId: question.course_id,
			learnerId: question.asker_id,
			mentorId: question.mentor_id,
			role,
			title: question.title,
		});
		return { id, role };
	});
}

async function answered(tx: Tx, question: QuestionRow, userId: number, at: Date): Promise<void> {
	await tx
		.updateTable('lesson_questions')
		.set({
			status: statusAfter('answer', question.status),
			waiting_since: null,
			// Whoever answers what was nobody's has it from then on.
			mentor_id: question.mentor_id ?? userId,
			first_answer_at: sql<Date>`coalesce(first_answer_at, ${at})`,
		})
		.where('id', '=', question.id)
		.execute();
}

async function askedBack(tx: Tx, seen: SeenQuestion, question: QuestionRow, at: Date): Promise<void> {
	const status = statusAfter('followup', question.status);
	const mentorId =
		question.mentor_id ??
		(await routeQuestion(tx, question.course_id, { tagId: question.tag_id, but: [question.asker_id] }));
	await tx
		.updateTable('lesson_questions')
		.set({
			status,
			// Who adds to a question that waits waits since it was asked.
			waiting_since: question.status === 'waiting' ? sql<Date>`waiting_since` : at,
			taken_at: question.status === 'waiting' ? sql<Date | null>`taken_at` : null,
			closed_at: null,
			mentor_id: mentorId,
		})
		.where('id', '=', question.id)
		.execute();
	if (mentorId !== question.mentor_id)
		await noteMove(tx, { questionId: seen.question.id, mentorId, movedBy: null, how: 'routed' });
}

/** Writes a post of one's own anew. @throws mentoring.post_not_found, mentoring.question_not_found, common.invalid_input; refusals of acting */
export async function rewritePost(
	db: Db,
	actor: Actor,
	postId: number,
	input: { source: string },
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(postSchema, input);
	const post = await db
		.selectFrom('lesson_posts')
		.select('question_id')
		.where('id', '=', postId)
		.where('author_id', '=', userId)
		.executeTakeFirst();
	if (!post) throw mentoringError('post_not_found');
	await mustSee(db, actor, post.question_id);
	const { html, hasMath } = await rendered(given.source);
	await db
		.updateTable('lesson_posts')
		.set({ source: given.source, html, has_math: hasMath, edited_at: now() })
		.where('id', '=', postId)
		.execute();
}

/**
 * The asker says that it is solved: by one of the posts, or by themselves.
 *
 * @throws mentoring.question_not_found, mentoring.not_the_asker, mentoring.post_not_found, mentoring.wrong_status; refusals of acting
 */
export async function solveQuestion(
	db: Db,
	actor: Actor,
	questionId: number,
	input: { postId?: number | null } = {},
): Promise<void> {
	const { userId } = requireActing(actor);
	const seen = await mustSee(db, actor, questionId);
	if (!seen.asker) throw mentoringError('not_the_asker');
	await inTransaction(db, async (tx) => {
		const question = await lockQuestion(tx, seen);
		await tx
			.updateTable('lesson_posts')
			.set({ solved: false })
			.where('question_id', '=', questionId)
			.where('solved', '=', true)
			.execute();
		if (input.postId) {
			const { numUpdatedRows } = await tx
				.updateTable('lesson_posts')
				.set({ solved: true })
				.where('id', '=', input.postId)
				.where('question_id', '=', questionId)
				.where('role', '<>', 'followup')
				.executeTakeFirst();
			if (numUpdatedRows === 0n) throw mentoringError('post_not_found');
		}
		await tx
			.updateTable('lesson_questions')
			.set({ status: statusAfter('solve', question.status), waiting_since: null, closed_at: now() })
			.where('id', '=', questionId)
			.execute();
		if (question.status !== 'solved')
			await emit(tx, userId, 'mentoring.solved', {
				questionId,
				courseId: question.course_id,
				learnerId: question.asker_id,
				mentorId: question.mentor_id,
				title: question.title,
			});
	});
}

/**
 * Takes a question back that nobody has answered: its asker, or who answers the questions of the course.
 *
 * @throws mentoring.question_not_found, mentoring.not_the_asker, mentoring.wrong_status; refusals of acting
 */
export async function withdrawQuestion(db: Db, actor: Actor, questionId: number): Promise<void> {
	requireActing(actor);
	const seen = await mustSee(db, actor, questionId);
	if (!seen.asker && !seen.mentor) throw mentoringError('not_the_asker');
	await inTransaction(db, async (tx) => {
		const question = await lockQuestion(tx, seen);
		await tx
			.updateTable('lesson_questions')
			.set({ status: statusAfter('withdraw', question.status), waiting_since: null, closed_at: now() })
			.where('id', '=', questionId)
			.execute();
	});
}

/**
 * Says that one wonders the same, or not any more; whoever does is told of the answer.
 *
 * @throws mentoring.question_not_found, mentoring.own_question; refusals of signing in
 */
export async function echoQuestion(db: Db, actor: Actor, questionId: number, on: boolean): Promise<void> {
	const { userId } = requireActing(actor);
	const seen = await mustSee(db, actor, questionId);
	if (seen.asker) throw mentoringError('own_question');
	await inTransaction(db, async (tx) => {
		await lockQuestion(tx, seen);
		const key = { question_id: questionId, user_id: userId };
		const { n } = on
			? await tx
					.insertInto('lesson_question_echoes')
					.values({ ...key, at: now() })
					.onConflict((conflict) => conflict.doNothing())
					.executeTakeFirst()
					.then(({ numInsertedOrUpdatedRows }) => ({ n: Number(numInsertedOrUpdatedRows ?? 0) }))
			: await tx
					.deleteFrom('lesson_question_echoes')
					.where('question_id', '=', questionId)
					.where('user_id', '=', userId)
					.executeTakeFirst()
					.then(({ numDeletedRows }) => ({ n: -Number(numDeletedRows) }));
		if (n !== 0)
			await tx
				.updateTable('lesson_questions')
				.set({ echo_count: sql<number>`echo_count + ${n}` })
				.where('id', '=', questionId)
				.execute();
	});
}
