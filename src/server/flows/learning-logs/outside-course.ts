import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId, SpaceId, UserId } from '../../kernel/ids.ts';
import {
	addLesson,
	createCourse,
	draftOutline,
	lessonKinds,
	saveLesson,
} from '../../modules/courses/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { publishCourse } from '../author-course.ts';

/** What was learnt in another place: there is nothing to be shown of it here, but who did it, when and how well. */
lessonKinds.register({
	name: 'outside',
	icon: 'globe',
	data: z.object({}).default({}),
	unit: null,
	completion: { by: 'passed' },
	manual: false,
});

/** A published course with a lesson for each key. */
export async function anOutsideCourse(
	db: Db,
	author: Actor,
	given: { title: string; spaceId: SpaceId; lessons: { key: string; title: string }[] },
): Promise<{ id: ItemId; lessons: Map<string, LessonId> }> {
	const { id } = await createCourse(db, author, {
		title: given.title,
		spaceId: given.spaceId,
		language: 'en',
	});
	const [section] = (await draftOutline(db, author, id)).sections;
	const lessons = new Map<string, LessonId>();
	for (const { key, title } of given.lessons) {
		const made = await addLesson(db, author, id, { sectionId: section!.id, kind: 'outside', title, key });
		await saveLesson(db, author, { courseId: id, lessonId: made.id }, { title, source: '' });
		lessons.set(key, made.id);
	}
	await publishCourse(db, author, id);
	return { id, lessons };
}

/** Accounts for people who are known by a number only: nobody can sign in as one. @returns ids by number */
export async function outsideLearners(
	db: Db,
	prefix: string,
	numbers: readonly string[],
): Promise<Map<string, UserId>> {
	const ids = new Map<string, UserId>();
	for (let at = 0; at < numbers.length; at += 1000) {
		const some = numbers.slice(at, at + 1000);
		const rows = await db
			.insertInto('users')
			.values(
				some.map((number) => ({
					handle: `${prefix}-${number}`,
					name: `${prefix} ${number}`,
					email: `${prefix}-${number}@learners.invalid`,
					email_verified: true,
					origin: 'import',
					time_zone: 'UTC',
				})),
			)
			.onConflict((conflict) => conflict.column('handle').doUpdateSet({ origin: 'import' }))
			.returning(['id', 'handle'])
			.execute();
		for (const { id, handle } of rows) ids.set(handle.slice(prefix.length + 1), id);
	}
	return ids;
}
