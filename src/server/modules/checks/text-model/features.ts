import { segmenter } from '../../../platform/text/segment.ts';
import { plainText } from './plain-text.ts';

/** Features share 2^21 places by their hash; the few that meet are told apart by nobody. */
export const places = 1 << 21;
/** Characters of a text that are looked at: what a long text is shows in its beginning. */
export const mostLookedAt = 20_000;

/** Longest run of characters inside a word of letters, and of Chinese with what stands between. */
const [longest, longestChinese] = [5, 3];

/** What a feature is of: the same characters as a word and as a run are two. */
const kinds = { word: 1, pair: 2, run: 3, chinese: 4, shape: 5, gap: 6 } as const;

// What a code unit is of. Surrogates are looked at in pairs.
const [SPACE, LETTER, DIGIT, HAN, SIGN, PAIR] = [0, 1, 2, 3, 4, 5] as const;
let classes: Uint8Array | undefined;

function classOf(unit: number): number {
	if (unit >= 0xd800 && unit < 0xe000) return PAIR;
	const char = String.fromCharCode(unit);
	if (unit >= 48 && unit <= 57) return DIGIT;
	if (/\s/u.test(char)) return SPACE;
	if (/\p{Script=Han}/u.test(char)) return /[\p{L}\p{N}]/u.test(char) ? HAN : SIGN;
	return /[\p{L}\p{N}_'’]/u.test(char) ? LETTER : SIGN;
}

function classTable(): Uint8Array {
	classes ??= Uint8Array.from({ length: 65_536 }, (_, unit) => classOf(unit));
	return classes;
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

/** Called with a feature and the stretch of the plain text that it is of; shapes are of none. */
type Put = (id: number, from: number, to: number) => void;

/** The words of one text after the other; the arrays are used again. */
interface Words {
	count: number;
	from: Int32Array;
	to: Int32Array;
	/** Of its characters; a number counts as how long it is. */
	hash: Int32Array;
}
let words: Words = grown(1024);

function grown(size: number, old?: Words): Words {
	const make = (of?: Int32Array) => {
		const array = new Int32Array(size);
		if (of) array.set(of);
		return array;
	};
	return { count: old?.count ?? 0, from: make(old?.from), to: make(old?.to), hash: make(old?.hash) };
}

function putWord(plain: string, from: number, to: number, number: boolean): void {
	if (words.count === words.from.length) words = grown(words.count * 2, words);
	let hash = 0x1b873593;
	if (number) hash = add(add(hash, 35), to - from);
	else for (let i = from; i < to; i++) hash = add(hash, plain.charCodeAt(i));
	const n = words.count++;
	words.from[n] = from;
	words.to[n] = to;
	words.hash[n] = hash;
}

/**
 * Everything of a text that may weigh: words, pairs of words, runs of characters, and its shape (digits, capitals, length).
 * Runs of letters do not cross from a word into the next; Chinese has no such borders.
 *
 * @param plain what `plainText` makes of `text`
 */
export function eachFeature(text: string, plain: string, put: Put): void {
	const chinese = cutWords(plain, put);
	const { count, from, to, hash } = words;
	for (let n = 0; n < count; n++) {
		put(end(add(begin(kinds.word), hash[n]!)), from[n]!, to[n]!);
		if (n + 1 < count) put(end(add(add(begin(kinds.pair), hash[n]!), hash[n + 1]!)), from[n]!, to[n + 1]!);
		if (n + 2 < count) put(end(add(add(begin(kinds.gap), hash[n]!), hash[n + 2]!)), from[n]!, to[n + 2]!);
	}
	if (chinese)
		for (let i = 0; i < plain.length; i++) {
			let value = begin(kinds.chinese);
			for (let at = i; at < Math.min(plain.length, i + longestChinese); at++) {
				value = add(value, plain.charCodeAt(at));
				put(end(value), i, at + 1);
			}
		}
	for (const [name, amount] of shapesOf(text))
		for (let n = 1; n <= amount; n++) put(end(addAll(begin(kinds.shape), `${name}${n}`)), 0, 0);
}

/** Words of letters and numbers, those of the dictionary where it is Chinese, and signs. @returns whether any is Chinese */
function cutWords(plain: string, put: Put): boolean {
	const table = classTable();
	words.count = 0;
	let chinese = false;
	// The dictionary cuts the whole text at once: asking it for each run costs more than what it does.
	let pieces: string[] | null | undefined;
	let [piece, pieceFrom] = [0, 0];
	for (let i = 0; i < plain.length; ) {
		const what = unitClass(table, plain, i);
		if (what === SPACE) {
			i++;
			continue;
		}
		if (what === SIGN || what === PAIR) {
			const to = i + (what === PAIR && plain.codePointAt(i)! > 0xffff ? 2 : 1);
			putWord(plain, i, to, false);
			i = to;
			continue;
		}
		let to = i;
		let [han, other] = [false, false];
		for (; to < plain.length; to++) {
			const next = unitClass(table, plain, to);
			if (next === HAN) han = true;
			else if (next === LETTER) other = true;
			else if (next !== DIGIT) break;
		}
		if (!han) {
			putWord(plain, i, to, !other);
			putRunsInside(plain, i, to, put);
		} else {
			chinese = true;
			pieces ??= segmenter()?.(plain) ?? [...plain];
			for (; piece < pieces.length && pieceFrom < to; piece++) {
				const pieceTo = pieceFrom + pieces[piece]!.length;
				if (pieceTo > i) putWord(plain, Math.max(i, pieceFrom), Math.min(to, pieceTo), false);
				if (pieceTo > to) break;
				pieceFrom = pieceTo;
			}
		}
		i = to;
	}
	return chinese;
}

/** Characters beyond the first 65,536 are signs, but for rare Chinese ones. */
function unitClass(table: Uint8Array, plain: string, i: number): number {
	const what = table[plain.charCodeAt(i)]!;
	if (what !== PAIR) return what;
	const first = plain.charCodeAt(i);
	// 𠀀 to 𳎯 lie in planes 2 and 3; both halves of one count.
	const high = first < 0xdc00 ? first : i > 0 ? plain.charCodeAt(i - 1) : 0;
	return high >= 0xd840 && high < 0xd8c0 ? HAN : PAIR;
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

/** What was seen of one text, as a table that stays near: a place holds a feature and one more. */
let slots = new Int32Array(1 << 15);
let found = new Int32Array(1 << 14);

/** Each feature of a text once. Of a very long text its beginning. */
export function featureIds(text: string): Int32Array {
	const given = text.length > mostLookedAt ? text.slice(0, mostLookedAt) : text;
	let count = 0;
	slots.fill(0);
	eachFeature(given, plainText(given), (id) => {
		const mask = slots.length - 1;
		let slot = Math.imul(id, 0x9e3779b1) >>> 7;
		for (slot &= mask; slots[slot] !== 0; slot = (slot + 1) & mask) if (slots[slot] === id + 1) return;
		slots[slot] = id + 1;
		found[count++] = id;
		if (count === found.length) growSets(count);
	});
	return found.slice(0, count);
}

function growSets(count: number): void {
	const more = new Int32Array(count * 2);
	more.set(found);
	found = more;
	slots = new Int32Array(slots.length * 2);
	const mask = slots.length - 1;
	for (let n = 0; n < count; n++) {
		let slot = (Math.imul(found[n]!, 0x9e3779b1) >>> 7) & mask;
		while (slots[slot] !== 0) slot = (slot + 1) & mask;
		slots[slot] = found[n]! + 1;
	}
}

/** Features of one text and their values, without order and of length 1. */
export interface Features {
	ids: Int32Array;
	values: Float32Array;
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
