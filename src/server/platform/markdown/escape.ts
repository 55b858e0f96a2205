const TEXT = /[&<>\u00a0]/;
const VALUE = /[&<>"\u00a0]/;

const NAMES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\u00a0': '&nbsp;',
};

/** Plain text as HTML text. */
export function escapeText(text: string): string {
	return TEXT.test(text) ? text.replace(/[&<>\u00a0]/g, (character) => NAMES[character] as string) : text;
}

/** Plain text as the inside of a double-quoted attribute. */
export function escapeValue(text: string): string {
	return VALUE.test(text) ? text.replace(/[&<>"\u00a0]/g, (character) => NAMES[character] as string) : text;
}
