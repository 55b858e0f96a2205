const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	hellip: '…',
	mdash: '—',
	ndash: '–',
};

function decode(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
		if (name) return entities[name.toLowerCase()] ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
			? String.fromCodePoint(code)
			: ' ';
	});
}

/** Cuts out everything from `open` to the next `close`, both included. One pass, whatever the text. */
function without(text: string, open: string, close: string): string {
	let out = '';
	let at = 0;
	for (;;) {
		const from = text.indexOf(open, at);
		const to = from < 0 ? -1 : text.indexOf(close, from + open.length);
		if (to < 0) return out + text.slice(at);
		out += `${text.slice(at, from)} `;
		at = to + close.length;
	}
}

const inlineTags = 'a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u';
const inlineTag = new RegExp(`</?(?:${inlineTags})(?:\\s[^<>]*)?>`, 'gi');

/** HTML of our own making (see the text pipeline) as the words a reader sees; formulas as their source. */
export function textOfHtml(html: string): string {
	let text = html;
	for (const name of ['style', 'script', 'svg', 'math']) text = without(text, `<${name}`, `</${name}>`);
	// Tags within a line do not part words: `<b>un</b>do`.
	return decode(text.replace(inlineTag, '').replace(/<[^<>]*>/g, ' '))
		.replace(/\s+/g, ' ')
		.trim();
}

/** Markdown as the words a reader sees, near enough for an index and a snippet; code is kept, addresses are not. */
export function textOfMarkdown(source: string): string {
	return decode(
		without(source, '<!--', '-->')
			.replace(/^[ \t]*(?:`{3,}|~{3,}|:{3,}|\${2}).*$/gm, ' ')
			.replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
			.replace(/^[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t])?|\d{1,9}[.)][ \t]+)/gm, '')
			.replace(/^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|?)+$/gm, ' ')
			.replace(/^[ \t]*\[[^[\]\n]{1,200}\]:[ \t]*\S+.*$/gm, ' ')
			.replace(
				/!?\[([^[\]\n]{0,500})\](?:\([^()\s]{0,1000}(?:[ \t]+"[^"\n]{0,500}")?\)|\[[^[\]\n]{0,200}\])/g,
				'$1',
			)
			.replace(/<\/?[a-zA-Z][^<>]{0,1000}>/g, ' ')
			.replace(/https?:\/\/[^\s)>\]"']{1,2000}/g, ' ')
			// `count(*)` and `2*3` keep their star.
			.replace(/\*{2,3}|(?<![A-Za-z0-9\\(])\*(?=[^\s*)])|(?<=[^\s*(\\])\*(?![A-Za-z0-9)])|~~|`+/g, '')
			.replace(/(?<![\p{L}\p{N}_])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\p{N}_])/gu, '')
			.replace(/[ \t]*\|[ \t]*/g, ' ')
			.replace(/\\([\\`*_{}[\]()#+\-.!|>~$])/g, '$1'),
	)
		.replace(/\s+/g, ' ')
		.trim();
}
