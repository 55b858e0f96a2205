/**
 * A comment of a Stack Exchange dump as Markdown. Dumps keep comments as they were typed, in a dialect with
 * links, emphasis and code only: what would start a block or a tag here is escaped, so that it reads the same.
 *
 * @param math false: dollar signs are escaped as well
 */
export function commentToMarkdown(text: string, math: boolean): string {
	return outsideCode(text.replace(/\r\n?/g, '\n'), (part) => escapeInline(part, math))
		.split('\n')
		.map((line) => escapeBlockStart(line.trimStart()))
		.join('\n')
		.trim();
}

// Finding code spans can cost the square of the length; no comment is longer than a few hundred characters.
const LONGEST = 10_000;

function outsideCode(text: string, change: (part: string) => string): string {
	if (text.length > LONGEST) return change(text);
	let out = '';
	let from = 0;
	for (const span of text.matchAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g)) {
		out += change(text.slice(from, span.index)) + span[0];
		from = span.index + span[0].length;
	}
	return out + change(text.slice(from));
}

function escapeInline(text: string, math: boolean): string {
	const tagless = text.replace(/<(?!https?:\/\/[^\s<>]*>)/g, '\\<');
	return math ? tagless : tagless.replace(/(?<!\\)\$/g, '\\$');
}

function escapeBlockStart(line: string): string {
	return line
		.replace(/^(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-{2,}\s*$|[~`]{3,}|\|)/, '\\$1')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
