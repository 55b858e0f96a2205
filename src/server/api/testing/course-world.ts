import type { SpaceId } from '../../kernel/ids.ts';
import {
	addLesson,
	enrol,
	recordProgress,
	removeLesson,
	submitVersion,
	takeNote,
} from '../../modules/courses/index.ts';
import { aCourse } from '../../modules/courses/testing.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import type { Db } from '../../platform/db/index.ts';

/** A free course of `author` in the private space, which `author` and `member` learn, and one whose version waits for review. */
export async function buildCourses(
	db: Db,
	{
		author,
		member,
		spaceId,
		helper,
	}: { author: PersonBuilt; member: PersonBuilt; spaceId: SpaceId; helper: PersonBuilt },
) {
	const course = await aCourse(db, { author, spaceId, lessons: [{}, {}] });
	const waiting = await aCourse(db, { author, spaceId, publish: false });
	await submitVersion(db, author.actor, waiting.id, { review: true });
	const ready = await aCourse(db, { author, spaceId, publish: false });
	const { id: removed } = await addLesson(db, author.actor, course.id, {
		sectionId: course.sections[0]!,
		kind: 'text',
		title: 'Taken out',
	});
	await removeLesson(db, author.actor, { courseId: course.id, lessonId: removed });
	for (const { actor } of [author, member]) {
		await enrol(db, actor, course.id);
		await recordProgress(db, actor, {
			reports: [{ lessonId: course.lessons[0]!, covered: [[0, 2]], place: 1, at: 1 }],
		});
	}
	const { id: note } = await takeNote(db, author.actor, {
		lessonId: course.lessons[0]!,
		paragraph: 1,
		quote: 'something',
		source: 'A thought.',
	});
	await db
		.insertInto('course_authors')
		.values({ course_id: course.id, user_id: helper.id, role: 'editor' })
		.execute();
	return {
		id: course.id,
		lessons: course.lessons as [number, number],
		section: course.sections[0]!,
		waiting: waiting.id,
		ready: ready.id,
		removed,
		note,
		helper: helper.handle,
	};
}
