import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { enrol, recordProgress } from '../courses/index.ts';
import { aCourse, type CourseBuilt, readWhole } from '../courses/testing.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import {
	createPath,
	credentialHandlers,
	deletePath,
	didDocument,
	followPath,
	keepPath,
	leavePath,
	listCertificates,
	listPaths,
	proposePath,
	readCredential,
	readPath,
	readStatusList,
	setPathStatus,
	setSteps,
} from './index.ts';
import { ofDid, verify } from './testing/verify.ts';

const { db } = await testDatabase();
const issuer = { secret: 'a secret of this test', origin: 'https://stoa.example' };
const handlers = credentialHandlers(issuer);
const author = await aPerson(db);
const short = () => aCourse(db, { author, lessons: [{}] });

async function finish(learner: PersonBuilt, course: CourseBuilt): Promise<void> {
	await enrol(db, learner.actor, course.id);
	await recordProgress(db, learner.actor, { reports: course.lessons.map((id) => readWhole(id)) });
	await drainEvents(db, handlers);
}

/** First one course, then one of two, then one that nobody needs. */
async function aProgramme() {
	const courses = [await short(), await short(), await short(), await short()] as const;
	const id = await createPath(db, author.actor, { title: 'Databases from the ground', language: 'en' });
	await setSteps(db, author.actor, id, [
		{ title: 'Basics', courses: [courses[0].id] },
		{ title: 'Choose', needed: 1, courses: [courses[1].id, courses[2].id] },
		{ title: 'More', needed: 0, courses: [courses[3].id] },
	]);
	await setPathStatus(db, author.actor, id, 'published');
	return { id, courses };
}

test('a programme is completed when every step has what it needs, and its certificate verifies elsewhere', async () => {
	const { id, courses } = await aProgramme();
	const learner = await aPerson(db);
	await followPath(db, learner.actor, id, issuer);
	await finish(learner, courses[0]);
	await finish(learner, courses[3]);
	expect((await readPath(db, learner.actor, id)).completedAt).toBeNull();
	await finish(learner, courses[2]);
	const path = await readPath(db, learner.actor, id);
	expect(path.completedAt).not.toBeNull();
	expect(path.steps.map((step) => step.completed)).toEqual([true, true, true]);
	expect(path).toMatchObject({ learnerCount: 1, completedCount: 1 });
	const all = await listCertificates(db, learner.actor, learner.id);
	const own = all.filter(({ achievement }) => achievement.kind === 'path');
	expect(own).toHaveLength(1);
	const credential = await readCredential(db, own[0]!.token);
	expect(JSON.stringify(credential)).toContain('"achievementType":"LearningProgram"');
	const document = await didDocument(db, issuer.origin);
	const web = async (url: string) =>
		ofDid(document)(url) ?? readStatusList(db, issuer, Number(url.split('/').pop()));
	expect(await verify(credential, web)).toEqual({ verified: true, why: '' });
	await drainEvents(db, handlers);
	expect(await listCertificates(db, learner.actor, learner.id)).toHaveLength(all.length);
});

test('what was completed before a path is followed counts', async () => {
	const { id, courses } = await aProgramme();
	const learner = await aPerson(db);
	for (const course of courses.slice(0, 2)) await finish(learner, course);
	await followPath(db, learner.actor, id, issuer);
	expect((await readPath(db, learner.actor, id)).completedAt).not.toBeNull();
	await leavePath(db, learner.actor, id);
	expect((await readPath(db, learner.actor, id)).completedAt).not.toBeNull();
});

test('steps that name a course twice, one nobody may see, or more than they have are refused', async () => {
	const { id, courses } = await aProgramme();
	const draft = await aCourse(db, { author, status: 'draft', publish: false });
	const refused = async (code: string, ...steps: Parameters<typeof setSteps>[3]) =>
		expect(setSteps(db, author.actor, id, steps)).rejects.toMatchObject({ code });
	await refused('credentials.course_twice', { courses: [courses[0].id] }, { courses: [courses[0].id] });
	await refused('credentials.course_unknown', { courses: [draft.id] });
	await refused('credentials.course_unknown', { courses: [999_999] });
	await refused('credentials.path_step_shape', { needed: 2, courses: [courses[0].id] });
	expect((await readPath(db, author.actor, id)).steps).toHaveLength(3);
});

test('a draft and a personal path are their owner’s alone, and nobody else changes a programme', async () => {
	const stranger = await aPerson(db);
	const draft = await createPath(db, author.actor, { title: 'A draft', language: 'en' });
	await expect(readPath(db, stranger.actor, draft)).rejects.toMatchObject({ status: 404 });
	await expect(setPathStatus(db, author.actor, draft, 'published')).rejects.toMatchObject({
		code: 'credentials.path_empty',
	});
	const { id } = await aProgramme();
	expect((await readPath(db, visitor, id)).manages).toBe(false);
	expect((await listPaths(db, visitor)).map((path) => path.id)).toContain(id);
	await expect(setSteps(db, stranger.actor, id, [])).rejects.toMatchObject({ status: 403 });
	await expect(deletePath(db, stranger.actor, id)).rejects.toMatchObject({ status: 403 });
	await expect(createPath(db, stranger.actor, { title: 'Mine', language: 'en' })).rejects.toMatchObject({
		status: 403,
	});
	const goal = { course: (await short()).id, language: 'en' as const };
	const personal = await keepPath(db, stranger.actor, goal);
	for (const { actor } of [author, await aPerson(db, { role: 'admin' })])
		await expect(readPath(db, actor, personal)).rejects.toMatchObject({ status: 404 });
});

test('a way to a course goes through what its rules ask for, around what is known, and stays changeable', async () => {
	const [first, other, middle] = [await short(), await short(), await short()];
	const goal = await short();
	const rule = (course: CourseBuilt, value: object) =>
		db
			.updateTable('courses')
			.set({ rule: JSON.stringify(value) })
			.where('item_id', '=', course.id)
			.execute();
	await rule(middle, { any: [{ course: first.id }, { course: other.id }] });
	await rule(goal, { all: [{ lesson: middle.lessons[0] }, { reputation: 10 }] });
	await db.updateTable('courses').set({ minutes: 500 }).where('item_id', '=', first.id).execute();
	const learner = await aPerson(db);
	const asked = { course: goal.id, language: 'en' as const };
	const way = async (known: number[] = []) =>
		(await proposePath(db, learner.actor, { ...asked, known })).courses.map(({ id }) => id);
	expect(await way()).toEqual([other.id, middle.id, goal.id]);
	expect(await way([first.id])).toEqual([middle.id, goal.id]);
	expect(await way([middle.id])).toEqual([goal.id]);
	const proposal = await proposePath(db, learner.actor, asked);
	expect(proposal.exact).toBe(true);
	expect(proposal.courses.at(-1)!.after).toEqual([middle.id]);
	expect(proposal.asked.map(({ id }) => id).sort()).toEqual([first.id, other.id, middle.id].sort());
	const id = await keepPath(db, learner.actor, { ...asked, title: 'To the goal' });
	expect(await readPath(db, learner.actor, id)).toMatchObject({ kind: 'personal', title: 'To the goal' });
	await setSteps(db, learner.actor, id, [
		{ courses: [{ id: middle.id, known: true }] },
		{ courses: [goal.id] },
	]);
	// What they said they know opens no course: its rules still ask, and are lifted here.
	await expect(enrol(db, learner.actor, goal.id)).rejects.toMatchObject({ code: 'courses.locked' });
	await db.updateTable('courses').set({ rule: null }).where('item_id', '=', goal.id).execute();
	await finish(learner, goal);
	expect((await readPath(db, learner.actor, id)).completedAt).not.toBeNull();
	// A path of one's own proves nothing to others.
	const kinds = (await listCertificates(db, learner.actor, learner.id)).map((one) => one.achievement.kind);
	expect(kinds).toEqual(['course']);
});

test('a goal that no courses lead to, or that is no goal, is refused', async () => {
	const course = await short();
	await db
		.updateTable('courses')
		.set({ rule: JSON.stringify({ course: 999_999 }) })
		.where('item_id', '=', course.id)
		.execute();
	await expect(proposePath(db, visitor, { course: course.id, language: 'en' })).rejects.toMatchObject({
		code: 'credentials.goal_unreachable',
	});
	await expect(proposePath(db, visitor, { tag: 'no-such-tag', language: 'en' })).rejects.toMatchObject({
		code: 'credentials.goal_unreachable',
	});
	await expect(proposePath(db, visitor, { language: 'en' })).rejects.toMatchObject({
		fields: { goal: 'credentials.goal_missing' },
	});
});
