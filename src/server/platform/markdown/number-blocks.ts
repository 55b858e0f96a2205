import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** A text whose blocks can be pointed at. */
export interface NumberedBlocks {
	/** The same HTML; each block at its top level carries `data-p="0"`, `data-p="1"` …, and an id where it had none. */
	html: string;
	/** Of each block a short hash of its words: by it a block is found again after the text was changed around it. */
	hashes: string[];
}

/**
 * Numbers the blocks (paragraphs, lists, code, tables, headings …) at the top level of HTML that {@link renderMarkdown}
 * made, so that a note or a place to go on can name one. Only attributes are added; nothing else of the text changes.
 */
export function numberBlocks(html: string): NumberedBlocks {
	const root = parseFragment(html, { sourceCodeLocationInfo: true });
	const hashes: string[] = [];
	let out = '';
	let from = 0;
	for (const node of root.childNodes) {
		if (!('tagName' in node)) continue;
		const at = node.sourceCodeLocation?.startTag ?? node.sourceCodeLocation;
		if (!at) continue;
		const number = hashes.length;
		const named = node.attrs.some(({ name }) => name === 'id');
		const end = at.startOffset + 1 + node.tagName.length;
		out += `${html.slice(from, end)}${named ? '' : ` id="p${number}"`} data-p="${number}"`;
		from = end;
		hashes.push(createHash('sha256').update(wordsOf(node)).digest('base64url').slice(0, 10));
	}
	return { html: out + html.slice(from), hashes };
}

function wordsOf(node: Node): string {
	if ('value' in node) return node.value;
	if (!('childNodes' in node)) return '';
	const inside = node.childNodes.map(wordsOf).join('');
	// A picture has no words: its address stands for it.
	const src = node.attrs.find(({ name }) => name === 'src')?.value ?? '';
	return (inside + src).replace(/\s+/g, ' ').trim();
}
