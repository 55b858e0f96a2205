import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import {
	type LessonPage,
	lessonKinds,
	type Note,
	notesOnLesson,
	type RuleNames,
	readLesson,
	ruleNames,
} from '../../modules/courses/index.ts';
import { type QuestionCard, questionsOnLesson } from '../../modules/mentoring/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { numberOf } from './number-of.ts';

/** What the page of a lesson is made of, besides its reader's name and the addresses of its file. */
export interface LessonPageData extends LessonPage {
	/** What the rules name that keep it closed. */
	names: RuleNames;
	/** The reader's own. */
	notes: Note[];
	questions: QuestionCard[];
	/** What a place in it is counted by. */
	unit: 'paragraph' | 'second' | null;
}

/**
 * Reads what a lesson's page shows: three statements for a learner when this version was read before. What was asked at
 * it is shown to who is signed in and may open it; a visitor's page is kept without.
 *
 * @returns null when there is no such lesson for this reader
 */
export async function loadLessonPage(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
): Promise<LessonPageData | null> {
	const shown = await readLesson(db, actor, key);
	if (!shown) return null;
	const { lesson, state, text } = shown;
	const { userId } = actor;
	const [names, notes, questions] = await Promise.all([
		ruleNames(db, [!state.open && state.why === 'rule' ? state.missing : null]),
		userId !== null && text ? notesOnLesson(db, userId, lesson) : [],
		userId !== null && text
			? questionsOnLesson(db, { id: lesson.id, paragraphs: text.paragraphs }).then(({ items }) => items)
			: [],
	]);
	const unit = userId !== null && text ? (lessonKinds.all.get(lesson.kind)?.unit ?? null) : null;
	return { ...shown, names, notes, questions, unit };
}

/**
 * Names everything that two renderings of the same address can differ by; null where one cannot be used twice: a file
 * has signed addresses, and what other kinds show is their own. Learners who are equally far see the same.
 */
export function lessonPageKey({ course, lesson, text, notes, questions }: LessonPageData): string | null {
	if (lesson.kind !== 'text' || !text || text.mediaId) return null;
	const { title, slug, tags, itemAccess, startedAt, outline, states, progress } = course;
	return JSON.stringify([
		numberOf(text),
		numberOf(outline),
		[title, slug, tags, itemAccess, startedAt !== null],
		[...states],
		[...progress.values()].map(({ lessonId, completed }) => [lessonId, completed]),
		progress.get(lesson.id)?.place,
		notes,
		questions,
	]);
}
