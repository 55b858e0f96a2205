import { afterEach, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { updateProfile } from '../accounts/index.ts';
import { checkIn, createCohort, joinCohort, publishCohort, remindMembers } from '../cohorts/index.ts';
import { aDay } from '../cohorts/testing.ts';
import { aCourse } from '../courses/testing.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import { giveTraining, remindTrainees } from '../organisations/index.ts';
import { anOrganisation } from '../organisations/testing.ts';
import { learningLetterHandlers, notificationHandlers } from './index.ts';

const { db } = await testDatabase();
afterEach(() => travel(0));
const HOUR = 3_600_000;
const handlers = [...notificationHandlers, ...learningLetterHandlers('https://stoa.example')];

async function lettersTo({ id }: PersonBuilt) {
	await drainEvents(db, handlers);
	const { email } = await db
		.selectFrom('users')
		.select('email')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return db
		.selectFrom('mails')
		.select(['kind', 'subject', 'body_text as text'])
		.where('recipient', '=', email)
		.orderBy('id')
		.execute();
}
const kinds = async (who: PersonBuilt) => (await lettersTo(who)).map(({ kind }) => kind);
const quiet = async (who: PersonBuilt) =>
	updateProfile(db, who.actor, {
		name: who.name,
		handle: who.handle,
		locale: 'en',
		timeZone: 'UTC',
		learningLetters: false,
	});
/** To an hour of a day from now on, by UTC. */
const goTo = (days: number, hour: number) => {
	travel(0);
	travel(Date.parse(`${aDay(days)}T00:00:00Z`) + hour * HOUR - Date.now());
};

test('a member is written to when it begins tomorrow, and of the first day that was missed; who does not want letters is told in the app only', async () => {
	const course = await aCourse(db);
	const { id } = await createCohort(db, course.author.actor, course.id, {
		name: 'Spring',
		startsOn: aDay(2),
		endsOn: aDay(20),
		joinUntil: aDay(3),
		timeZone: 'UTC',
		seats: 5,
		rule: { lessons: false, checkIns: 3 },
		makeupCards: 1,
	});
	await publishCohort(db, course.author.actor, id);
	const [ada, bo] = [await aPerson(db), await aPerson(db)];
	for (const who of [ada, bo]) await joinCohort(db, who.actor, id);
	await quiet(bo);
	goTo(1, 7);
	expect(await remindMembers(db)).toBe(0);
	goTo(1, 9);
	expect(await remindMembers(db)).toBe(2);
	expect(await remindMembers(db)).toBe(0);
	expect(await kinds(ada)).toEqual(['cohort-begins']);
	expect(await kinds(bo)).toEqual([]);
	const told = await db.selectFrom('notifications').select('kind').where('user_id', '=', bo.id).execute();
	expect(told).toEqual([{ kind: 'cohort_begins' }]);

	goTo(2, 12);
	await checkIn(db, ada.actor, id, { text: 'Here.' });
	goTo(3, 9);
	// Bo missed the first day, Ada did not.
	expect(await remindMembers(db)).toBe(1);
	goTo(4, 9);
	// Ada missed the second; Bo, who missed both, is not told again.
	expect(await remindMembers(db)).toBe(1);
	goTo(5, 9);
	expect(await remindMembers(db)).toBe(0);
	const [, missed] = await lettersTo(ada);
	expect(missed).toMatchObject({ kind: 'cohort-missed' });
	expect(missed!.text).toContain('https://stoa.example/cohorts/');
	expect(missed!.text).toContain('https://stoa.example/settings');
	expect(missed!.text).not.toMatch(/[{}]/);
});

test('of a training one is written to when it is given, due and over, once each', async () => {
	const [ada, bo] = [await aPerson(db), await aPerson(db)];
	const { owner, slug } = await anOrganisation(db, { members: [ada, bo] });
	await quiet(bo);
	const course = await aCourse(db);
	await giveTraining(db, owner.actor, slug, {
		courseId: course.id,
		dueAt: new Date(Date.now() + 6 * 24 * HOUR),
	});
	expect(await kinds(ada)).toEqual(['training-given']);
	for (const days of [2, 9]) {
		goTo(days, 10);
		await db.updateTable('users').set({ time_zone: 'UTC' }).where('id', '=', ada.id).execute();
		await remindTrainees(db);
		await remindTrainees(db);
	}
	expect(await kinds(ada)).toEqual(['training-given', 'training-due', 'training-late']);
	expect(await kinds(bo)).toEqual([]);
});
