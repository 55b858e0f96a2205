import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

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
