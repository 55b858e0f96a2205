import {
	type DefaultTreeAdapterMap,
	type DefaultTreeAdapterTypes,
	defaultTreeAdapter,
	Parser,
	html as spec,
	type TreeAdapter,
} from 'parse5';
import { contentError } from './errors.ts';
import { LIMITS } from './limits.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

export const HTML_NAMESPACE = spec.NS.HTML;

// Parsing is synchronous and never nested, so one set of counters serves; a fresh adapter for every document
// would make each of its calls megamorphic.
const spent = { depth: 0, elements: 0, moves: 0 };
let parser: Parser<DefaultTreeAdapterMap> | null = null;

function tooComplex(what: string): never {
	const line = parser?.tokenizer.preprocessor.line ?? 1;
	throw contentError('too_complex', { params: { line }, detail: `${what} in HTML line ${line}.` });
}

function move(): void {
	if (++spent.moves > LIMITS.treeMoves) tooComplex('Too many misplaced elements');
}

const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
	...defaultTreeAdapter,
	createElement(tagName, namespace, attributes) {
		if (++spent.elements > LIMITS.elements) tooComplex('Too many elements');
		return defaultTreeAdapter.createElement(tagName, namespace, attributes);
	},
	insertBefore(parent, child, reference) {
		move();
		defaultTreeAdapter.insertBefore(parent, child, reference);
	},
	insertTextBefore(parent, text, reference) {
		move();
		defaultTreeAdapter.insertTextBefore(parent, text, reference);
	},
	detachNode(node) {
		move();
		defaultTreeAdapter.detachNode(node);
	},
	onItemPush() {
		if (++spent.depth > LIMITS.treeDepth) tooComplex('Elements are nested too deep');
	},
	onItemPop() {
		spent.depth--;
	},
};

// As innerHTML of a div in a page with scripting on: what a browser will do with the result.
const context = defaultTreeAdapter.createElement('div', HTML_NAMESPACE, []);

/**
 * Parses HTML as browsers do, within {@link LIMITS}.
 *
 * @returns an element that holds what was parsed; it is no part of it
 *
 * @throws content.too_complex with the line of the HTML where a limit was passed
 */
export function parseHtml(source: string): HtmlElement {
	spent.depth = spent.elements = spent.moves = 0;
	parser = Parser.getFragmentParser<DefaultTreeAdapterMap>(context, {
		treeAdapter: adapter,
		scriptingEnabled: true,
	});
	try {
		parser.tokenizer.write(source, true);
		// Not getFragment(): it moves every top-level node, which costs the square of their number.
		return parser.document.childNodes[0] as HtmlElement;
	} finally {
		parser = null;
	}
}

export function isText(node: HtmlNode): node is HtmlText {
	return node.nodeName === '#text';
}

export function isElement(node: HtmlNode): node is HtmlElement {
	return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string | undefined {
	for (const attr of element.attrs) if (attr.name === name) return attr.value;
	return undefined;
}

/** All text below a node, unshaped. */
export function textOf(node: HtmlNode): string {
	if (isText(node)) return node.value;
	if (!isElement(node)) return '';
	let text = '';
	for (const child of node.childNodes) text += textOf(child);
	return text;
}
