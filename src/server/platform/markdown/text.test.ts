import { describe, expect, test } from 'vitest';
import { countWords, cutExcerpt, readingMinutes, slugify } from './text.ts';

describe('counting', () => {
	test.each([
		['', 0, 0],
		['中文 two words', 2, 2],
		["don't use node.js, ok?", 0, 4],
		['第3章abc', 2, 2],
		['Привет, мир', 0, 2],
		['𠮷野家 👍', 3, 0],
		['カタカナ ひらがな 한국어', 11, 0],
	])('%j has %i CJK characters and %i words', (text, cjk, words) => {
		expect(countWords(text)).toEqual({ cjk, words });
	});

	test('minutes are whole and never none for words', () => {
		expect(readingMinutes({ cjk: 1, words: 0 })).toBe(1);
		expect(readingMinutes({ cjk: 400, words: 221 })).toBe(3);
		expect(readingMinutes({ cjk: 0, words: 0 })).toBe(0);
	});
});

describe('excerpts', () => {
	test('end with a sentence where one is near', () => {
		expect(cutExcerpt(`${'字'.repeat(30)}。${'尾'.repeat(30)}`, 40)).toBe(`${'字'.repeat(30)}。`);
		expect(cutExcerpt('One sentence here. And then a much longer tail of it', 24)).toBe('One sentence here.');
	});

	test('else at a pause or between words, with an ellipsis', () => {
		expect(cutExcerpt(`${'字'.repeat(32)}，${'尾'.repeat(30)}`, 40)).toBe(`${'字'.repeat(32)}…`);
		expect(cutExcerpt('several words that go on and on without end', 20)).toBe('several words that…');
	});

	test('never between the parts of one character', () => {
		const family = '👩‍👩‍👧‍👦';
		expect(cutExcerpt(`${'a'.repeat(15)}${family.repeat(5)}`, 20)).toBe(`${'a'.repeat(15)}…`);
	});

	test('of a short text are the text on one line', () => {
		expect(cutExcerpt(' a\n b ')).toBe('a b');
	});
});

test('slugs keep letters of every script', () => {
	expect(slugify('Hello, 世界! C++ & Ünïcode_x')).toBe('hello-世界-c-ünïcode_x');
});
