import { escapeText, escapeValue } from './escape.ts';
import { findLanguage } from './languages.ts';

/** A fenced or indented block, read from its info string: ```` ```ts {1,3-5} ````. */
export interface CodeBlock {
	code: string;
	/** First word of the info string, lower case, only letters, digits and `+#.-`. */
	name: string;
	/** 1-based lines to mark. */
	marked: Set<number>;
}

const MARKED_LINES = 500;

function markedLines(info: string): Set<number> {
	const marked = new Set<number>();
	const list = /\{([\d,\s-]{1,200})\}/.exec(info)?.[1] ?? '';
	for (const part of list.split(',')) {
		const [from, to] = part.split('-').map(Number);
		if (!from) continue;
		for (
			let line = from;
			line <= Math.min(to || from, from + MARKED_LINES) && marked.size < MARKED_LINES;
			line++
		)
			marked.add(line);
	}
	return marked;
}

export function codeBlock(info: string, content: string): CodeBlock {
	const name = /^[\w+#.-]{1,30}/.exec(info.trim())?.[0]?.toLowerCase() ?? '';
	return { code: content.replace(/\n$/, ''), name, marked: markedLines(info) };
}

/**
 * @param lines HTML of each line where the block was highlighted
 * @returns the block with the name of its language, its lines wrapped only where some are marked
 */
export function codeHtml(block: CodeBlock, lines: string[] | null): string {
	const written = lines ?? escapeText(block.code).split('\n');
	const body =
		block.marked.size === 0
			? written.join('\n')
			: written
					.map(
						(line, index) =>
							`<span class="line${block.marked.has(index + 1) ? ' marked' : ''}">${line}</span>`,
					)
					.join('\n');
	const label = findLanguage(block.name)?.label ?? block.name;
	const language = block.name === '' ? '' : ` class="language-${escapeValue(block.name)}"`;
	// Wide code scrolls sideways; the tab stop lets a keyboard reach its end.
	return `<pre class="code"${label === '' ? '' : ` data-lang="${escapeValue(label)}"`} tabindex="0"><code${language}>${body}</code></pre>`;
}

/** A diagram keeps its source; the browser draws it where the page has one. */
export function mermaidHtml(source: string): string {
	return `<pre class="mermaid">${escapeText(source)}</pre>`;
}
