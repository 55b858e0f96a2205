import { emit } from '../emit.ts';
import { LIMITS } from '../limits.ts';
import {
	attribute,
	type HtmlElement,
	type HtmlNode,
	isElement,
	isText,
	parseHtml,
	textOf,
} from '../parse-html.ts';
import { BLOCKS } from '../policy.ts';
import { ID_PREFIX } from '../sanitize.ts';
import { cleanSource } from '../source.ts';
import { BREAK, DISPLAY, escapeLineStart } from './escape-markdown.ts';
import { inlineContext, inlineMarkdown } from './inline.ts';

interface Block {
	kind: string;
	text: string;
}

const LANGUAGE_HINT = /^\s*language(-all)?:\s*(?:lang-)?([\w+#.-]{1,30})\s*$/;
const LANGUAGE_CLASS = /(?:^|\s)(?:lang|language)-([\w+#.-]{1,30})/;

function indent(text: string, first: string, rest: string): string {
	return text
		.split('\n')
		.map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line))
		.join('\n');
}

/** Turns stand-ins into lines, and keeps every line from being read as the start of another block. */
function paragraph(inline: string): string {
	return inline
		.split(DISPLAY)
		.map((part, index) =>
			index % 2 === 1
				? part
				: part
						.split(BREAK)
						.map((line) => escapeLineStart(line.trim()))
						.join('\\\n')
						.replace(/(?:\\\n)+$/, '')
						.replace(/^(?:\\\n)+/, ''),
		)
		.filter((part) => part !== '')
		.join('\n');
}

function fence(code: string, language: string): string {
	const longest = Math.max(2, ...(code.match(/^[ \t]*`{3,}/gm) ?? []).map((run) => run.trim().length));
	const marks = '`'.repeat(longest + 1);
	return `${marks}${language}\n${code}\n${marks}`;
}

class Converter {
	/** From `<!-- language: … -->`, for the next block of code. */
	private hint = '';
	/** From `<!-- language-all: … -->`, for every block that says nothing itself. */
	private hintAll = '';
	private readonly flowing;
	private readonly oneLine;

	constructor(formulas: boolean) {
		this.flowing = inlineContext(false, formulas ? 'look' : 'no');
		this.oneLine = inlineContext(true, formulas ? 'look' : 'no');
	}

	blocks(nodes: readonly HtmlNode[]): Block[] {
		const blocks: Block[] = [];
		let run: HtmlNode[] = [];
		const flush = (): void => {
			const text = paragraph(inlineMarkdown(run, this.flowing));
			run = [];
			if (text !== '') blocks.push({ kind: 'p', text });
		};
		for (const node of nodes) {
			if (isElement(node) && (BLOCKS.has(node.tagName) || holdsBlocks(node))) {
				flush();
				blocks.push(...this.block(node, blocks.at(-1)?.kind ?? ''));
			} else if (node.nodeName === '#comment' && 'data' in node) {
				if (/^\s*more\s*$/.test(node.data)) {
					flush();
					blocks.push({ kind: 'more', text: '<!-- more -->' });
				} else this.comment(node.data);
			} else run.push(node);
		}
		flush();
		return blocks;
	}

	text(nodes: readonly HtmlNode[]): string {
		return this.blocks(nodes)
			.map(({ text }) => text)
			.join('\n\n');
	}

	private comment(data: string): void {
		const hint = LANGUAGE_HINT.exec(data);
		if (hint === null) return;
		if (hint[1] === undefined) this.hint = hint[2] as string;
		else this.hintAll = hint[2] as string;
	}

	private block(node: HtmlElement, previous: string): Block[] {
		const name = node.tagName;
		const one = (text: string, kind = name): Block[] => (text === '' ? [] : [{ kind, text }]);
		switch (name) {
			case 'p':
				return this.blocks(node.childNodes);
			case 'pre':
				return one(this.code(node));
			case 'ul':
			case 'ol':
				return one(this.list(node, name === 'ol', previous === name), previous === name ? `${name}2` : name);
			case 'li': {
				// One outside any list, as browsers show it.
				const text = this.text(node.childNodes);
				return one(text === '' ? '' : indent(text, '- ', '  '));
			}
			case 'hr':
				return one('---');
			case 'table':
				return one(this.table(node));
			case 'details':
				return one(
					this.container(
						'details',
						this.summary(node),
						this.text(node.childNodes.filter((child) => child.nodeName !== 'summary')),
					),
				);
			case 'dt':
				return one(`**${inlineMarkdown(node.childNodes, this.oneLine).trim()}**`);
			case 'blockquote': {
				const inner = this.text(node.childNodes);
				if (inner === '') return [];
				if (/(?:^|\s)spoiler(?:\s|$)/.test(attribute(node, 'class') ?? ''))
					return one(this.container('spoiler', '', inner));
				return one(
					inner
						.split('\n')
						.map((line) => (line === '' ? '>' : `> ${line}`))
						.join('\n'),
				);
			}
		}
		const level = /^h([1-6])$/.exec(name)?.[1];
		if (level !== undefined) {
			const text = inlineMarkdown(node.childNodes, this.oneLine).trim();
			return one(text === '' ? '' : `${'#'.repeat(Number(level))} ${text.replace(/(#+)$/, '\\$1')}`);
		}
		return this.blocks(node.childNodes);
	}

	private summary(node: HtmlElement): string {
		const summary = node.childNodes.find(
			(child): child is HtmlElement => isElement(child) && child.tagName === 'summary',
		);
		return summary === undefined ? '' : inlineMarkdown(summary.childNodes, this.oneLine).trim();
	}

	private container(kind: string, title: string, inner: string): string {
		const longest = Math.max(2, ...(inner.match(/^:{3,}/gm) ?? []).map(({ length }) => length));
		const colons = ':'.repeat(longest + 1);
		return `${colons} ${kind}${title === '' ? '' : ` ${title}`}\n\n${inner}\n\n${colons}`;
	}

	private code(node: HtmlElement): string {
		const inner = node.childNodes.find(
			(child): child is HtmlElement => isElement(child) && child.tagName === 'code',
		);
		const classes = `${attribute(node, 'class') ?? ''} ${inner === undefined ? '' : (attribute(inner, 'class') ?? '')}`;
		const language = LANGUAGE_CLASS.exec(classes)?.[1] ?? (this.hint || this.hintAll);
		this.hint = '';
		const code = textOf(node).replace(/\r\n?/g, '\n').replace(/\n+$/, '');
		if (code.trim() === '') return '';
		return fence(code, /^(?:none|default|plaintext)$/.test(language) ? '' : language);
	}

	private list(node: HtmlElement, ordered: boolean, second: boolean): string {
		let number = Number(/^\d{1,8}$/.exec(attribute(node, 'start') ?? '')?.[0] ?? 1);
		const items: string[] = [];
		let loose = false;
		for (const child of node.childNodes) {
			if (!isElement(child)) continue;
			const blocks = child.tagName === 'li' ? this.blocks(child.childNodes) : this.block(child, '');
			loose ||= child.childNodes.some((inner) => inner.nodeName === 'p');
			// Two lists in a row stay two lists only with different marks.
			const mark = ordered ? `${number++}${second ? ')' : '.'} ` : second ? '* ' : '- ';
			let text = '';
			blocks.forEach((block, index) => {
				if (index > 0) text += /^[uo]l/.test(block.kind) && !loose ? '\n' : '\n\n';
				text += block.text;
			});
			items.push(text === '' ? mark.trimEnd() : indent(text, mark, ' '.repeat(mark.length)));
		}
		return items.join(loose ? '\n\n' : '\n');
	}

	private table(node: HtmlElement): string {
		const rows: HtmlElement[] = [];
		const collect = (nodes: readonly HtmlNode[]): void => {
			for (const child of nodes) {
				if (!isElement(child)) continue;
				if (child.tagName === 'tr') rows.push(child);
				else if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) collect(child.childNodes);
			}
		};
		collect(node.childNodes);
		const cells = rows.map((row) =>
			row.childNodes.filter(
				(child): child is HtmlElement => isElement(child) && /^t[dh]$/.test(child.tagName),
			),
		);
		const width = Math.max(0, ...cells.slice(0, 10_000).map(({ length }) => length));
		if (width === 0) return '';
		// Markdown has no spans and no blocks in cells; the sanitized element itself stays then.
		if (
			width > 60 ||
			cells
				.flat()
				.some((cell) => attribute(cell, 'colspan') || attribute(cell, 'rowspan') || holdsBlocks(cell))
		) {
			const fragment = { ...node, childNodes: [node] };
			return emit(fragment, ID_PREFIX).replace(/\n\s*\n+/g, '\n');
		}
		const head =
			rows[0] !== undefined && cells[0]?.every(({ tagName }) => tagName === 'th') ? cells.shift() : undefined;
		const line = (row: HtmlElement[] | undefined): string => {
			const texts = Array.from({ length: width }, (_, index) => {
				const cell = row?.[index];
				return cell === undefined
					? ''
					: inlineMarkdown(cell.childNodes, this.oneLine).trim().replace(/\|/g, '\\|');
			});
			return `| ${texts.join(' | ')} |`;
		};
		const aligned = head ?? cells[0];
		const rule = Array.from({ length: width }, (_, index) => {
			const align = /(?:left|right|center)/.exec(
				`${attribute(aligned?.[index] ?? node, 'align') ?? ''}${attribute(aligned?.[index] ?? node, 'style') ?? ''}`,
			)?.[0];
			return align === 'right' ? '--:' : align === 'center' ? ':-:' : align === 'left' ? ':--' : '---';
		});
		return [line(head), `| ${rule.join(' | ')} |`, ...cells.map(line)].join('\n');
	}
}

/** Whether an inline element or a cell wraps blocks, as sloppy pages do. */
function holdsBlocks(node: HtmlElement): boolean {
	return node.childNodes.some(
		(child) => isElement(child) && child.tagName !== 'a' && (BLOCKS.has(child.tagName) || holdsBlocks(child)),
	);
}

/**
 * Turns the HTML of an imported text into Markdown that {@link renderMarkdown} shows the same way: Stack Exchange
 * bodies (code hints, spoilers, MathJax), Discourse, Ghost and plain pages. Formulas keep their source untouched.
 *
 * @param options `formulas: false` for a source without MathJax, where every dollar is a dollar
 * @throws content.too_long over 1,000,000 characters; content.too_complex with the line where a limit was passed
 */
export function htmlToMarkdown(html: string, options: { formulas?: boolean } = {}): string {
	const tree = parseHtml(cleanSource(html, LIMITS.html));
	return new Converter(options.formulas ?? true).text(
		tree.childNodes.filter((node) => isText(node) || isElement(node) || node.nodeName === '#comment'),
	);
}
