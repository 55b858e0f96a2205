import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';

const KINDS = new Set([
	'tip',
	'info',
	'note',
	'important',
	'warning',
	'danger',
	'caution',
	'details',
	'spoiler',
]);
const OPENING = /^(:{3,})\s*([a-z]+)(?:\s+(.*?))?\s*$/i;
const ALERT = /^\[!(tip|note|important|warning|caution)\]\s*$/i;

// A type and not an interface, because `meta` takes any record.
type ContainerMeta = {
	kind: string;
	/** Markdown of the title; empty when the author gave none. */
	title: string;
};

/** What a token of this plugin carries. */
export function containerMeta(token: Token | undefined): ContainerMeta {
	return token?.meta as ContainerMeta;
}

function lineText(state: StateBlock, line: number): string {
	return state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line]);
}

/** `::: tip Title` … `:::`. An inner container needs fewer colons than the one around it. */
function container(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	if ((state.sCount[startLine] as number) - state.blkIndent >= 4) return false;
	const position = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number);
	if (state.src.charCodeAt(position) !== 58) return false;
	const opening = OPENING.exec(lineText(state, startLine).slice(0, 300));
	const kind = opening?.[2]?.toLowerCase() ?? '';
	if (opening === null || !KINDS.has(kind)) return false;
	if (silent) return true;

	const colons = (opening[1] as string).length;
	let end = startLine + 1;
	let closed = false;
	for (; end < endLine; end++) {
		if (state.isEmpty(end)) continue;
		if ((state.sCount[end] as number) < state.blkIndent) break;
		const text = lineText(state, end);
		if (text.startsWith(':::') && /^:+\s*$/.test(text) && text.trimEnd().length >= colons) {
			closed = true;
			break;
		}
	}

	const { lineMax, parentType } = state;
	state.lineMax = end;
	state.parentType = 'container' as typeof parentType;
	const open = state.push('container_open', 'aside', 1);
	open.meta = { kind, title: opening[3] ?? '' } satisfies ContainerMeta;
	open.map = [startLine, end];
	pushTitle(state, open);
	state.md.block.tokenize(state, startLine + 1, end);
	state.push('container_close', 'aside', -1).meta = open.meta;
	state.lineMax = lineMax;
	state.parentType = parentType;
	state.line = closed ? end + 1 : end;
	return true;
}

function pushTitle(state: StateBlock, open: Token): void {
	const meta = containerMeta(open);
	state.push('container_title_open', 'p', 1).meta = meta;
	const inline = state.push('inline', '', 0);
	inline.content = meta.title;
	inline.children = [];
	inline.map = [open.map?.[0] ?? 0, (open.map?.[0] ?? 0) + 1];
	state.push('container_title_close', 'p', -1).meta = meta;
}

/** `> [!NOTE]` on the first line of a quote makes it a callout of that kind. */
function alerts(state: StateCore): void {
	const { tokens } = state;
	for (let i = 0; i + 2 < tokens.length; i++) {
		const [quote, paragraph, inline] = [tokens[i] as Token, tokens[i + 1] as Token, tokens[i + 2] as Token];
		if (
			quote.type !== 'blockquote_open' ||
			paragraph.type !== 'paragraph_open' ||
			!inline.content.startsWith('[!')
		)
			continue;
		const lineEnd = inline.content.indexOf('\n');
		const kind = ALERT.exec(
			lineEnd < 0 ? inline.content : inline.content.slice(0, lineEnd),
		)?.[1]?.toLowerCase();
		if (kind === undefined) continue;
		const close = closingOf(tokens, i);
		const meta: ContainerMeta = { kind, title: '' };
		const title = (type: string, nesting: 1 | 0 | -1): Token => {
			const token = new state.Token(type, 'p', nesting);
			token.block = true;
			token.meta = meta;
			return token;
		};
		quote.type = 'container_open';
		quote.meta = close.meta = meta;
		close.type = 'container_close';
		const heading = title('inline', 0);
		heading.children = [];
		const titleTokens = [title('container_title_open', 1), heading, title('container_title_close', -1)];
		if (lineEnd < 0) tokens.splice(i + 1, 3, ...titleTokens);
		else {
			inline.content = inline.content.slice(lineEnd + 1);
			tokens.splice(i + 1, 0, ...titleTokens);
		}
	}
}

function closingOf(tokens: Token[], open: number): Token {
	const { level } = tokens[open] as Token;
	let i = open + 1;
	while ((tokens[i] as Token).level !== level || (tokens[i] as Token).nesting !== -1) i++;
	return tokens[i] as Token;
}

/** Callouts and foldable parts. Tokens say which and how titled; how they look is the renderer's. */
export function containers(md: MarkdownIt): void {
	md.block.ruler.before('blockquote', 'container', container, {
		alt: ['paragraph', 'reference', 'blockquote', 'list'],
	});
	md.core.ruler.before('inline', 'alerts', alerts);
}
