import type { ItemId, LessonId, SectionId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import './media-kinds.ts';
import { anItem, aPerson, type PersonBuilt, unique } from '../items/testing.ts';
import './kind.ts';
import { addLesson, addSection } from './outline.ts';
import './plain-kinds.ts';
import { saveLesson, setLesson } from './save-lesson.ts';
import type { LessonSettings } from './schemas.ts';
import { submitVersion } from './versions.ts';

export interface CourseBuilt {
	id: ItemId;
	author: PersonBuilt;
	sections: SectionId[];
	lessons: LessonId[];
}

/** A lesson to be made: its text, or what its kind has, and how it opens. */
export interface LessonGiven extends LessonSettings {
	title?: string;
	kind?: string;
	source?: string;
	data?: unknown;
	/** Begins a new section. */
	section?: string;
}

/** A text of so many paragraphs. */
export function paragraphs(count: number): string {
	return Array.from({ length: count }, (_, n) => `Paragraph ${n} says something.`).join('\n\n');
}

/** A course whose first version is published, unless `publish` is false: three free lessons of five paragraphs by default. */
export async function aCourse(
	db: Db,
	given: {
		author?: PersonBuilt;
		title?: string;
		access?: 'free' | 'members' | 'paid';
		status?: 'draft' | 'published';
		spaceId?: number;
		lessons?: LessonGiven[];
		publish?: boolean;
		language?: string;
	} = {},
): Promise<CourseBuilt> {
	const author = given.author ?? (await aPerson(db));
	const item = await anItem(db, {
		kind: 'course',
		title: given.title ?? `Course ${unique('c')}`,
		authorId: author.id,
		access: given.access ?? 'free',
		status: given.status ?? 'published',
		language: given.language ?? 'en',
		...(given.spaceId ? { spaceId: given.spaceId } : {}),
	});
	await db.insertInto('courses').values({ item_id: item.id }).execute();
	const sections: SectionId[] = [];
	const lessons: LessonId[] = [];
	for (const lesson of given.lessons ?? [{}, {}, {}]) {
		if (sections.length === 0 || lesson.section)
			sections.push((await addSection(db, author.actor, item.id, { title: lesson.section ?? 'Section' })).id);
		const { id } = await addLesson(db, author.actor, item.id, {
			sectionId: sections.at(-1)!,
			kind: lesson.kind ?? 'text',
			title: lesson.title ?? `Lesson ${lessons.length + 1}`,
		});
		const key = { courseId: item.id, lessonId: id };
		await saveLesson(db, author.actor, key, {
			title: lesson.title ?? `Lesson ${lessons.length + 1}`,
			source: lesson.source ?? paragraphs(5),
			...(lesson.data === undefined ? {} : { data: lesson.data }),
		});
		const { title: _t, kind: _k, source: _s, data: _d, section: _c, ...settings } = lesson;
		if (Object.keys(settings).length > 0) await setLesson(db, author.actor, key, settings);
		lessons.push(id);
	}
	if (given.publish !== false) await submitVersion(db, author.actor, item.id);
	return { id: item.id, author, sections, lessons };
}

/** A whole lesson read, as a device would report it. */
export const readWhole = (lessonId: LessonId, extent = 5) => ({
	lessonId,
	covered: [[0, extent] as [number, number]],
});
