import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { emit } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { courseError, findCourse } from '../courses/index.ts';
import { mentoringError } from './errors.ts';
import { repeats } from './leak.ts';
import { answersQuestions } from './question.ts';

/** An entry of a course's FAQ: everybody may read it who may know of the course. */
export interface FaqEntry {
	id: number;
	question: string;
	source: string;
	html: string;
	hasMath: boolean;
	/** The lesson question that it came from; null: written as it is. */
	questionId: number | null;
}

export const FAQ_MOST = 50;

const entry = z.object({
	question: z.string().trim().min(4, 'mentoring.title_short').max(200, 'mentoring.faq_question_long'),
	source: z.string().trim().min(2, 'mentoring.text_short').max(10_000, 'mentoring.text_long'),
});
export type FaqInput = z.input<typeof entry>;

const faqOf = statement<{ course: ItemId }, FaqEntry>(
	`select f.id, f.question, f.source, f.html, f.has_math as "hasMath", f.question_id as "questionId"
		from course_faq f where f.course_id = :course::bigint order by f.position, f.id limit ${FAQ_MOST}`,
);

/** The FAQ of a course in its order. Whoever asks has asked whether the course may be known of. One statement. */
export function listFaq(db: Db, courseId: ItemId): Promise<FaqEntry[]> {
	return faqOf(db, { course: courseId });
}

async function lockedCourse(tx: Tx, actor: Actor, courseId: ItemId) {
	const course = await findCourse(tx, actor, courseId);
	if (!course) throw courseError('not_found');
	if (!answersQuestions(course.role)) throw commonError('forbidden');
	await tx.selectFrom('courses').select('item_id').where('item_id', '=', courseId).forNoKeyUpdate().execute();
	return course;
}

/** Everybody may read it: what stands in lessons that are not previews does not belong there. @throws mentoring.faq_leaks */
async function demandOwnWords(tx: Tx, courseId: ItemId, given: z.output<typeof entry>): Promise<void> {
	const { rows } = await sql<{ source: string }>`select r.source from courses c
			join items i on i.id = c.item_id and i.access <> 'free'
			join version_lessons v on v.course_id = c.item_id and v.version = c.version and not v.preview
			join lesson_revisions r on r.lesson_id = v.lesson_id and r.number = v.revision
		where c.item_id = ${courseId} order by v.number limit 500`.execute(tx);
	const text = `${given.question}\n${given.source}`;
	if (rows.some(({ source }) => repeats(text, source)))
		throw mentoringError('faq_leaks', { fields: { source: 'mentoring.faq_leaks' } });
}

async function changed(tx: Tx, actor: Actor, courseId: ItemId): Promise<void> {
	await emit(tx, actor.userId, 'items.changed', { itemId: courseId, change: 'faq' });
}

/**
 * Puts a question with its answer into the course's FAQ, in words that everybody may read before buying. A lesson question
 * is named by `questionId`; its asker is told.
 *
 * @throws courses.not_found, mentoring.question_not_found, mentoring.faq_leaks, mentoring.faq_full, mentoring.faq_twice,
 *   common.invalid_input, common.forbidden; refusals of acting
 */
export async function addFaq(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: FaqInput & { questionId?: number | null },
): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(entry, input);
	const { html, hasMath } = await renderMarkdown(given.source, { base: 'post', idPrefix: 'faq-' });
	return inTransaction(db, async (tx) => {
		await lockedCourse(tx, actor, courseId);
		const question = input.questionId
			? await tx
					.selectFrom('lesson_questions')
					.select(['id', 'asker_id'])
					.where('id', '=', input.questionId)
					.where('course_id', '=', courseId)
					.where('status', '<>', 'withdrawn')
					.executeTakeFirst()
			: null;
		if (question === undefined) throw mentoringError('question_not_found');
		await demandOwnWords(tx, courseId, given);
		const { n, last } = await tx
			.selectFrom('course_faq')
			.select(({ fn }) => [fn.countAll<number>().as('n'), fn.max('position').as('last')])
			.where('course_id', '=', courseId)
			.executeTakeFirstOrThrow();
		if (Number(n) >= FAQ_MOST) throw mentoringError('faq_full', { params: { most: FAQ_MOST } });
		const row = await tx
			.insertInto('course_faq')
			.values({
				course_id: courseId,
				question_id: question?.id ?? null,
				question: given.question,
				source: given.source,
				html,
				has_math: hasMath,
				position: (last ?? 0) + 1,
				added_by: userId,
				created_at: now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!row) throw mentoringError('faq_twice');
		await changed(tx, actor, courseId);
		if (question)
			await emit(tx, userId, 'mentoring.promoted', {
				questionId: question.id,
				courseId,
				learnerId: question.asker_id,
				title: given.question,
			});
		return row;
	});
}

/** Writes an entry anew. @throws as {@link addFaq}; mentoring.faq_not_found */
export async function rewriteFaq(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	id: number,
	input: FaqInput,
): Promise<void> {
	requireActing(actor, 'public');
	const given = validate(entry, input);
	const { html, hasMath } = await renderMarkdown(given.source, { base: 'post', idPrefix: 'faq-' });
	await inTransaction(db, async (tx) => {
		await lockedCourse(tx, actor, courseId);
		await demandOwnWords(tx, courseId, given);
		const { numUpdatedRows } = await tx
			.updateTable('course_faq')
			.set({ question: given.question, source: given.source, html, has_math: hasMath, edited_at: now() })
			.where('id', '=', id)
			.where('course_id', '=', courseId)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw mentoringError('faq_not_found');
		await changed(tx, actor, courseId);
	});
}

/** Takes an entry out. @throws courses.not_found, mentoring.faq_not_found, common.forbidden; refusals of acting */
export async function dropFaq(db: Db, actor: Actor, courseId: ItemId, id: number): Promise<void> {
	requireActing(actor);
	await inTransaction(db, async (tx) => {
		await lockedCourse(tx, actor, courseId);
		const { numDeletedRows } = await tx
			.deleteFrom('course_faq')
			.where('id', '=', id)
			.where('course_id', '=', courseId)
			.executeTakeFirst();
		if (numDeletedRows === 0n) throw mentoringError('faq_not_found');
		await changed(tx, actor, courseId);
	});
}

/** Moves an entry one place up or down. @throws as {@link dropFaq} */
export async function moveFaq(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	id: number,
	by: 'up' | 'down',
): Promise<void> {
	requireActing(actor);
	await inTransaction(db, async (tx) => {
		await lockedCourse(tx, actor, courseId);
		const ids = (await listFaq(tx, courseId)).map((one) => one.id);
		const at = ids.indexOf(id);
		if (at < 0) throw mentoringError('faq_not_found');
		const to = at + (by === 'up' ? -1 : 1);
		if (to < 0 || to >= ids.length) return;
		[ids[at], ids[to]] = [ids[to]!, ids[at]!];
		await sql`update course_faq f set position = o.position from unnest(${ids}::bigint[]) with ordinality as o(id, position)
			where f.id = o.id`.execute(tx);
		await changed(tx, actor, courseId);
	});
}
