import { enrol, recordProgress } from '../../modules/courses/index.ts';
import { aCourse, readWhole } from '../../modules/courses/testing.ts';
import { createPath, issueForCourse, setPathStatus, setSteps } from '../../modules/credentials/index.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import type { Db } from '../../platform/db/index.ts';

/** A free course of `author` in the commons that `member` completed, the certificate of it, and a programme with it. */
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
	return { course: course.id, token: token!, path };
}
