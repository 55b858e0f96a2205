import type { NumberedBlocks } from './number-blocks.ts';
import type { Rendered, RenderOptions } from './render.ts';

export type { Heading } from './collect.ts';
export { type DiffHunk, type DiffLine, type DiffPart, diffLines, diffWords } from './diff.ts';
export { contentError } from './errors.ts';
export { htmlToMarkdown } from './from-html/index.ts';
export { stopHighlighting } from './highlight.ts';
export { LIMITS } from './limits.ts';
export type { NumberedBlocks } from './number-blocks.ts';
export type { Rendered, RenderOptions } from './render.ts';
export { ID_PREFIX, sanitizeHtml } from './sanitize.ts';

// Reading pages show what was rendered when it was written, so a server may run for long without the parser.
let pipeline: typeof import('./render.ts') | null = null;

/**
 * Turns Markdown into HTML that is safe to show, and tells what is in it. The parser, KaTeX and the highlighting
 * thread are each loaded by the first text that needs them.
 *
 * @throws content.too_long over 200,000 characters; content.too_complex with the line where a limit was passed
 */
export async function renderMarkdown(source: string, options: RenderOptions = {}): Promise<Rendered> {
	pipeline ??= await import('./render.ts');
	return pipeline.renderMarkdown(source, options);
}

/** The short way for remarks: {@link renderMarkdown} with base `comment`, without highlighting. */
export function renderPlain(source: string, options: Omit<RenderOptions, 'base'> = {}): Promise<Rendered> {
	return renderMarkdown(source, { ...options, base: 'comment' });
}

let numbering: typeof import('./number-blocks.ts') | null = null;

/** Numbers the blocks of HTML that {@link renderMarkdown} made, so that a note or a place to go on can name one. */
export async function numberBlocks(html: string): Promise<NumberedBlocks> {
	numbering ??= await import('./number-blocks.ts');
	return numbering.numberBlocks(html);
}
