import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { numberBlocks, renderMarkdown } from '../../platform/markdown/index.ts';
import { holdMedia } from '../media/index.ts';
import { checkRules } from './check-rules.ts';
import { lockCourse } from './course.ts';
import { courseError } from './errors.ts';
import { type LessonKind, lessonKinds } from './lesson-kinds.ts';
import { outlineChanged } from './outline.ts';
import {
	type LessonContentInput,
	type LessonSettings,
	lessonContentSchema,
	lessonSettingsSchema,
} from './schemas.ts';

/** What the Markdown of a lesson becomes when it is kept. */
export async function renderLesson(source: string, locale: string) {
	const rendered = await renderMarkdown(source, { locale });
	const { html, hashes } = await numberBlocks(rendered.html);
	return {
		html,
		paragraphs: hashes,
		headings: rendered.headings,
		words: rendered.words,
		minutes: source.trim() ? Math.max(1, rendered.readingMinutes) : 0,
		has_math: rendered.hasMath,
		has_mermaid: rendered.hasMermaid,
	};
}

/** How long a lesson is by its kind; what the kind does not say follows from its text. */
export async function measured(
	db: Db,
	kind: LessonKind,
	lesson: {
		lessonId: LessonId;
		courseId: ItemId;
		revision: number;
		data: unknown;
		mediaId: number | null;
		paragraphs: number;
	},
): Promise<{ extent: number; minutes: number | null }> {
	if (!kind.measure) return { extent: kind.unit === 'paragraph' ? lesson.paragraphs : 0, minutes: null };
	const { extent, minutes } = await kind.measure(db, lesson);
	return { extent, minutes: minutes ?? null };
}

interface Standing {
	kind: string;
	revision: number;
	data: unknown;
	media_id: number | null;
	published: boolean;
	last: number;
}

async function standing(tx: Tx, courseId: ItemId, lessonId: LessonId): Promise<Standing> {
	const { rows } = await sql<Standing>`select l.kind, l.revision, r.data, r.media_id,
			exists (select from version_lessons v where v.lesson_id = l.id and v.revision = l.revision) as published,
			(select max(number) from lesson_revisions where lesson_id = l.id) as last
		from lessons l join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
		where l.id = ${lessonId} and l.course_id = ${courseId} and l.removed_at is null`.execute(tx);
	if (!rows[0]) throw courseError('lesson_not_found');
	return rows[0];
}

/**
 * Writes what a lesson says. A revision that a published version has stays as it is and a new one is made; one that
 * nobody learns by is written over.
 *
 * @returns the revision that now stands
 * @throws common.invalid_input, courses.edit_conflict with `params.revision`, courses.not_found, courses.lesson_not_found,
 *   content.too_complex; refusals of the policy
 */
export async function saveLesson(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
	input: LessonContentInput,
): Promise<{ revision: number }> {
	const given = validate(lessonContentSchema, input);
	const { language } = await languageOf(db, key.courseId);
	const { minutes: readingMinutes, ...body } = await renderLesson(given.source, language);
	return inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, key.courseId, 'edit');
		const before = await standing(tx, key.courseId, key.lessonId);
		if (given.revision !== undefined && given.revision !== before.revision)
			throw courseError('edit_conflict', {
				params: { revision: before.revision },
				fields: { source: 'courses.edit_conflict' },
			});
		const kind = lessonKinds.named(before.kind);
		const data = validate(kind.data, given.data ?? before.data);
		const mediaId = given.mediaId === undefined ? before.media_id : given.mediaId;
		// The lesson shows it from now on. Earlier versions go on showing what they showed.
		if (mediaId !== null) await holdMedia(tx, actor, { mediaId, holder: 'lesson', holderId: key.lessonId });
		const revision = before.published ? before.last + 1 : before.revision;
		const size = await measured(tx, kind, {
			...key,
			revision,
			data,
			mediaId,
			paragraphs: body.paragraphs.length,
		});
		const values = {
			...body,
			title: given.title,
			source: given.source,
			headings: JSON.stringify(body.headings),
			data: JSON.stringify(data),
			media_id: mediaId,
			extent: size.extent,
			minutes: given.minutes ?? size.minutes ?? readingMinutes,
			minutes_set: given.minutes !== null,
			editor_id: actor.userId,
			created_at: now(),
		};
		await tx
			.insertInto('lesson_revisions')
			.values({ lesson_id: key.lessonId, number: revision, ...values })
			.onConflict((conflict) => conflict.columns(['lesson_id', 'number']).doUpdateSet(values))
			.execute();
		await tx.updateTable('lessons').set({ revision }).where('id', '=', key.lessonId).execute();
		await outlineChanged(tx, course.id);
		return { revision };
	});
}

async function languageOf(db: Db, courseId: ItemId): Promise<{ language: string }> {
	const row = await db.selectFrom('items').select('language').where('id', '=', courseId).executeTakeFirst();
	return row ?? { language: 'zh-CN' };
}

/**
 * Sets how a lesson stands in the outline: free to look at, needed to finish, when it opens and under which rule. What
 * is left out stays. Learners see it with the next version.
 *
 * @throws common.invalid_input, courses.not_found, courses.lesson_not_found, courses.rule_unknown_lesson, courses.key_taken; refusals of the policy
 */
export async function setLesson(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
	input: LessonSettings,
): Promise<void> {
	const given = validate(lessonSettingsSchema, input);
	await inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, key.courseId, 'edit');
		await standing(tx, key.courseId, key.lessonId);
		if (given.rule) await checkRules(tx, key.courseId, [given.rule]);
		if (given.key !== undefined) {
			const other = await tx
				.selectFrom('lessons')
				.select('id')
				.where('course_id', '=', key.courseId)
				.where('key', '=', given.key)
				.where('id', '<>', key.lessonId)
				.executeTakeFirst();
			if (other)
				throw courseError('key_taken', { params: { key: given.key }, fields: { key: 'courses.key_taken' } });
		}
		const set = {
			...(given.preview === undefined ? {} : { preview: given.preview }),
			...(given.required === undefined ? {} : { required: given.required }),
			...(given.dripDays === undefined ? {} : { drip_days: given.dripDays }),
			...(given.dripAt === undefined ? {} : { drip_at: given.dripAt }),
			...(given.rule === undefined ? {} : { rule: given.rule === null ? null : JSON.stringify(given.rule) }),
			...(given.key === undefined ? {} : { key: given.key }),
		};
		if (Object.keys(set).length === 0) return;
		await tx.updateTable('lessons').set(set).where('id', '=', key.lessonId).execute();
		await outlineChanged(tx, key.courseId);
	});
}
