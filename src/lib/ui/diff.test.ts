import { expect, test } from 'vitest';
import { type DiffLine, foldDiff } from './diff.ts';

const same = (text: string): DiffLine => ({ kind: 'same', text });

test('lines carry their number on each side, and long unchanged runs are counted instead of shown', () => {
	const lines: DiffLine[] = [
		...Array.from({ length: 10 }, (_, i) => same(`line ${i + 1}`)),
		{ kind: 'removed', text: 'old' },
		{ kind: 'added', text: 'new' },
		...Array.from({ length: 2 }, (_, i) => same(`tail ${i}`)),
	];
	const rows = foldDiff(lines, 3);
	expect(rows[0]).toBe(7);
	expect(rows.slice(1).map((row) => (typeof row === 'number' ? row : [row.before, row.after]))).toEqual([
		[8, 8],
		[9, 9],
		[10, 10],
		[11, null],
		[null, 11],
		[12, 12],
		[13, 13],
	]);
});

test('two equal texts have nothing to show but how much is equal', () => {
	expect(foldDiff([same('a'), same('b')])).toEqual([2]);
	expect(foldDiff([])).toEqual([]);
});
