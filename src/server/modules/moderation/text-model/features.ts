import { segmenter } from '../../../platform/text/segment.ts';
import { simplified } from '../../../platform/text/simplified.ts';

/** Numbers of features and their weights in one text, without order and of length 1. */
export interface Features {
	ids: Int32Array;
	values: Float32Array;
}

/** Features share 2^21 places by their hash; the few that meet are told apart by nobody. */
export const places = 1 << 21;

/** A stretch of a text that is one feature. */
export interface Gram {
	id: number;
	from: number;
	to: number;
}

const word = /[\p{L}\p{N}_'’]+|[^\s\p{L}\p{N}]/gu;
const chinese = /\p{Script=Han}/u;
const longest = 5;
const pieces = (run: string): string[] => segmenter()?.(run) ?? [...run];

/** Lower case, half width, simplified: of the same length as the text, but for what NFKC takes apart. */
function folded(text: string): string {
	let out = '';
	for (const char of text.normalize('NFKC').toLowerCase()) out += simplified.get(char) ?? char;
	return out;
}

function hash(text: string, seed: number): number {
	// FNV-1a, then mixed: neighbours in the alphabet lie far apart.
	let value = 0x811c9dc5 ^ seed;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
	return (value ^ (value >>> 13)) & (places - 1);
}

/**
 * Everything of a text that may weigh: runs of one to five characters, words, pairs of words, and its shape (digits, capitals, length).
 * Runs do not cross from a word of letters into the next; Chinese has no such borders.
 */
export function grams(text: string): { text: string; grams: Gram[] } {
	const plain = folded(text);
	const out: Gram[] = [];
	const put = (kind: number, what: string, from: number, to: number) =>
		out.push({ id: hash(what, kind), from, to });
	const words: { text: string; from: number; to: number }[] = [];
	for (const match of plain.matchAll(word)) {
		const [found] = match;
		const from = match.index;
		if (chinese.test(found)) {
			let at = from;
			for (const piece of pieces(found)) {
				words.push({ text: piece, from: at, to: at + piece.length });
				at += piece.length;
			}
			continue;
		}
		words.push({ text: /^\d+$/.test(found) ? `#${found.length}` : found, from, to: from + found.length });
		const padded = ` ${found} `;
		for (let length = 2; length <= longest; length++)
			for (let i = 0; i + length <= padded.length; i++)
				put(
					3,
					padded.slice(i, i + length),
					Math.max(from, from + i - 1),
					Math.min(from + found.length, from + i - 1 + length),
				);
	}
	for (const [n, one] of words.entries()) {
		put(1, one.text, one.from, one.to);
		const [next, after] = [words[n + 1], words[n + 2]];
		if (next) put(2, `${one.text} ${next.text}`, one.from, next.to);
		if (after) put(6, `${one.text} ${after.text}`, one.from, after.to);
	}
	// Chinese, with what stands between.
	if (chinese.test(plain))
		for (let length = 1; length <= 3; length++)
			for (let i = 0; i + length <= plain.length; i++) put(4, plain.slice(i, i + length), i, i + length);
	const shape = (name: string, amount: number) => {
		for (let n = 1; n <= amount; n++) put(5, `${name}${n}`, 0, 0);
	};
	shape('digits', Math.min(6, Math.ceil(Math.log2(1 + (text.match(/\d/g)?.length ?? 0)))));
	shape('capitals', Math.min(6, Math.ceil(Math.log2(1 + (text.match(/\p{Lu}/gu)?.length ?? 0)))));
	shape('length', Math.min(8, Math.floor(Math.log2(1 + text.length))));
	shape('long number', /\d{5,}/.test(text) ? 1 : 0);
	shape('link', /https?:|www\.|\.(com|net|cn|org)\b/i.test(text) ? 1 : 0);
	shape('money', /[£$€¥￥]/.test(text) ? 1 : 0);
	return { text: plain, grams: out };
}

/**
 * The features of a text, each once, by what it tells, to length 1.
 *
 * @param tells by feature; those that tell nothing are left out
 */
export function featuresOf(ids: Iterable<number>, tells: (id: number) => number): Features {
	const told = [...new Set(ids)].map((id) => [id, tells(id)] as const).filter(([, value]) => value > 0);
	const norm = Math.sqrt(told.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
	return {
		ids: Int32Array.from(told, ([id]) => id),
		values: Float32Array.from(told, ([, value]) => value / norm),
	};
}
