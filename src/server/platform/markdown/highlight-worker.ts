import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { codeTheme, coloursOf } from './code-theme.ts';
import { escapeText } from './escape.ts';
import type { HighlightAnswer, HighlightRequest } from './highlight.ts';

// Grammars cost 1 to 45 MB each and up to a second of compiling. They live in this thread so that no
// request waits for them and all of it can be given back by ending the thread.

const ITALIC = 1;
const BOLD = 2;

let highlighter: Promise<HighlighterCore> | null = null;

function open(): Promise<HighlighterCore> {
	highlighter ??= createHighlighterCore({
		themes: [codeTheme],
		langs: [],
		engine: createOnigurumaEngine(import('shiki/wasm')),
	});
	return highlighter;
}

function span(content: string, style: string): string {
	return style === '' ? escapeText(content) : `<span style="${style}">${escapeText(content)}</span>`;
}

function styleOf(token: ThemedToken): string {
	const colours = coloursOf(token.color);
	if (colours === undefined) return '';
	let style = `--shiki-light:${colours.light};--shiki-dark:${colours.dark}`;
	if (((token.fontStyle ?? 0) & ITALIC) !== 0) style += ';font-style:italic';
	if (((token.fontStyle ?? 0) & BOLD) !== 0) style += ';font-weight:bold';
	return style;
}

/** Neighbours of one style share a span, and space between them needs none of its own. */
function lineHtml(tokens: readonly ThemedToken[]): string {
	let html = '';
	let pending = '';
	let pendingStyle = '';
	for (const token of tokens) {
		const style = token.content.trim() === '' ? pendingStyle : styleOf(token);
		if (style !== pendingStyle) {
			html += span(pending, pendingStyle);
			pending = '';
			pendingStyle = style;
		}
		pending += token.content;
	}
	return pending === '' ? html : html + span(pending, pendingStyle);
}

async function highlightBlock(code: string, grammar: string): Promise<string[] | null> {
	try {
		const core = await open();
		if (!core.getLoadedLanguages().includes(grammar))
			await core.loadLanguage(import(`shiki/langs/${grammar}.mjs`));
		const lines = core.codeToTokensBase(code, {
			lang: grammar,
			theme: codeTheme.name,
			tokenizeMaxLineLength: 2_000,
			// A grammar compiles its patterns while it meets its first lines, so a limit per line would cut those
			// short; the deadline is the thread's.
			tokenizeTimeLimit: 0,
		});
		return lines.map(lineHtml);
	} catch {
		return null;
	}
}

parentPort?.on('message', async ({ id, blocks }: HighlightRequest) => {
	const lines: (string[] | null)[] = [];
	for (const { code, grammar } of blocks) lines.push(await highlightBlock(code, grammar));
	const { used_heap_size, external_memory } = getHeapStatistics();
	parentPort?.postMessage({ id, lines, held: used_heap_size + external_memory } satisfies HighlightAnswer);
});
