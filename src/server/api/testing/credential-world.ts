import { addQuestions } from '../../modules/assessments/index.ts';
import { enrol, recordProgress, submitVersion } from '../../modules/courses/index.ts';
import { aCourse, readWhole } from '../../modules/courses/testing.ts';
import {
	beginLevelTest,
	createPath,
	issueForCourse,
	setPathStatus,
	setSteps,
} from '../../modules/credentials/index.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import type { Db } from '../../platform/db/index.ts';

/** A free course of `author` in the commons that `member` completed, the certificate of it, a programme with it; and a level test. */
export async function buildCredentials(
	db: Db,
	{ author, member, secret }: { author: PersonBuilt; member: PersonBuilt; secret: string },
) {
	const course = await aCourse(db, { author, lessons: [{}] });
	await enrol(db, member.actor, course.id);
	await recordProgress(db, member.actor, { reports: [readWhole(course.lessons[0]!)] });
	const token = await issueForCourse(
		db,
		{ secret, origin: 'https://stoa.example' },
		{ userId: member.id, courseId: course.id },
	);
	const path = await createPath(db, author.actor, { title: 'From the ground', language: 'en' });
	await setSteps(db, author.actor, path, [{ title: 'Basics', courses: [course.id] }]);
	await setPathStatus(db, author.actor, path, 'published');
	const [basics, goal] = [await aCourse(db, { author }), await aCourse(db, { author, publish: false })];
	await addQuestions(db, author.actor, basics.id, {
		source: [1, 2, 3, 4, 5].map((n) => `Is ${n} a number?\n= true`).join('\n---\n'),
	});
	await db
		.updateTable('courses')
		.set({ rule: JSON.stringify({ course: basics.id }) })
		.where('item_id', '=', goal.id)
		.execute();
	await submitVersion(db, author.actor, goal.id);
	await beginLevelTest(db, member.actor, { course: goal.id, language: 'en' });
	return { course: course.id, token: token!, path, goal: goal.id };
}
