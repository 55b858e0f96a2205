import { expect, test } from 'vitest';
import { csvText, parseCsv } from './csv.ts';

test('commas, quotes and line ends stay inside their cell, and no cell is a formula', () => {
	expect(
		csvText(
			['name', 'amount'],
			[
				['李, "四"', 12],
				['=HYPERLINK("x")', -5],
				['two\nlines', 0],
				['-2.50', 1],
			],
		),
	).toBe('\uFEFFname,amount\r\n"李, ""四""",12\r\n"\'=HYPERLINK(""x"")",-5\r\n"two\nlines",0\r\n-2.50,1\r\n');
});

test('what was written is read again, quotes, commas, line ends and empty cells', () => {
	const rows = [
		['name', 'said'],
		['李, "四"', 'two\nlines'],
		['', ''],
		['a"b', ' c '],
	];
	expect(parseCsv(csvText(rows[0]!, rows.slice(1)))).toEqual(rows);
	expect(parseCsv('a,b,\nc,,"d"')).toEqual([
		['a', 'b', ''],
		['c', '', 'd'],
	]);
	expect(parseCsv('one "quoted" word,x\r\n')).toEqual([['one "quoted" word', 'x']]);
	expect(parseCsv('')).toEqual([]);
	// A quote that is never closed takes no time.
	expect(parseCsv(`"${'x,'.repeat(50_000)}`)[0]).toHaveLength(50_001);
});
