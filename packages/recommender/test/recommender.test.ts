import { expect, test } from 'vitest';
import { interactions, itemNeighbours, loadRecommender, recommender } from '../src/index.ts';

const data = interactions([
	{ user: 'mia', item: 'rust' },
	{ user: 'mia', item: 'wasm' },
	{ user: 'bo', item: 'rust' },
	{ user: 'bo', item: 'go' },
	{ user: 'bo', item: 'wasm' },
	{ user: 'lin', item: 'go' },
]);

test('names come in and go out, and survive a file', async () => {
	const one = recommender(await itemNeighbours.fit(data), data);
	for (const of of [one, loadRecommender(one.save())]) {
		expect(of.recommend({ user: 'mia' }, 5).map(({ item }) => item)).toEqual(['go']);
		expect(of.similarItems('rust', 1)).toEqual([{ item: 'wasm', score: expect.closeTo(1) }]);
		expect(of.explain({ user: 'lin' }, 'rust').reasons.map(({ item }) => item)).toEqual(['go']);
		expect(of.recommend({ user: 'mia' }, 5, { includeKnown: true, exclude: ['go'] })).toHaveLength(2);
		expect(of.recommend({ user: 'lin' }, 5, { filter: (item) => item !== 'rust' })).toHaveLength(1);
	}
});

test('a stranger is a newcomer, and things never seen are passed over', async () => {
	const one = recommender(await itemNeighbours.fit(data), data);
	expect(one.recommend({ user: 'nobody' }, 3)).toEqual(one.recommend({}, 3));
	expect(one.recommend({ history: ['rust', 'cobol'] }, 3)).toEqual(one.recommend({ history: ['rust'] }, 3));
	expect(() => one.similarItems('cobol', 3)).toThrow(expect.objectContaining({ code: 'unknown_item' }));
});

test('ids of other data are refused', async () => {
	const model = await itemNeighbours.fit(data);
	const other = interactions([{ user: 'a', item: 'b' }]);
	expect(() => recommender(model, other)).toThrow(expect.objectContaining({ code: 'length_mismatch' }));
	expect(() => loadRecommender(model.save())).toThrow(expect.objectContaining({ code: 'foreign_file' }));
});
