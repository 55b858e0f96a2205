import { simplified } from '../../platform/text/simplified.ts';

const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g');

const fullWidth = /[\uff01-\uff5e\u3000]/g;
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g;

function toHalfWidth(char: string): string {
	return char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

function withoutAccent(char: string): string {
	const base = char.normalize('NFD')[0] ?? char;
	return base.length === 1 ? base : char;
}

/** Lower case that never changes the length (`İ` would become two code units). */
function toLower(text: string): string {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return lower;
	return Array.from(text, (char) =>
		char.toLowerCase().length === char.length ? char.toLowerCase() : char,
	).join('');
}

/**
 * The form in which texts and queries are compared: lower case, half width, no accents, simplified Chinese.
 *
 * @returns a text of the same length, so that a place found in it is the same place in `text`
 */
export function fold(text: string): string {
	return toLower(text.replace(fullWidth, toHalfWidth))
		.replace(accented, withoutAccent)
		.replace(traditional, (char) => simplified.get(char)!);
}
