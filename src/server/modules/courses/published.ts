import type { ItemId, LessonId } from '../../kernel/ids.ts';
import { bounded } from '../../platform/cache/bounded.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Rule } from './rule.ts';

/** A lesson in a published outline: what everybody may know of it. */
export interface OutlineLesson {
	id: LessonId;
	key: string;
	kind: string;
	title: string;
	/** Counted through the whole course, from 1. */
	number: number;
	revision: number;
	/** Paragraphs or seconds; 0: not counted. */
	extent: number;
	minutes: number;
	preview: boolean;
	required: boolean;
	dripDays: number | null;
	dripAt: Date | null;
	rule: Rule | null;
}

export interface PublishedOutline {
	version: number;
	sections: { number: number; title: string; lessons: OutlineLesson[] }[];
	/** All lessons in their order. */
	lessons: OutlineLesson[];
}

type Row = OutlineLesson & { section: number; sectionTitle: string };

const lessonsOf = statement<{ id: ItemId; version: number }, Row>(
	`select v.lesson_id as id, l.key, l.kind, r.title, v.number, v.revision, r.extent, r.minutes, v.preview, v.required,
			v.drip_days as "dripDays", v.drip_at as "dripAt", v.rule, v.section, s.title as "sectionTitle"
		from version_lessons v join lessons l on l.id = v.lesson_id
			join lesson_revisions r on r.lesson_id = v.lesson_id and r.number = v.revision
			join version_sections s on s.course_id = v.course_id and s.version = v.version and s.number = v.section
		where v.course_id = :id::bigint and v.version = :version::int order by v.number`,
);

// A published version never changes, so what was read of it once is kept as long as there is room.
const outlines = bounded<PublishedOutline>(8 * 1024 * 1024, 24 * 3_600_000);

/** The outline of a published version. One statement, none when it was read before in this process. */
export async function outlineOf(db: Db, courseId: ItemId, version: number): Promise<PublishedOutline> {
	const key = `${courseId} ${version}`;
	const kept = outlines.get(key);
	if (kept) return kept;
	const rows = await lessonsOf(db, { id: courseId, version });
	const outline: PublishedOutline = { version, sections: [], lessons: [] };
	for (const { section, sectionTitle, ...lesson } of rows) {
		let last = outline.sections.at(-1);
		if (!last || last.number !== section) {
			last = { number: section, title: sectionTitle, lessons: [] };
			outline.sections.push(last);
		}
		last.lessons.push(lesson);
		outline.lessons.push(lesson);
	}
	outlines.set(key, outline, 512 + rows.length * 600);
	return outline;
}

/** What a lesson says, at one revision. */
export interface LessonText {
	html: string;
	headings: { id: string; text: string; level: number }[];
	/** A short hash of each paragraph. */
	paragraphs: string[];
	words: number;
	hasMath: boolean;
	hasMermaid: boolean;
	data: unknown;
	mediaId: number | null;
}

const textOf = statement<{ id: LessonId; revision: number }, LessonText>(
	`select r.html, r.headings, r.paragraphs, r.words, r.has_math as "hasMath", r.has_mermaid as "hasMermaid", r.data,
			r.media_id as "mediaId"
		from lesson_revisions r where r.lesson_id = :id::bigint and r.number = :revision::int`,
);

const textsOf = statement<{ ids: LessonId[]; revisions: number[] }, LessonText & { id: LessonId }>(
	`select r.lesson_id as id, r.html, r.headings, r.paragraphs, r.words, r.has_math as "hasMath", r.has_mermaid as "hasMermaid",
			r.data, r.media_id as "mediaId"
		from unnest(:ids::bigint[], :revisions::int[]) as asked(id, revision)
			join lesson_revisions r on r.lesson_id = asked.id and r.number = asked.revision`,
);

const texts = bounded<LessonText>(12 * 1024 * 1024, 24 * 3_600_000);

/**
 * The text of a published revision, which never changes. Whoever asks has asked the gate: `readLesson` does. One
 * statement, none when it was read before in this process.
 */
export async function publishedText(db: Db, id: LessonId, revision: number): Promise<LessonText | null> {
	const key = `${id} ${revision}`;
	const kept = texts.get(key);
	if (kept) return kept;
	const [row] = await textOf(db, { id, revision });
	if (!row) return null;
	texts.set(key, row, 1024 + 2 * row.html.length);
	return row;
}

/** Lessons whose texts are read at once: what they say together is held no longer than it takes to look through. */
const atOnce = 40;

/**
 * The texts of many published lessons, some at a time, in their order. Whoever asks has asked the gate: see `openTexts`.
 * One statement for each forty that were not read before in this process.
 */
export async function* publishedTexts(
	db: Db,
	lessons: readonly OutlineLesson[],
): AsyncGenerator<{ lesson: OutlineLesson; text: LessonText }> {
	for (let at = 0; at < lessons.length; at += atOnce) {
		const some = lessons.slice(at, at + atOnce);
		const missing = some.filter(({ id, revision }) => !texts.get(`${id} ${revision}`));
		const read = new Map<number, LessonText>();
		if (missing.length > 0) {
			const ids = missing.map(({ id }) => id);
			const revisions = missing.map(({ revision }) => revision);
			for (const { id, ...text } of await textsOf(db, { ids, revisions })) {
				read.set(id, text);
				const { revision } = missing.find((one) => one.id === id)!;
				texts.set(`${id} ${revision}`, text, 1024 + 2 * text.html.length);
			}
		}
		for (const lesson of some) {
			const text = read.get(lesson.id) ?? texts.get(`${lesson.id} ${lesson.revision}`);
			if (text) yield { lesson, text };
		}
	}
}

/** The text of any revision, read anew: one under edit changes. */
export async function currentText(db: Db, id: LessonId, revision: number): Promise<LessonText | null> {
	const [row] = await textOf(db, { id, revision });
	return row ?? null;
}
