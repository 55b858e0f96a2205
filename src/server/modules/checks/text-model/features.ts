import { segmenter } from '../../../platform/text/segment.ts';
import { simplified } from '../../../platform/text/simplified.ts';

/** Features of one text and their values, without order and of length 1. */
export interface Features {
	ids: Int32Array;
	values: Float32Array;
}

/** Features share 2^21 places by their hash; the few that meet are told apart by nobody. */
export const places = 1 << 21;

const word = /[\p{L}\p{N}_'’]+|[^\s\p{L}\p{N}]/gu;
const chinese = /\p{Script=Han}/u;
/** Longest run of characters inside a word of letters, and of Chinese with what stands between. */
const [longest, longestChinese] = [5, 3];

/** What a feature is of: the same characters as a word and as a run are two. */
const kinds = { word: 1, pair: 2, run: 3, chinese: 4, shape: 5, gap: 6 } as const;

/** Lower case, half width, simplified. */
export function plainText(text: string): string {
	let out = '';
	for (const char of text.normalize('NFKC').toLowerCase()) out += simplified.get(char) ?? char;
	return out;
}

// FNV-1a, mixed at the end: neighbours in the alphabet lie far apart.
const begin = (kind: number): number => 0x811c9dc5 ^ kind;
const add = (value: number, code: number): number => Math.imul(value ^ code, 0x01000193);
const end = (value: number): number => {
	const mixed = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
	return (mixed ^ (mixed >>> 13)) & (places - 1);
};
const addAll = (value: number, text: string): number => {
	let sum = value;
	for (let i = 0; i < text.length; i++) sum = add(sum, text.charCodeAt(i));
	return sum;
};

const pieces = (run: string): string[] => segmenter()?.(run) ?? [...run];

/** Called with a feature and the stretch of the plain text that it is of; shapes are of none. */
type Put = (id: number, from: number, to: number) => void;

interface Piece {
	text: string;
	from: number;
	to: number;
}

/**
 * Everything of a text that may weigh: words, pairs of words, runs of characters, and its shape (digits, capitals, length).
 * Runs of letters do not cross from a word into the next; Chinese has no such borders.
 *
 * @param plain what `plainText` makes of `text`
 */
export function eachFeature(text: string, plain: string, put: Put): void {
	const words = wordsOf(plain);
	for (const { text: found, from, to } of words) {
		put(end(addAll(begin(kinds.word), found)), from, to);
		if (!chinese.test(found)) putRunsInside(plain, from, to, put);
	}
	for (let n = 0; n + 1 < words.length; n++) {
		const [one, next, after] = [words[n]!, words[n + 1]!, words[n + 2]];
		const pair = (kind: number, other: Piece) =>
			put(end(addAll(add(addAll(begin(kind), one.text), 32), other.text)), one.from, other.to);
		pair(kinds.pair, next);
		if (after) pair(kinds.gap, after);
	}
	if (chinese.test(plain))
		for (let i = 0; i < plain.length; i++) {
			let value = begin(kinds.chinese);
			for (let to = i; to < Math.min(plain.length, i + longestChinese); to++) {
				value = add(value, plain.charCodeAt(to));
				put(end(value), i, to + 1);
			}
		}
	for (const [name, amount] of shapesOf(text))
		for (let n = 1; n <= amount; n++) put(end(addAll(begin(kinds.shape), `${name}${n}`)), 0, 0);
}

function wordsOf(plain: string): Piece[] {
	const words: Piece[] = [];
	for (const { 0: found, index } of plain.matchAll(word)) {
		if (!chinese.test(found)) {
			const text = /^\d+$/.test(found) ? `#${found.length}` : found;
			words.push({ text, from: index, to: index + found.length });
			continue;
		}
		let from = index;
		for (const text of pieces(found)) {
			words.push({ text, from, to: from + text.length });
			from += text.length;
		}
	}
	return words;
}

/** Runs of two to five characters of a word, its beginning and its end counting as one each. */
function putRunsInside(plain: string, from: number, to: number, put: Put): void {
	for (let i = from - 1; i < to; i++) {
		let value = begin(kinds.run);
		for (let at = i; at <= Math.min(to, i + longest - 1); at++) {
			value = add(value, at < from || at === to ? 32 : plain.charCodeAt(at));
			if (at > i) put(end(value), Math.max(from, i), Math.min(to, at + 1));
		}
	}
}

function shapesOf(text: string): [name: string, amount: number][] {
	const steps = (count: number) => Math.min(6, Math.ceil(Math.log2(1 + count)));
	return [
		['digits', steps(text.match(/\d/g)?.length ?? 0)],
		['capitals', steps(text.match(/\p{Lu}/gu)?.length ?? 0)],
		['length', Math.min(8, Math.floor(Math.log2(1 + text.length)))],
		['long number', /\d{5,}/.test(text) ? 1 : 0],
		['link', /https?:|www\.|\.(com|net|cn|org)\b/i.test(text) ? 1 : 0],
		['money', /[£$€¥￥]/.test(text) ? 1 : 0],
	];
}

const seen = new Uint8Array(places);
let found = new Int32Array(4096);

/** Each feature of a text once. */
export function featureIds(text: string): Int32Array {
	let count = 0;
	eachFeature(text, plainText(text), (id) => {
		if (seen[id] === 1) return;
		seen[id] = 1;
		if (count === found.length) {
			const more = new Int32Array(count * 2);
			more.set(found);
			found = more;
		}
		found[count++] = id;
	});
	for (let n = 0; n < count; n++) seen[found[n]!] = 0;
	return found.slice(0, count);
}

/**
 * Features by what each tells, to length 1.
 *
 * @param tells by feature; those that tell nothing are left out
 */
export function weighed(ids: Int32Array, tells: Float32Array): Features {
	const told = ids.filter((id) => tells[id]! > 0);
	const values = Float32Array.from(told, (id) => tells[id]!);
	let square = 0;
	for (const value of values) square += value * value;
	const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
	for (let n = 0; n < values.length; n++) values[n]! *= norm;
	return { ids: told, values };
}
