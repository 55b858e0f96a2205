/**
 * A comment of a Stack Exchange dump as Markdown. Dumps keep comments as they were typed, in a dialect with
 * links, emphasis and code only: what would start a block or a tag here is escaped, so that it reads the same.
 *
 * @param math false: dollar signs are escaped as well
 */
export function commentToMarkdown(text: string, math: boolean): string {
	return text
		.replace(/\r\n?/g, '\n')
		.split(/(`+[^`]*`+)/)
		.map((part, index) => (index % 2 === 1 ? part : escapeInline(part, math)))
		.join('')
		.split('\n')
		.map((line) => escapeBlockStart(line.trimStart()))
		.join('\n')
		.trim();
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
