import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { csvLines } from '../../kernel/csv.ts';
import { AppError } from '../../kernel/errors.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { completeLesson, enrol, recordProgress } from '../courses/index.ts';
import { aCourse, readWhole } from '../courses/testing.ts';
import { createPath, setPathStatus, setSteps } from '../credentials/index.ts';
import { aPerson } from '../items/testing.ts';
import {
	changeTraining,
	createTeam,
	endTraining,
	extendTraining,
	findOrganisation,
	giveSeat,
	giveTraining,
	grantSeats,
	type LineReport,
	listGivable,
	remindTrainees,
	removeMember,
	reportHead,
	reportMyself,
	reportOrganisation,
	reportPeople,
	reportPerson,
	reportRow,
	streamReport,
	xapiStatement,
} from './index.ts';
import { addMemberTo, anOrganisation, intoTeam } from './testing.ts';

const { db } = await testDatabase();
afterEach(() => travel(0));

const DAY = 86_400_000;
const inDays = (days: number) => new Date(now().getTime() + days * DAY);
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => (error instanceof AppError ? error.code : Promise.reject(error)),
	);
const admin = await aPerson(db, { role: 'admin' });
const finish = async (
	actor: (typeof admin)['actor'],
	course: Awaited<ReturnType<typeof aCourse>>,
	lessons = course.lessons.length,
) => {
	await enrol(db, actor, course.id);
	await recordProgress(db, actor, { reports: course.lessons.slice(0, lessons).map((id) => readWhole(id)) });
};
const all = async (pieces: AsyncGenerator<LineReport[]>) => {
	const lines: LineReport[] = [];
	for await (const piece of pieces) lines.push(...piece);
	return lines;
};
const status = (lines: LineReport[], title?: string) =>
	lines.filter((line) => !title || line.title === title).map((line) => line.status);

test('a training reaches one, a team or everybody, and says where each of them stands', async () => {
	const [ada, bo, cy] = [
		await aPerson(db, { name: 'Ada' }),
		await aPerson(db, { name: 'Bo' }),
		await aPerson(db, { name: 'Cy' }),
	];
	const { owner, slug, id } = await anOrganisation(db, { members: [ada, bo, cy] });
	const team = await createTeam(db, owner.actor, slug, { name: 'Core' });
	await intoTeam(db, id, team, bo.id);
	const [one, two, three] = [await aCourse(db), await aCourse(db), await aCourse(db)];
	await giveTraining(db, owner.actor, slug, { courseId: one.id, dueAt: inDays(10) });
	await giveTraining(db, owner.actor, slug, { courseId: two.id, teamId: team });
	await giveTraining(db, owner.actor, slug, { courseId: three.id, handle: `@${cy.handle}`, note: 'Please.' });
	await finish(ada.actor, one);
	await finish(bo.actor, one, 1);
	await db
		.transaction()
		.execute((tx) => completeLesson(tx, { userId: bo.id, lessonId: one.lessons[0]!, score: 0.5 }));

	const report = await reportOrganisation(db, owner.actor, slug);
	expect(report).toMatchObject({ people: 4, totals: { done: 1, under_way: 1, not_begun: 4, overdue: 0 } });
	expect(
		report.trainings.map(({ courseId, done, under_way, not_begun }) => [
			courseId,
			done,
			under_way,
			not_begun,
		]),
	).toEqual([
		[one.id, 1, 1, 2],
		[two.id, 0, 0, 1],
		[three.id, 0, 0, 1],
	]);
	expect(report.teams).toMatchObject([{ name: 'Core', people: 1, under_way: 1, not_begun: 1 }]);
	expect(report.weeks.map(({ completed }) => completed)).toEqual([...Array(11).fill(0), 1]);

	travel(11 * DAY);
	const people = await reportPeople(db, owner.actor, slug);
	const row = (name: string) => people.items.find((person) => person.name === name);
	expect(row('Ada')).toMatchObject({ done: 1, overdue: 0, nextDue: null });
	expect(row('Bo')).toMatchObject({ overdue: 1, not_begun: 1, teams: ['Core'], score: 0.5 });
	expect(row('Cy')).toMatchObject({ overdue: 1, not_begun: 1 });
	const [first] = (await reportPerson(db, owner.actor, slug, bo.handle)).filter(
		({ courseId }) => courseId === one.id,
	);
	expect(first).toMatchObject({ status: 'overdue', done: 1, needed: 3 });
});

test('of a path everybody is done when each step has as many courses as it asks for', async () => {
	const person = await aPerson(db);
	const { owner, slug } = await anOrganisation(db, { members: [person] });
	const author = await aPerson(db);
	const courses = [
		await aCourse(db, { author }),
		await aCourse(db, { author }),
		await aCourse(db, { author }),
	];
	const path = await createPath(db, author.actor, { title: 'The way', language: 'en' });
	await setSteps(db, author.actor, path, [
		{ title: 'First', courses: [courses[0]!.id] },
		{ title: 'One of two', needed: 1, courses: [courses[1]!.id, courses[2]!.id] },
	]);
	expect(await code(giveTraining(db, owner.actor, slug, { pathId: path }))).toBe(
		'organisations.training_unknown',
	);
	await setPathStatus(db, author.actor, path, 'published');
	await giveTraining(db, owner.actor, slug, { pathId: path });
	const mine = async () => (await reportPerson(db, owner.actor, slug, person.handle))[0];
	expect(await mine()).toMatchObject({
		title: 'The way',
		status: 'not_begun',
		needed: 2,
		done: 0,
		pathId: path,
	});
	await finish(person.actor, courses[0]!);
	expect(await mine()).toMatchObject({ status: 'under_way', done: 1 });
	await finish(person.actor, courses[2]!);
	expect(await mine()).toMatchObject({ status: 'done', done: 2 });
	await finish(person.actor, courses[1]!);
	expect(await mine()).toMatchObject({ status: 'done', done: 2 });
	expect((await listGivable(db, owner.actor, slug)).paths.map(({ id }) => id)).toContain(path);
});

test('who comes later has as long as the others had', async () => {
	const { owner, slug, id, spaceId } = await anOrganisation(db);
	const course = await aCourse(db);
	await giveTraining(db, owner.actor, slug, { courseId: course.id, dueAt: inDays(10) });
	travel(9 * DAY);
	const late = await aPerson(db);
	await addMemberTo(db, { id, spaceId }, late.id);
	travel(12 * DAY);
	expect(status(await reportPerson(db, owner.actor, slug, late.handle))).toEqual(['not_begun']);
	expect(status(await reportPerson(db, owner.actor, slug, owner.handle))).toEqual(['overdue']);
	travel(20 * DAY);
	expect(status(await reportPerson(db, owner.actor, slug, late.handle))).toEqual(['overdue']);
});

test('an organisation sees what it gave, paid for or teaches itself, of its members; nothing else', async () => {
	const person = await aPerson(db, { name: 'Watched' });
	const { owner, slug, spaceId } = await anOrganisation(db, { members: [person] });
	const given = await aCourse(db, { title: 'Given' });
	const paid = await aCourse(db, { title: 'Paid', access: 'paid' });
	const inside = await aCourse(db, { title: 'Inside', author: owner, spaceId });
	const own = await aCourse(db, { title: 'Private affair' });
	for (const course of [given, inside, own]) await finish(person.actor, course, 1);
	const training = await giveTraining(db, owner.actor, slug, { courseId: given.id });
	const pool = await grantSeats(db, admin.actor, slug, { courseId: paid.id, seats: 1, months: 1 });
	await giveSeat(db, owner.actor, slug, { poolId: pool, handle: person.handle });
	const titles = async () =>
		(await reportPerson(db, owner.actor, slug, person.handle)).map(({ title }) => title).sort();
	expect(await titles()).toEqual(['Given', 'Inside', 'Paid']);

	// The person sees the very same, and who sees it.
	const mine = await reportMyself(db, person.actor, slug);
	expect(mine.lines).toEqual(await reportPerson(db, owner.actor, slug, person.handle));
	expect(mine.seenBy.map(({ handle, role }) => [handle, role])).toEqual([[owner.handle, 'owner']]);

	await endTraining(db, owner.actor, slug, training);
	expect(await titles()).toEqual(['Inside', 'Paid']);
	await removeMember(db, owner.actor, slug, person.handle);
	expect(await titles()).toEqual([]);
	expect(JSON.stringify(await all(await streamReport(db, owner.actor, slug)))).not.toContain('Watched');

	// A course of another’s private space is given by nobody outside of it.
	const other = await anOrganisation(db);
	const hidden = await aCourse(db, { author: other.owner, spaceId: other.spaceId });
	expect(await code(giveTraining(db, owner.actor, slug, { courseId: hidden.id }))).toBe(
		'organisations.training_unknown',
	);
	expect((await listGivable(db, owner.actor, slug)).own.map(({ id }) => id)).toEqual([inside.id]);
});

test('a lead sees the report of their teams, members none', async () => {
	const [lead, inTeam, outside] = [await aPerson(db), await aPerson(db), await aPerson(db)];
	const { owner, slug, id } = await anOrganisation(db, { members: [lead, inTeam, outside] });
	const [mine, other] = [
		await createTeam(db, owner.actor, slug, { name: 'Mine' }),
		await createTeam(db, owner.actor, slug, { name: 'Other' }),
	];
	await intoTeam(db, id, mine, lead.id, true);
	await intoTeam(db, id, mine, inTeam.id);
	await intoTeam(db, id, other, outside.id);
	const course = await aCourse(db);
	await giveTraining(db, owner.actor, slug, { courseId: course.id });
	const report = await reportOrganisation(db, lead.actor, slug);
	expect([report.people, report.teams.map(({ name }) => name)]).toEqual([2, ['Mine']]);
	const handles = (await reportPeople(db, lead.actor, slug)).items.map(({ handle }) => handle).sort();
	expect(handles).toEqual([lead.handle, inTeam.handle].sort());
	expect(await reportPerson(db, lead.actor, slug, outside.handle)).toEqual([]);
	expect((await reportOrganisation(db, lead.actor, slug, { team: mine })).people).toBe(2);
	expect(await code(reportOrganisation(db, lead.actor, slug, { team: other }))).toBe('common.forbidden');
	expect(await code(reportOrganisation(db, outside.actor, slug))).toBe('common.forbidden');
	expect(await code(giveTraining(db, lead.actor, slug, { courseId: course.id }))).toBe('common.forbidden');
	expect((await findOrganisation(db, lead.actor, slug))?.can).toMatchObject({ report: true, manage: false });
});

test('what makes no training is refused', async () => {
	const { owner, slug, members } = await anOrganisation(db, { members: 1 });
	const course = await aCourse(db);
	const draft = await aCourse(db, { publish: false });
	const team = await createTeam(db, owner.actor, slug, { name: 'T' });
	for (const [input, refusal] of [
		[{}, 'common.invalid_input'],
		[{ courseId: course.id, pathId: 1 }, 'common.invalid_input'],
		[{ courseId: draft.id }, 'organisations.training_unknown'],
		[{ courseId: 999_999 }, 'organisations.training_unknown'],
		[{ pathId: 999_999 }, 'organisations.training_unknown'],
		[{ courseId: course.id, dueAt: inDays(-1) }, 'organisations.due_in_past'],
		[{ courseId: course.id, dueAt: 'never' as never }, 'common.invalid_input'],
		[{ courseId: course.id, teamId: 999_999 }, 'organisations.team_not_found'],
		[{ courseId: course.id, handle: admin.handle }, 'organisations.person_unknown'],
		[{ courseId: course.id, teamId: team, handle: members[0]!.handle }, 'organisations.training_unknown'],
	] as const)
		expect([input, await code(giveTraining(db, owner.actor, slug, input))]).toEqual([input, refusal]);
	const id = await giveTraining(db, owner.actor, slug, { courseId: course.id });
	expect(await code(giveTraining(db, owner.actor, slug, { courseId: course.id }))).toBe(
		'organisations.training_twice',
	);
	expect(await code(changeTraining(db, owner.actor, slug, id, { dueAt: inDays(-1) }))).toBe(
		'organisations.due_in_past',
	);
	await endTraining(db, owner.actor, slug, id);
	expect(await code(endTraining(db, owner.actor, slug, id))).toBe('organisations.training_not_found');
	await giveTraining(db, owner.actor, slug, { courseId: course.id });
});

test('reminders come seven days and one day before, then once a week, by day, and stop with the training', async () => {
	const person = await aPerson(db);
	const done = await aPerson(db);
	const night = await aPerson(db);
	await db.updateTable('users').set({ time_zone: 'UTC' }).where('id', 'in', [person.id, done.id]).execute();
	const { owner, slug, id } = await anOrganisation(db, { members: [person, done, night] });
	const team = await createTeam(db, owner.actor, slug, { name: 'T' });
	for (const { id: userId } of [person, done]) await intoTeam(db, id, team, userId);
	const course = await aCourse(db);
	// Everything happens at noon of the person's day.
	const noon = Date.UTC(2030, 0, 1, 12) - Date.now();
	const at = (days: number) => travel(noon + days * DAY);
	at(0);
	await giveTraining(db, owner.actor, slug, { courseId: course.id, teamId: team, dueAt: inDays(20) });
	await finish(done.actor, course);
	const told = [];
	for (let day = 0; day <= 90; day += 0.5) {
		at(day);
		if ((await remindTrainees(db)) > 0) told.push(day);
		expect(await remindTrainees(db)).toBe(0);
	}
	// At noon alone; twelve hours on it is midnight.
	expect(told).toEqual([13, 19, 20, 27, 34, 41, 48, 55, 62, 69]);
	const events = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'organisations.reminded')
		.orderBy('id')
		.execute();
	expect(events.map(({ payload }) => (payload as { stage: string }).stage).slice(0, 3)).toEqual([
		'week',
		'day',
		'late-1',
	]);
	expect(new Set(events.map(({ payload }) => (payload as { learnerId: number }).learnerId))).toEqual(
		new Set([person.id]),
	);
});

test('the report as a file is written in pieces and holds no formula; its statements name nobody by address', async () => {
	const evil = await aPerson(db, { name: '=HYPERLINK("http://x")' });
	const { owner, slug } = await anOrganisation(db, {
		members: [evil, ...(await Promise.all([1, 2, 3, 4].map(() => aPerson(db))))],
	});
	const course = await aCourse(db, { title: '＝cmd, "twice"' });
	await giveTraining(db, owner.actor, slug, { courseId: course.id, dueAt: inDays(5) });
	await finish(evil.actor, course);
	const lines = await all(await streamReport(db, owner.actor, slug, { people: 2 }));
	expect(lines).toHaveLength(6);
	expect(new Set(lines.map(({ handle }) => handle)).size).toBe(6);
	const line = lines.find(({ userId }) => userId === evil.id)!;
	const text = csvLines([reportHead, reportRow(line)]);
	expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
	expect(text).toContain(`"'＝cmd, ""twice"""`);
	expect(line.email).toBe(null);

	const statement = xapiStatement(line, 'https://stoa.example') as Record<string, unknown>;
	expect(statement).toMatchObject({
		id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
		actor: { account: { homePage: 'https://stoa.example', name: evil.handle } },
		verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
		object: { id: `https://stoa.example/courses/${course.id}` },
		result: { completion: true },
	});
	expect(xapiStatement(line, 'https://stoa.example')).toEqual(statement);
	expect(lines.filter((one) => xapiStatement(one, 'https://stoa.example') === null)).toHaveLength(5);
});

test('one person is given more time: their report and reminders go by it, nobody else’s', async () => {
	const [ada, bo] = [await aPerson(db, { name: 'Ada' }), await aPerson(db, { name: 'Bo' })];
	const { owner, slug } = await anOrganisation(db, { members: [ada, bo] });
	const course = await aCourse(db);
	const training = await giveTraining(db, owner.actor, slug, { courseId: course.id, dueAt: inDays(5) });
	const give = (more: object = {}, who = owner) =>
		extendTraining(db, who.actor, slug, training, {
			handle: ada.handle,
			dueAt: inDays(30),
			reason: 'On leave.',
			...more,
		});
	expect(await code(give({ dueAt: inDays(-1) }))).toBe('organisations.due_in_past');
	expect(await code(give({ reason: '' }))).toBe('common.invalid_input');
	expect(await code(give({ handle: 'nobody-here' }))).toBe('organisations.person_unknown');
	expect(await code(give({}, bo))).toBe('common.forbidden');
	await give();
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'organisations.training-extended')
		.execute();
	expect(told).toMatchObject([{ payload: { learnerId: ada.id, reason: 'On leave.' } }]);
	travel(10 * DAY);
	const standsAt = async (handle: string) => status(await reportPerson(db, owner.actor, slug, handle));
	expect(await standsAt(ada.handle)).toEqual(['not_begun']);
	expect(await standsAt(bo.handle)).toEqual(['overdue']);
	travel(40 * DAY);
	expect(await standsAt(ada.handle)).toEqual(['overdue']);
	// A day for all that is later than hers is hers too.
	await changeTraining(db, owner.actor, slug, training, { dueAt: inDays(20) });
	expect(await standsAt(ada.handle)).toEqual(['not_begun']);
});
