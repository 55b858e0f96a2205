/**
 * A comment of a Stack Exchange dump as Markdown. Dumps keep comments as they were typed, in a dialect with
 * links, emphasis and code only: what would start a block or a tag here is escaped, so that it reads the same.
 */
export function commentToMarkdown(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.split(/(`+[^`]*`+)/)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(/<(?!https?:\/\/[^\s<>]*>)/g, '\\<')))
		.join('')
		.split('\n')
		.map((line) => line.trimStart().replace(/^(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-+\s*$|~{3,}|`{3,}|\|)/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'))
		.join('\n')
		.trim();
}
