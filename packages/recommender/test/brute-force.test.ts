// Each model beside the textbook written down in the plainest way, on small random data with weights.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	als,
	ease,
	forward,
	type Interactions,
	interactions,
	itemNeighbours,
	numberedIds,
	popularity,
	rp3beta,
	sequenceNeighbours,
	userNeighbours,
} from '../src/index.ts';

const [users, items] = [7, 6];

/** Dense users by items, 0 where there is nothing, and each history in order. */
interface Small {
	data: Interactions;
	x: number[][];
	histories: number[][];
}

const small: fc.Arbitrary<Small> = fc
	.array(
		fc.record({
			user: fc.nat({ max: users - 1 }),
			item: fc.nat({ max: items - 1 }),
			weight: fc.integer({ min: 1, max: 4 }),
		}),
		{ minLength: 8, maxLength: 40 },
	)
	.map((events) => {
		const data = interactions(events, {
			users: numberedIds(users),
			items: numberedIds(items),
			duplicates: 'last',
		});
		const { starts, columns, values } = data.matrix;
		const histories = Array.from({ length: users }, (_, user) => [
			...columns.slice(starts[user]!, starts[user + 1]!),
		]);
		const x = Array.from({ length: users }, () => new Array<number>(items).fill(0));
		for (let user = 0; user < users; user++)
			for (let at = starts[user]!; at < starts[user + 1]!; at++) x[user]![columns[at]!] = values[at]!;
		return { data, x, histories };
	});

const range = (length: number) => Array.from({ length }, (_, i) => i);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * b[i]!));
const column = (x: readonly number[][], j: number) => x.map((row) => row[j]!);
const active = (histories: readonly number[][]) => range(users).filter((user) => histories[user]!.length > 0);

/** Solves A X = B by elimination with pivots. */
function solved(a: readonly number[][], b: readonly number[][]): number[][] {
	const rows = a.map((row, i) => [...row, ...b[i]!]);
	for (let c = 0; c < a.length; c++) {
		let pivot = c;
		for (let r = c; r < a.length; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
		[rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
		for (let r = 0; r < a.length; r++) {
			if (r === c) continue;
			const factor = rows[r]![c]! / rows[c]![c]!;
			rows[r] = rows[r]!.map((value, i) => value - factor * rows[c]![i]!);
		}
	}
	return rows.map((row, i) => row.slice(a.length).map((value) => value / row[i]!));
}

function close(actual: ArrayLike<number>, expected: readonly number[], digits = 4): void {
	for (const [i, value] of expected.entries()) expect(actual[i], `entry ${i}`).toBeCloseTo(value, digits);
}

test('EASE is the regression of each item on all others', async () => {
	await fc.assert(
		fc.asyncProperty(
			small,
			fc.integer({ min: 1, max: 20 }),
			async ({ data, x, histories }, regularisation) => {
				const model = await ease.fit(data, { regularisation });
				// min |x_j - X b|² + λ |b|² with b_j = 0: the normal equations without row and column j.
				const weights = range(items).map((j) => {
					const others = range(items).filter((i) => i !== j);
					const a = others.map((i) =>
						others.map((k) => dot(column(x, i), column(x, k)) + (i === k ? regularisation : 0)),
					);
					const b = solved(
						a,
						others.map((i) => [dot(column(x, i), column(x, j))]),
					);
					return range(items).map((i) => (i === j ? 0 : b[others.indexOf(i)]![0]!));
				});
				for (const user of active(histories))
					close(
						model.scores({ user }),
						weights.map((w) => dot(w, x[user]!)),
					);
			},
		),
		{ numRuns: 40 },
	);
});

const objective = (x: number[][], u: number[][], v: number[][], unobserved: number, λ: number) =>
	sum(
		range(users).map((user) =>
			sum(
				range(items).map((item) => {
					const score = dot(u[user]!, v[item]!);
					return x[user]![item]! * (1 - score) ** 2 + unobserved * score ** 2;
				}),
			),
		),
	) +
	λ * (sum(u.map((row) => dot(row, row))) + sum(v.map((row) => dot(row, row))));

test('ALS lowers its objective with every iteration, to where no vector alone can lower it', async () => {
	await fc.assert(
		fc.asyncProperty(small, fc.constantFrom(0.05, 0.5), async ({ data, x, histories }, unobserved) => {
			const options = { factors: 3, unobserved, regularisation: 0.3, exponent: 0, steps: 8 };
			const rowsOf = (values: Float32Array) =>
				range(values.length / 3).map((row) => [...values.slice(row * 3, row * 3 + 3)]);
			let before = Number.POSITIVE_INFINITY;
			for (const iterations of [1, 2, 4, 300]) {
				const { state } = await als.fit(data, { ...options, iterations });
				const now = objective(x, rowsOf(state.users), rowsOf(state.items), unobserved, 0.3);
				expect(now).toBeLessThanOrEqual(before + 1e-4);
				before = now;
			}
			const model = await als.fit(data, { ...options, iterations: 300 });
			const v = rowsOf(model.state.items);
			for (const user of active(histories)) {
				const a = range(3).map((i) =>
					range(3).map(
						(j) =>
							sum(range(items).map((item) => (x[user]![item]! + unobserved) * v[item]![i]! * v[item]![j]!)) +
							(i === j ? 0.3 : 0),
					),
				);
				const vector = solved(
					a,
					range(3).map((i) => [sum(range(items).map((item) => x[user]![item]! * v[item]![i]!))]),
				).flat();
				const expected = v.map((row) => dot(row, vector));
				close(model.scores({ user }), expected, 3);
				// Folding the same history in is this solution.
				const history = histories[user]!;
				const weights = history.map((item) => x[user]![item]!);
				close(model.scores({ history, weights }), expected, 4);
			}
		}),
		{ numRuns: 25 },
	);
});

test('item neighbourhoods are cosines, adjusted cosines and Jaccard shares, cut to the nearest', async () => {
	await fc.assert(
		fc.asyncProperty(
			small,
			fc.constantFrom('cosine' as const, 'adjusted' as const, 'jaccard' as const),
			fc.integer({ min: 1, max: items }),
			fc.constantFrom(0, 2),
			fc.constantFrom(0.5, 0.3),
			async ({ data, x, histories }, similarity, neighbours, shrink, alpha) => {
				const model = await itemNeighbours.fit(data, { similarity, neighbours, shrink, alpha, decay: 0.7 });
				const prepared = x.map((row) => {
					const used = row.filter((value) => value > 0);
					const mean = similarity === 'adjusted' ? sum(used) / used.length : 0;
					return row.map((value) => (value === 0 ? 0 : similarity === 'jaccard' ? 1 : value - mean));
				});
				const norm = (j: number, power: number) => dot(column(prepared, j), column(prepared, j)) ** power;
				const likeness = range(items).map((i) =>
					range(items).map((j) => {
						const together = dot(column(prepared, i), column(prepared, j));
						if (i === j || together === 0) return 0;
						return similarity === 'jaccard'
							? together / (norm(i, 1) + norm(j, 1) - together + shrink)
							: together / (norm(i, alpha) * norm(j, 1 - alpha) + shrink);
					}),
				);
				// Means are not exact: where the cut falls between equals, which are nearest is a matter of rounding.
				const isCutAmongEquals = likeness.some((row) => {
					const sorted = row.filter((value) => value !== 0).sort((a, b) => b - a);
					return sorted[neighbours - 1]! - sorted[neighbours]! < 1e-9;
				});
				fc.pre(similarity !== 'adjusted' || !isCutAmongEquals);
				const nearest = likeness.map((row) => {
					const kept = range(items)
						.filter((j) => row[j] !== 0)
						.sort((a, b) => row[b]! - row[a]! || a - b)
						.slice(0, neighbours);
					return row.map((value, j) => (kept.includes(j) ? value : 0));
				});
				for (const user of active(histories)) {
					const history = histories[user]!;
					close(
						model.scores({ user }),
						range(items).map((j) =>
							sum(
								history.map(
									(item, at) => 0.7 ** (history.length - 1 - at) * x[user]![item]! * nearest[item]![j]!,
								),
							),
						),
					);
				}
			},
		),
		{ numRuns: 120 },
	);
});

test('user neighbourhoods are cosines and centred cosines of the nearest users', async () => {
	await fc.assert(
		fc.asyncProperty(
			small,
			fc.constantFrom('cosine' as const, 'centred' as const),
			fc.integer({ min: 1, max: users }),
			fc.constantFrom(0, 1.5),
			async ({ data, x, histories }, similarity, neighbours, shrink) => {
				const model = await userNeighbours.fit(data, { similarity, neighbours, shrink });
				const centred = x.map((row) => {
					const used = row.filter((value) => value > 0);
					const mean = similarity === 'centred' && used.length > 0 ? sum(used) / used.length : 0;
					return row.map((value) => (value === 0 ? 0 : value - mean));
				});
				const length = (user: number) => Math.sqrt(dot(centred[user]!, centred[user]!));
				for (const user of active(histories)) {
					const alike = range(users)
						.map((other) => {
							const together = dot(centred[user]!, centred[other]!);
							return { other, likeness: together / (length(user) * length(other) + shrink) };
						})
						// Rounding leaves nothings of both signs where vectors are at right angles; they weigh nothing.
						.filter(({ other, likeness }) => other !== user && likeness > 1e-6)
						.sort((a, b) => b.likeness - a.likeness || a.other - b.other);
					const [last, next] = [alike[neighbours - 1], alike[neighbours]];
					// Where the cut falls between equals, which are nearest is a matter of rounding.
					if (last && next && last.likeness - next.likeness < 1e-6) continue;
					close(
						model.scores({ user }),
						range(items).map((j) =>
							sum(alike.slice(0, neighbours).map(({ other, likeness }) => likeness * centred[other]![j]!)),
						),
					);
				}
			},
		),
		{ numRuns: 120 },
	);
});

test('RP3beta is a walk of three steps, divided by popularity', async () => {
	await fc.assert(
		fc.asyncProperty(
			small,
			fc.constantFrom(1, 0.8),
			fc.constantFrom(0, 0.6),
			async ({ data, x, histories }, alpha, beta) => {
				const model = await rp3beta.fit(data, { alpha, beta, neighbours: items });
				const raised = x.map((row) => row.map((value) => (value > 0 ? value ** alpha : 0)));
				const userTotal = raised.map((row) => sum(row));
				const itemTotal = range(items).map((j) => sum(column(raised, j)));
				for (const user of active(histories)) {
					const expected = range(items).map((j) =>
						sum(
							histories[user]!.filter((item) => item !== j).map(
								(item) =>
									x[user]![item]! *
									sum(
										range(users).map((other) =>
											userTotal[other]! > 0
												? (raised[other]![item]! * raised[other]![j]!) /
													userTotal[other]! ** alpha /
													itemTotal[item]! ** alpha /
													(itemTotal[j]! || 1) ** beta
												: 0,
										),
									),
							),
						),
					);
					close(model.scores({ user }), expected);
				}
			},
		),
		{ numRuns: 60 },
	);
});

test('forward counts what came after what', async () => {
	await fc.assert(
		fc.asyncProperty(
			small,
			fc.constantFrom(1, 0.6),
			fc.constantFrom(0, 0.4),
			fc.constantFrom(1, 2, 1e9),
			async ({ data, histories }, gap, backward, window) => {
				const model = await forward.fit(data, {
					gap,
					backward,
					window,
					decay: 0.5,
					shrink: 1,
					discount: 0.5,
				});
				const count = range(items).map(() => new Array<number>(items).fill(0));
				const popular = new Array<number>(items).fill(0);
				for (const history of histories)
					for (const [i, a] of history.entries()) {
						popular[a]!++;
						for (const [j, b] of history.entries()) {
							const steps = j - i;
							if (steps > 0 && steps <= window) {
								count[a]![b]! += gap ** (steps - 1);
								count[b]![a]! += backward * gap ** (steps - 1);
							}
						}
					}
				for (const user of active(histories)) {
					const recent = [...histories[user]!].reverse();
					close(
						model.scores({ user }),
						range(items).map((b) =>
							sum(
								recent.map((a, age) =>
									count[a]![b]! > 0
										? (0.5 ** age * count[a]![b]!) / (sum(count[a]!) + 1) / popular[b]! ** 0.5
										: 0,
								),
							),
						),
					);
				}
			},
		),
		{ numRuns: 80 },
	);
});

test('sequence neighbours vote with what came after the last item in common', async () => {
	await fc.assert(
		fc.asyncProperty(small, fc.constantFrom(0, 0.3), async ({ data, x, histories }, before) => {
			const options = { neighbours: users, decay: 0.6, gap: 0.8, rarity: 0.5, before };
			const model = await sequenceNeighbours.fit(data, options);
			const used = range(items).map((j) => column(x, j).filter((value) => value > 0).length);
			for (const user of active(histories)) {
				const expected = new Array<number>(items).fill(0);
				const recent = [...histories[user]!].reverse();
				for (const [other, sequence] of histories.entries()) {
					const common = recent.filter((item) => sequence.includes(item));
					if (other === user || common.length === 0) continue;
					const likeness = sum(common.map((item) => 0.6 ** recent.indexOf(item) / used[item]! ** 0.5));
					const last = Math.max(...common.map((item) => sequence.indexOf(item)));
					for (const [place, item] of sequence.entries())
						if (place > last) expected[item]! += likeness * 0.8 ** (place - last - 1);
						else if (place < last) expected[item]! += likeness * before;
				}
				close(model.scores({ user }), expected);
			}
		}),
		{ numRuns: 80 },
	);
});

test('popularity halves with every half-life', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(
				fc.record({
					user: fc.nat({ max: 6 }),
					item: fc.nat({ max: 5 }),
					weight: fc.integer({ min: 1, max: 4 }),
					time: fc.nat({ max: 100 }),
				}),
				{ minLength: 1, maxLength: 30 },
			),
			async (events) => {
				const data = interactions(events, { items: numberedIds(6), users: numberedIds(7) });
				const model = await popularity.fit(data, { halfLife: 10, now: 120 });
				const expected = range(6).map((item) =>
					sum(
						range(7).map((user) => {
							const own = events.filter((event) => event.user === user && event.item === item);
							const latest = Math.max(...own.map(({ time }) => time));
							return own.length === 0
								? 0
								: sum(own.map(({ weight }) => weight)) * 2 ** (-(120 - latest) / 10);
						}),
					),
				);
				close(model.scores({}), expected);
			},
		),
	);
});
