import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { contentError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { VOID } from '../policy.ts';
import { isAllowed } from './raw-html.ts';

function tooComplex(line: number, what: string): never {
	throw contentError('too_complex', { params: { line }, detail: `${what} in line ${line}.` });
}

/** Runs before every other block rule: markdown-it itself would drop what is nested too deep without a word. */
function blockDepth(state: StateBlock, startLine: number): boolean {
	if (state.level > LIMITS.blockDepth) tooComplex(startLine + 1, 'Blocks are nested too deep');
	if (state.tokens.length > LIMITS.tokens) tooComplex(startLine + 1, 'The text has too many parts');
	return false;
}

// Elements whose end tag may be left out, so that counting start tags says nothing about nesting.
const OPTIONAL_END = /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|col|colgroup|rp|rt)$/;
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;

/** After all inline parsing, footnotes still in their places: nesting inside paragraphs, raw HTML left open, and what references expand to. */
function inlineBounds(state: StateCore): void {
	let line = 1;
	let tokens = 0;
	let expansion = 0;
	let rawDepth = 0;

	const raw = (content: string): void => {
		for (const [, slash, name] of content.matchAll(TAG)) {
			const tag = (name as string).toLowerCase();
			if (!isAllowed(tag) || VOID.has(tag) || OPTIONAL_END.test(tag)) continue;
			rawDepth = Math.max(0, rawDepth + (slash === '' ? 1 : -1));
			if (rawDepth > LIMITS.htmlDepth) tooComplex(line, 'HTML elements are nested too deep');
		}
	};
	const inline = (children: readonly Token[]): void => {
		let depth = 0;
		for (const child of children) {
			depth += child.nesting;
			if (depth > LIMITS.inlineDepth) tooComplex(line, 'Emphasis or links are nested too deep');
			if (++tokens > LIMITS.tokens) tooComplex(line, 'The text has too many parts');
			if (child.type === 'html_inline') raw(child.content);
			else if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
			else if (child.attrs !== null) {
				for (const [, value] of child.attrs) expansion += String(value).length;
				if (expansion > LIMITS.expansion) tooComplex(line, 'Links expand to too much');
			}
			if (child.type === 'image' && child.children !== null) inline(child.children);
		}
	};
	for (const token of state.tokens) {
		if (token.map !== null) line = token.map[0] + 1;
		if (++tokens > LIMITS.tokens) tooComplex(line, 'The text has too many parts');
		if (token.type === 'html_block') raw(token.content);
		else if (token.children !== null) inline(token.children);
	}
}

const lastClosing = new WeakMap<StateInline, number>();

/** A bracket that nothing closes is no link; without this each one would look ahead through all the others. */
function openBracket(state: StateInline, silent: boolean): boolean {
	if (state.src.charCodeAt(state.pos) !== 91) return false;
	const last = lastClosing.get(state) ?? state.src.lastIndexOf(']');
	lastClosing.set(state, last);
	if (last > state.pos && last < state.posMax) return false;
	if (last > state.pos && state.src.indexOf(']', state.pos) < state.posMax) return false;
	if (!silent) state.pending += '[';
	state.pos++;
	return true;
}

/** Bounds what one text may cost; see {@link LIMITS}. */
export function bounds(md: MarkdownIt): void {
	md.block.ruler.before(
		'table',
		'bounds',
		(state, startLine, _endLine, silent) => !silent && blockDepth(state, startLine),
		{ alt: [] },
	);
	md.inline.ruler.before('link', 'open_bracket', openBracket);
	md.core.ruler.push('bounds', inlineBounds);
}
