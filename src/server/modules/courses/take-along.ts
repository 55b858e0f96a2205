import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { hrefOf } from '../items/index.ts';
import { courseError } from './errors.ts';
import { readLearnerCourse } from './read-lesson.ts';

/** Days that what was taken along may be read without asking again whether it still may. */
export const daysAlong = 31;

/** What of a course somebody may keep on their device now. */
export interface TakenAlong {
	/** Whose it is: nobody else of the same browser may have it. */
	learnerId: UserId;
	course: { id: ItemId; title: string; language: string; version: number; href: string };
	/** The texts that are open to them; what is played or marked needs the server. */
	lessons: { id: LessonId; number: number; section: string; title: string; revision: number; href: string }[];
	days: number;
}

/**
 * Says what of a course may be taken along: asked before anything is kept, and again whenever there is a connection, as
 * what an entitlement no longer opens must go. The texts themselves come from the lessons' pages, by their gate.
 *
 * @throws courses.not_found, courses.held when the course is not theirs; sign_in_required
 */
export async function takeAlong(db: Db, actor: Actor, courseId: ItemId): Promise<TakenAlong> {
	const { userId } = requireMember(actor);
	const course = await readLearnerCourse(db, actor, courseId);
	if (!course) throw courseError('not_found');
	if (course.access !== 'full' && !course.maker) throw courseError('held');
	const { id, title, slug, language, version, outline, states } = course;
	return {
		learnerId: userId,
		course: { id, title, language, version, href: hrefOf({ kind: 'course', id, slug }) },
		lessons: outline.sections.flatMap((section) =>
			section.lessons
				.filter((lesson) => lesson.kind === 'text' && states.get(lesson.id)?.open)
				.map((lesson) => ({
					id: lesson.id,
					number: lesson.number,
					section: section.title,
					title: lesson.title,
					revision: lesson.revision,
					href: `/courses/${id}/lessons/${lesson.id}`,
				})),
		),
		days: daysAlong,
	};
}
