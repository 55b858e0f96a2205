import { expect, test } from 'vitest';
import { csrFromRows, type Interactions, interactionsFromHistories, random, twoTower } from '../src/index.ts';
import { type Example, towerTrainer } from '../src/neural/tower-trainer.ts';
import { describeModel, twoTastes } from './model-suite.ts';

const texts = Array.from({ length: 21 }, (_, item) =>
	item < 10 || item === 20 ? `rust systems part ${item}` : `水墨 书法 第${item}讲`,
);
const data: Interactions = { ...twoTastes(), content: { texts } };
const quick = { width: 16, hidden: 16, batch: 32, epochs: 30, rate: 0.01, patience: 0 };

describeModel(twoTower, quick, { data });
describeModel(twoTower, { ...quick, buckets: 16, patience: 10, idDropout: 1 }, { data });

test('the gradient of features and of both towers is the slope of the loss', () => {
	const histories = [
		[0, 1, 2, 3],
		[3, 1, 4],
		[2, 0],
		[4, 5, 1],
	];
	const { matrix } = interactionsFromHistories(histories, 6);
	const content = csrFromRows(
		Array.from({ length: 6 }, (_, item) => ({ columns: [item % 3, 4 + item], values: [0.6, 1] })),
		10,
	);
	const made = towerTrainer(matrix, content, 4, {
		width: 8,
		hidden: 8,
		length: 2,
		decay: 0.7,
		temperature: 0.5,
		idDropout: 0,
		rate: 0.01,
		weightDecay: 0,
		batch: 8,
		seed: 2,
	});
	const rng = random(4);
	for (let i = 0; i < made.parameters.length; i++) made.parameters[i]! += 0.2 * rng.normal();
	// Inner numbers are always on or always off: a finite difference must not step over a kink.
	for (const tower of [0, made.parameters.length / 2])
		for (let d = 0; d < 8; d++) made.parameters[tower + 64 + d] = d % 2 === 0 ? 3 : -3;
	const examples: Example[] = [];
	for (let user = 0; user < matrix.rows; user++)
		for (let at = matrix.starts[user]! + 1; at < matrix.starts[user + 1]!; at++)
			examples.push({ from: matrix.starts[user]!, at });
	const { loss, ...slopes } = made.gradient(examples.slice(0, 7));
	expect(loss).toBeGreaterThan(0);
	let greatest = 0;
	for (const name of ['features', 'parameters'] as const)
		for (let i = 0; i < made[name].length; i++) {
			const old = made[name][i]!;
			const at = (value: number) => {
				made[name][i] = value;
				return made.gradient(examples.slice(0, 7)).loss;
			};
			const slope = (at(old + 0.01) - at(old - 0.01)) / 0.02;
			made[name][i] = old;
			greatest = Math.max(greatest, Math.abs(slope));
			expect(Math.abs(slope - slopes[name][i]!), `${name} ${i}`).toBeLessThan(0.002 + 0.02 * Math.abs(slope));
		}
	expect(greatest).toBeGreaterThan(0.05);
});

test('an item that nobody has used is given to those who like such content', async () => {
	const { matrix } = data;
	const histories = Array.from({ length: matrix.rows }, (_, user) =>
		matrix.columns.slice(matrix.starts[user]!, matrix.starts[user + 1]!),
	);
	const cold: Interactions = interactionsFromHistories(histories, 23, {
		texts: [...texts, 'rust systems, the new part', '水墨 书法 新讲'],
	});
	const model = await twoTower.fit(cold, quick);
	const [rust, ink] = [21, 22];
	let right = 0;
	for (let user = 0; user < 80; user++) {
		const scores = model.scores({ user });
		if (user < 40 ? scores[rust]! > scores[ink]! : scores[ink]! > scores[rust]!) right++;
		if (user < 40) expect(model.recommend({ user }, 5).map(({ item }) => item)).not.toContain(ink);
	}
	expect(right).toBe(80);
	const near = model.similarItems(rust, 8).map(({ item }) => item);
	expect(near.every((item) => item < 10 || item === 20)).toBe(true);
	expect(model.recommend({ history: [ink] }, 5).every(({ item }) => item >= 10 && item < 20)).toBe(true);
	const within = model.recommend({ user: 3 }, 12).map(({ item }) => item);
	expect(within).toContain(rust);
});

test('asks for content by name', async () => {
	await expect(twoTower.fit(twoTastes(), quick)).rejects.toMatchObject({ code: 'missing_content' });
	await expect(twoTower.fit(data, { width: 20 })).rejects.toMatchObject({ code: 'invalid_option' });
});
