import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { enrol, recordProgress } from '../courses/index.ts';
import { aCourse, type CourseBuilt, readWhole } from '../courses/testing.ts';
import { aPerson, type PersonBuilt } from '../items/testing.ts';
import {
	decideReview,
	listRatings,
	listReported,
	listReviews,
	ownReview,
	removeReview,
	replyToReview,
	reportReview,
	voteHelpful,
	writeReview,
} from './index.ts';

const { db } = await testDatabase();
const moderator = await aPerson(db, { role: 'moderator' });

async function aLearner(course: CourseBuilt, lessons: number): Promise<PersonBuilt> {
	const learner = await aPerson(db);
	await enrol(db, learner.actor, course.id);
	if (lessons > 0)
		await recordProgress(db, learner.actor, {
			reports: course.lessons.slice(0, lessons).map((id) => readWhole(id)),
		});
	return learner;
}

const ratingOf = async (course: CourseBuilt) => (await listRatings(db, [course.id])).get(course.id) ?? null;
const tenLessons = () => aCourse(db, { lessons: Array.from({ length: 10 }, () => ({})) });

test('only who has completed three lessons of ten reviews a course, and never who makes it', async () => {
	const course = await tenLessons();
	const stranger = await aPerson(db);
	for (const { actor } of [stranger, await aLearner(course, 0), await aLearner(course, 2)])
		await expect(writeReview(db, actor, course.id, { rating: 1 })).rejects.toMatchObject({
			code: 'credentials.too_little_learnt',
		});
	await expect(writeReview(db, course.author.actor, course.id, { rating: 5 })).rejects.toMatchObject({
		code: 'credentials.own_review',
	});
	await expect(writeReview(db, visitor, course.id, { rating: 5 })).rejects.toMatchObject({ status: 401 });
	expect(await ratingOf(course)).toBeNull();
	const learner = await aLearner(course, 3);
	await writeReview(db, learner.actor, course.id, { rating: 4, source: 'Clear **examples**.' });
	const [review] = (await listReviews(db, visitor, course.id)).items;
	expect(review).toMatchObject({ rating: 4, author: { handle: learner.handle }, mine: false });
	expect(review!.progress).toBeCloseTo(0.3, 5);
	expect(review!.html).toContain('<strong>examples</strong>');
});

test('a second review of the same learner replaces the first, and the stars are counted once', async () => {
	const course = await aCourse(db);
	const [one, two] = [await aLearner(course, 3), await aLearner(course, 1)];
	await Promise.all([1, 2, 3, 4, 5].map((rating) => writeReview(db, one.actor, course.id, { rating })));
	await writeReview(db, one.actor, course.id, { rating: 2 });
	await writeReview(db, two.actor, course.id, { rating: 5 });
	expect((await ratingOf(course))!.stars).toEqual([0, 1, 0, 0, 1]);
	expect((await ratingOf(course))!.mean).toBe(3.5);
	await removeReview(db, two.actor, (await ownReview(db, two.id, course.id))!.id);
	expect((await ratingOf(course))!.stars).toEqual([0, 1, 0, 0, 0]);
});

test('a rating that is missing, or none of one to five, is refused', async () => {
	const course = await aCourse(db);
	const learner = await aLearner(course, 3);
	for (const rating of [0, 6, 2.5, '', 'five', null, undefined])
		await expect(writeReview(db, learner.actor, course.id, { rating })).rejects.toMatchObject({
			status: 422,
		});
	expect(await ratingOf(course)).toBeNull();
});

test('others say once that a review helped, and take it back; its writer does not', async () => {
	const course = await aCourse(db);
	const writer = await aLearner(course, 3);
	const id = await writeReview(db, writer.actor, course.id, { rating: 3 });
	const reader = await aPerson(db);
	const helpful = async () => (await listReviews(db, reader.actor, course.id)).items[0]!;
	await Promise.all([1, 2, 3].map(() => voteHelpful(db, reader.actor, { id, on: true })));
	expect(await helpful()).toMatchObject({ helpful: 1, voted: true });
	await voteHelpful(db, reader.actor, { id, on: false });
	expect(await helpful()).toMatchObject({ helpful: 0, voted: false });
	await expect(voteHelpful(db, writer.actor, { id, on: true })).rejects.toMatchObject({
		code: 'credentials.own_review',
	});
});

test('only who makes the course answers', async () => {
	const course = await aCourse(db);
	const id = await writeReview(db, (await aLearner(course, 3)).actor, course.id, { rating: 2 });
	await expect(replyToReview(db, (await aPerson(db)).actor, { id, source: 'No.' })).rejects.toMatchObject({
		status: 403,
	});
	await replyToReview(db, course.author.actor, { id, source: 'Thank you, *fixed*.' });
	const reply = async () => (await listReviews(db, visitor, course.id)).items[0]!.reply;
	expect((await reply())!.html).toContain('<em>fixed</em>');
	await replyToReview(db, course.author.actor, { id, source: ' ' });
	expect(await reply()).toBeNull();
});

test('a report waits for a moderator; what is hidden counts nowhere, and is not written anew', async () => {
	const course = await aCourse(db);
	const writer = await aLearner(course, 3);
	const id = await writeReview(db, writer.actor, course.id, { rating: 1, source: 'Buy watches' });
	const reader = await aPerson(db);
	await reportReview(db, reader.actor, { id, reason: 'spam' });
	await expect(reportReview(db, reader.actor, { id, reason: 'spam' })).rejects.toMatchObject({
		code: 'credentials.already_reported',
	});
	const waiting = async () => (await listReported(db, moderator.actor)).filter((one) => one.review.id === id);
	expect(await waiting()).toMatchObject([{ reports: [{ reason: 'spam', by: reader.name }] }]);
	await expect(listReported(db, reader.actor)).rejects.toMatchObject({ status: 403 });
	await expect(decideReview(db, course.author.actor, { id, hide: true, reason: 'x' })).rejects.toMatchObject({
		status: 403,
	});
	await decideReview(db, moderator.actor, { id, hide: true, reason: 'Advertising' });
	expect(await waiting()).toEqual([]);
	expect((await listReviews(db, visitor, course.id)).items).toEqual([]);
	expect((await listReviews(db, writer.actor, course.id)).items).toHaveLength(1);
	expect(await ratingOf(course)).toBeNull();
	expect((await ownReview(db, writer.id, course.id))!.hiddenReason).toBe('Advertising');
	await writeReview(db, writer.actor, course.id, { rating: 5, source: 'Buy them' });
	await expect(removeReview(db, writer.actor, id)).rejects.toMatchObject({ status: 404 });
	expect((await listReviews(db, visitor, course.id)).items).toEqual([]);
	expect(await ratingOf(course)).toBeNull();
	await decideReview(db, moderator.actor, { id, hide: false });
	expect((await ratingOf(course))!.stars).toEqual([0, 0, 0, 0, 1]);
});

test('every order of reviews is read to its end, each review once', async () => {
	const course = await aCourse(db);
	const ids: number[] = [];
	for (const rating of [3, 1, 5, 3, 2])
		ids.push(await writeReview(db, (await aLearner(course, 1)).actor, course.id, { rating }));
	const voter = await aPerson(db);
	await voteHelpful(db, voter.actor, { id: ids[3]!, on: true });
	const all = async (sort: 'helpful' | 'new' | 'low') => {
		const read: number[] = [];
		for (let cursor: string | null = null; ; ) {
			const page: Awaited<ReturnType<typeof listReviews>> = await listReviews(db, visitor, course.id, {
				sort,
				cursor,
				limit: 2,
			});
			read.push(...page.items.map(({ id }) => id));
			cursor = page.next;
			if (!cursor) return read;
		}
	};
	expect(await all('new')).toEqual([...ids].reverse());
	expect((await all('helpful'))[0]).toBe(ids[3]);
	expect((await all('low')).slice(0, 2)).toEqual([ids[1], ids[4]]);
	for (const sort of ['helpful', 'new', 'low'] as const)
		expect((await all(sort)).sort((a, b) => a - b)).toEqual(ids);
});
