import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, TagId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { takeTurn } from '../accounts/index.ts';
import { courseError, readLesson } from '../courses/index.ts';
import { mentoringError } from './errors.ts';
import { askSchema, type NewQuestion } from './question.ts';
import { noteMove, routeQuestion } from './route-question.ts';

/** How many questions of one course somebody may have waiting. */
export const MOST_WAITING = 20;

const whyClosed = { held: 'held', begin: 'not_enrolled', drip: 'not_yet', rule: 'locked' } as const;

/**
 * Asks at a lesson that the actor may open now: of a paragraph, a second, or the whole. It goes to the mentor who has the
 * least waiting among those who know the tag.
 *
 * @throws courses.lesson_not_found; courses.held, .not_enrolled, .not_yet, .locked while it is closed to them;
 *   common.invalid_input, mentoring.tag_unknown, mentoring.too_many_waiting, content.too_complex; refusals of acting
 */
export async function askQuestion(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
	input: NewQuestion,
): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'post');
	const given = validate(askSchema, input);
	const page = await readLesson(db, actor, key);
	if (!page) throw courseError('lesson_not_found');
	if (!page.text || !page.state.open) throw courseError(page.state.open ? 'held' : whyClosed[page.state.why]);
	const { paragraphs } = page.text;
	const paragraph =
		given.paragraph === null || paragraphs.length === 0
			? null
			: Math.min(given.paragraph, paragraphs.length - 1);
	const { html, hasMath } = await renderMarkdown(given.source, { base: 'post', idPrefix: 'question-' });
	return inTransaction(db, async (tx) => {
		await takeTurn(tx, actor);
		const tagId = await tagOf(tx, key.courseId, given.tag);
		const mentorId = await routeQuestion(tx, key.courseId, { tagId, but: [userId] });
		// Counted after the course's row is locked, so that two windows do not both send the last one.
		const { waiting } = await tx
			.selectFrom('lesson_questions')
			.select(({ fn }) => fn.countAll<number>().as('waiting'))
			.where('asker_id', '=', userId)
			.where('course_id', '=', key.courseId)
			.where('status', '=', 'waiting')
			.executeTakeFirstOrThrow();
		if (Number(waiting) >= MOST_WAITING)
			throw mentoringError('too_many_waiting', { params: { most: MOST_WAITING } });
		const at = now();
		const { id } = await tx
			.insertInto('lesson_questions')
			.values({
				course_id: key.courseId,
				lesson_id: key.lessonId,
				revision: page.lesson.revision,
				asker_id: userId,
				tag_id: tagId,
				title: given.title,
				source: given.source,
				html,
				has_math: hasMath,
				paragraph,
				paragraph_hash: paragraph === null ? null : (paragraphs[paragraph] ?? null),
				second: given.second,
				quote: given.quote,
				mentor_id: mentorId,
				assigned_at: mentorId === null ? null : at,
				asked_at: at,
				waiting_since: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await noteMove(tx, { questionId: id, mentorId, movedBy: null, how: 'routed' });
		await emit(tx, userId, 'mentoring.asked', {
			questionId: id,
			courseId: key.courseId,
			lessonId: key.lessonId,
			learnerId: userId,
			mentorId,
			title: given.title,
		});
		return { id };
	});
}

async function tagOf(db: Db, courseId: ItemId, slug: string | null): Promise<TagId | null> {
	if (slug === null) return null;
	const tag = await db
		.selectFrom('item_tags')
		.innerJoin('tags', 'tags.id', 'item_tags.tag_id')
		.select('tags.id')
		.where('item_tags.item_id', '=', courseId)
		.where('tags.slug', '=', slug)
		.executeTakeFirst();
	if (!tag) throw mentoringError('tag_unknown', { fields: { tag: 'mentoring.tag_unknown' } });
	return tag.id;
}
