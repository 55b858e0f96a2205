import { simplified } from '../../../platform/text/simplified.ts';
import { leet, likeCharacters, likeLetters } from './look-alikes.ts';

/** What stands between two characters that count, as bits. */
export const between = { nothing: 0, invisible: 1, space: 2, sign: 4, stop: 8 } as const;

/** A text as words are looked for in it: only what counts, each with where it stood and what stood before it. */
export interface NormalForm {
	length: number;
	/** One code for all that are written for each other: upper and lower case, traditional, look-alikes, `0` and `o`. */
	codes: Uint16Array;
	/** Where it begins in the text. */
	at: Int32Array;
	/** What was left out before it: bits of `between`. */
	before: Uint8Array;
}

// Kinds of code units that are no character of a word. Codes of characters are theirs, all above these.
const [INVISIBLE, SPACE, SIGN, STOP, LEET, EXPANDS, PAIR] = [0, 1, 2, 3, 4, 5, 6];

const stops = new Set('.。!！?？,，、;；:：…\n\r\u2028\u2029');
const leetSigns = new Set('@$!|€£');
const expansions = new Map<number, string>();
let table: Uint16Array | undefined;

function plain(char: string): string {
	const one = char
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}+/gu, '');
	return [...one]
		.map((each) => {
			const letter = likeLetters.get(each) ?? each;
			const character = simplified.get(letter) ?? letter;
			return likeCharacters.get(character) ?? character;
		})
		.join('');
}

function kindOf(unit: number): number {
	const char = String.fromCharCode(unit);
	if (unit >= 0xd800 && unit < 0xe000) return PAIR;
	if (leetSigns.has(char)) return LEET;
	if (stops.has(char)) return STOP;
	if (/\s/u.test(char)) return SPACE;
	// Blank letters of other scripts are as invisible as joiners and marks.
	if (/[\p{Cf}\p{M}\p{Cc}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0\u2800]/u.test(char)) return INVISIBLE;
	const folded = plain(char);
	if (folded === '' || !/^[\p{L}\p{N}]+$/u.test(folded)) return SIGN;
	if (folded.length > 1) {
		expansions.set(unit, folded);
		return EXPANDS;
	}
	return (leet.get(folded) ?? folded).charCodeAt(0);
}

/** All code units at once, on first need: some 50 milliseconds. */
function kinds(): Uint16Array {
	table ??= Uint16Array.from({ length: 65_536 }, (_, unit) => kindOf(unit));
	return table;
}

/** A full stop, comma or colon that no space follows ends no sentence. */
const endsNothing = (next: number): boolean => next > 32 && next !== 0x3000;

const isLatin = (code: number): boolean => code >= 97 && code <= 122;

/** Letters in squares, circles and flags: an alphabet from 🄐, 🄰, 🅐, 🅰 and 🇦 on. */
const alphabets = [0x1f110, 0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

function ofPair(point: number): string {
	for (const first of alphabets)
		if (point >= first && point < first + 26) return String.fromCharCode(97 + point - first);
	const folded = plain(String.fromCodePoint(point));
	return /^[\p{L}\p{N}]+$/u.test(folded) ? folded : '';
}

/** Memory for the normal form of one text after the other. */
export function normaliser(): (text: string) => NormalForm {
	const kind = kinds();
	let form: NormalForm = {
		length: 0,
		codes: new Uint16Array(1024),
		at: new Int32Array(1024),
		before: new Uint8Array(1024),
	};
	const grow = (length: number) => {
		if (form.codes.length >= length) return;
		form = {
			length: 0,
			codes: new Uint16Array(length * 2),
			at: new Int32Array(length * 2),
			before: new Uint8Array(length * 2),
		};
	};
	return (text) => {
		// No character becomes more than 18 (NFKC of ﷺ).
		grow(text.length + 18);
		let { codes, at, before } = form;
		let length = 0;
		let gap = 0;
		for (let i = 0; i < text.length; i++) {
			const unit = text.charCodeAt(i);
			const what = kind[unit]!;
			if (what > PAIR!) {
				codes[length] = what;
				at[length] = i;
				before[length++] = gap;
				gap = 0;
			} else if (what === SPACE) gap |= between.space;
			else if (what === STOP)
				gap |= unit < 128 && endsNothing(text.charCodeAt(i + 1)) ? between.sign : between.stop;
			else if (what === SIGN) gap |= between.sign;
			else if (what === INVISIBLE) gap |= between.invisible;
			else {
				let put = '';
				if (what === LEET) {
					const last = gap === 0 && length > 0 && isLatin(codes[length - 1]!);
					const next = i + 1 < text.length && isLatin(kind[text.charCodeAt(i + 1)]!);
					// A sign is a letter beside letters; `!` only between them.
					if (unit === 0x21 ? last && next : last || next) put = leet.get(text[i]!)!;
					else gap |= unit === 0x21 ? between.stop : between.sign;
				} else if (what === EXPANDS) put = expansions.get(unit)!;
				else {
					const point = text.codePointAt(i)!;
					put = point > 0xffff ? ofPair(point) : '';
					if (put === '') gap |= between.sign;
				}
				if (put.length + length >= codes.length - 18) {
					// Very long expansions: the arrays are full sooner than the text ends.
					const old = form;
					form = {
						...old,
						codes: new Uint16Array(codes.length * 2),
						at: new Int32Array(codes.length * 2),
						before: new Uint8Array(codes.length * 2),
					};
					form.codes.set(codes);
					form.at.set(at);
					form.before.set(before);
					({ codes, at, before } = form);
				}
				for (let n = 0; n < put.length; n++) {
					const letter = put[n]!;
					codes[length] = (leet.get(letter) ?? letter).charCodeAt(0);
					at[length] = i;
					before[length++] = n === 0 ? gap : 0;
				}
				if (put !== '') gap = 0;
				if (what === PAIR && text.codePointAt(i)! > 0xffff) i++;
			}
		}
		form.length = length;
		return form;
	};
}
