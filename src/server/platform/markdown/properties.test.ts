import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import {
	diffLines,
	diffWords,
	htmlToMarkdown,
	renderMarkdown,
	sanitizeHtml,
	stopHighlighting,
} from './index.ts';
import { cutExcerpt } from './text.ts';

afterAll(stopHighlighting);

const PIECES =
	'# |## |> |- |1. |* |**|_|__|~~|`|```\n|    |\n|\n\n|$|$$|\\(|\\)|\\[|\\]|[|]|](|)|![|[^1]|[^1]: |[a]: |<b>|</b>|<div>|<!--|-->|<!-- more -->|| a | b |\n|---|---|\n|::: tip\n|:::\n|- [ ] |@lin-wei|https://x.example/a_b|a@b.cd|\\frac{1}{2}|x^2|汉字|“引号”|，|。|word|&amp;|&#0;|\\|\t|\u00a0|\u200b|👩‍👩‍👧|\ud800|\0|\r'.split(
		'|',
	);
const markdown = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...PIECES) },
			{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
		),
		{ maxLength: 40 },
	)
	.map((pieces) => pieces.join(''));

test('any text renders or is refused by name', async () => {
	await fc.assert(
		fc.asyncProperty(markdown, fc.constantFrom('post' as const, 'comment' as const), async (source, base) => {
			try {
				const { html, text, excerpt, previewHtml } = await renderMarkdown(source, { base, highlight: false });
				for (const part of [html, text, excerpt, previewHtml ?? '']) {
					expect(part.isWellFormed()).toBe(true);
					expect(part).not.toContain('\0');
				}
				expect(Array.from(excerpt).length).toBeLessThanOrEqual(200);
			} catch (error) {
				expect(error).toBeInstanceOf(AppError);
			}
		}),
		{ numRuns: 2_000 },
	);
});

test('rendering the same text again gives the same HTML', async () => {
	await fc.assert(
		fc.asyncProperty(markdown, async (source) => {
			const [first, second] = [
				await renderMarkdown(source, { highlight: false }),
				await renderMarkdown(source, { highlight: false }),
			];
			expect(second).toEqual(first);
		}),
		{ numRuns: 200 },
	);
});

test('prose survives the way from HTML to Markdown and back', async () => {
	const word = fc.oneof(
		fc.constantFrom(...PIECES.filter((piece) => !/[\n\0\r\ud800<&\t]/.test(piece))),
		fc.string({ unit: 'grapheme', maxLength: 5 }),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), async (words) => {
			const prose = words
				.join(' ')
				.replace(/[$\\]/g, '')
				.replace(/[^\S ]/g, ' ');
			const html = `<p>${prose.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
			const { text } = await renderMarkdown(htmlToMarkdown(html), { highlight: false });
			expect(text.replace(/\s+/g, '')).toBe(prose.replace(/\s+/g, ''));
		}),
		{ numRuns: 1_500 },
	);
});

test('any HTML becomes Markdown that renders', async () => {
	await fc.assert(
		fc.asyncProperty(markdown, async (source) => {
			const { html } = await renderMarkdown(htmlToMarkdown(source), { highlight: false });
			expect(html.isWellFormed()).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test('sanitizing any text twice is sanitizing it once', () => {
	fc.assert(
		fc.property(markdown, (source) => {
			const clean = sanitizeHtml(source);
			expect(sanitizeHtml(clean)).toBe(clean);
		}),
		{ numRuns: 1_500 },
	);
});

test('a difference holds both texts', () => {
	fc.assert(
		fc.property(markdown, markdown, (before, after) => {
			const parts = diffWords(before, after);
			const side = (gone: string): string =>
				parts
					.filter(({ kind }) => kind !== gone)
					.map(({ text }) => text)
					.join('');
			expect(side('added')).toBe(before);
			expect(side('removed')).toBe(after);
			const lines = diffLines(before, after, Number.MAX_SAFE_INTEGER).flatMap((hunk) => hunk.lines);
			if (before !== after) {
				expect(
					lines
						.filter(({ kind }) => kind !== 'added')
						.map(({ text }) => text)
						.join('\n'),
				).toBe(before);
				expect(
					lines
						.filter(({ kind }) => kind !== 'removed')
						.map(({ text }) => text)
						.join('\n'),
				).toBe(after);
			} else expect(lines).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test('an excerpt keeps to its length and to whole characters', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', maxLength: 600 }),
			fc.integer({ min: 20, max: 200 }),
			(text, limit) => {
				const excerpt = cutExcerpt(text, limit);
				expect(Array.from(excerpt).length).toBeLessThanOrEqual(limit);
				expect(excerpt.isWellFormed()).toBe(true);
			},
		),
	);
});
