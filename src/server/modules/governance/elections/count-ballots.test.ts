import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBallots } from './count-ballots.ts';

const times = (count: number, ...names: string[]) => Array.from({ length: count }, () => names);

test('with one seat the last goes until somebody has more than half', () => {
	const { quota, elected, rounds } = countBallots(
		[...times(8, 'a'), ...times(7, 'b'), ...times(4, 'c', 'b'), ...times(2, 'd', 'c')],
		['a', 'b', 'c', 'd'],
		1,
	);
	expect(quota).toBe(11);
	expect(elected).toEqual(['b']);
	expect(rounds.map(({ excluded }) => excluded)).toEqual([['d'], ['c'], []]);
	expect(rounds.at(-1)!.votes).toEqual({ a: 8, b: 11 });
});

test('what an elected candidate has over the quota goes on at a part of its value', () => {
	// Worked by hand: quota 10 / 3 -> 4 of 10 papers; a has 6, so 2 go on, each paper at 2/6 cut to 0.33333.
	const { quota, elected, rounds } = countBallots(
		[...times(4, 'a', 'b'), ...times(2, 'a', 'c'), ...times(2, 'b'), ...times(2, 'c')],
		['a', 'b', 'c'],
		2,
	);
	expect(quota).toBe(4);
	expect(rounds[1]!.votes).toEqual({ a: 4, b: 3.33332, c: 2.66666 });
	expect(elected).toEqual(['a', 'b']);
});

test('a tie is decided by the latest round in which they differed, then by the lot', () => {
	const ballots = [...times(5, 'a'), ...times(4, 'b'), ...times(3, 'c'), ...times(1, 'd', 'c')];
	expect(countBallots(ballots, ['a', 'b', 'c', 'd'], 1).rounds[1]!.excluded).toEqual(['c']);
	const even = [...times(2, 'a'), ...times(2, 'b'), ...times(2, 'c')];
	const first = countBallots(even, ['a', 'b', 'c'], 1);
	expect(first.rounds[0]).toMatchObject({ excluded: ['c'], byLot: true });
	expect(countBallots(even, ['c', 'b', 'a'], 1).rounds[0]!.excluded).toEqual(['a']);
});

test('nobody is elected by nobody, and all are when there are seats for all', () => {
	expect(countBallots([], ['a', 'b', 'c'], 2).elected.length).toBe(2);
	expect(countBallots(times(3, 'b'), ['a', 'b'], 5).elected).toEqual(['b', 'a']);
	expect(countBallots(times(3, 'z', 'z'), [], 1).elected).toEqual([]);
});

test('whatever the ballots: as many as seats, the votes never grow, a majority of firsts wins, and a solid group of two quotas gets two', () => {
	const names = ['a', 'b', 'c', 'd', 'e'];
	const ballot = fc.shuffledSubarray(names, { minLength: 1 });
	fc.assert(
		fc.property(
			fc.array(ballot, { minLength: 1, maxLength: 60 }),
			fc.integer({ min: 1, max: 4 }),
			(ballots, seats) => {
				const { elected, rounds, quota } = countBallots(ballots, names, seats);
				expect(new Set(elected).size).toBe(Math.min(seats, names.length));
				for (const { votes, spent } of rounds)
					expect(Object.values(votes).reduce((sum, one) => sum + one, spent)).toBeLessThanOrEqual(
						ballots.length + 1e-6,
					);
				const firsts = (name: string) => ballots.filter(([first]) => first === name).length;
				for (const name of names) if (firsts(name) >= quota) expect(elected).toContain(name);
				const solid = ballots.filter(
					(one) => one.length >= 2 && one.slice(0, 2).every((name) => name === 'a' || name === 'b'),
				);
				if (seats >= 2 && solid.length >= 2 * quota)
					expect(elected).toEqual(expect.arrayContaining(['a', 'b']));
				expect(countBallots(ballots, names, seats)).toEqual(countBallots([...ballots], names, seats));
			},
		),
		{ numRuns: 300 },
	);
});
