import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { courseError, readLearnerCourse } from '../courses/index.ts';
import { assessmentError } from './errors.ts';

export interface LessonKey {
	courseId: ItemId;
	lessonId: LessonId;
}

/**
 * What only its kind has of a lesson that is open to the actor now, by the version they learn by.
 *
 * @throws courses.lesson_not_found, courses.held, assessments.not_a_quiz, assessments.not_an_exercise; refusals of `requireActing`
 */
export async function openLesson(
	db: Db,
	actor: Actor,
	key: LessonKey,
	kind: 'quiz' | 'exercise',
): Promise<{ userId: UserId; data: unknown; learns: boolean }> {
	const { userId } = requireActing(actor);
	const course = await readLearnerCourse(db, actor, key.courseId);
	const lesson = course?.outline.lessons.find(({ id }) => id === key.lessonId);
	if (!course || !lesson) throw courseError('lesson_not_found');
	if (lesson.kind !== kind) throw assessmentError(kind === 'quiz' ? 'not_a_quiz' : 'not_an_exercise');
	if (!course.states.get(lesson.id)?.open) throw courseError('held');
	const { data } = await db
		.selectFrom('lesson_revisions')
		.select('data')
		.where('lesson_id', '=', lesson.id)
		.where('number', '=', lesson.revision)
		.executeTakeFirstOrThrow();
	// A free preview is tried without beginning the course.
	return { userId, data, learns: course.access === 'full' || course.maker };
}
