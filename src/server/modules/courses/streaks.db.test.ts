import { expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { aPerson } from '../items/testing.ts';
import { countStreak, enrol, readStreak, recordProgress, remindLearners, setGoal } from './index.ts';
import { aCourse } from './testing.ts';

const { db } = await testDatabase();

test('a streak is a row of days with five minutes or a lesson; today may still come', () => {
	const day = (date: string, seconds = 600, lessons = 0) => ({ day: date, seconds, lessons });
	const days = [
		day('2026-02-26'),
		day('2026-02-27', 0, 1),
		day('2026-02-28', 299),
		day('2026-03-01'),
		day('2026-03-02'),
		day('2026-03-03'),
	];
	expect(countStreak(days, '2026-03-03')).toEqual({ current: 3, longest: 3 });
	expect(countStreak(days, '2026-03-04')).toEqual({ current: 3, longest: 3 });
	expect(countStreak(days, '2026-03-05')).toEqual({ current: 0, longest: 3 });
	expect(countStreak([], '2026-03-05')).toEqual({ current: 0, longest: 0 });
	// February has 28 days that year, and a row goes over its end.
	expect(countStreak([day('2026-02-28'), day('2026-03-01')], '2026-03-01').current).toBe(2);
});

test('who asked for it is reminded once, in their hour, on a day that is not done', async () => {
	const course = await aCourse(db);
	const learner = async (zone: string, goal: { remind: boolean; remindHour: number; minutes?: number }) => {
		const person = await aPerson(db);
		await db.updateTable('users').set({ time_zone: zone }).where('id', '=', person.id).execute();
		await enrol(db, person.actor, course.id);
		const clock = Math.floor(now().getTime() / 1000);
		await recordProgress(db, person.actor, {
			reports: [{ lessonId: course.lessons[0]!, studied: [[clock - 400, clock]] }],
		});
		await setGoal(db, person.actor, goal);
		return person.id;
	};
	const told = async () =>
		(
			await db
				.selectFrom('events')
				.select('payload')
				.where('type', '=', 'courses.reminded')
				.orderBy('id')
				.execute()
		).map(({ payload }) => (payload as { learnerId: number }).learnerId);
	// Noon in UTC, tomorrow: what was learnt today was yesterday.
	const noon = new Date(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T12:05:00Z`);
	const here = await learner('UTC', { remind: true, remindHour: 12 });
	const there = await learner('Asia/Shanghai', { remind: true, remindHour: 20 });
	await learner('UTC', { remind: true, remindHour: 13 });
	await learner('UTC', { remind: false, remindHour: 12 });
	try {
		travel(noon.getTime() - Date.now());
		expect(await remindLearners(db)).toBe(2);
		expect((await told()).sort()).toEqual([here, there].sort());
		// Two processes, and a quarter of an hour later: nobody hears of it again today.
		travel(noon.getTime() + 900_000 - Date.now());
		await Promise.all([remindLearners(db), remindLearners(db)]);
		expect((await told()).length).toBe(2);
		expect((await readStreak(db, here)).current).toBe(1);
	} finally {
		travel(0);
	}
});

test('who has reached the goal, or learns nothing any more, is left alone', async () => {
	const course = await aCourse(db, { lessons: [{}] });
	const person = await aPerson(db);
	await db.updateTable('users').set({ time_zone: 'UTC' }).where('id', '=', person.id).execute();
	await enrol(db, person.actor, course.id);
	const hour = now().getUTCHours();
	await setGoal(db, person.actor, { remind: true, remindHour: hour, minutes: 1 });
	// Not learnt for two weeks, or ever.
	expect(await remindLearners(db)).toBe(0);
	const clock = Math.floor(now().getTime() / 1000);
	await recordProgress(db, person.actor, {
		reports: [{ lessonId: course.lessons[0]!, studied: [[clock - 120, clock]] }],
	});
	const { today, goal } = await readStreak(db, person.id);
	expect(goal).toEqual({ minutes: 1, remind: true, remindHour: hour });
	// Within the first two minutes of a day half of it was yesterday.
	if (today.seconds >= 60) expect(await remindLearners(db)).toBe(0);
});
