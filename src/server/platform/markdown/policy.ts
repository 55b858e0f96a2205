import { attribute, type HtmlElement } from './parse-html.ts';

/**
 * Every element that may leave the pipeline, with the attributes that are copied as they are. Addresses, ids,
 * classes and styles are never copied: `emit.ts` rebuilds them. None of these elements switches the HTML
 * tokenizer to another state and none is foreign (SVG, MathML), so what is written here is read back by every
 * browser as the same tags: that closes mutation XSS as a class.
 */
export const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
	...'b blockquote br caption cite code dd del dfn div dl dt em figcaption figure hr i ins kbd mark p pre rp rt ruby s samp section small span strong sub summary sup table tbody tfoot thead tr u ul var wbr h1 h2 h3 h4 h5 h6 aside'
		.split(' ')
		.map((name): [string, readonly string[]] => [name, []]),
	['a', ['title']],
	['abbr', ['title']],
	['bdo', ['dir']],
	['col', ['span']],
	['colgroup', ['span']],
	['details', ['open']],
	['img', ['alt', 'title', 'width', 'height']],
	['input', []],
	['li', ['value']],
	['ol', ['start', 'type', 'reversed']],
	['q', []],
	['td', ['colspan', 'rowspan']],
	['th', ['colspan', 'rowspan', 'scope']],
	['time', ['datetime']],
]);

/** Old names for what is on the list. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
	['strike', 's'],
	['tt', 'code'],
	['center', 'div'],
	['acronym', 'abbr'],
	['listing', 'pre'],
	['big', 'span'],
]);

/** Elements whose content goes with them; every other unknown element leaves its content behind. */
export const DROPPED: ReadonlySet<string> = new Set(
	'script style template noscript iframe frame frameset object embed applet param title head base link meta textarea select option optgroup datalist xmp plaintext noembed noframes canvas audio video source track map area svg math portal fencedframe'.split(
		' ',
	),
);

export const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'col', 'input']);

/** Elements that begin and end a line of plain text. */
export const BLOCKS: ReadonlySet<string> = new Set(
	'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
		' ',
	),
);

// Only names that the pipeline itself writes or reads: a utility class such as `fixed inset-0` would let a text
// cover the page.
const CLASS =
	/^(?:callout|callout-title|tip|info|note|important|warning|danger|caution|details|spoiler|task-list|task-item|footnotes|footnote-ref|footnote-back|math-source|(?:language|lang)-[\w+#.-]{1,30})$/;

export function safeClasses(value: string): string {
	const names = value.split(/[\t\n\f ]+/).filter((name) => CLASS.test(name));
	return [...new Set(names)].join(' ');
}

const NUMBER = /^\d{1,5}$/;
const CHECKS: Record<string, RegExp> = {
	width: NUMBER,
	height: NUMBER,
	span: NUMBER,
	colspan: /^\d{1,3}$/,
	rowspan: /^\d{1,3}$/,
	value: /^-?\d{1,9}$/,
	start: /^-?\d{1,9}$/,
	type: /^[1aAiI]$/,
	scope: /^(?:row|col|rowgroup|colgroup)$/,
	dir: /^(?:ltr|rtl)$/,
	datetime: /^[\dT:.Z+\- ]{4,40}$/,
};

/** The value as it may be written, or null; attributes without a check hold free text. */
export function safeValue(name: string, value: string): string | null {
	if (name === 'open' || name === 'reversed') return '';
	const check = CHECKS[name];
	return check === undefined || check.test(value) ? value : null;
}

/** `left`, `right` or `center` of a table cell, from either way of writing it. */
export function cellAlignment(element: HtmlElement): string | null {
	const style = attribute(element, 'style') ?? '';
	const value =
		/^\s*text-align:\s*(left|right|center)\s*;?\s*$/i.exec(style)?.[1] ?? attribute(element, 'align') ?? '';
	return /^(?:left|right|center)$/i.test(value) ? value.toLowerCase() : null;
}
