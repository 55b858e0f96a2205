import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, type Work } from './allocation.ts';

const fresh = (n: number): Work[] =>
	Array.from({ length: n }, (_, at) => ({ id: 1000 + at, authorId: at + 1, reviewerIds: new Set<number>() }));
const counted = <K>(list: readonly K[]) =>
	list.reduce((all, one) => all.set(one, (all.get(one) ?? 0) + 1), new Map<K, number>());

/** Works and reviewers as they may stand at any moment: some reviews are given out already, some reviewers owe less. */
const anyState = fc
	.record({
		n: fc.integer({ min: 0, max: 14 }),
		wanted: fc.integer({ min: 1, max: 4 }),
		seed: fc.nat(),
		given: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 20 }),
		owes: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 14, maxLength: 14 }),
		closed: fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
	})
	.map(({ n, given, owes, closed, ...rest }) => ({
		...rest,
		works: fresh(n).map((work, at) => ({
			...work,
			closed: closed[at] as boolean,
			reviewerIds: new Set(given.flatMap(([by, of]) => (of === at && by < n && by !== at ? [by + 1] : []))),
		})),
		reviewers: Array.from({ length: n }, (_, at) => ({ id: at + 1, owes: owes[at] as number })),
	}));

test('nobody reviews their own work or one twice, and nobody more than they owe, whatever the state', () => {
	fc.assert(
		fc.property(anyState, ({ works, reviewers, wanted, seed }) => {
			const pairs = allocate(works, reviewers, wanted, seed);
			const byId = new Map(works.map((work) => [work.id, work]));
			for (const { reviewerId, workId } of pairs) {
				expect(byId.get(workId)?.authorId).not.toBe(reviewerId);
				expect(byId.get(workId)?.reviewerIds.has(reviewerId)).toBe(false);
			}
			expect(new Set(pairs.map(({ reviewerId, workId }) => `${reviewerId} ${workId}`)).size).toBe(
				pairs.length,
			);
			const given = counted(pairs.map(({ reviewerId }) => reviewerId));
			for (const { id, owes } of reviewers) expect(given.get(id) ?? 0).toBeLessThanOrEqual(owes);
		}),
	);
});

test('of works that come together each gets as many reviews as were wanted, and each author gives as many', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2, max: 40 }),
			fc.integer({ min: 1, max: 5 }),
			fc.nat(),
			(n, wanted, seed) => {
				const works = fresh(n);
				const pairs = allocate(
					works,
					works.map(({ authorId }) => ({ id: authorId, owes: wanted })),
					wanted,
					seed,
				);
				const each = Math.min(wanted, n - 1);
				const got = counted(pairs.map(({ workId }) => workId));
				const gave = counted(pairs.map(({ reviewerId }) => reviewerId));
				for (const { id, authorId } of works) {
					expect(got.get(id)).toBe(each);
					expect(gave.get(authorId)).toBe(each);
				}
			},
		),
	);
});

test('who comes when all works have enough still gets some, those with the fewest first and marked ones last', () => {
	fc.assert(
		fc.property(fc.integer({ min: 4, max: 20 }), fc.nat(), (n, seed) => {
			const works = fresh(n).map((work, at) => ({
				...work,
				closed: at < 2,
				reviewerIds: new Set([100, 101, 102].slice(0, at === n - 1 ? 2 : 3)),
			}));
			const late = 999;
			const own = { id: 5000, authorId: late, reviewerIds: new Set<number>() };
			const pairs = allocate([...works, own], [{ id: late, owes: 2 }], 3, seed);
			expect(pairs).toHaveLength(2);
			// The one that lacked a review has it now; none went to what is marked already.
			expect(pairs.map(({ workId }) => workId)).toContain(1000 + n - 1);
			for (const { workId } of pairs) expect(works.find(({ id }) => id === workId)?.closed).toBe(false);
		}),
	);
});

test('where there are too few reviews for all, no work has two more than another that could have had one', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 6, max: 20 }),
			fc.integer({ min: 1, max: 6 }),
			fc.nat(),
			(n, some, seed) => {
				const works = fresh(n);
				const reviewers = works.slice(0, some).map(({ authorId }) => ({ id: authorId, owes: 3 }));
				const pairs = allocate(works, reviewers, 3, seed);
				const got = counted(pairs.map(({ workId }) => workId));
				const counts = works.map(({ id }) => got.get(id) ?? 0);
				// Reviews that are there are all used …
				expect(pairs).toHaveLength(some * 3);
				// … and spread: only an author who is among the few reviewers may lack one more.
				expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(some * 3 < n ? 1 : 2);
			},
		),
	);
});

test('a reviewer who is needed elsewhere is moved: the matching is whole though the first choice was not', () => {
	// Work 1 may be reviewed by 2 or 3, work 2 by 3 only (1 has had it), work 3 by 2 only.
	const works: Work[] = [
		{ id: 1, authorId: 1, reviewerIds: new Set() },
		{ id: 2, authorId: 2, reviewerIds: new Set([1]) },
		{ id: 3, authorId: 3, reviewerIds: new Set([1]) },
	];
	for (let seed = 0; seed < 50; seed += 1) {
		const pairs = allocate(
			works,
			[
				{ id: 2, owes: 1 },
				{ id: 3, owes: 1 },
			],
			2,
			seed,
		);
		expect(pairs).toHaveLength(2);
	}
});
