import { afterEach, describe, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readLearnerCourse, readLesson } from '../courses/index.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import { mayOpenMedia } from '../media/index.ts';
import type { AssignmentInput } from './assignment.ts';
import {
	type AssignmentPart,
	appeal,
	calibrate,
	findReviewers,
	handIn,
	type LessonKey,
	listWaiting,
	markSubmission,
	rateReview,
	readForMarking,
	reviewTask,
	settleOverdue,
	submitReview,
} from './index.ts';
import { type AssignmentBuilt, anAssignment } from './testing.ts';

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
const roundOf = async (who: PersonBuilt, key: LessonKey) => (await taskOf(who, key)).handedIn[0]!;
const isDone = async (who: PersonBuilt, key: LessonKey) =>
	(await readLearnerCourse(db, who.actor, key.courseId))?.progress.get(key.lessonId)?.completed ?? false;

/** An assignment whose works others review, and so many learners who handed one in. */
async function aClass(
	n: number,
	given: Partial<AssignmentInput> = {},
): Promise<AssignmentBuilt & { learners: PersonBuilt[]; works: number[] }> {
	const built = await anAssignment(db, { reviews: 2, reviewDays: 7, ...given });
	const learners: PersonBuilt[] = [];
	const works: number[] = [];
	for (let at = 0; at < n; at += 1) {
		const who = await aPerson(db);
		learners.push(who);
		works.push((await handIn(db, who.actor, built.key, { source: `Work of number ${at}` })).id);
	}
	return { ...built, learners, works };
}

const owed = async (who: PersonBuilt, key: LessonKey) =>
	(await taskOf(who, key)).peers!.mine.filter(({ doneAt }) => doneAt === null).map(({ id }) => id);

/** Everybody reviews all that they were given. */
async function reviewAll(learners: PersonBuilt[], key: LessonKey, chosen = [0, 0]): Promise<void> {
	for (const who of learners)
		for (const id of await owed(who, key))
			await submitReview(db, who.actor, id, { chosen, comment: 'Because.' });
}

describe('who reviews whom', () => {
	test('works wait until as many are there as can review each other in full; then each gets and gives as many', async () => {
		const { key, learners, works } = await aClass(2);
		await findReviewers(db);
		expect(await owed(learners[0]!, key)).toEqual([]);
		const third = await aPerson(db);
		works.push((await handIn(db, third.actor, key, { source: 'third' })).id);
		expect(await findReviewers(db)).toBe(6);
		expect(await findReviewers(db)).toBe(0);
		for (const who of [...learners, third]) expect(await owed(who, key)).toHaveLength(2);
		const rows = await db
			.selectFrom('peer_reviews as p')
			.innerJoin('submissions as s', 's.id', 'p.submission_id')
			.select(['p.submission_id', 'p.reviewer_id', 's.user_id'])
			.where('s.lesson_id', '=', key.lessonId)
			.execute();
		for (const row of rows) expect(row.reviewer_id).not.toBe(row.user_id);
		for (const id of works) expect(rows.filter((row) => row.submission_id === id)).toHaveLength(2);
	});

	test('with one due date for all nobody is given anything before it', async () => {
		const { key, learners } = await aClass(4, { dueAt: new Date(Date.now() + day) });
		await findReviewers(db);
		expect(await owed(learners[0]!, key)).toEqual([]);
		travel(day + 1000);
		expect(await findReviewers(db)).toBe(8);
	});

	test('who hands in late still reviews others, and goes to a mentor when nobody is left to review them', async () => {
		const { key, learners, course } = await aClass(3);
		await findReviewers(db);
		await reviewAll(learners, key);
		travel(5 * day);
		const late = await aPerson(db);
		const { id } = await handIn(db, late.actor, key, { source: 'late' });
		await findReviewers(db);
		expect((await roundOf(late, key)).state).toBe('peers');
		travel(7.1 * day);
		await findReviewers(db);
		expect(await owed(late, key)).toHaveLength(2);
		expect((await roundOf(late, key)).state).toBe('waiting');
		expect((await listWaiting(db, course.author.actor)).items).toMatchObject([{ id, waitsFor: 'few' }]);
	});
});

describe('reviewing', () => {
	test('shows a work without a name, asks for words, counts once, and settles when the last one is there', async () => {
		const { key, learners, works } = await aClass(3);
		await findReviewers(db);
		const [first] = learners as [PersonBuilt];
		const desk = await reviewTask(db, first.actor, key);
		expect(desk.reviews).toEqual({ done: 0, of: 2 });
		expect(JSON.stringify(desk)).not.toContain(learners[1]!.handle);
		expect(JSON.stringify(desk)).not.toContain(learners[2]!.handle);
		const [mine] = await owed(first, key);
		const review = (input: object) => codeOf(submitReview(db, first.actor, mine!, input as never));
		expect(await review({ chosen: [0, 0] })).toBe('assignments.words_missing');
		expect(await review({ chosen: [0], comment: 'x' })).toBe('assignments.marks_missing');
		expect(await codeOf(submitReview(db, learners[1]!.actor, mine!, { chosen: [0, 0], comment: 'x' }))).toBe(
			'assignments.review_not_found',
		);
		expect(await review({ chosen: [0, 0], remarks: ['Clear.'] })).toBe('done');
		expect(await review({ chosen: [2, 1], comment: 'x' })).toBe('assignments.review_done');
		await reviewAll(learners, key);
		for (const who of learners) {
			const round = await roundOf(who, key);
			expect(round).toMatchObject({
				state: 'passed',
				markings: [{ byPeers: true, reviewers: 2, marker: null }],
			});
			expect(round.markings[0]?.score).toBeCloseTo(1, 1);
			const { received } = (await taskOf(who, key)).peers!;
			expect(received).toHaveLength(2);
			expect(JSON.stringify(received)).not.toContain('handle');
			expect(await isDone(who, key)).toBe(true);
		}
		expect(works).toHaveLength(3);
	});

	test('one’s own lesson is completed only when one has reviewed what one was given', async () => {
		const { key, learners } = await aClass(3);
		await findReviewers(db);
		const [lazy, ...others] = learners as [PersonBuilt, ...PersonBuilt[]];
		await reviewAll(others, key);
		expect((await roundOf(lazy, key)).state).toBe('passed');
		expect(await isDone(lazy, key)).toBe(false);
		await reviewAll([lazy], key);
		expect(await isDone(lazy, key)).toBe(true);
	});

	test('when time is over what is there counts if it is enough; too few, or reviewers far apart, go to a mentor', async () => {
		const { key, learners, course, works } = await aClass(4, { reviews: 3 });
		await findReviewers(db);
		const [a, b, c, d] = learners as [PersonBuilt, PersonBuilt, PersonBuilt, PersonBuilt];
		const all = await db
			.selectFrom('peer_reviews')
			.select(['id', 'submission_id', 'reviewer_id'])
			.where('lesson_id', '=', key.lessonId)
			.execute();
		const say = (who: PersonBuilt, work: number, chosen: number[]) =>
			submitReview(
				db,
				who.actor,
				all.find((row) => row.submission_id === work && row.reviewer_id === who.id)!.id,
				{ chosen, comment: 'x' },
			);
		// Of a's work two of three agree; of b's one came; of c's all three are far apart.
		await say(b, works[0]!, [0, 0]);
		await say(c, works[0]!, [0, 0]);
		await say(a, works[1]!, [0, 0]);
		await say(a, works[2]!, [0, 0]);
		await say(b, works[2]!, [2, 1]);
		await say(d, works[2]!, [0, 0]);
		expect((await roundOf(c, key)).state).toBe('waiting');
		expect(await settleOverdue(db)).toBe(0);
		travel(7 * day + 60_000);
		expect(await settleOverdue(db)).toBeGreaterThanOrEqual(3);
		expect((await roundOf(a, key)).state).toBe('passed');
		const waiting = (await listWaiting(db, course.author.actor)).items;
		expect(new Map(waiting.map(({ id, waitsFor }) => [id, waitsFor]))).toEqual(
			new Map([
				[works[1], 'few'],
				[works[2], 'apart'],
				[works[3], 'few'],
			]),
		);
		// The mentor sees who said what.
		const seen = await readForMarking(db, course.author.actor, works[2]!);
		expect(seen.reviews.filter(({ chosen }) => chosen !== null)).toHaveLength(3);
		expect(seen.reviews.map(({ reviewer }) => reviewer.handle)).toContain(b.handle);
		// What comes after all reaches its author and changes nothing of the mark.
		const [before] = (await roundOf(a, key)).markings;
		await say(d, works[0]!, [2, 1]);
		expect((await roundOf(a, key)).markings).toEqual([before]);
		expect((await taskOf(a, key)).peers!.received).toHaveLength(3);
	});

	test('samples come first: the author’s marks are told afterwards, and who marks by chance counts for less', async () => {
		const sample = { title: 'A fair one', source: 'Sample text', chosen: [1, 0], comment: 'Half of it.' };
		const { key, learners, course, works } = await aClass(3, { samples: [sample] });
		await findReviewers(db);
		const [a, b, c] = learners as [PersonBuilt, PersonBuilt, PersonBuilt];
		const [mine] = await owed(a, key);
		expect(await codeOf(submitReview(db, a.actor, mine!, { chosen: [0, 0], comment: 'x' }))).toBe(
			'assignments.calibrate_first',
		);
		const desk = await reviewTask(db, a.actor, key);
		expect(desk.task).toMatchObject({ kind: 'sample', title: 'A fair one' });
		expect(JSON.stringify(desk)).not.toContain('Half of it');
		const sampleKey = (desk.task as { key: string }).key;
		expect(await codeOf(calibrate(db, a.actor, key, 'none', { chosen: [0, 0] }))).toBe(
			'assignments.sample_not_found',
		);
		expect(await calibrate(db, a.actor, key, sampleKey, { chosen: [1, 0] })).toEqual({
			author: [1, 0],
			comment: 'Half of it.',
		});
		expect(await codeOf(calibrate(db, a.actor, key, sampleKey, { chosen: [1, 0] }))).toBe(
			'assignments.review_done',
		);
		expect((await reviewTask(db, a.actor, key, { compare: sampleKey })).compared).toMatchObject({
			author: [1, 0],
		});
		// b is as far off as one can be.
		await calibrate(db, b.actor, key, sampleKey, { chosen: [2, 1] });
		await calibrate(db, c.actor, key, sampleKey, { chosen: [1, 0] });
		const seen = await readForMarking(db, course.author.actor, works[2]!);
		const of = (who: PersonBuilt) => seen.reviews.find(({ reviewer }) => reviewer.handle === who.handle)!;
		expect(of(b).deviation).toBeGreaterThan(1.5 * of(a).deviation);
		expect(of(b).bias).toBeLessThan(-0.1);
		expect(await codeOf(reviewTask(db, (await aPerson(db)).actor, key))).toBe('assignments.not_handed_in');
	});

	test('files of a work are opened by who reviews it, and by no other learner', async () => {
		const { key, learners, works } = await aClass(3, { mostFiles: 1 });
		const { id: file } = await db
			.insertInto('media')
			.values({
				owner_id: learners[0]!.id,
				token: 'abcdefghijklmnopqrstuvwxyz',
				purpose: 'file',
				kind: 'file',
				status: 'ready',
				name: 'w.pdf',
				mime: 'application/pdf',
				bytes: 10,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await db
			.insertInto('media_holders')
			.values({ media_id: file, holder: 'submission', holder_id: works[0]! })
			.execute();
		const opens = async (who: PersonBuilt) => (await mayOpenMedia(db, who.actor, [file])).has(file);
		expect(await opens(learners[1]!)).toBe(false);
		await findReviewers(db);
		expect([await opens(learners[1]!), await opens(await aPerson(db))]).toEqual([true, false]);
		expect((await reviewTask(db, learners[1]!.actor, key)).reviews.of).toBe(2);
	});
});

describe('afterwards', () => {
	test('a review is rated by its receiver only, and its writer sees the mean', async () => {
		const { key, learners } = await aClass(3);
		await findReviewers(db);
		const [a, b] = learners as [PersonBuilt, PersonBuilt];
		await reviewAll(learners, key);
		const { received } = (await taskOf(a, key)).peers!;
		expect(await codeOf(rateReview(db, b.actor, received[0]!.id, { rating: 5 }))).toBe(
			'assignments.review_not_found',
		);
		expect(await codeOf(rateReview(db, a.actor, received[0]!.id, { rating: 6 }))).toBe(
			'common.invalid_input',
		);
		await rateReview(db, a.actor, received[0]!.id, { rating: 4, words: 'Thanks' });
		const means = [];
		for (const who of learners) means.push((await taskOf(who, key)).peers!.rated);
		expect(means.filter(Boolean)).toEqual([{ mean: 4, count: 1 }]);
	});

	test('who was marked by others may appeal once, within two weeks; the mentor’s mark counts', async () => {
		const { key, learners, course, works } = await aClass(3);
		await findReviewers(db);
		await reviewAll(learners, key, [2, 1]);
		const [a, b] = learners as [PersonBuilt, PersonBuilt];
		expect((await roundOf(a, key)).state).toBe('failed');
		expect(await codeOf(appeal(db, b.actor, works[0]!, { words: 'Mine!' }))).toBe(
			'assignments.submission_not_found',
		);
		expect(await codeOf(appeal(db, a.actor, works[0]!, { words: ' ' }))).toBe('common.invalid_input');
		await appeal(db, a.actor, works[0]!, { words: 'It does answer the question.' });
		expect(await codeOf(appeal(db, a.actor, works[0]!, { words: 'Again' }))).toBe(
			'assignments.appeal_closed',
		);
		expect((await listWaiting(db, course.author.actor)).items).toMatchObject([
			{ id: works[0], waitsFor: 'appeal' },
		]);
		await markSubmission(db, course.author.actor, works[0]!, { chosen: [0, 0] });
		const round = await roundOf(a, key);
		expect(round).toMatchObject({ state: 'passed', appeal: 'It does answer the question.' });
		expect(round.markings.map(({ byPeers }) => byPeers)).toEqual([false, true]);
		expect(await isDone(a, key)).toBe(true);
		travel(15 * day);
		expect(await codeOf(appeal(db, b.actor, works[1]!, { words: 'Late' }))).toBe('assignments.appeal_closed');
	});
});
