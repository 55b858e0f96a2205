import type { Db } from '../../platform/db/index.ts';
import { submitVersion } from '../courses/index.ts';
import { aCourse, type CourseBuilt } from '../courses/testing.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import { type AssignmentInput, type LessonKey, setAssignment } from './assignment.ts';
import './assignment-kind.ts';
import './gate.ts';
import { readRubric } from './rubric-text.ts';

/** Two criteria, of 4 and of 2 points: places 0, 1, 2 are 4, 2, 0 points and places 0, 1 are 2, 0. */
export const rubric = readRubric(`# Answers the question
- 4 Whole
- 2 Partly
- 0 Not yet

# Shows how
- 2 Yes
- 0 No
`);

export interface AssignmentBuilt {
	key: LessonKey;
	course: CourseBuilt;
	/** Makes a course's mentor of somebody new. */
	mentor: () => Promise<PersonBuilt>;
}

/** A published course of one assignment, in text. */
export async function anAssignment(
	db: Db,
	given: Partial<AssignmentInput> = {},
	course: Parameters<typeof aCourse>[1] = {},
): Promise<AssignmentBuilt> {
	const built = await aCourse(db, {
		...course,
		lessons: [{ kind: 'assignment', title: 'Assignment', source: 'Write it.' }],
		publish: false,
	});
	const key = { courseId: built.id, lessonId: built.lessons[0]! };
	await setAssignment(db, built.author.actor, key, { rubric, ...given });
	await submitVersion(db, built.author.actor, built.id);
	return {
		key,
		course: built,
		mentor: async () => {
			const person = await aPerson(db);
			await db
				.insertInto('course_authors')
				.values({ course_id: built.id, user_id: person.id, role: 'mentor' })
				.execute();
			return person;
		},
	};
}
