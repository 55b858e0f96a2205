import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { recordProgress } from '../courses/index.ts';
import { aCourse, type CourseBuilt, readWhole } from '../courses/testing.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import { readDesk } from '../mentoring/index.ts';
import {
	assignGroup,
	type CohortInput,
	calendarToken,
	checkIn,
	cheer,
	chooseGroup,
	createCohort,
	dropPlanned,
	findCohort,
	joinCohort,
	leaveFreeCohort,
	listCheckIns,
	listGroups,
	listMembers,
	listMyCohorts,
	listOpenCohorts,
	listPlan,
	makeUp,
	mustSeeCohort,
	planEntry,
	publishCohort,
	readCalendar,
	readClassProgress,
	readOwnDays,
	remindMember,
	renewCalendar,
	splitEvenly,
	spreadLessons,
} from './index.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
/** Goes to a moment. */
const goTo = (moment: string) => travel(Date.parse(moment) - Date.now());
afterEach(() => travel(0));

async function aCohort(given: Partial<CohortInput> & { course?: CourseBuilt; publish?: boolean } = {}) {
	const { course: made, publish = true, ...input } = given;
	const course = made ?? (await aCourse(db, { lessons: [{}, {}] }));
	const { id } = await createCohort(db, course.author.actor, course.id, {
		name: 'Spring',
		startsOn: '2030-03-25',
		endsOn: '2030-04-07',
		joinUntil: '2030-03-30',
		timeZone: 'Europe/Berlin',
		seats: 50,
		makeupCards: 2,
		...input,
	});
	if (publish) await publishCohort(db, course.author.actor, id);
	return { id, course, author: course.author };
}
async function joined(id: number, person?: PersonBuilt) {
	const one = person ?? (await aPerson(db));
	await joinCohort(db, one.actor, id);
	return one;
}
const inside = async (id: number) => (await findCohort(db, id))!;

test('a cohort begins and ends with the days of its own zone, also where clocks change', async () => {
	const { id } = await aCohort();
	const cohort = await inside(id);
	// Berlin is an hour ahead in March, and two after the 31st.
	expect([cohort.startsAt, cohort.endsAt].map((at) => at.toISOString())).toEqual([
		'2030-03-24T23:00:00.000Z',
		'2030-04-07T22:00:00.000Z',
	]);
});

test('a check-in counts once for the day that it is in the cohort’s zone, wherever its member is', async () => {
	const { id } = await aCohort();
	goTo('2030-03-20T12:00:00Z');
	const member = await joined(id);
	const stranger = await aPerson(db);
	expect(await code(checkIn(db, member.actor, id, { text: 'Early' }))).toBe('cohorts.not_running');
	goTo('2030-03-24T23:30:00Z');
	expect((await checkIn(db, member.actor, id, { text: 'Just begun' })).day).toBe('2030-03-25');
	expect(await code(checkIn(db, member.actor, id, { text: 'Again' }))).toBe('cohorts.checked_in');
	expect(await code(checkIn(db, stranger.actor, id, { text: 'Me, too' }))).toBe('cohorts.not_a_member');
	// The day on which clocks go forward has 23 hours and is one day.
	goTo('2030-03-31T00:30:00Z');
	expect((await checkIn(db, member.actor, id, { text: 'Before' })).day).toBe('2030-03-31');
	goTo('2030-03-31T21:59:00Z');
	expect(await code(checkIn(db, member.actor, id, { text: 'After' }))).toBe('cohorts.checked_in');
	goTo('2030-03-31T22:01:00Z');
	expect((await checkIn(db, member.actor, id, { text: 'Next day' })).day).toBe('2030-04-01');
	goTo('2030-04-07T22:00:01Z');
	expect(await code(checkIn(db, member.actor, id, { text: 'Late' }))).toBe('cohorts.not_running');
	expect(await code(checkIn(db, member.actor, id, { text: '  ' }))).toBe('common.invalid_input');
});

test('fifty windows at once make one check-in, and no more cards are spent than there are', async () => {
	const { id } = await aCohort();
	goTo('2030-03-26T12:00:00Z');
	const member = await joined(id);
	goTo('2030-04-02T12:00:00Z');
	const done = await Promise.all(
		Array.from({ length: 50 }, () => code(checkIn(db, member.actor, id, { text: 'Now' }))),
	);
	expect(done.filter((one) => one === 'no refusal')).toHaveLength(1);
	const days = ['2030-03-25', '2030-03-26', '2030-03-27', '2030-03-28', '2030-03-29'];
	const made = await Promise.all(
		days.map((day) => code(makeUp(db, member.actor, id, { day, text: 'Later' }))),
	);
	expect(made.filter((one) => one === 'no refusal')).toHaveLength(2);
	expect(made.filter((one) => one === 'cohorts.no_card')).toHaveLength(3);
	for (const day of ['2030-04-02', '2030-04-03', '2030-03-24', 'yesterday'])
		expect(await code(makeUp(db, member.actor, id, { day, text: 'x' }))).toMatch(
			/day_not_missed|invalid_input|no_card/,
		);
	const own = await readOwnDays(db, await inside(id), member.id, 2);
	expect([own.count, own.cardsLeft, own.doneToday, own.days.length]).toEqual([3, 0, true, 9]);
	const row = await db
		.selectFrom('cohort_members')
		.select('check_in_count')
		.where('user_id', '=', member.id)
		.executeTakeFirstOrThrow();
	expect(row.check_in_count).toBe(3);
});

test('the class sees what was checked in and cheers; who is outside sees nothing', async () => {
	const { id, author } = await aCohort();
	goTo('2030-03-26T12:00:00Z');
	const [one, two, stranger] = [await joined(id), await joined(id), await aPerson(db)];
	const { id: checked } = await checkIn(db, one.actor, id, { text: 'First <b>line</b>' });
	await Promise.all([cheer(db, two.actor, checked, true), cheer(db, two.actor, checked, true)]);
	const [card] = (await listCheckIns(db, two.actor, id)).items;
	expect([card?.text, card?.cheers, card?.cheered]).toEqual(['First <b>line</b>', 1, true]);
	await cheer(db, two.actor, checked, false);
	expect((await listCheckIns(db, author.actor, id)).items[0]?.cheers).toBe(0);
	expect(await code(listCheckIns(db, stranger.actor, id))).toBe('cohorts.not_a_member');
	expect(await code(cheer(db, stranger.actor, checked, true))).toBe('cohorts.not_a_member');
	// Who leaves takes their words along.
	await leaveFreeCohort(db, one.actor, id);
	expect((await listCheckIns(db, two.actor, id)).items).toEqual([]);
});

test('members who come at once are spread evenly over the groups, or go where there is room', async () => {
	const even = await aCohort({ groupsBy: 'even', groups: 4, seats: 30 });
	goTo('2030-03-26T12:00:00Z');
	await Promise.all(Array.from({ length: 22 }, () => joined(even.id)));
	expect((await listGroups(db, even.id)).map(({ members }) => members).sort()).toEqual([5, 5, 6, 6]);

	const choice = await aCohort({ groupsBy: 'choice', groups: 2, seats: 4 });
	const people = await Promise.all(Array.from({ length: 4 }, () => joined(choice.id)));
	const [first, second] = await listGroups(db, choice.id);
	const chosen = await Promise.all(
		people.map((one) => code(chooseGroup(db, one.actor, choice.id, first!.id))),
	);
	expect(chosen.filter((one) => one === 'no refusal')).toHaveLength(2);
	expect(chosen.filter((one) => one === 'cohorts.group_full')).toHaveLength(2);
	expect(await code(chooseGroup(db, people[0]!.actor, choice.id, 999_999))).toBe('cohorts.group_not_found');
	await assignGroup(db, choice.author.actor, choice.id, { handle: people[0]!.handle, groupId: second!.id });
	await splitEvenly(db, choice.author.actor, choice.id);
	expect((await listGroups(db, choice.id)).map(({ members }) => members)).toEqual([2, 2]);
	expect(await code(splitEvenly(db, people[0]!.actor, choice.id))).toBe('common.forbidden');
});

test('a plan has lessons by day and meetings by the hour; where one meets is for who is inside', async () => {
	const { id, author, course } = await aCohort();
	expect(await spreadLessons(db, author.actor, id, { weekdays: [1, 4] })).toBe(2);
	const meeting = await planEntry(db, author.actor, id, {
		day: '2030-04-01',
		time: '20:00',
		minutes: 45,
		title: 'We meet',
		place: 'https://meet.example/abc',
	});
	const plan = await listPlan(db, id, true);
	expect(plan.map(({ day, lessonId }) => [day, lessonId])).toEqual([
		['2030-03-25', course.lessons[0]],
		['2030-04-01', course.lessons[1]],
		['2030-04-01', null],
	]);
	// 20:00 in Berlin is 18:00 UTC after the change.
	expect(plan[2]?.startsAt?.toISOString()).toBe('2030-04-01T18:00:00.000Z');
	expect((await listPlan(db, id, false)).map(({ place }) => place)).toEqual(['', '', '']);
	const plans = (given: object) =>
		code(planEntry(db, author.actor, id, { day: '2030-03-31', title: 'x', ...given }));
	expect(await plans({ time: '02:30' })).toBe('cohorts.plan_time');
	expect(await plans({ day: '2030-05-01' })).toBe('cohorts.plan_day');
	expect(await plans({ time: '25:00' })).toBe('common.invalid_input');
	expect(await plans({ lessonId: 999_999 })).toBe('cohorts.plan_lesson');
	expect(await plans({ title: '' })).toBe('cohorts.name_missing');
	await dropPlanned(db, author.actor, id, meeting.id);
	expect(await code(dropPlanned(db, author.actor, id, meeting.id))).toBe('cohorts.plan_not_found');
});

test('a calendar is read by its address alone, and by no other once that was renewed', async () => {
	const { id, author } = await aCohort({ name: 'Spring, in Berlin; really' });
	await planEntry(db, author.actor, id, {
		day: '2030-04-01',
		time: '20:00',
		title: 'We meet',
		place: 'Room 1',
	});
	goTo('2030-03-26T12:00:00Z');
	const [member, stranger] = [await joined(id), await aPerson(db)];
	const about = {
		secret: 'a secret of tests',
		origin: 'https://stoa.example',
		words: () => ({
			name: 'Mine',
			begins: (name: string) => `${name} begins`,
			ends: (name: string) => `${name} ends`,
			talk: (name: string) => name,
		}),
	};
	const token = await calendarToken(db, member.actor, about.secret);
	const text = await readCalendar(db, token, about);
	expect(text).toContain('SUMMARY:Spring\\, in Berlin\\; really begins');
	expect(text).toContain('DTSTART:20300401T180000Z');
	expect(text).toContain('LOCATION:Room 1');
	const other = await calendarToken(db, stranger.actor, about.secret);
	expect(await readCalendar(db, other, about)).not.toContain('BEGIN:VEVENT');
	const renewed = await renewCalendar(db, member.actor, about.secret);
	expect(renewed).not.toBe(token);
	expect(await readCalendar(db, renewed, about)).toBe(text);
	const tail = other.split('-').slice(1).join('-');
	for (const wrong of [token, '', '1', `${member.id}-`, `${member.id}-${tail}`, `999999-${tail}`])
		expect(await code(readCalendar(db, wrong, about))).toBe('cohorts.calendar_not_found');
	expect(await code(readCalendar(db, renewed, { ...about, secret: 'another' }))).toBe(
		'cohorts.calendar_not_found',
	);
});

test('who looks after a cohort sees who is behind and silent, and reminds them once a day; members see figures only', async () => {
	const { id, author, course } = await aCohort();
	await spreadLessons(db, author.actor, id);
	goTo('2030-03-25T12:00:00Z');
	const [diligent, silent] = [await joined(id), await joined(id)];
	await recordProgress(db, diligent.actor, { reports: course.lessons.map((lesson) => readWhole(lesson)) });
	goTo('2030-04-04T13:00:00Z');
	await checkIn(db, diligent.actor, id, { text: 'Done' });
	const members = await listMembers(db, author.actor, id);
	expect(
		members.map(({ userId, behind, silentDays, lessonsDone }) => [userId, behind, silentDays, lessonsDone]),
	).toEqual([
		[diligent.id, 0, 0, 2],
		[silent.id, 2, 10, 0],
	]);
	expect(await code(listMembers(db, silent.actor, id))).toBe('common.forbidden');
	const cohort = await inside(id);
	const seen = await readClassProgress(db, cohort, silent.id);
	expect([seen.members, seen.lessons, seen.own?.behind, seen.own?.share]).toEqual([2, 0.5, 2, 0]);
	expect(JSON.stringify(seen)).not.toContain(diligent.handle);

	const care = async () =>
		(await readDesk(db, author.actor)).lists.find(({ name }) => name === 'cohort-members');
	expect((await care())?.rows).toMatchObject([{ title: silent.name, figure: 10 }]);
	await remindMember(db, author.actor, id, silent.handle);
	expect(await code(remindMember(db, author.actor, id, silent.handle))).toBe('cohorts.reminded_lately');
	expect((await care())?.count).toBe(0);
	expect(await code(remindMember(db, silent.actor, id, diligent.handle))).toBe('common.forbidden');
});

test('bad input is refused at the field that is wrong, and a draft is nobody’s affair but its makers’', async () => {
	const course = await aCourse(db);
	const field = (given: object) =>
		aCohort({ course, publish: false, ...given }).then(
			() => 'no refusal',
			(error: AppError) => Object.entries(error.fields)[0]?.join(' '),
		);
	expect(await field({ name: ' ' })).toBe('name cohorts.name_missing');
	expect(await field({ endsOn: '2030-03-24', joinUntil: '2030-03-24' })).toBe('endsOn cohorts.days_order');
	expect(await field({ endsOn: '2032-03-24' })).toBe('endsOn cohorts.too_long');
	expect(await field({ startsOn: '2030-02-30' })).toBe('startsOn common.bad_date');
	expect(await field({ joinUntil: '2030-04-08' })).toBe('joinUntil cohorts.join_late');
	expect(await field({ timeZone: 'Mars/Base' })).toBe('timeZone cohorts.time_zone');
	expect(await field({ seats: 0 })).toBe('seats cohorts.seats');
	expect(await field({ deposit: -1 })).toBe('deposit cohorts.money_shape');
	expect(await field({ deposit: 100, rule: { lessons: false, checkIns: 0 } })).toBe(
		'deposit cohorts.rule_empty',
	);
	expect(await field({ rule: { checkIns: 12 } })).toBe('rule.checkIns cohorts.rule_too_many_days');
	expect(await field({ groupsBy: 'even', groups: 1 })).toBe('groups cohorts.groups_few');
	const draft = await aCohort({ course, publish: false });
	const stranger = await aPerson(db);
	expect(await code(mustSeeCohort(db, stranger.actor, draft.id))).toBe('cohorts.not_found');
	expect(
		await code(
			createCohort(db, stranger.actor, course.id, {
				name: 'x',
				startsOn: '2030-03-25',
				endsOn: '2030-03-26',
				timeZone: 'UTC',
				seats: 1,
			}),
		),
	).toBe('common.forbidden');
	goTo('2030-03-31T12:00:00Z');
	expect(await code(publishCohort(db, course.author.actor, draft.id))).toBe('cohorts.over');
});

test('lists name what can be joined, and what is mine', async () => {
	const { id } = await aCohort({ seats: 1 });
	goTo('2030-03-20T12:00:00Z');
	const [person, other] = [await aPerson(db), await aPerson(db)];
	const open = async () => {
		const found: number[] = [];
		for (let cursor: string | null = null; ; ) {
			const page = await listOpenCohorts(db, other.actor, { cursor, limit: 2 });
			found.push(...page.items.map((one) => one.id));
			cursor = page.next;
			if (!cursor) return found;
		}
	};
	expect(await open()).toContain(id);
	await joined(id, person);
	expect(await open()).not.toContain(id);
	expect((await listMyCohorts(db, person.id)).map((one) => one.id)).toEqual([id]);
	await leaveFreeCohort(db, person.actor, id);
	expect(await listMyCohorts(db, person.id)).toEqual([]);
	expect(await open()).toContain(id);
	goTo('2030-03-30T23:00:01Z');
	expect(now() > (await inside(id)).joinUntilAt && !(await open()).includes(id)).toBe(true);
});

test('the private space of a class is its members’, and is left with it', async () => {
	const course = await aCourse(db);
	const { id } = await aCohort({ course, space: true });
	const { spaceId } = await inside(id);
	goTo('2030-03-26T12:00:00Z');
	const member = await joined(id);
	const roles = async () =>
		(
			await db
				.selectFrom('space_members')
				.select(['user_id', 'role'])
				.where('space_id', '=', spaceId)
				.orderBy('role')
				.execute()
		).map(({ user_id, role }) => [user_id, role]);
	expect(await roles()).toEqual([
		[member.id, 'member'],
		[course.author.id, 'owner'],
	]);
	await leaveFreeCohort(db, member.actor, id);
	expect(await roles()).toEqual([[course.author.id, 'owner']]);
});
