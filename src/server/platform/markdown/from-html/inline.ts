import { escapeValue } from '../escape.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement, isText, textOf } from '../parse-html.ts';
import { flanking } from '../rules/flanking.ts';
import { trimTex } from '../rules/math.ts';
import { safeUrl } from '../urls.ts';
import {
	BREAK,
	collapse,
	displayFormula,
	escapeMarkdown,
	inlineFormula,
	segments,
} from './escape-markdown.ts';

export interface InlineContext {
	/** No line ends: headings, table cells, link texts. */
	oneLine: boolean;
	/** Marks that are open already; the same kind inside changes nothing. */
	open: ReadonlySet<string>;
	/** `yes` where the page marks the text as a formula, `no` where a dollar is a dollar; else its content decides. */
	formulas: 'yes' | 'no' | 'look';
}

export function inlineContext(oneLine: boolean, formulas: InlineContext['formulas']): InlineContext {
	return { oneLine, open: new Set(), formulas };
}

const MARKS: Record<string, string> = {
	em: '*',
	i: '*',
	strong: '**',
	b: '**',
	del: '~~',
	s: '~~',
	strike: '~~',
};
const KEPT = new Set('kbd sub sup ins u mark small abbr var samp dfn q'.split(' '));
const IGNORED = new Set(
	'script style template noscript title textarea select head svg math canvas object embed'.split(' '),
);

function lastCode(text: string): number {
	if (text === '') return 32;
	const low = text.charCodeAt(text.length - 1);
	return low >= 0xdc00 && low <= 0xdfff ? (text.codePointAt(text.length - 2) ?? low) : low;
}

function firstCode(text: string): number {
	return text === '' ? 32 : (text.codePointAt(0) ?? 32);
}

function firstText(node: HtmlNode): string {
	if (isText(node)) return node.value.slice(0, 2);
	if (!isElement(node)) return '';
	for (const child of node.childNodes) {
		const text = firstText(child);
		if (text !== '') return text;
	}
	return '';
}

/** For each node the first text behind it, as far as it decides how a mark may end. */
function followingTexts(nodes: readonly HtmlNode[]): string[] {
	const texts: string[] = [];
	let next = '';
	for (let i = nodes.length - 1; i >= 0; i--) {
		texts[i] = next;
		next = firstText(nodes[i] as HtmlNode) || next;
	}
	return texts;
}

/** Text between the white space and breaks at its ends, which emphasis cannot hold. */
function edges(text: string): [lead: string, inner: string, trail: string] {
	const isEdge = (index: number): boolean => /[\s\ue001]/.test(text.charAt(index));
	let from = 0;
	while (from < text.length && isEdge(from)) from++;
	let to = text.length;
	while (to > from && isEdge(to - 1)) to--;
	return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

function marked(mark: string, tag: string, content: string, before: string, after: string): string {
	const [lead, inner, trail] = edges(content);
	if (inner === '') return lead;
	const outer = lead === '' ? before : ' ';
	const next = trail === '' ? after : ' ';
	const opens = flanking(lastCode(outer), firstCode(inner)).left;
	const closes = flanking(lastCode(inner), firstCode(next)).right;
	const sign = mark.charAt(0);
	const clear =
		!outer.endsWith(sign) && !inner.startsWith(sign) && !inner.endsWith(sign) && !next.startsWith(sign);
	const whole =
		opens && closes && clear && !inner.includes('\n')
			? `${mark}${inner}${mark}`
			: `<${tag}>${inner}</${tag}>`;
	return lead + whole + trail;
}

function codeSpan(text: string): string {
	const code = text.replace(/[\n\r]+/g, ' ');
	if (code.trim() === '') return code === '' ? '' : ' ';
	let run = 1;
	const runs = new Set((code.match(/`+/g) ?? []).map(({ length }) => length));
	while (runs.has(run)) run++;
	const fence = '`'.repeat(run);
	const pad =
		code.startsWith('`') || code.endsWith('`') || (code.startsWith(' ') && code.endsWith(' ')) ? ' ' : '';
	return fence + pad + code + pad + fence;
}

function destination(address: string): string {
	const clean = address
		.replace(/[\n\r\t]/g, '')
		.replace(/</g, '%3C')
		.replace(/>/g, '%3E')
		.replace(/\\/g, '%5C');
	let depth = 0;
	let balanced = true;
	for (const character of clean) {
		if (character === '(') depth++;
		else if (character === ')') balanced &&= --depth >= 0;
	}
	return clean === '' || /\s/.test(clean) || depth !== 0 || !balanced ? `<${clean}>` : clean;
}

function titlePart(element: HtmlElement): string {
	const title = collapse(attribute(element, 'title') ?? '').trim();
	return title === '' ? '' : ` "${title.replace(/[\\"]/g, '\\$&').replace(/&/g, '&amp;')}"`;
}

function brackets(text: string): string {
	return text.replace(/(?<!\\)\[/g, '&#91;').replace(/(?<!\\)\]/g, '&#93;');
}

function link(element: HtmlElement, context: InlineContext): string {
	const address = safeUrl(attribute(element, 'href') ?? '', 'link');
	const content = inlineMarkdown(element.childNodes, {
		...context,
		oneLine: true,
		open: new Set([...context.open, 'a']),
	});
	if (address === null || address === '' || context.open.has('a')) return content;
	if (content.trim() === '') return '';
	const bare = textOf(element).trim();
	if (bare === address && /^(?:https?|ftp|mailto):[^\s<>]+$/i.test(address)) return `<${address}>`;
	// A picture keeps its own brackets.
	const label = /!\[/.test(content) ? content.trim() : brackets(content.trim());
	const lead = /^\s/.test(content) ? ' ' : '';
	const trail = /\s$/.test(content) ? ' ' : '';
	return `${lead}[${label}](${destination(address)}${titlePart(element)})${trail}`;
}

function image(element: HtmlElement): string {
	const address = safeUrl(attribute(element, 'src') ?? '', 'image');
	const alt = collapse(attribute(element, 'alt') ?? '').trim();
	if (address === null || address === '') return escapeMarkdown(alt);
	const [width, height] = ['width', 'height'].map(
		(name) => /^\d{1,4}$/.exec(attribute(element, name) ?? '')?.[0],
	);
	if (width !== undefined || height !== undefined) {
		const size = `${width === undefined ? '' : ` width="${width}"`}${height === undefined ? '' : ` height="${height}"`}`;
		return `<img src="${escapeValue(address)}" alt="${escapeValue(alt)}"${size}>`;
	}
	return `![${brackets(escapeMarkdown(alt))}](${destination(address)}${titlePart(element)})`;
}

/** TeX that a page shows already set, by KaTeX or old MathJax; null for anything else. */
function setFormula(element: HtmlElement): { tex: string; display: boolean } | null {
	const classes = attribute(element, 'class') ?? '';
	if (element.tagName === 'script') {
		const type = /^math\/tex(?:;\s*mode=(display))?$/.exec(attribute(element, 'type') ?? '');
		return type === null ? null : { tex: textOf(element), display: type[1] !== undefined };
	}
	if (!/(?:^|\s)katex(?:-display)?(?:\s|$)/.test(classes)) return null;
	const find = (node: HtmlNode): HtmlElement | null => {
		if (!isElement(node)) return null;
		if (node.tagName === 'annotation' && attribute(node, 'encoding') === 'application/x-tex') return node;
		for (const child of node.childNodes) {
			const found = find(child);
			if (found !== null) return found;
		}
		return null;
	};
	const annotation = find(element);
	return annotation === null ? null : { tex: textOf(annotation), display: /katex-display/.test(classes) };
}

function textPart(raw: string, context: InlineContext, after: string): string {
	if (context.formulas === 'no') return escapeMarkdown(collapse(raw));
	const parts = segments(raw, context.formulas === 'yes');
	return parts
		.map(({ kind, value }, index) => {
			if (kind === 'display') return displayFormula(value, context.oneLine);
			if (kind === 'inline') return inlineFormula(value, (parts[index + 1]?.value ?? after).charAt(0));
			return escapeMarkdown(collapse(value));
		})
		.join('');
}

function elementPart(element: HtmlElement, context: InlineContext, before: string, after: string): string {
	const name = element.tagName;
	const formula = setFormula(element);
	if (formula !== null) {
		return formula.display
			? displayFormula(formula.tex, context.oneLine)
			: inlineFormula(trimTex(formula.tex), after.charAt(0));
	}
	if (IGNORED.has(name)) return '';
	if (name === 'br') return context.oneLine ? ' ' : BREAK;
	if (name === 'img') return image(element);
	if (name === 'a') return link(element, context);
	if (name === 'code' || name === 'tt') return codeSpan(textOf(element));
	if (name === 'iframe' || name === 'video' || name === 'audio') {
		const address = safeUrl(attribute(element, 'src') ?? '', 'image');
		return address === null || address === '' ? '' : ` <${address.replace(/[<>\s]/g, encodeURIComponent)}> `;
	}
	const mark = MARKS[name];
	if (mark !== undefined && !context.open.has(mark)) {
		const content = inlineMarkdown(element.childNodes, {
			...context,
			open: new Set([...context.open, mark]),
		});
		return marked(mark, mark === '*' ? 'em' : mark === '**' ? 'strong' : 'del', content, before, after);
	}
	const container = /(?:^|\s)math-container(?:\s|$)/.test(attribute(element, 'class') ?? '');
	const formulas = container ? 'yes' : context.formulas;
	const content = inlineMarkdown(element.childNodes, { ...context, formulas });
	if (!KEPT.has(name) || content.trim() === '') return content;
	const title = name === 'abbr' ? attribute(element, 'title') : undefined;
	return `<${name}${title === undefined ? '' : ` title="${escapeValue(title)}"`}>${content}</${name}>`;
}

/** A run of text and inline elements as Markdown; line breaks and display formulas still as their stand-ins. */
export function inlineMarkdown(nodes: readonly HtmlNode[], context: InlineContext): string {
	const after = followingTexts(nodes);
	const parts: string[] = [];
	// Only the end of what is written matters, and reading it from a growing string would copy that every time.
	let last = '';
	nodes.forEach((node, index) => {
		if (!isText(node) && !isElement(node)) return;
		const next = after[index] ?? '';
		let part = isText(node) ? textPart(node.value, context, next) : elementPart(node, context, last, next);
		if (part.startsWith(' ') && (last === '' || /[\s\ue000\ue001]$/.test(last))) part = part.trimStart();
		if (part === '') return;
		parts.push(part);
		last = part.slice(-2);
	});
	return parts.join('');
}
