import { expect, test } from 'vitest';
import { bpr, content, csrFromRows, interactionsFromHistories, random, slim } from '../src/index.ts';
import { termsOf } from '../src/models/terms.ts';
import { describeModel, twoTastes } from './model-suite.ts';

describeModel(bpr, { factors: 8, iterations: 60, rate: 0.1 });
describeModel(bpr, { factors: 8, iterations: 60, rate: 0.1, negatives: 'popular', regularisation: 0.001 });
describeModel(slim, { l1: 0.01, l2: 1 });

const subjects = ['rust ownership borrow checker', '数据库 查询 优化 索引'];
const texts = Array.from({ length: 21 }, (_, i) => `${subjects[i < 10 || i === 20 ? 0 : 1]} ${i % 3}`);
describeModel(content, {}, { data: { ...twoTastes(), content: { texts } } });
describeModel(
	content,
	{ neighbours: 20 },
	{
		data: {
			...twoTastes(),
			content: {
				texts,
				tags: csrFromRows(
					texts.map((_, i) => ({ columns: [i < 10 || i === 20 ? 0 : 1] })),
					2,
				),
			},
		},
	},
);

test('SLIM weights meet the conditions of the optimum', async () => {
	const rng = random(3);
	const rows = Array.from({ length: 80 }, () => [...new Set(Array.from({ length: 8 }, () => rng.int(15)))]);
	const data = interactionsFromHistories(rows, 15);
	const [l1, l2] = [0.5, 3];
	const { state } = await slim.fit(data, { l1, l2, candidates: 15 });
	const { weights } = state as { weights: ReturnType<typeof csrFromRows> };
	const w = Array.from({ length: 15 }, () => new Array<number>(15).fill(0));
	for (let i = 0; i < 15; i++)
		for (let at = weights.starts[i]!; at < weights.starts[i + 1]!; at++)
			w[i]![weights.columns[at]!] = weights.values[at]!;
	const g = (i: number, j: number) => rows.filter((row) => row.includes(i) && row.includes(j)).length;
	for (let j = 0; j < 15; j++)
		for (let i = 0; i < 15; i++) {
			if (i === j) {
				expect(w[i]![j]).toBe(0);
				continue;
			}
			let slope = -g(i, j) + l1 + l2 * w[i]![j]!;
			for (let k = 0; k < 15; k++) slope += g(i, k) * w[k]![j]!;
			// Zero slope where there is weight; no slope downwards where there is none.
			if (w[i]![j]! > 0) expect(Math.abs(slope)).toBeLessThan(0.05);
			else expect(slope).toBeGreaterThan(-0.05);
		}
});

test('content finds the item that nobody has used yet', async () => {
	const data = interactionsFromHistories([[0], [1], [0, 1]], 4, {
		texts: ['深入理解数据库索引', '烹饪的艺术', '数据库索引优化实战', 'cooking for everyone'],
	});
	const model = await content.fit(data);
	expect(model.recommend({ history: [0] }, 1)[0]!.item).toBe(2);
	await expect(content.fit(twoTastes())).rejects.toMatchObject({ code: 'missing_content' });
});

test('terms are words apart and characters together', () => {
	expect(termsOf('数据库 C++ Go')).toEqual(['数据', '据库', '数据库', 'c++', 'go']);
	expect(termsOf('Queries')).toEqual(['queries', '~quer', '~ueri', '~erie', '~ries']);
	expect(termsOf('!?')).toEqual([]);
});
