import { isFormula, trimTex } from '../rules/math.ts';
import { isWide } from '../text.ts';

/** Stands for the ends of a display formula while a paragraph is put together; private use, so no text has it. */
export const DISPLAY = '\ue000';
/** Stands for a hard line break. */
export const BREAK = '\ue001';

const RESERVED = /[\ue000\ue001]/g;

/** White space as HTML reads it; a line end between CJK characters is none. */
export function collapse(text: string): string {
	const clean = text.replace(RESERVED, '\ufffd');
	if (!/[\t\n\f\r]| {2}/.test(clean)) return clean;
	return clean.replace(/[ \t\n\f\r]+/g, (space, offset: number) => {
		const lineEnd = space.includes('\n');
		return lineEnd &&
			offset > 0 &&
			isWide(clean.charCodeAt(offset - 1)) &&
			isWide(clean.charCodeAt(offset + space.length))
			? ''
			: ' ';
	});
}

const ESCAPES = /[\\`*_<&~$]|\](?=\()/g;
const WORD = /[\p{L}\p{N}]/u;

/** Plain text as Markdown that reads back as the same text, wherever in a line it stands. */
export function escapeMarkdown(text: string): string {
	return text.replace(ESCAPES, (character, offset: number) => {
		const before = text.charAt(offset - 1);
		const after = text.charAt(offset + 1);
		switch (character) {
			case '\\':
				// A backslash before a bracket would open a formula even when it is doubled.
				if (/[([\])]/.test(after)) return '&#92;';
				return after === '' || /[!-/:-@[-`{-~]/.test(after) ? '\\\\' : character;
			case '*':
				return /\s/.test(before) && /\s/.test(after) ? character : '\\*';
			case '_':
				return WORD.test(before) && WORD.test(after) ? character : '\\_';
			case '<':
				return /[A-Za-z/!?]/.test(after) ? '&lt;' : character;
			case '&':
				return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(text.slice(offset, offset + 40))
					? '&amp;'
					: character;
			case '~':
				return before === '~' || after === '~' ? '\\~' : character;
			case ']':
				return '&#93;';
			default:
				return `\\${character}`;
		}
	});
}

/** A line of Markdown whose first characters would make it something else than a line of a paragraph. */
export function escapeLineStart(line: string): string {
	return line
		.replace(/^(#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|:{3,}|={1,}\s*$|-{2,}[-\s]*$|~{3,})/, '\\$1')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
		.replace(/^(\[[^\]\n]{1,200}\]):/, '$1&#58;');
}

export interface Segment {
	kind: 'text' | 'inline' | 'display';
	/** Plain text, or the TeX source without its marks. */
	value: string;
}

const OPENING = /\\\$|\$\$|\$|\\begin\{([a-zA-Z]{1,20}\*?)\}/g;
// Environments that MathJax sets where they stand; others, such as `itemize`, are text to it too.
const ENVIRONMENTS =
	/^(?:equation|align|gather|multline|eqnarray|alignat|flalign|split|cases|matrix|[pbvBV]matrix|array)\*?$/;

/**
 * Cuts text that MathJax would look through into prose and formulas.
 *
 * @param certain whether the page marks this text as a formula already, so that prices need not be told from one
 */
export function segments(text: string, certain: boolean): Segment[] {
	const found: Segment[] = [];
	let last = 0;
	let prose = '';
	const add = (from: number, to: number, kind: 'inline' | 'display', value: string): void => {
		prose += text.slice(last, from);
		if (prose !== '') found.push({ kind: 'text', value: prose });
		prose = '';
		found.push({ kind, value: trimTex(value) });
		last = to;
	};
	// What was searched for in vain once need not be searched for again.
	const vain = new Set<string>();
	const findEnd = (mark: string, from: number): number => {
		if (vain.has(mark)) return -1;
		const end = text.indexOf(mark, from);
		if (end < 0) vain.add(mark);
		return end;
	};
	OPENING.lastIndex = 0;
	for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
		const [mark, environment] = match;
		const start = match.index + mark.length;
		if (mark === '\\$') {
			prose += `${text.slice(last, match.index)}$`;
			last = start;
		} else if (environment !== undefined) {
			const closing = `\\end{${environment}}`;
			const end = ENVIRONMENTS.test(environment) ? findEnd(closing, start) : -1;
			if (end >= 0)
				add(match.index, end + closing.length, 'display', text.slice(match.index, end + closing.length));
		} else {
			let end = findEnd(mark, start);
			while (end > 0 && mark === '$' && text[end - 1] === '\\') end = text.indexOf(mark, end + 1);
			const content = end < 0 ? '' : text.slice(start, end);
			const formula =
				mark === '$$' || certain || isFormula(content, text.charAt(end + 1)) || isFormula(content.trim(), '');
			if (content.trim() !== '' && formula && !content.includes('`')) {
				add(match.index, end + mark.length, mark === '$$' ? 'display' : 'inline', content);
			}
		}
		if (last > start) OPENING.lastIndex = last;
	}
	prose += text.slice(last);
	if (prose !== '') found.push({ kind: 'text', value: prose });
	return found;
}

/** @param next the character that will stand behind it: a digit there would make the sign a price */
export function inlineFormula(tex: string, next: string): string {
	// A line end could begin a list or a heading; only a TeX comment needs one.
	const line = tex.includes('%') ? tex : tex.replace(/\s+/g, ' ');
	return isFormula(line, next) ? `$${line}$` : `\\(${line}\\)`;
}

/** On lines of its own, or on one line where there is no room for more. */
export function displayFormula(tex: string, oneLine: boolean): string {
	const lines = tex.replace(/\n\s*\n+/g, '\n').trim();
	if (oneLine) return `$$${lines.replace(/\s+/g, ' ')}$$`;
	return lines.includes('\n') ? `${DISPLAY}$$\n${lines}\n$$${DISPLAY}` : `${DISPLAY}$$${lines}$$${DISPLAY}`;
}
