import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregate, limits, prior, type Review, reliabilityOf } from './aggregate.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const review = fc
	.record({
		share,
		bias: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
		deviation: fc.double({ min: 0.08, max: 0.5, noNaN: true }),
	})
	.map(({ share, bias, deviation }): Review => ({ shares: [share], bias, variance: deviation ** 2 }));
const unknown = (value: number): Review => ({ shares: [value], bias: 0, variance: prior.deviation ** 2 });

describe('what several reviews say together', () => {
	test('lies between the least and the most of them, after their biases, in whichever order they came', () => {
		fc.assert(
			fc.property(fc.array(review, { minLength: 1, maxLength: 6 }), (reviews) => {
				const [together] = aggregate(reviews, [1]).shares as [number];
				const corrected = reviews.map(({ shares, bias }) =>
					Math.min(1, Math.max(0, (shares[0] as number) - bias)),
				);
				expect(together).toBeGreaterThanOrEqual(Math.min(...corrected) - 1e-9);
				expect(together).toBeLessThanOrEqual(Math.max(...corrected) + 1e-9);
				expect(aggregate([...reviews].reverse(), [1]).shares[0]).toBeCloseTo(together, 6);
			}),
		);
	});

	test('is what all say when they agree, and grows when one of them gives more', () => {
		fc.assert(
			fc.property(share, fc.integer({ min: 1, max: 6 }), (value, n) => {
				const same = aggregate(
					Array.from({ length: n }, () => unknown(value)),
					[1],
				);
				expect(same.shares[0]).toBeCloseTo(value, 9);
				expect(same.spread).toBeCloseTo(0, 9);
			}),
		);
		fc.assert(
			fc.property(
				fc.array(review, { minLength: 2, maxLength: 6 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				([first, ...rest], more) => {
					const up = { ...(first as Review), shares: [Math.min(1, (first as Review).shares[0]! + more)] };
					const before = aggregate([first as Review, ...rest], [1]).shares[0] as number;
					expect(aggregate([up, ...rest], [1]).shares[0]).toBeGreaterThanOrEqual(before - 1e-6);
				},
			),
		);
	});

	test('one of five who gives nothing to a good work moves it less than half as far as it moves the mean', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.7, max: 1, noNaN: true }), (good) => {
				const reviews = [...Array.from({ length: 4 }, () => unknown(good)), unknown(0)];
				const [together] = aggregate(reviews, [1]).shares as [number];
				expect(good - together).toBeLessThan((good - good * 0.8) / 2);
			}),
		);
	});

	test('is NaN for nobody, and criteria are told apart', () => {
		const { shares, spread } = aggregate(
			[
				{ ...unknown(0), shares: [1, 0] },
				{ ...unknown(0), shares: [1, 0] },
			],
			[3, 1],
		);
		expect(shares).toEqual([1, 0]);
		expect(spread).toBe(0);
	});
});

describe('how reliable a reviewer is', () => {
	test('is the prior of whom nothing is known; a steady leniency becomes a bias, and chance a variance', () => {
		expect(reliabilityOf([])).toEqual({ bias: 0, variance: prior.deviation ** 2 });
		const lenient = reliabilityOf([0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
		expect(lenient.bias).toBeCloseTo(0.125, 9);
		const careless = reliabilityOf([0.75, -0.75, 0.5, -0.5, 1, -1]);
		expect(careless.bias).toBeCloseTo(0, 9);
		expect(careless.variance).toBeGreaterThan(4 * lenient.variance);
		const exact = reliabilityOf([0, 0, 0, 0, 0, 0]);
		expect(exact.variance).toBeLessThan(prior.deviation ** 2);
	});
});

/** Numbers that come by chance and are the same each time (mulberry32), and normal ones of them (Box and Muller). */
function chance(seed: number) {
	let state = seed;
	const uniform = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	return { uniform, normal };
}

/**
 * A class of 200: honest reviewers with a bias and an error of their own, careless ones who mark by chance, hostile ones
 * who mark samples well and give others nothing. Marks are of a rubric with 3 criteria of 5 levels, as they are given.
 */
function simulate(seed: number, parts: { careless: number; hostile: number }) {
	const { uniform, normal } = chance(seed);
	const level = (x: number) => Math.round(Math.min(1, Math.max(0, x)) * 4) / 4;
	const people = Array.from({ length: 200 }, () => {
		const kind = uniform();
		const bias = normal() * 0.08;
		const error = 0.08 + uniform() * 0.12;
		const honest = (truth: number) => level(truth + bias + normal() * error);
		const byChance = () => level(uniform());
		const careless = kind < parts.careless;
		const hostile = !careless && kind < parts.careless + parts.hostile;
		const samples = [0.9, 0.5, 0.2].flatMap((about) =>
			[0, 1, 2].map(() => {
				const truth = level(about + normal() * 0.1);
				return (careless ? byChance() : honest(truth)) - truth;
			}),
		);
		return { mark: careless ? byChance : hostile ? () => 0 : honest, differences: samples };
	});
	const errors = { together: 0, mean: 0, settled: 0, settledError: 0, settledMean: 0 };
	for (let work = 0; work < people.length; work += 1) {
		const quality = 0.55 + normal() * 0.2;
		const truth = [0, 1, 2].map(() => Math.min(1, Math.max(0, quality + normal() * 0.1)));
		const reviews = [1, 2, 3, 4].map((step) => {
			const reviewer = people[(work + step * 37) % people.length]!;
			return { reviewer, shares: truth.map(reviewer.mark), ...reliabilityOf(reviewer.differences) };
		});
		const { shares, spread } = aggregate(reviews, [1, 1, 1]);
		const score = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
		const right = score(truth);
		const mean = score(reviews.map((one) => score(one.shares)));
		errors.together += (score(shares) - right) ** 2;
		errors.mean += (mean - right) ** 2;
		// As works are settled, by peers or by a mentor, what each reviewer said of them shows how they mark.
		const settled = spread <= limits.spread ? shares : truth;
		for (const { reviewer, shares: given } of reviews)
			reviewer.differences.push(...given.map((one, at) => one - (settled[at] as number)));
		if (spread <= limits.spread) {
			errors.settled += 1;
			errors.settledError += (score(shares) - right) ** 2;
			errors.settledMean += (mean - right) ** 2;
		}
	}
	const n = people.length;
	return {
		together: Math.sqrt(errors.together / n),
		mean: Math.sqrt(errors.mean / n),
		settled: errors.settled / n,
		settledTogether: Math.sqrt(errors.settledError / Math.max(1, errors.settled)),
		settledMean: Math.sqrt(errors.settledMean / Math.max(1, errors.settled)),
	};
}

const over = (parts: { careless: number; hostile: number }) => {
	const runs = Array.from({ length: 20 }, (_, seed) => simulate(seed + 1, parts));
	const mean = (of: (run: (typeof runs)[number]) => number) =>
		runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
	return {
		runs,
		together: mean((run) => run.together),
		mean: mean((run) => run.mean),
		settled: mean((run) => run.settled),
		settledTogether: mean((run) => run.settledTogether),
		settledMean: mean((run) => run.settledMean),
	};
};

test('with careless and hostile reviewers planted, it is nearer to the truth than the mean', () => {
	const { runs, together, mean, settledTogether, settledMean } = over({ careless: 0.2, hostile: 0.1 });
	if (process.env.STOA_SAY)
		console.log({
			together,
			mean,
			settledTogether,
			settledMean,
			runs: runs.map((run) => run.together / run.mean),
		});
	for (const run of runs) expect(run.together).toBeLessThan(run.mean);
	expect(together).toBeLessThan(0.75 * mean);
	// What peers decide, when those far apart went to a mentor, is nearer still, and nearer than the mean of the same.
	expect(settledTogether).toBeLessThan(together);
	expect(settledTogether).toBeLessThan(settledMean);
});

test('where all are honest it is no worse than the mean', () => {
	const { together, mean, settled } = over({ careless: 0, hostile: 0 });
	expect(together).toBeLessThan(1.02 * mean);
	expect(settled).toBeGreaterThan(0.9);
	if (process.env.STOA_SAY) console.log({ together, mean, settled });
});
