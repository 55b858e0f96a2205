import { describe, expect, test } from 'vitest';
import { diffLines, diffWords } from './index.ts';

describe('diffWords', () => {
	test('finds words', () => {
		expect(diffWords('the quick brown fox', 'the quick red fox')).toEqual([
			{ kind: 'same', text: 'the quick ' },
			{ kind: 'removed', text: 'brown' },
			{ kind: 'added', text: 'red' },
			{ kind: 'same', text: ' fox' },
		]);
	});

	test('cuts Chinese into words', () => {
		expect(diffWords('我们去公园散步', '我们去图书馆散步')).toEqual([
			{ kind: 'same', text: '我们去' },
			{ kind: 'removed', text: '公园' },
			{ kind: 'added', text: '图书馆' },
			{ kind: 'same', text: '散步' },
		]);
	});

	test('shows texts that share nothing as one replaced by the other', () => {
		const [before, after] = ['a b '.repeat(20_000), 'c d '.repeat(20_000)];
		expect(diffWords(before, after).map(({ kind }) => kind)).toContain('removed');
	});
});

describe('diffLines', () => {
	test('of equal texts has no hunks', () => {
		expect(diffLines('a\nb', 'a\nb')).toEqual([]);
	});

	test('gives hunks with context, numbers and the words inside edited lines', () => {
		const before = ['1', '2', '3', '4', 'one old line', '6', '7', '8', '9', '10', '11', '12', '13'].join(
			'\n',
		);
		const after = [
			'1',
			'2',
			'3',
			'4',
			'one new line',
			'6',
			'7',
			'8',
			'9',
			'10',
			'11',
			'12',
			'more',
			'13',
		].join('\n');
		const hunks = diffLines(before, after, 2);
		expect(
			hunks.map(({ oldStart, oldLines, newStart, newLines }) => [oldStart, oldLines, newStart, newLines]),
		).toEqual([
			[3, 5, 3, 5],
			[11, 3, 11, 4],
		]);
		expect(hunks[0]?.lines[2]).toEqual({
			kind: 'removed',
			text: 'one old line',
			oldLine: 5,
			newLine: null,
			parts: [
				{ kind: 'same', text: 'one ' },
				{ kind: 'removed', text: 'old' },
				{ kind: 'same', text: ' line' },
			],
		});
		expect(hunks[1]?.lines[2]).toEqual({ kind: 'added', text: 'more', oldLine: null, newLine: 13 });
	});

	test('does not mark words in lines that were replaced', () => {
		expect(diffLines('alpha beta', '完全不同')[0]?.lines.every(({ parts }) => parts === undefined)).toBe(
			true,
		);
	});
});
