import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { grantEntitlement } from '../entitlements/index.ts';
import { anEntitlement, aPerson } from '../items/testing.ts';
import {
	addLesson,
	arrangeOutline,
	chooseVersion,
	courseHandlers,
	createCourse,
	decideVersion,
	draftOutline,
	enrol,
	listLearning,
	listVersions,
	markDone,
	moveInOutline,
	openableLessons,
	readLearnerCourse,
	readLesson,
	recordProgress,
	removeLesson,
	saveLesson,
	setLesson,
	submitVersion,
} from './index.ts';
import { aCourse, paragraphs, readWhole } from './testing.ts';

const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const day = 86_400_000;

test('a course is begun, its lessons are read on a phone, and the last one completes it once', async () => {
	const { id, lessons } = await aCourse(db);
	const learner = await aPerson(db);
	expect(await enrol(db, learner.actor, id)).toMatchObject({ version: 1, completedAt: null });
	const first = await readLesson(db, learner.actor, { courseId: id, lessonId: lessons[0]! });
	expect(first?.text?.html).toContain('Paragraph 0');
	expect(first?.next?.id).toBe(lessons[1]);
	for (const lesson of lessons) await recordProgress(db, learner.actor, { reports: [readWhole(lesson)] });
	await recordProgress(db, learner.actor, { reports: [readWhole(lessons[2]!)] });
	const course = await readLearnerCourse(db, learner.actor, id);
	expect(course).toMatchObject({ done: 3, needed: 3 });
	expect(course?.completedAt).not.toBeNull();
	const told = await db
		.selectFrom('events')
		.select(['type'])
		.where('actor_id', '=', learner.id)
		.where('type', 'like', 'courses.%')
		.execute();
	expect(told.map(({ type }) => type).sort()).toEqual([
		'courses.begun',
		'courses.completed',
		...lessons.map(() => 'courses.lesson-completed'),
	]);
	expect(
		await db
			.selectFrom('courses')
			.select(['learner_count', 'completed_count'])
			.where('item_id', '=', id)
			.executeTakeFirst(),
	).toEqual({
		learner_count: 1,
		completed_count: 1,
	});
});

test('a lesson of a paid course is closed to who has not bought it, its preview is open, and no word of it leaves the database', async () => {
	const { id, lessons } = await aCourse(db, {
		access: 'paid',
		lessons: [{ preview: true }, { source: 'SECRET words of a lesson that costs money.' }],
	});
	const stranger = await aPerson(db);
	for (const actor of [visitor, stranger.actor]) {
		const { result, rows } = await watch(db, (watched) =>
			readLesson(watched, actor, { courseId: id, lessonId: lessons[1]! }),
		);
		expect(result?.state).toEqual({ open: false, why: 'held' });
		expect(result?.text).toBeNull();
		expect(JSON.stringify(rows)).not.toContain('SECRET');
		expect((await readLesson(db, actor, { courseId: id, lessonId: lessons[0]! }))?.text).not.toBeNull();
	}
	expect(await codeOf(enrol(db, stranger.actor, id))).toBe('courses.held');
	expect(await recordProgress(db, stranger.actor, { reports: [readWhole(lessons[1]!, 1)] })).toEqual([
		{ lessonId: lessons[1], refused: 'courses.held' },
	]);
	expect(await openableLessons(db, stranger.actor, lessons)).toEqual(new Set([lessons[0]]));
	await anEntitlement(db, { userId: stranger.id, itemId: id });
	expect(
		(await readLesson(db, stranger.actor, { courseId: id, lessonId: lessons[1]! }))?.text?.html,
	).toContain('SECRET');
	expect(await openableLessons(db, stranger.actor, lessons)).toEqual(new Set(lessons));
});

test('who is given a course has begun it, so what opens by days counts from then', async () => {
	const { id, lessons } = await aCourse(db, { access: 'paid', lessons: [{}, { dripDays: 7 }] });
	const buyer = await aPerson(db);
	await grantEntitlement(db, { userId: buyer.id, itemId: id, source: 'purchase', sourceRef: 'order:1' });
	await drainEvents(db, courseHandlers);
	const state = async () =>
		(await readLesson(db, buyer.actor, { courseId: id, lessonId: lessons[1]! }))?.state;
	expect(await state()).toMatchObject({ open: false, why: 'drip' });
	try {
		travel(7 * day + 1000);
		expect(await state()).toEqual({ open: true });
	} finally {
		travel(0);
	}
});

test('a learner keeps the version they began until they choose the new one, and progress comes along', async () => {
	const { id, author, sections, lessons } = await aCourse(db, { lessons: [{}, {}] });
	const learner = await aPerson(db);
	await enrol(db, learner.actor, id);
	await recordProgress(db, learner.actor, { reports: [readWhole(lessons[0]!)] });
	await saveLesson(
		db,
		author.actor,
		{ courseId: id, lessonId: lessons[0]! },
		{ title: 'Lesson 1', source: 'A NEW text.' },
	);
	await removeLesson(db, author.actor, { courseId: id, lessonId: lessons[1]! });
	const added = await addLesson(db, author.actor, id, {
		sectionId: sections[0]!,
		kind: 'text',
		title: 'Third',
	});
	await saveLesson(
		db,
		author.actor,
		{ courseId: id, lessonId: added.id },
		{ title: 'Third', source: paragraphs(2) },
	);
	// Nothing of it is seen before it is published.
	expect((await readLesson(db, visitor, { courseId: id, lessonId: lessons[0]! }))?.text?.html).not.toContain(
		'NEW',
	);
	expect(await submitVersion(db, author.actor, id)).toEqual({ number: 2, published: true });
	const html = async (who: typeof visitor) =>
		(await readLesson(db, who, { courseId: id, lessonId: lessons[0]! }))?.text?.html;
	expect(await html(learner.actor)).not.toContain('NEW');
	expect(await html(visitor)).toContain('NEW');
	expect(await readLesson(db, learner.actor, { courseId: id, lessonId: added.id })).toBeNull();
	await chooseVersion(db, learner.actor, { courseId: id, version: 2 });
	expect(await html(learner.actor)).toContain('NEW');
	expect(await readLearnerCourse(db, learner.actor, id)).toMatchObject({ version: 2, done: 1, needed: 2 });
	expect(await codeOf(chooseVersion(db, learner.actor, { courseId: id, version: 7 }))).toBe(
		'courses.version_not_found',
	);
});

test('what is published never changes, whoever writes', async () => {
	const { lessons } = await aCourse(db);
	const change = db
		.updateTable('lesson_revisions')
		.set({ source: 'other' })
		.where('lesson_id', '=', lessons[0]!)
		.execute();
	await expect(change).rejects.toThrow('never changes');
	const move = db
		.updateTable('version_lessons')
		.set({ preview: true })
		.where('lesson_id', '=', lessons[0]!)
		.execute();
	await expect(move).rejects.toThrow('never changes');
});

test('a version that is to be reviewed waits for somebody else, and is refused with a reason', async () => {
	const { id, author } = await aCourse(db, { publish: false });
	const reviewer = await aPerson(db);
	await db
		.insertInto('course_authors')
		.values({ course_id: id, user_id: reviewer.id, role: 'reviewer' })
		.execute();
	expect(await submitVersion(db, author.actor, id, { review: true })).toEqual({
		number: 1,
		published: false,
	});
	expect(await readLearnerCourse(db, visitor, id)).toBeNull();
	expect(await codeOf(submitVersion(db, author.actor, id))).toBe('courses.in_review');
	const decide = (actor: typeof visitor, approve: boolean, number = 1) =>
		codeOf(decideVersion(db, actor, { courseId: id, number, approve, reason: 'Too short.' }));
	expect(await decide(author.actor, true)).toBe('courses.own_review');
	expect(await decide((await aPerson(db)).actor, true)).toBe('common.forbidden');
	expect(await decide(reviewer.actor, false)).toBe('done');
	expect(await decide(reviewer.actor, true)).toBe('courses.not_in_review');
	await submitVersion(db, author.actor, id, { review: true });
	expect(await decide(reviewer.actor, true, 2)).toBe('done');
	expect((await readLearnerCourse(db, visitor, id))?.version).toBe(2);
	expect((await listVersions(db, author.actor, id)).map(({ status }) => status)).toEqual([
		'published',
		'refused',
	]);
});

test('an empty lesson, an empty course, and rules that wait for each other are not published', async () => {
	const empty = await aCourse(db, { lessons: [{ source: '' }], publish: false });
	expect(await codeOf(submitVersion(db, empty.author.actor, empty.id))).toBe('courses.lesson_not_ready');
	const none = await aCourse(db, { lessons: [], publish: false });
	expect(await codeOf(submitVersion(db, none.author.actor, none.id))).toBe('courses.nothing_to_publish');
	const stuck = await aCourse(db, { lessons: [{}, {}], publish: false });
	const [a, b] = stuck.lessons as [number, number];
	const set = (lessonId: number, rule: unknown) =>
		codeOf(setLesson(db, stuck.author.actor, { courseId: stuck.id, lessonId }, { rule }));
	expect(await set(a, { lesson: b })).toBe('done');
	expect(await set(b, { lesson: a })).toBe('done');
	expect(await codeOf(submitVersion(db, stuck.author.actor, stuck.id))).toBe('courses.rule_never_met');
	expect(await set(b, { lesson: 999_999 })).toBe('courses.rule_unknown_lesson');
	expect(await set(b, { maybe: [] })).toBe('common.invalid_input');
	expect(await set(b, null)).toBe('done');
	await submitVersion(db, stuck.author.actor, stuck.id);
	expect(await codeOf(submitVersion(db, stuck.author.actor, stuck.id))).toBe('courses.nothing_changed');
});

test('a lesson opens when what comes first is completed', async () => {
	const { id, author, lessons } = await aCourse(db, { lessons: [{}, {}], publish: false });
	await setLesson(
		db,
		author.actor,
		{ courseId: id, lessonId: lessons[1]! },
		{ rule: { lesson: lessons[0]! } },
	);
	await submitVersion(db, author.actor, id);
	const learner = await aPerson(db);
	await enrol(db, learner.actor, id);
	expect(await codeOf(markDone(db, learner.actor, lessons[1]!))).toBe('courses.locked');
	expect(await markDone(db, learner.actor, lessons[0]!)).toMatchObject({ completed: true });
	expect(await markDone(db, learner.actor, lessons[1]!)).toMatchObject({ completed: true });
	expect((await readLearnerCourse(db, learner.actor, id))?.completedAt).not.toBeNull();
});

test('lessons are moved by arrows over the edge of a section, and dragged only by who saw the outline as it stands', async () => {
	const { id, author, sections, lessons } = await aCourse(db, {
		lessons: [{ section: 'A' }, {}, { section: 'B' }],
		publish: false,
	});
	const [a, b, c] = lessons as [number, number, number];
	const shown = async () =>
		(await draftOutline(db, author.actor, id)).sections.map((one) => one.lessons.map((lesson) => lesson.id));
	const move = (lessonId: number, by: 1 | -1) => moveInOutline(db, author.actor, id, { lessonId, by });
	await move(b, 1);
	expect(await shown()).toEqual([[a], [b, c]]);
	await move(c, -1);
	await move(c, -1);
	expect(await shown()).toEqual([[a, c], [b]]);
	await moveInOutline(db, author.actor, id, { sectionId: sections[1]!, by: -1 });
	expect(await shown()).toEqual([[b], [a, c]]);
	const { course } = await draftOutline(db, author.actor, id);
	const order = [
		{ id: sections[0]!, lessons: [c, b, a] },
		{ id: sections[1]!, lessons: [] },
	];
	const arrange = (input: Parameters<typeof arrangeOutline>[3]) =>
		codeOf(arrangeOutline(db, author.actor, id, input));
	expect(await arrange({ revision: course.outlineRevision, sections: order })).toBe('done');
	expect(await shown()).toEqual([[c, b, a], []]);
	expect(await arrange({ revision: course.outlineRevision, sections: order })).toBe('courses.wrong_order');
	expect(
		await arrange({
			sections: [
				{ id: sections[0]!, lessons: [c, b] },
				{ id: sections[1]!, lessons: [] },
			],
		}),
	).toBe('courses.wrong_order');
	expect(
		await arrange({
			sections: [
				{ id: sections[0]!, lessons: [c, b, b] },
				{ id: sections[1]!, lessons: [] },
			],
		}),
	).toBe('courses.wrong_order');
});

test('two who edit one lesson do not write over each other', async () => {
	const { id, author, lessons } = await aCourse(db, { publish: false });
	const key = { courseId: id, lessonId: lessons[0]! };
	await submitVersion(db, author.actor, id);
	const { revision } = await saveLesson(db, author.actor, key, {
		title: 'One',
		source: 'Text of the first.',
		revision: 1,
	});
	expect(revision).toBe(2);
	expect(
		await codeOf(saveLesson(db, author.actor, key, { title: 'Two', source: 'Text.', revision: 1 })),
	).toBe('courses.edit_conflict');
});

test('a draft is there for its makers only, each with the rights of their role', async () => {
	const author = await aPerson(db);
	const space = await db
		.insertInto('spaces')
		.values({ slug: 'drafts', name: 'Drafts' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const { id } = await createCourse(db, author.actor, {
		title: 'Not yet',
		spaceId: space.id,
		language: 'en',
	});
	const other = await aPerson(db);
	expect(await codeOf(draftOutline(db, other.actor, id))).toBe('courses.not_found');
	const role = async (name: string) => {
		const person = await aPerson(db);
		await db.insertInto('course_authors').values({ course_id: id, user_id: person.id, role: name }).execute();
		return person.actor;
	};
	const { sections } = await draftOutline(db, await role('editor'), id);
	const add = (actor: typeof visitor) =>
		codeOf(addLesson(db, actor, id, { sectionId: sections[0]!.id, kind: 'text', title: 'New' }));
	expect(await add(await role('editor'))).toBe('done');
	expect(await add(await role('author'))).toBe('done');
	expect(await add(await role('reviewer'))).toBe('common.forbidden');
	expect(await add(visitor)).toBe('courses.not_found');
	expect(await codeOf(submitVersion(db, await role('editor'), id))).toBe('common.forbidden');
});

test('my learning names what to go on with, in one statement', async () => {
	const learner = await aPerson(db);
	const old = await aCourse(db, { title: 'Old' });
	const recent = await aCourse(db, { title: 'Recent' });
	await enrol(db, learner.actor, recent.id);
	await enrol(db, learner.actor, old.id);
	await recordProgress(db, learner.actor, {
		reports: [{ lessonId: recent.lessons[0]!, covered: [[0, 2]], place: 1, at: Date.now() }],
	});
	const { result, statements } = await watch(db, (watched) => listLearning(watched, learner.id));
	expect(statements).toBe(1);
	expect(result.map(({ title }) => title)).toEqual(['Recent', 'Old']);
	expect(result[0]).toMatchObject({
		done: 0,
		needed: 3,
		last: { id: recent.lessons[0], place: 1, completed: false },
	});
	expect(result[1]?.next?.id).toBe(old.lessons[0]);
});

test('a lesson costs a learner one statement when its version was read before', async () => {
	const { id, lessons } = await aCourse(db);
	const learner = await aPerson(db);
	await enrol(db, learner.actor, id);
	const read = () =>
		watch(db, (watched) => readLesson(watched, learner.actor, { courseId: id, lessonId: lessons[0]! }));
	expect((await read()).statements).toBe(3);
	expect((await read()).statements).toBe(1);
});
