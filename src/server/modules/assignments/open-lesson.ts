import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { courseError, readLearnerCourse } from '../courses/index.ts';
import { type Assignment, findAssignment, type LessonKey } from './assignment.ts';
import { assignmentError } from './errors.ts';

/** An assignment that is open to the actor now, by the version they learn by. */
export interface OpenAssignment {
	userId: UserId;
	assignment: Assignment;
	/** When they began the course; null when they have not. */
	startedAt: Date | null;
}

/**
 * The assignment of a lesson, for who may hand something in. A free preview may be looked at; what is handed in takes a
 * mentor's time, so it needs the course.
 *
 * @throws courses.lesson_not_found, courses.held, assignments.not_an_assignment; refusals of `requireActing`
 */
export async function openAssignment(db: Db, actor: Actor, key: LessonKey): Promise<OpenAssignment> {
	const { userId } = requireActing(actor);
	const course = await readLearnerCourse(db, actor, key.courseId);
	const lesson = course?.outline.lessons.find(({ id }) => id === key.lessonId);
	if (!course || !lesson) throw courseError('lesson_not_found');
	if (lesson.kind !== 'assignment') throw assignmentError('not_an_assignment');
	if (!course.states.get(lesson.id)?.open || !(course.access === 'full' || course.maker))
		throw courseError('held');
	const { data } = await db
		.selectFrom('lesson_revisions')
		.select('data')
		.where('lesson_id', '=', lesson.id)
		.where('number', '=', lesson.revision)
		.executeTakeFirstOrThrow();
	const { assignmentId } = data as { assignmentId?: number | null };
	const assignment = assignmentId ? await findAssignment(db, key.courseId, assignmentId) : null;
	if (!assignment) throw assignmentError('not_an_assignment');
	return { userId, assignment, startedAt: course.startedAt };
}
