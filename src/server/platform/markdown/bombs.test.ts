import { afterAll, describe, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import { HTML_BOMBS, MARKDOWN_BOMBS } from './bombs.fixture.ts';
import { htmlToMarkdown, LIMITS, renderMarkdown, sanitizeHtml, stopHighlighting } from './index.ts';

// A text that escapes its bounds does not fail an assertion here: it runs into the runner's own time limit.

afterAll(stopHighlighting);

function expectNamedRefusal(error: unknown): void {
	expect(error).toBeInstanceOf(AppError);
	expect(error).toMatchObject({ code: 'content.too_complex', params: { line: expect.any(Number) } });
}

async function expectDoneOrRefused(source: string, base: 'post' | 'comment'): Promise<void> {
	expect(source.length).toBeLessThanOrEqual(LIMITS.source);
	try {
		const { html } = await renderMarkdown(source, { base });
		expect(html.length).toBeLessThan(LIMITS.formulaOutput * 2);
	} catch (error) {
		expectNamedRefusal(error);
	}
}

test.each(Object.keys(MARKDOWN_BOMBS))('%s in a post: done or refused', async (name) => {
	await expectDoneOrRefused(MARKDOWN_BOMBS[name] as string, 'post');
});

// The same rules minus some, so a third of the size shows as much.
const COMMENT = 60_000;

// What comments do not read at all costs them nothing.
const inComments = Object.keys(MARKDOWN_BOMBS).filter(
	(name) => !/<|\||:::|^\[\^?\w+\]:|^#/m.test((MARKDOWN_BOMBS[name] as string).slice(0, 20)),
);

test.each(inComments)('%s in a comment: done or refused', async (name) => {
	await expectDoneOrRefused((MARKDOWN_BOMBS[name] as string).slice(0, COMMENT), 'comment');
});

describe.each([
	['sanitizeHtml', sanitizeHtml],
	['htmlToMarkdown', htmlToMarkdown],
])('%s', (_name, work) => {
	test.each(Object.keys(HTML_BOMBS))('%s: done or refused', (name) => {
		const html = HTML_BOMBS[name] as string;
		try {
			expect(work(html).length).toBeLessThan(html.length * 20);
		} catch (error) {
			expectNamedRefusal(error);
		}
	});
});
