import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

const DEFINITION = /^\[\^([^\s\]]{1,80})\]:[ \t]*/;

/** What a parse knows of footnotes, under `env.footnotes`. */
export interface Footnotes {
	/** Block tokens of each definition and the source line it begins at, by label. */
	definitions: Map<string, { tokens: Token[]; line: number }>;
	/** From 1, in the order in which the text first refers to them. */
	numbers: Map<string, number>;
	/** How often each label is referred to. */
	references: Map<string, number>;
	/** Labels seen while blocks are parsed, so that references know what is defined further down. */
	defined: Set<string>;
}

export interface FootnoteRefMeta {
	label: string;
	number: number;
	/** 0 for the first reference to this footnote; only that one can be returned to. */
	repeat: number;
}

export function footnotesOf(env: Record<string, unknown>): Footnotes {
	env.footnotes ??= {
		definitions: new Map(),
		numbers: new Map(),
		references: new Map(),
		defined: new Set(),
	} satisfies Footnotes;
	return env.footnotes as Footnotes;
}

/** `[^label]: text`, with further paragraphs indented by four. */
function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	if ((state.sCount[startLine] as number) - state.blkIndent >= 4) return false;
	const start = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number);
	if (state.src.charCodeAt(start) !== 91 || state.src.charCodeAt(start + 1) !== 94) return false;
	const match = DEFINITION.exec(
		state.src.slice(start, Math.min(start + 100, state.eMarks[startLine] as number)),
	);
	if (match === null) return false;
	if (silent) return true;

	const label = match[1] as string;
	footnotesOf(state.env).defined.add(label);
	const open = state.push('footnote_open', '', 1);
	open.meta = { label };
	open.map = [startLine, startLine + 1];

	const saved = [state.bMarks, state.tShift, state.sCount].map((marks) => marks[startLine] as number);
	const { parentType, blkIndent } = state;
	const textStart = start + match[0].length;
	state.bMarks[startLine] = textStart;
	state.tShift[startLine] = 0;
	state.blkIndent = blkIndent + 4;
	state.sCount[startLine] = state.blkIndent;
	state.parentType = 'footnote' as typeof parentType;
	state.md.block.tokenize(state, startLine, endLine);
	[state.bMarks[startLine], state.tShift[startLine], state.sCount[startLine]] = saved as [
		number,
		number,
		number,
	];
	state.parentType = parentType;
	state.blkIndent = blkIndent;
	// An empty definition leaves the line where it was.
	if (state.line <= startLine) state.line = startLine + 1;
	state.push('footnote_close', '', -1);
	return true;
}

function reference(state: StateInline, silent: boolean): boolean {
	const { src, pos } = state;
	if (src.charCodeAt(pos) !== 91 || src.charCodeAt(pos + 1) !== 94) return false;
	const footnotes = state.env.footnotes as Footnotes | undefined;
	if (footnotes === undefined || footnotes.defined.size === 0 || state.linkLevel > 0) return false;
	const label = /^\[\^([^\s\]]{1,80})\]/.exec(src.slice(pos, pos + 84))?.[1];
	if (label === undefined || !footnotes.defined.has(label)) return false;
	if (!silent) {
		const number = footnotes.numbers.get(label) ?? footnotes.numbers.size + 1;
		footnotes.numbers.set(label, number);
		const repeat = footnotes.references.get(label) ?? 0;
		footnotes.references.set(label, repeat + 1);
		state.push('footnote_ref', '', 0).meta = { label, number, repeat } satisfies FootnoteRefMeta;
	}
	state.pos = pos + label.length + 3;
	return true;
}

/** Takes definitions out of the flow; they are written behind the text. */
function gather(state: StateCore): void {
	const footnotes = state.env.footnotes as Footnotes | undefined;
	if (footnotes === undefined) return;
	const rest: Token[] = [];
	let current: Token[] | null = null;
	for (const token of state.tokens) {
		if (token.type === 'footnote_open') {
			current = [];
			const { label } = token.meta as { label: string };
			if (!footnotes.definitions.has(label))
				footnotes.definitions.set(label, { tokens: current, line: token.map?.[0] ?? 0 });
		} else if (token.type === 'footnote_close') current = null;
		else (current ?? rest).push(token);
	}
	state.tokens = rest;
}

/** GFM footnotes: `[^label]` in the text, `[^label]: …` anywhere at the level of blocks. */
export function footnotes(md: MarkdownIt): void {
	md.block.ruler.before('reference', 'footnote', definition, { alt: ['paragraph', 'reference'] });
	md.inline.ruler.before('link', 'footnote_ref', reference);
	// Behind the bounds, which would not see what is taken out.
	md.core.ruler.push('footnotes', gather);
}
