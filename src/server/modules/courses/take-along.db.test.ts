import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { aPerson } from '../items/testing.ts';
import { beginCourseTogether, enrol, takeAlong } from './index.ts';
import { aCourse } from './testing.ts';

const { db } = await testDatabase();

test('of a course its open texts may be taken along: not what is closed, and not what needs the server', async () => {
	const course = await aCourse(db, {
		lessons: [
			{},
			{ dripDays: 7 },
			{ kind: 'live', data: { url: 'https://meet.example.org' }, source: '' },
			{},
		],
	});
	const learner = await aPerson(db);
	await enrol(db, learner.actor, course.id);
	const along = await takeAlong(db, learner.actor, course.id);
	expect(along).toMatchObject({ learnerId: learner.id, days: 31 });
	expect(along.lessons.map(({ id, number, href }) => [id, number, href])).toEqual(
		[1, 4].map((number) => {
			const id = course.lessons[number - 1];
			return [id, number, `/courses/${course.id}/lessons/${id}`];
		}),
	);
});

test('what is not theirs nobody takes along, whatever of it is free to look at', async () => {
	const { id } = await aCourse(db, { access: 'paid', lessons: [{ preview: true }, {}] });
	const stranger = await aPerson(db);
	await expect(takeAlong(db, stranger.actor, id)).rejects.toMatchObject({ code: 'courses.held' });
	await expect(takeAlong(db, visitor, id)).rejects.toMatchObject({ status: 401 });
	await db
		.insertInto('entitlements')
		.values({ user_id: stranger.id, item_id: id, source: 'grant', source_ref: 'test' })
		.execute();
	expect((await takeAlong(db, stranger.actor, id)).lessons).toHaveLength(2);
	await db.updateTable('entitlements').set({ revoked_at: new Date() }).where('item_id', '=', id).execute();
	await expect(takeAlong(db, stranger.actor, id)).rejects.toMatchObject({ code: 'courses.held' });
	const draft = await aCourse(db, { status: 'draft' });
	await expect(takeAlong(db, stranger.actor, draft.id)).rejects.toMatchObject({ code: 'courses.not_found' });
});

test('a class that begins together is counted once, and who had begun is not begun again', async () => {
	const { id } = await aCourse(db);
	const people = await Promise.all(Array.from({ length: 5 }, () => aPerson(db)));
	const ids = people.map((person) => person.id);
	await enrol(db, people[0]!.actor, id);
	const begun = await db.transaction().execute((tx) => beginCourseTogether(tx, id, [...ids, ids[1]!]));
	expect(begun.sort()).toEqual(ids.slice(1).sort());
	const count = async () =>
		(
			await db
				.selectFrom('courses')
				.select('learner_count')
				.where('item_id', '=', id)
				.executeTakeFirstOrThrow()
		).learner_count;
	expect(await count()).toBe(5);
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'courses.begun')
		.where('actor_id', 'in', ids)
		.execute();
	expect(told).toHaveLength(5);
	const unpublished = await aCourse(db, { publish: false });
	expect(await db.transaction().execute((tx) => beginCourseTogether(tx, unpublished.id, ids))).toEqual([]);
});
