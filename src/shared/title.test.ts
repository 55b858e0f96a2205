import { expect, test } from 'vitest';
import { markedParts, plainTitle, titleParts } from './title.ts';

test('what stands between backticks is code; a lone backtick is a sign like others', () => {
	expect(titleParts('`docker stop` waits')).toEqual([
		{ text: 'docker stop', code: true },
		{ text: ' waits', code: false },
	]);
	expect(titleParts('a ` b')).toEqual([{ text: 'a ` b', code: false }]);
	expect(titleParts('<b>&`<i>`')).toEqual([
		{ text: '<b>&', code: false },
		{ text: '<i>', code: true },
	]);
});

test('where there is only text, the backticks are left out', () => {
	expect(plainTitle('`a` and `b` but not `')).toBe('a and b but not `');
});

test('a mark may begin inside of code and end after it', () => {
	const segments = [
		{ text: '`docker ', hit: false },
		{ text: 'stop` waits', hit: true },
		{ text: ' ten seconds', hit: false },
	];
	expect(markedParts(segments)).toEqual([
		{ text: 'docker ', hit: false, code: true },
		{ text: 'stop', hit: true, code: true },
		{ text: ' waits', hit: true, code: false },
		{ text: ' ten seconds', hit: false, code: false },
	]);
	expect(markedParts([{ text: 'no code', hit: true }])).toEqual([
		{ text: 'no code', hit: true, code: false },
	]);
});

test.each([
	[String.raw`Why is $|0\rangle \otimes |\psi\rangle$ a product?`, 'Why is |0⟩ ⊗ |ψ⟩ a product?'],
	['From $5 to $10 a month', 'From $5 to $10 a month'],
	['Costs $5$ or less', 'Costs $5$ or less'],
	['`$x$` in a shell', '$x$ in a shell'],
])('formulas of a title are plain signs, and money is money: %s', (typed, shown) => {
	expect(plainTitle(typed)).toBe(shown);
});
