import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { courseError } from './errors.ts';
import { publishedText } from './published.ts';
import { readLesson } from './read-lesson.ts';
import { idSchema } from './schemas.ts';

const words = (most: number) =>
	z
		.string()
		.refine((value) => !value.includes('\0') && value.isWellFormed(), 'items.text_broken')
		.transform((value) => value.trim())
		.pipe(z.string().max(most, 'courses.text_too_long'))
		.default('');
const at = z
	.union([
		z.literal(''),
		z.coerce
			.number('common.bad_value')
			.int('common.bad_value')
			.min(0, 'common.bad_value')
			.max(172_800, 'common.bad_value'),
	])
	.nullish()
	.transform((value) => (value === '' || value === undefined ? null : value));

export const noteSchema = z
	.object({
		lessonId: idSchema,
		/** Where it is made: a paragraph of the text or a second of the film; neither for one on the whole lesson. */
		paragraph: at,
		second: at,
		/** The words that were marked. */
		quote: words(2000),
		/** What the learner wrote of them. */
		source: words(10_000),
	})
	.refine(({ quote, source }) => quote !== '' || source !== '', {
		path: ['source'],
		error: 'courses.note_empty',
	})
	.refine(({ paragraph, second }) => paragraph === null || second === null, {
		path: ['second'],
		error: 'common.bad_value',
	});
export type NewNote = z.input<typeof noteSchema>;

/** A note or a highlight of one learner; nobody else sees it. */
export interface Note {
	id: number;
	lessonId: LessonId;
	courseId: ItemId;
	paragraph: number | null;
	second: number | null;
	quote: string;
	source: string;
	createdAt: Date;
	editedAt: Date | null;
}

/**
 * Keeps a note on a lesson that is open to the actor. It is anchored to a paragraph by its number and by a hash of its
 * words, so that it is found again when another revision moves the paragraph.
 *
 * @throws common.invalid_input, courses.lesson_not_found when the lesson is not open; refusals of signing in
 */
export async function takeNote(db: Db, actor: Actor, input: NewNote): Promise<{ id: number }> {
	const { userId } = requireActing(actor);
	const given = validate(noteSchema, input);
	const lesson = await db
		.selectFrom('lessons')
		.select('course_id')
		.where('id', '=', given.lessonId)
		.executeTakeFirst();
	const page =
		lesson && (await readLesson(db, actor, { courseId: lesson.course_id, lessonId: given.lessonId }));
	if (!page?.text) throw courseError('lesson_not_found');
	const { id } = await db
		.insertInto('lesson_notes')
		.values({
			user_id: userId,
			lesson_id: given.lessonId,
			course_id: page.course.id,
			revision: page.lesson.revision,
			paragraph: given.paragraph,
			paragraph_hash: given.paragraph === null ? null : (page.text.paragraphs[given.paragraph] ?? null),
			second: given.second,
			quote: given.quote,
			source: given.source,
			created_at: now(),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { id };
}

/** Writes a note anew. @throws common.invalid_input, courses.note_not_found, courses.note_empty; refusals of signing in */
export async function rewriteNote(
	db: Db,
	actor: Actor,
	id: number,
	input: { source: string },
): Promise<void> {
	const { userId } = requireActing(actor);
	const source = validate(words(10_000), input.source);
	const row = await db
		.selectFrom('lesson_notes')
		.select('quote')
		.where('id', '=', id)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (!row) throw courseError('note_not_found');
	if (source === '' && row.quote === '')
		throw courseError('note_empty', { fields: { source: 'courses.note_empty' } });
	await db
		.updateTable('lesson_notes')
		.set({ source, edited_at: now() })
		.where('id', '=', id)
		.where('user_id', '=', userId)
		.execute();
}

/** @throws courses.note_not_found; refusals of signing in */
export async function dropNote(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor);
	const row = await db
		.deleteFrom('lesson_notes')
		.where('id', '=', id)
		.where('user_id', '=', userId)
		.returning('id')
		.executeTakeFirst();
	if (!row) throw courseError('note_not_found');
}

interface Row {
	id: number;
	lessonId: LessonId;
	courseId: ItemId;
	paragraph: number | null;
	hash: string | null;
	second: number | null;
	quote: string;
	source: string;
	createdAt: Date;
	editedAt: Date | null;
}

const columns = `n.id, n.lesson_id as "lessonId", n.course_id as "courseId", n.paragraph, n.paragraph_hash as hash, n.second,
	n.quote, n.source, n.created_at as "createdAt", n.edited_at as "editedAt"`;

const notesOf = statement<{ user: UserId; lesson: LessonId }, Row>(
	`select ${columns} from lesson_notes n where n.lesson_id = :lesson::bigint and n.user_id = :user::bigint order by n.id limit 500`,
);

/**
 * Where a note stands in a text: at the paragraph with the same words, the nearest of several; where it is gone, at the
 * number it had, within the text.
 */
export function placeOfNote(
	note: { paragraph: number | null; hash: string | null },
	paragraphs: readonly string[],
): number | null {
	if (note.paragraph === null) return null;
	const wanted = note.paragraph;
	const same = paragraphs.flatMap((hash, number) => (hash === note.hash ? [number] : []));
	if (same.length > 0)
		return same.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best));
	return Math.max(0, Math.min(wanted, paragraphs.length - 1));
}

/** Somebody's notes on a lesson, placed in the revision that they read now; at most 500. One statement. */
export async function notesOnLesson(
	db: Db,
	userId: UserId,
	lesson: { id: LessonId; revision: number },
): Promise<Note[]> {
	const rows = await notesOf(db, { user: userId, lesson: lesson.id });
	const text = rows.length > 0 ? await publishedText(db, lesson.id, lesson.revision) : null;
	return rows.map(({ hash, ...note }) => ({
		...note,
		paragraph: placeOfNote({ paragraph: note.paragraph, hash }, text?.paragraphs ?? []),
	}));
}

/** A note with where it was made. */
export interface PlacedNote extends Note {
	courseTitle: string;
	courseSlug: string;
	lessonTitle: string;
}

const listOf = statement<
	{ user: UserId; course: ItemId | null; after: number | null },
	Row & { courseTitle: string; courseSlug: string; lessonTitle: string }
>(
	`select ${columns}, i.title as "courseTitle", i.slug as "courseSlug", r.title as "lessonTitle"
		from lesson_notes n join items i on i.id = n.course_id
			join lesson_revisions r on r.lesson_id = n.lesson_id and r.number = n.revision
		where n.user_id = :user::bigint and (:course::bigint is null or n.course_id = :course::bigint)
			and (:after::bigint is null or n.id < :after::bigint) order by n.id desc limit 201`,
);

/** All of somebody's notes, the newest first. One statement. */
export async function listNotes(
	db: Db,
	userId: UserId,
	input: { courseId?: ItemId | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<PlacedNote>> {
	const limit = Math.min(Math.max(input.limit ?? 50, 1), 200);
	const after = decodeCursor(input.cursor, ['integer']);
	const rows = await listOf(db, {
		user: userId,
		course: input.courseId ?? null,
		after: (after?.[0] as number | undefined) ?? null,
	});
	const cut = cutPage(rows.slice(0, limit + 1), limit, ({ id }) => [id]);
	return { items: cut.items.map(({ hash: _, ...note }) => note), next: cut.next };
}

const inOrder = statement<
	{ user: UserId; course: ItemId | null },
	Row & { courseTitle: string; courseSlug: string; lessonTitle: string; number: number | null }
>(
	`select ${columns}, i.title as "courseTitle", i.slug as "courseSlug", r.title as "lessonTitle", v.number
		from lesson_notes n join items i on i.id = n.course_id
			join lesson_revisions r on r.lesson_id = n.lesson_id and r.number = n.revision
			left join enrolments e on e.course_id = n.course_id and e.user_id = n.user_id
			left join courses c on c.item_id = n.course_id
			left join version_lessons v on v.course_id = n.course_id and v.version = coalesce(e.version, c.version) and v.lesson_id = n.lesson_id
		where n.user_id = :user::bigint and (:course::bigint is null or n.course_id = :course::bigint)
		order by n.course_id, v.number nulls last, n.lesson_id, coalesce(n.paragraph, n.second, 0), n.id limit 20000`,
);

/**
 * Somebody's notes as one Markdown text: course by course, lesson by lesson, in the order of the text, each with a link
 * back to its place.
 *
 * @param origin where this place is
 */
export async function exportNotes(
	db: Db,
	userId: UserId,
	origin: string,
	courseId: ItemId | null = null,
): Promise<string> {
	const rows = await inOrder(db, { user: userId, course: courseId });
	const out: string[] = [];
	let [course, lesson] = [0, 0];
	for (const row of rows) {
		if (row.courseId !== course) out.push(`# ${oneLine(row.courseTitle)}\n`);
		if (row.lessonId !== lesson)
			out.push(
				`## [${oneLine(row.lessonTitle)}](${origin}/courses/${row.courseId}/lessons/${row.lessonId})\n`,
			);
		[course, lesson] = [row.courseId, row.lessonId];
		if (row.quote)
			out.push(
				`${row.quote
					.split('\n')
					.map((line) => `> ${line}`)
					.join('\n')}\n`,
			);
		if (row.source) out.push(`${row.source}\n`);
		const place =
			row.second !== null ? `#t=${row.second}` : row.paragraph !== null ? `#p${row.paragraph}` : '';
		const when = row.createdAt.toISOString().slice(0, 10);
		out.push(
			`[${row.second !== null ? clock(row.second) : when}](${origin}/courses/${row.courseId}/lessons/${row.lessonId}${place})\n`,
		);
	}
	return out.join('\n');
}

const oneLine = (text: string) =>
	text
		.replace(/\s+/g, ' ')
		.replace(/([[\]])/g, '\\$1')
		.trim();

/** `83` → `1:23`. */
function clock(seconds: number): string {
	const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const two = (n: number) => String(n).padStart(2, '0');
	return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
