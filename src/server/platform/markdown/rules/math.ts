import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { LIMITS } from '../limits.ts';

const HAN = /[\u3400-\u9fff]/;
const TEX = /\\[A-Za-z]|[\^_]/;
const SIGNS = /\\[A-Za-z,;!]|[\^_=<>+{}|]/;
const AMOUNT = /^\d[\d,.]*(?:\s+[A-Za-z]{2,}|\s*[\u3400-\u9fff])/;
const PROSE = /(?:^|\s)[A-Za-z]{2,}\s+[A-Za-z]{2,}/;

/**
 * Whether the text between two dollar signs is a formula rather than prices, shell variables or prose.
 *
 * @param next the character behind the closing sign
 */
export function isFormula(content: string, next: string): boolean {
	if (content === '' || content.includes('`') || /\d/.test(next)) return false;
	const tex = TEX.test(content);
	// `$ x^2 $` is common in imported text; `$ echo $` and `$5 and $` are not meant.
	if (/^\s|\s$/.test(content)) return tex && content.trim() !== '' && !/[A-Za-z]/.test(next);
	if (tex) return true;
	if (AMOUNT.test(content) || HAN.test(content)) return false;
	if (/^[A-Z_]{2,}\W?$/.test(content) && /[A-Z_]/.test(next)) return false;
	return !PROSE.test(content);
}

/** Without white space around it, but with the space that a last `\\ ` needs. */
export function trimTex(tex: string): string {
	const trimmed = tex.trim();
	return /(?:^|[^\\])(?:\\\\)*\\$/.test(trimmed) ? `${trimmed} ` : trimmed;
}

/** Index of the next `mark` at or behind `from` that no backslash escapes, or -1. */
function findUnescaped(text: string, mark: string, from: number, max: number): number {
	for (let i = text.indexOf(mark, from); i >= 0 && i + mark.length <= max; i = text.indexOf(mark, i + 1)) {
		let slashes = 0;
		while (i - slashes > from && text[i - slashes - 1] === '\\') slashes++;
		if (slashes % 2 === 0) return i;
	}
	return -1;
}

// Where a mark was last found from, so that many openers without a closer cost one search and not one each.
const searched = new WeakMap<StateInline, Map<string, { from: number; found: number }>>();

function findMark(state: StateInline, mark: string, from: number): number {
	const known = searched.get(state) ?? new Map<string, { from: number; found: number }>();
	searched.set(state, known);
	const last = known.get(mark);
	if (last !== undefined && from >= last.from && (last.found < 0 || last.found >= from)) {
		return last.found < 0 || last.found + mark.length > state.posMax ? -1 : last.found;
	}
	const found = findUnescaped(state.src, mark, from, state.src.length);
	known.set(mark, { from, found });
	return found < 0 || found + mark.length > state.posMax ? -1 : found;
}

function push(state: StateInline, silent: boolean, content: string, display: boolean, end: number): true {
	if (!silent) {
		const token = state.push(display ? 'math_display' : 'math_inline', 'span', 0);
		token.content = trimTex(content);
	}
	state.pos = end;
	return true;
}

function dollarFormula(state: StateInline, silent: boolean): boolean {
	const { src, pos } = state;
	if (src.charCodeAt(pos) !== 36) return false;
	if (src.charCodeAt(pos + 1) === 36) {
		const end = findMark(state, '$$', pos + 2);
		const content = end < 0 ? '' : src.slice(pos + 2, end);
		if (content.trim() !== '' && content.length <= LIMITS.formula && !content.includes('`')) {
			return push(state, silent, content, true, end + 2);
		}
		if (!silent) state.pending += '$$';
		state.pos = pos + 2;
		return true;
	}
	const end = findMark(state, '$', pos + 1);
	if (end < 0 || end - pos > LIMITS.formula) return false;
	const content = src.slice(pos + 1, end);
	return isFormula(content, src.charAt(end + 1)) && push(state, silent, content, false, end + 1);
}

const BRACKETS: Record<string, string> = { '(': ')', '[': ']' };

function bracketFormula(state: StateInline, silent: boolean): boolean {
	const { src, pos } = state;
	if (src.charCodeAt(pos) !== 92) return false;
	// Some engines want the backslash doubled, so both are in the wild.
	const slashes = src.charCodeAt(pos + 1) === 92 ? '\\\\' : '\\';
	const open = src.charAt(pos + slashes.length);
	const close = BRACKETS[open];
	if (close === undefined) return false;
	const start = pos + slashes.length + 1;
	const end = findMark(state, slashes + close, start);
	if (end < 0 || end - start > LIMITS.formula) return false;
	const content = src.slice(start, end);
	// `\[` and `\(` are also how CommonMark writes a bracket that is no link.
	const formula = open === '(' && slashes.length === 1 ? isFormula(content.trim(), '') : SIGNS.test(content);
	return (
		formula && !content.includes('`') && push(state, silent, content, open === '[', end + slashes.length + 1)
	);
}

// Until which line a closing mark was searched for in vain, per parse.
const vain = new WeakMap<StateBlock, { mark: string; until: number; from: number }[]>();

function displayBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	if ((state.sCount[startLine] as number) - state.blkIndent >= 4) return false;
	const start = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number);
	const first = state.src.slice(start, state.eMarks[startLine]).trimEnd();
	const open = first.slice(0, 2);
	if (open !== '$$' && first !== '\\[') return false;
	const close = open === '$$' ? '$$' : '\\]';
	const known = vain.get(state) ?? [];
	if (known.some((search) => search.mark === close && search.until === endLine && startLine >= search.from))
		return false;

	const rest = first.slice(2);
	let line = startLine;
	let content = '';
	if (open === '$$' && rest.length > 2 && rest.endsWith('$$')) {
		content = rest.slice(0, -2);
		if (content.includes('$$')) return false;
	} else {
		if (rest.includes('$$')) return false;
		const parts = [rest];
		for (line = startLine + 1; ; line++) {
			if (line >= endLine || (!state.isEmpty(line) && (state.sCount[line] as number) < state.blkIndent)) {
				vain.set(state, [...known.slice(-8), { mark: close, until: endLine, from: startLine }]);
				return false;
			}
			const text = state.getLines(line, line + 1, state.blkIndent, false);
			const trimmed = text.trimEnd();
			if (trimmed.endsWith(close)) {
				parts.push(trimmed.slice(0, -2));
				break;
			}
			if (open === '$$' && text.includes('$$')) return false;
			parts.push(text);
		}
		content = parts.join('\n');
	}
	if (content.trim() === '') return false;
	if (silent) return true;
	const token = state.push('math_block', 'div', 0);
	token.content = trimTex(content);
	token.map = [startLine, line + 1];
	state.line = line + 1;
	return true;
}

/** Formulas: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. Tokens hold the source; rendering comes later. */
export function math(md: MarkdownIt): void {
	md.inline.ruler.before('escape', 'math_bracket', bracketFormula);
	md.inline.ruler.after('escape', 'math_dollar', dollarFormula);
	md.block.ruler.before('fence', 'math_block', displayBlock, {
		alt: ['paragraph', 'reference', 'blockquote', 'list'],
	});
}
