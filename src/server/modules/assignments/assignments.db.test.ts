import { afterEach, describe, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { enrol, readLearnerCourse, readLesson } from '../courses/index.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import { mayOpenMedia } from '../media/index.ts';
import { notificationHandlers } from '../notifications/index.ts';
import {
	type AssignmentPart,
	attachFile,
	claimSubmission,
	deskCourses,
	detachFile,
	extendDue,
	handIn,
	type LessonKey,
	listExtensions,
	listWaiting,
	markSubmission,
	readForMarking,
	releaseSubmission,
	saveDraft,
	setAssignment,
	takeNext,
} from './index.ts';
import { anAssignment, rubric } from './testing.ts';

const { db } = await testDatabase();
const day = 86_400_000;
afterEach(() => travel(0));

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const taskOf = async (who: PersonBuilt, key: LessonKey) =>
	((await readLesson(db, who.actor, key))!.parts as AssignmentPart).assignment!;
const stateOf = async (who: PersonBuilt, key: LessonKey) => (await taskOf(who, key)).handedIn[0]?.state;
const completed = async (who: PersonBuilt, key: LessonKey) =>
	(await readLearnerCourse(db, who.actor, key.courseId))?.progress.get(key.lessonId);

async function aFile(owner: PersonBuilt, status = 'ready'): Promise<number> {
	const { id } = await db
		.insertInto('media')
		.values({
			owner_id: owner.id,
			token: Math.random().toString(36).slice(2).padEnd(26, 'x').slice(0, 26),
			purpose: 'file',
			kind: 'file',
			status,
			name: 'work.pdf',
			mime: 'application/pdf',
			bytes: 1000,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

describe('handing in', () => {
	test('a work is drafted, kept, handed in, marked by its rubric, and passing completes the lesson with the score', async () => {
		const { key, course } = await anAssignment(db);
		const learner = await aPerson(db);
		await saveDraft(db, learner.actor, key, { source: 'A beginning' });
		await saveDraft(db, learner.actor, key, { source: 'A **whole** work' });
		expect((await taskOf(learner, key)).draft).toMatchObject({ round: 1, source: 'A **whole** work' });
		const { id } = await handIn(db, learner.actor, key);
		expect(await taskOf(learner, key)).toMatchObject({ draft: null, mayBegin: false });
		expect((await taskOf(learner, key)).handedIn[0]).toMatchObject({ state: 'waiting', markings: [] });
		const result = await markSubmission(db, course.author.actor, id, {
			chosen: [0, 1],
			remarks: ['Well seen', ''],
			comment: 'Good *work*.',
			privateNote: 'copied from nobody',
		});
		expect(result).toMatchObject({ outcome: 'passed' });
		expect(result.score).toBeCloseTo(4 / 6);
		const [round] = (await taskOf(learner, key)).handedIn;
		expect(round?.markings[0]).toMatchObject({
			chosen: [0, 1],
			remarks: ['Well seen', ''],
			points: 4,
			outcome: 'passed',
			marker: { handle: course.author.handle },
		});
		expect(round?.html).toContain('<strong>whole</strong>');
		expect(round?.markings[0]?.comment).toContain('<em>work</em>');
		expect(await completed(learner, key)).toMatchObject({ completed: true });
		// What mentors keep among themselves does not leave the server with the learner's page.
		const seen = await watch(db, (watched) => readLesson(watched, learner.actor, key));
		expect(JSON.stringify(seen.result?.parts)).not.toContain('copied');
		expect((await readForMarking(db, course.author.actor, id)).rounds[0]?.markings[0]?.privateNote).toBe(
			'copied from nobody',
		);
	});

	test('what is empty, a link that is none, too many files and files of others are refused, and what was typed is kept', async () => {
		const { key } = await anAssignment(db, { takesLink: true, mostFiles: 1 });
		const [learner, other] = [await aPerson(db), await aPerson(db)];
		expect(await codeOf(handIn(db, learner.actor, key))).toBe('assignments.nothing_handed_in');
		expect(await codeOf(handIn(db, learner.actor, key, { source: ' \n' }))).toBe(
			'assignments.nothing_handed_in',
		);
		for (const link of ['javascript:alert(1)', 'work.pdf', 'ftp://example.org/x'])
			expect(await codeOf(handIn(db, learner.actor, key, { link }))).toBe('assignments.link_shape');
		await saveDraft(db, learner.actor, key, { link: 'kept as it is typed' });
		expect((await taskOf(learner, key)).draft?.link).toBe('kept as it is typed');
		expect(await codeOf(attachFile(db, learner.actor, key, await aFile(other)))).toBe('common.forbidden');
		expect(await codeOf(attachFile(db, learner.actor, key, 999_999))).toBe('media.not_found');
		const file = await aFile(learner, 'received');
		await attachFile(db, learner.actor, key, file);
		await attachFile(db, learner.actor, key, file);
		expect(await codeOf(attachFile(db, learner.actor, key, await aFile(learner)))).toBe(
			'assignments.too_many_files',
		);
		expect(await codeOf(handIn(db, learner.actor, key, { link: '' }))).toBe('assignments.file_not_ready');
		await db.updateTable('media').set({ status: 'ready' }).where('id', '=', file).execute();
		await handIn(db, learner.actor, key, { link: '' });
		expect((await taskOf(learner, key)).handedIn[0]?.files).toMatchObject([{ id: file, name: 'work.pdf' }]);
		expect(await codeOf(detachFile(db, learner.actor, key, file))).toBe('assignments.no_draft');
	});

	test('twice at once is one: two devices that hand in get one work and one refusal', async () => {
		const { key } = await anAssignment(db);
		const learner = await aPerson(db);
		const codes = await Promise.all([
			codeOf(handIn(db, learner.actor, key, { source: 'one' })),
			codeOf(handIn(db, learner.actor, key, { source: 'two' })),
		]);
		expect(codes.sort()).toEqual(['assignments.no_draft', 'done']);
	});

	test('visitors, the suspended and who may only look at a preview hand nothing in', async () => {
		const { key } = await anAssignment(db, {}, { access: 'paid' });
		expect(await codeOf(saveDraft(db, visitor, key))).toBe('common.sign_in_required');
		expect(await codeOf(saveDraft(db, (await aPerson(db, { suspended: true })).actor, key))).toBe(
			'accounts.suspended',
		);
		expect(await codeOf(saveDraft(db, (await aPerson(db)).actor, key))).toBe('courses.held');
		expect(await codeOf(saveDraft(db, (await aPerson(db)).actor, { ...key, lessonId: 999_999 }))).toBe(
			'courses.lesson_not_found',
		);
	});
});

describe('when it is due', () => {
	test('what comes late loses its share for each day begun, and is refused after so many', async () => {
		const { key, course } = await anAssignment(db, {
			dueDays: 7,
			late: 'less',
			latePercent: 10,
			lateDays: 3,
			passMark: 0.7,
		});
		const [late, later] = [await aPerson(db), await aPerson(db)];
		await saveDraft(db, late.actor, key, { source: 'late' });
		await saveDraft(db, later.actor, key, { source: 'later' });
		travel(8.5 * day);
		expect((await taskOf(late, key)).leftNow).toBeCloseTo(0.8);
		const { id, lateDays } = await handIn(db, late.actor, key);
		expect(lateDays).toBe(2);
		const { score, outcome } = await markSubmission(db, course.author.actor, id, { chosen: [0, 0] });
		expect([score, outcome]).toEqual([expect.closeTo(0.8), 'passed']);
		travel(10.5 * day);
		expect((await taskOf(later, key)).closed).toBe(true);
		expect(await codeOf(handIn(db, later.actor, key))).toBe('assignments.too_late');
	});

	test('one moment for all holds also for who began yesterday; refused means refused', async () => {
		const { key } = await anAssignment(db, { dueAt: new Date(Date.now() + day), late: 'refused' });
		const learner = await aPerson(db);
		await saveDraft(db, learner.actor, key, { source: 'x' });
		travel(day + 60_000);
		expect(await codeOf(handIn(db, learner.actor, key))).toBe('assignments.too_late');
	});
});

describe('rounds', () => {
	test('what is returned comes back as a draft with its files, and both rounds stay with what was said of them', async () => {
		const { key, course } = await anAssignment(db, { mostFiles: 2 });
		const learner = await aPerson(db);
		const file = await aFile(learner);
		await attachFile(db, learner.actor, key, file);
		const first = await handIn(db, learner.actor, key, { source: 'First try' });
		expect(await codeOf(markSubmission(db, course.author.actor, first.id, { returned: true }))).toBe(
			'assignments.words_missing',
		);
		await markSubmission(db, course.author.actor, first.id, { returned: true, comment: 'Say how.' });
		const task = await taskOf(learner, key);
		expect(task.draft).toMatchObject({ round: 2, source: 'First try', files: [{ id: file }] });
		expect(task.handedIn[0]).toMatchObject({ state: 'returned', markings: [{ chosen: null }] });
		expect(await completed(learner, key)).toBeUndefined();
		const second = await handIn(db, learner.actor, key, { source: 'Second try' });
		expect(await codeOf(markSubmission(db, course.author.actor, first.id, { chosen: [0, 0] }))).toBe(
			'assignments.nothing_waits',
		);
		const seen = await readForMarking(db, course.author.actor, second.id);
		expect(seen.rounds.map(({ round, source }) => [round, source])).toEqual([
			[2, 'Second try'],
			[1, 'First try'],
		]);
		await markSubmission(db, course.author.actor, second.id, { chosen: [0, 0] });
		expect(await completed(learner, key)).toMatchObject({ completed: true, score: 1 });
	});

	test('who did not pass hands in as often as is allowed; the best score stays', async () => {
		const { key, course } = await anAssignment(db, { rounds: 2 });
		const learner = await aPerson(db);
		const first = await handIn(db, learner.actor, key, { source: 'one' });
		expect(await codeOf(saveDraft(db, learner.actor, key))).toBe('assignments.no_draft');
		await markSubmission(db, course.author.actor, first.id, { chosen: [1, 1] });
		expect((await taskOf(learner, key)).mayBegin).toBe(true);
		const second = await handIn(db, learner.actor, key, { source: 'two' });
		await markSubmission(db, course.author.actor, second.id, { chosen: [2, 1] });
		expect(await taskOf(learner, key)).toMatchObject({ mayBegin: false, handedIn: [{}, {}] });
		expect(await codeOf(handIn(db, learner.actor, key, { source: 'three' }))).toBe(
			'assignments.no_rounds_left',
		);
		expect((await completed(learner, key))?.score).toBeCloseTo(2 / 6);
	});

	test('a work may be marked anew: the last marking counts, the first stays to be seen; a draft that came of returning it goes', async () => {
		const { key, course } = await anAssignment(db);
		const learner = await aPerson(db);
		const { id } = await handIn(db, learner.actor, key, { source: 'x' });
		await markSubmission(db, course.author.actor, id, { returned: true, comment: 'Again, please.' });
		await markSubmission(db, course.author.actor, id, { chosen: [0, 0] });
		const task = await taskOf(learner, key);
		expect(task.draft).toBeNull();
		expect(task.handedIn[0]?.markings.map(({ outcome }) => outcome)).toEqual(['passed', 'returned']);
	});
});

describe('the desk', () => {
	test('shows what waits in the courses one marks, the oldest first, page by page, and nobody else’s', async () => {
		const { key, course, mentor } = await anAssignment(db);
		const other = await anAssignment(db, {}, { author: course.author });
		const helper = await mentor();
		const ids: number[] = [];
		for (let n = 0; n < 5; n += 1) {
			travel(n * 60_000);
			const of = n === 3 ? other.key : key;
			ids.push((await handIn(db, (await aPerson(db)).actor, of, { source: `work ${n}` })).id);
		}
		const first = await listWaiting(db, course.author.actor, { limit: 3 });
		const rest = await listWaiting(db, course.author.actor, { limit: 3, cursor: first.next });
		expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
		expect(rest.next).toBeNull();
		expect((await listWaiting(db, helper.actor)).items.map(({ id }) => id)).toEqual(
			ids.filter((_, n) => n !== 3),
		);
		const one = await listWaiting(db, course.author.actor, { courseId: other.key.courseId });
		expect(one.items.map(({ id }) => id)).toEqual([ids[3]]);
		expect((await listWaiting(db, (await aPerson(db)).actor)).items).toEqual([]);
		expect(await codeOf(listWaiting(db, (await aPerson(db)).actor, { courseId: key.courseId }))).toBe(
			'common.forbidden',
		);
		const admin = await aPerson(db, { role: 'admin' });
		expect((await listWaiting(db, admin.actor, { courseId: key.courseId })).items).toHaveLength(4);
		expect(await deskCourses(db, course.author.actor)).toMatchObject([
			{ id: key.courseId, waiting: 4 },
			{ id: other.key.courseId, waiting: 1 },
		]);
		expect(await codeOf(listWaiting(db, course.author.actor, { cursor: 'x' }))).toBe('common.invalid_input');
	});

	test('two mentors who ask for the next at once get two works; a claim keeps others off for two hours', async () => {
		const { key, course, mentor } = await anAssignment(db);
		const [a, b] = [await mentor(), await mentor()];
		const first = await handIn(db, (await aPerson(db)).actor, key, { source: 'first' });
		await handIn(db, (await aPerson(db)).actor, key, { source: 'second' });
		const taken = await Promise.all([takeNext(db, a.actor), takeNext(db, b.actor)]);
		expect(new Set(taken.map((one) => one?.id)).size).toBe(2);
		const mine = taken[0]!.id === first.id ? a : b;
		const theirs = mine === a ? b : a;
		expect((await takeNext(db, mine.actor))?.id).toBe(first.id);
		expect(await codeOf(claimSubmission(db, theirs.actor, first.id))).toBe('assignments.claimed');
		expect(await codeOf(markSubmission(db, theirs.actor, first.id, { chosen: [0, 0] }))).toBe(
			'assignments.claimed',
		);
		expect(await codeOf(releaseSubmission(db, theirs.actor, first.id))).toBe('assignments.claimed');
		expect((await listWaiting(db, course.author.actor, { free: true })).items).toEqual([]);
		travel(2 * 3_600_000 + 1000);
		expect(await codeOf(claimSubmission(db, theirs.actor, first.id))).toBe('done');
		await markSubmission(db, theirs.actor, first.id, { chosen: [0, 0] });
		expect((await listWaiting(db, course.author.actor)).items).toHaveLength(1);
	});

	test('marks must be of the rubric; who may not mark may not look, and a draft is nobody’s but its author’s', async () => {
		const { key, course } = await anAssignment(db);
		const learner = await aPerson(db);
		const draft = await saveDraft(db, learner.actor, key, { source: 'not yet' });
		expect(await codeOf(readForMarking(db, course.author.actor, draft.id))).toBe('assignments.not_handed_in');
		const { id } = await handIn(db, learner.actor, key);
		for (const chosen of [[], [0], [0, 5], [0, -1], [0, 0, 0]])
			expect(await codeOf(markSubmission(db, course.author.actor, id, { chosen }))).toBe(
				'assignments.marks_missing',
			);
		for (const who of [learner, await aPerson(db)])
			for (const work of [
				() => readForMarking(db, who.actor, id),
				() => markSubmission(db, who.actor, id, { chosen: [0, 0] }),
			])
				expect(await codeOf(work())).toBe('common.forbidden');
		expect(await codeOf(readForMarking(db, course.author.actor, 999_999))).toBe(
			'assignments.submission_not_found',
		);
		expect(await stateOf(learner, key)).toBe('waiting');
	});
});

test('a file of a work is opened by its author and by who marks, only once it is handed in', async () => {
	const { key, course, mentor } = await anAssignment(db, { mostFiles: 1 });
	const [learner, stranger, helper] = [await aPerson(db), await aPerson(db), await mentor()];
	const file = await aFile(learner);
	await attachFile(db, learner.actor, key, file);
	const opens = async (who: PersonBuilt) => (await mayOpenMedia(db, who.actor, [file])).has(file);
	expect([await opens(learner), await opens(helper)]).toEqual([true, false]);
	await handIn(db, learner.actor, key);
	expect([
		await opens(learner),
		await opens(helper),
		await opens(course.author),
		await opens(stranger),
	]).toEqual([true, true, true, false]);
});

test('mentors are told of what waits, its author of what became of it, and who returned it of what came of that', async () => {
	const { key, course, mentor } = await anAssignment(db);
	const [a, b, learner] = [await mentor(), await mentor(), await aPerson(db)];
	const told = async (who: PersonBuilt) =>
		(
			await db
				.selectFrom('notifications')
				.select('kind')
				.where('user_id', '=', who.id)
				.orderBy('id')
				.execute()
		).map(({ kind }) => kind);
	const first = await handIn(db, learner.actor, key, { source: 'x' });
	await drainEvents(db, notificationHandlers);
	expect([await told(a), await told(b), await told(course.author)]).toEqual([
		['work_waits'],
		['work_waits'],
		[],
	]);
	await markSubmission(db, a.actor, first.id, { returned: true, comment: 'Again.' });
	const second = await handIn(db, learner.actor, key, { source: 'y' });
	await markSubmission(db, a.actor, second.id, { chosen: [0, 0] });
	await drainEvents(db, notificationHandlers);
	expect([await told(a), await told(b)]).toEqual([['work_waits', 'work_waits'], ['work_waits']]);
	expect(new Set(await told(learner))).toEqual(new Set(['work_returned', 'work_marked', 'course_completed']));
});

test('an assignment is checked when it is set: what it takes, one due date, samples that its rubric knows', async () => {
	const { key, course } = await anAssignment(db);
	const set = (more: object) => codeOf(setAssignment(db, course.author.actor, key, { rubric, ...more }));
	const fields = (more: object) =>
		setAssignment(db, course.author.actor, key, { rubric, ...more }).then(
			() => null,
			(error) => Object.values(error.fields as Record<string, string>)[0],
		);
	expect(await fields({ takesText: false })).toBe('assignments.takes_nothing');
	expect(await fields({ dueAt: new Date(), dueDays: 3 })).toBe('assignments.due_twice');
	expect(await fields({ rubric: [] })).toBe('assignments.rubric_missing');
	expect(await fields({ samples: [{ title: 'S', source: 'x', chosen: [0] }] })).toBe(
		'assignments.sample_shape',
	);
	expect(await set({ samples: [{ title: 'S', source: 'x', chosen: [0, 1] }] })).toBe('done');
	expect(await set({ reviews: 9 })).toBe('common.invalid_input');
	const stranger = await aPerson(db);
	expect(await codeOf(setAssignment(db, stranger.actor, key, { rubric }))).toBe('common.forbidden');
});

test('nobody marks their own work or gives themselves more time', async () => {
	const { key, course } = await anAssignment(db, { dueDays: 1 });
	const { actor, handle } = course.author;
	await enrol(db, actor, key.courseId);
	const { id } = await handIn(db, actor, key, { source: 'I made this course.' });
	expect(await codeOf(markSubmission(db, actor, id, { chosen: [0, 0] }))).toBe('common.forbidden');
	const dueAt = new Date(Date.now() + 10 * day);
	expect(await codeOf(extendDue(db, actor, key, { handle, dueAt, reason: 'I am late.' }))).toBe(
		'common.forbidden',
	);
});

test('a lesson with its works costs few statements', async () => {
	const { key, course } = await anAssignment(db);
	const learner = await aPerson(db);
	const { id } = await handIn(db, learner.actor, key, { source: 'x' });
	await markSubmission(db, course.author.actor, id, { chosen: [0, 0] });
	await readLesson(db, learner.actor, key);
	const { statements } = await watch(db, (watched) => readLesson(watched, learner.actor, key));
	expect(statements).toBeLessThanOrEqual(7);
});

describe('more time for one learner', () => {
	test('moves their day, is told with its reason, and lateness follows it; others stay as they were', async () => {
		const { key, mentor } = await anAssignment(db, { dueDays: 1, late: 'refused' });
		const [ill, well] = [await aPerson(db), await aPerson(db)];
		const helper = await mentor();
		for (const who of [ill, well]) await saveDraft(db, who.actor, key, { source: 'Begun.' });
		const { handle } = ill;
		const give = (dueAt: Date | null, more = {}, who = helper) =>
			extendDue(db, who.actor, key, { handle, dueAt, reason: 'You were ill.', ...more });
		const later = new Date(Date.now() + 10 * day);
		expect(await codeOf(give(new Date(Date.now() + 3600_000)))).toBe('assignments.due_not_later');
		expect(await codeOf(give(later, { reason: ' ' }))).toBe('common.invalid_input');
		expect(await codeOf(give(later, { handle: 'nobody-here' }))).toBe('assignments.learner_unknown');
		expect(await codeOf(give(later, {}, well))).toBe('common.forbidden');
		await give(later);
		expect(await taskOf(ill, key)).toMatchObject({ due: later, extended: true });
		expect(await taskOf(well, key)).toMatchObject({ extended: false });
		travel(3 * day);
		expect(await codeOf(handIn(db, well.actor, key, { source: 'Late.' }))).toBe('assignments.too_late');
		expect(await handIn(db, ill.actor, key, { source: 'In time.' })).toMatchObject({ lateDays: 0 });
		await drainEvents(db, notificationHandlers);
		const { rows } = await sql<{
			kind: string;
		}>`select kind from notifications where user_id = ${ill.id}`.execute(db);
		expect(rows.map(({ kind }) => kind)).toContain('work_extended');
		expect((await listExtensions(db, helper.actor, key.courseId)).items).toMatchObject([
			{ learner: { handle }, dueAt: later, reason: 'You were ill.', counts: true },
		]);
		expect(await codeOf(listExtensions(db, ill.actor, key.courseId))).toBe('common.forbidden');
	});

	test('of a work that came late and waits, the lateness goes; what is marked stays; taken back it is as before', async () => {
		const { key, mentor } = await anAssignment(db, { dueDays: 1, late: 'less', latePercent: 50 });
		const learner = await aPerson(db);
		const helper = await mentor();
		await saveDraft(db, learner.actor, key, { source: 'Begun.' });
		travel(2.5 * day);
		const { id, lateDays } = await handIn(db, learner.actor, key, { source: 'Late.' });
		expect(lateDays).toBe(2);
		const { handle } = learner;
		const give = (days: number | null) =>
			extendDue(db, helper.actor, key, {
				handle,
				dueAt: days === null ? null : new Date(Date.now() + days * day),
				reason: 'A storm.',
			});
		const late = async () => (await readForMarking(db, helper.actor, id)).submission.lateDays;
		await give(5);
		expect(await late()).toBe(0);
		await give(null);
		expect(await late()).toBe(2);
		expect((await taskOf(learner, key)).extended).toBe(false);
		await give(5);
		await markSubmission(db, helper.actor, id, { chosen: [0, 0], comment: 'Good.' });
		await give(null);
		expect(await late()).toBe(0);
	});
});
