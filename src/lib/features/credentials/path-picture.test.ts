import { expect, test } from 'vitest';
import { pictureOf, rowsOf } from './path-picture.ts';

const after = new Map([
	[2, [1]],
	[3, [1]],
	[4, [2, 3]],
	[5, [1, 4]],
]);

test('each course stands below everything it comes after', () => {
	expect([...rowsOf([1, 2, 3, 4, 5], after)]).toEqual([
		[1, 0],
		[2, 1],
		[3, 1],
		[4, 2],
		[5, 3],
	]);
});

test('courses that wait for each other in a circle have a picture all the same', () => {
	const rows = rowsOf(
		[1, 2],
		new Map([
			[1, [2]],
			[2, [1]],
		]),
	);
	expect(rows.size).toBe(2);
});

test('nodes of a row stand beside each other around the middle, and lines go down', () => {
	const rows = rowsOf([1, 2, 3, 4, 5], after);
	const { nodes, lines, width, height } = pictureOf(
		[1, 2, 3, 4, 5].map((id) => ({ id, row: rows.get(id)!, title: String(id), state: 'open' as const })),
		after,
	);
	expect([width, height]).toEqual([168, 304]);
	expect(nodes.map(({ x }) => x)).toEqual([84, 42, 126, 84, 84]);
	expect(lines.map(({ from, to }) => [from, to])).toEqual([
		[1, 2],
		[1, 3],
		[2, 4],
		[3, 4],
		[1, 5],
		[4, 5],
	]);
	for (const { from, to } of lines) expect(nodes[to - 1]!.y).toBeGreaterThan(nodes[from - 1]!.y);
});
