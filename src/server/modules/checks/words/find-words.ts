import { readingsOf, spelling, syllables } from '../../../platform/text/pinyin.ts';
import { segmenter } from '../../../platform/text/segment.ts';
import { simplified } from '../../../platform/text/simplified.ts';
import { Automaton } from './automaton.ts';
import { takenApart } from './look-alikes.ts';
import { between, type NormalForm, normaliser } from './normal-form.ts';
import type { WatchedWord } from './word-list.ts';

/** Where a watched word stands in a text. */
export interface FoundWord {
	/** Its number in the list. */
	word: number;
	from: number;
	to: number;
}

const han = /\p{Script=Han}/u;
const isHan = (code: number): boolean => code >= 0x3400 && han.test(String.fromCharCode(code));
const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Most digits count as letters, for they are written for them. */
const isLetterOrDigit = (code: number): boolean => isLetter(code) || isDigit(code);
const isHidden = (gap: number): boolean => (gap & ~between.invisible) === 0;
/** How far from a Latin letter characters are spelled out. */
const reach = 8;
/** Characters that are looked at around a word, to see what it is part of. */
const around = 10;

interface Pattern {
	word: number;
	/** Of each character of the word the codes that it takes, where it is written out as itself. */
	lengths: number[];
}

/**
 * Makes a finder of watched words. It sees through traditional characters, full width, accents, letters of other
 * alphabets, digits for letters, invisible characters, spaces and signs between, pinyin for some or all characters, and
 * characters that are taken apart; and it does not take for a word what only contains its letters: `Scunthorpe`, 角色情感.
 *
 * One pass over the text, whatever the number of words; a second one over the neighbourhood of Latin letters.
 */
export function wordFinder(words: readonly WatchedWord[]): (text: string) => FoundWord[] {
	const making = makeFinder(words);
	for (;;) {
		const step = making.next();
		if (step.done) return step.value;
	}
}

/** The same, with the process free between pieces when there are many words. */
export async function wordFinderSoon(
	words: readonly WatchedWord[],
	inPieces: boolean,
): Promise<(text: string) => FoundWord[]> {
	if (!inPieces) return wordFinder(words);
	const making = makeFinder(words);
	for (;;) {
		const step = making.next();
		if (step.done) return step.value;
		await new Promise((go) => setImmediate(go));
	}
}

/** Words that are made ready between two pauses. */
const piece = 500;

function* makeFinder(words: readonly WatchedWord[]): Generator<void, (text: string) => FoundWord[]> {
	const normal = normaliser();
	const spelled = normaliser();
	const shapes = words.map(({ word }) => shapeOf(normal(word)));
	const written: Pattern[] = [];
	const writtenCodes: Uint16Array[] = [];
	const sounded: Pattern[] = [];
	const soundedCodes: Uint16Array[] = [];
	for (const [number, { word }] of words.entries()) {
		if (number % piece === piece - 1) yield;
		const { codes, latin, chinese } = shapes[number]!;
		if (codes.length === 0) continue;
		if (latin) {
			sounded.push({ word: number, lengths: Array(codes.length).fill(1) });
			soundedCodes.push(codes);
			continue;
		}
		written.push({ word: number, lengths: Array(codes.length).fill(1) });
		writtenCodes.push(codes);
		if (!chinese) continue;
		for (const parts of apart(codes)) {
			written.push({ word: number, lengths: parts.map(({ length }) => length) });
			writtenCodes.push(normal(parts.join('')).codes.slice(0, parts.join('').length));
		}
		if (codes.length < 2) continue;
		for (const readings of spellings(word, codes)) {
			sounded.push({ word: number, lengths: readings.map(({ length }) => length) });
			soundedCodes.push(spelled(readings.join('')).codes.slice(0, readings.join('').length));
		}
	}
	const byCharacter = new Automaton(writtenCodes);
	const bySound = new Automaton(soundedCodes);
	const sounds = soundStream();
	const everywhere = words.some(({ bySound }) => bySound);
	const grouped = words.some(({ group }) => group !== undefined);

	return (text) => {
		const form = normal(text);
		const found: FoundWord[] = [];
		const add = (word: number, first: number, last: number) => {
			found.push({ word, from: form.at[first]!, to: endOf(text, form, last) });
		};
		byCharacter.scan(form.codes, form.length, (number, end) => {
			const pattern = written[number]!;
			const first = end - writtenCodes[number]!.length;
			if (standsAlone(text, form, first, end, shapes[pattern.word]!, pattern))
				add(pattern.word, first, end - 1);
		});
		const stream = sounds(form, everywhere);
		if (stream.length > 0)
			bySound.scan(stream.codes, stream.length, (number, end) => {
				const pattern = sounded[number]!;
				const first = end - soundedCodes[number]!.length;
				const { latin } = shapes[pattern.word]!;
				const { anyEnding, bySound: alike } = words[pattern.word]!;
				const range = latin
					? spelledOut(form, stream, first, end, anyEnding, text, words[pattern.word]!.word)
					: soundsLike(text, form, stream, first, end, pattern, shapes[pattern.word]!, alike);
				if (range) add(pattern.word, range[0], range[1]);
			});
		return grouped ? tidyGroups(found, words) : tidy(found);
	};
}

interface Shape {
	codes: Uint16Array;
	/** Letters and digits only, perhaps with spaces between. */
	latin: boolean;
	chinese: boolean;
}

function shapeOf(form: NormalForm): Shape {
	const codes = form.codes.slice(0, form.length);
	return {
		codes,
		latin: codes.every(isLetterOrDigit),
		chinese: codes.every(isHan),
	};
}

/** The word with one of its characters, or with all that can be, taken apart. */
function apart(codes: Uint16Array): string[][] {
	const characters = Array.from(codes, (code) => String.fromCharCode(code));
	const split = characters.map((one) => takenApart[one]);
	const some = split.flatMap((one, at) =>
		one ? [characters.map((character, n) => (n === at ? one : character))] : [],
	);
	if (some.length > 1) some.push(characters.map((character, n) => split[n] ?? character));
	return some;
}

/** How a word is spelled: as it is read together, and as each of its characters is mostly read. */
function spellings(word: string, codes: Uint16Array): string[][] {
	const characters = Array.from(codes, (code) => String.fromCharCode(code));
	const together = spelling(
		[...word]
			.filter((one) => han.test(one))
			.map((one) => simplified.get(one) ?? one)
			.join(''),
	);
	const alone = characters.map(readingOf);
	const usable = (readings: string[]) =>
		readings.length === characters.length && readings.every((one) => /^[a-z]+$/.test(one));
	const different = together.join(' ') !== alone.join(' ');
	return [
		...(usable(together) ? [together] : []),
		...(usable(alone) && (different || !usable(together)) ? [alone] : []),
	];
}

const kept = new Map<string, string>();
function readingOf(character: string): string {
	let reading = kept.get(character);
	if (reading === undefined) {
		reading = readingsOf(character)[0] ?? '';
		kept.set(character, reading);
	}
	return reading;
}

function endOf(text: string, form: NormalForm, last: number): number {
	const at = form.at[last]!;
	return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
}

// ---- characters

/** Whether characters in a row are the word, and not parts of other words. */
function standsAlone(
	text: string,
	form: NormalForm,
	first: number,
	end: number,
	shape: Shape,
	{ lengths }: Pattern,
): boolean {
	const { before, codes } = form;
	let gaps = 0;
	let stops = 0;
	for (let i = first + 1; i < end; i++) {
		if (isHidden(before[i]!)) continue;
		gaps++;
		if (before[i]! & between.stop) stops++;
	}
	const split = lengths.some((length) => length > 1);
	// 他日，常来: a sentence ends between the two. Between all of at least three it is a disguise.
	if (stops > 0 && (end - first < 3 || gaps < end - first - 1)) return false;
	for (const [inside, outside] of [
		[first, first - 1],
		[end - 1, end],
	] as const) {
		if (outside < 0 || outside >= form.length) continue;
		const joined = isHidden(before[Math.max(inside, outside)]!);
		if (joined && isLetterOrDigit(codes[inside]!) && isLetterOrDigit(codes[outside]!)) return false;
	}
	if (split || gaps > 0) return true;
	const to = endOf(text, form, end - 1);
	// 加v信号: what follows belongs to the last character, not to the word.
	if (!shape.chinese) return !isHan(codes[end - 1]!) || !isCut(text, to);
	if (end - first === 1) return !bordersHan(text, form.at[first]!, to);
	return !partOfOthers(text, form.at[first]!, to, shape.codes);
}

/** A word of one character is one only where it stands by itself. */
const bordersHan = (text: string, from: number, to: number): boolean =>
	han.test(text[from - 1] ?? '') || han.test(text[to] ?? '');

/** Whether a word of the dictionary begins before a place of the text and ends after it. */
function isCut(text: string, place: number): boolean {
	const { start, run } = hanRun(text, place, place);
	let at = start;
	for (const piece of segmenter()?.(run) ?? []) {
		if (at < place && place < at + piece.length) return true;
		at += piece.length;
	}
	return false;
}

/** The characters around a stretch of a text, simplified. */
function hanRun(text: string, from: number, to: number): { start: number; run: string } {
	let [start, end] = [from, to];
	while (start > 0 && from - start < around && han.test(text[start - 1]!)) start--;
	while (end < text.length && end - to < around && han.test(text[end]!)) end++;
	return { start, run: Array.from(text.slice(start, end), (one) => simplified.get(one) ?? one).join('') };
}

/** Whether the dictionary cuts the text so that the word falls into pieces of other words, or is a bit of a longer one. */
function partOfOthers(text: string, from: number, to: number, word: Uint16Array): boolean {
	const cut = segmenter();
	if (!cut) return false;
	const { start, run } = hanRun(text, from, to);
	const exact = run.slice(from - start, to - start) === String.fromCharCode(...word);
	let at = start;
	for (const piece of cut(run)) {
		const [begins, ends] = [at, at + piece.length];
		at = ends;
		if (piece.length < 2 || ends <= from || begins >= to) continue;
		const inside = begins >= from && ends <= to;
		// Something else that only looks like it, and is itself a word.
		if (inside && !exact) return true;
		if (inside) continue;
		if (begins > from || ends < to || !exact) return true;
		// 色情网站 is made of two words, and so is 色情片; 日常 is not.
		const rest = [run.slice(begins - start, from - start), run.slice(to - start, ends - start)].filter(
			(one) => one !== '',
		);
		const known = cut(run.slice(from - start, to - start)).length === 1;
		if (rest.some((one) => cut(one).length > 1 || (one.length < 2 && !known))) return true;
	}
	return false;
}

// ---- letters

interface SoundStream {
	length: number;
	codes: Uint16Array;
	/** Of each letter, the place in the normal form that it spells. */
	of: Int32Array;
}

/** Letters, and the pinyin of characters that are near to some. */
function soundStream(): (form: NormalForm, all: boolean) => SoundStream {
	let codes = new Uint16Array(2048);
	let of = new Int32Array(2048);
	return (form, all) => {
		let length = 0;
		let last = Number.NEGATIVE_INFINITY;
		let next = -1;
		for (let i = 0; i < form.length; i++) {
			const code = form.codes[i]!;
			if (codes.length < length + 16) {
				const [longer, places] = [new Uint16Array(codes.length * 2), new Int32Array(codes.length * 2)];
				longer.set(codes);
				places.set(of);
				[codes, of] = [longer, places];
			}
			if (code < 0x3400) {
				if (isLetter(code)) last = i;
				codes[length] = code;
				of[length++] = i;
				continue;
			}
			if (!all && i - last > reach) {
				if (next < i) {
					next = i;
					while (next < form.length && next - i <= reach && !isLetter(form.codes[next]!)) next++;
					if (next - i > reach) next = i;
				}
				if (next <= i || next >= form.length) {
					// Nothing runs on from one neighbourhood to another.
					if (length > 0 && codes[length - 1] !== 0) {
						codes[length] = 0;
						of[length++] = i;
					}
					continue;
				}
			}
			const place = spell(code);
			for (let n = place >>> 3, end = n + (place & 7); n < end; n++) {
				codes[length] = readings.letters[n]!;
				of[length++] = i;
			}
		}
		return { length, codes, of };
	};
}

/** By character where its reading begins in `letters`, times eight, and how long it is; 0 for one not looked up yet. */
const readings = { of: new Int32Array(65_536), letters: new Uint16Array(1 << 18), used: 1 };

/** The reading of a character, as its place and length in `readings.letters`. What is not read has one code, 0. */
function spell(code: number): number {
	const known = readings.of[code]!;
	if (known !== 0) return known;
	const reading = isHan(code) ? readingOf(String.fromCharCode(code)) : '';
	const letters = /^[a-z]{1,7}$/.test(reading) ? reading.replaceAll('l', 'i') : '\0';
	const from = readings.used;
	for (let n = 0; n < letters.length; n++) readings.letters[from + n] = letters.charCodeAt(n);
	readings.used += letters.length;
	readings.of[code] = from * 8 + letters.length;
	return readings.of[code]!;
}

/** A word of letters: whole, with at most some of it spaced out. */
function spelledOut(
	form: NormalForm,
	{ of }: SoundStream,
	first: number,
	end: number,
	anyEnding: boolean,
	text: string,
	word: string,
): [number, number] | null {
	const { codes, before } = form;
	const [from, to] = [of[first]!, of[end - 1]!];
	if (to - from !== end - 1 - first) return null;
	let letters = 0;
	const gaps: string[] = [];
	let [spaces, stops] = [0, 0];
	for (let i = from; i <= to; i++) {
		if (!isLetterOrDigit(codes[i]!)) return null;
		if (/[\p{L}\p{S}]/u.test(String.fromCodePoint(text.codePointAt(form.at[i]!)!))) letters++;
		if (i === from || isHidden(before[i]!)) continue;
		gaps.push(text.slice(endOf(text, form, i - 1), form.at[i]!));
		if (before[i]! & between.space) spaces++;
		if (before[i]! & between.stop) stops++;
	}
	const fragments = gaps.length + 1;
	const wordSpaces = word.trim().split(/\s+/).length - 1;
	// 1337 is a number until a letter stands among its digits, and 8964 is nothing but one.
	if (/\p{L}/u.test(word) === (letters === 0)) return null;
	const joinedBefore = from > 0 && isHidden(before[from]!) && isLetterOrDigit(codes[from - 1]!);
	if (joinedBefore) return null;
	let last = to;
	const joined = (i: number) => i < form.length && isHidden(before[i]!) && isLetterOrDigit(codes[i]!);
	if (joined(last + 1)) {
		if (anyEnding) while (joined(last + 1)) last++;
		else if (codes[last + 1] === 115 && !joined(last + 2)) last++;
		else return null;
	}
	if (stops === 0 && (spaces <= wordSpaces || fragments === 1)) return [from, last];
	// f u c k, fu c k: mostly single letters, set apart in one way; but "as s" and "class hit" stand beside each other.
	const spaced = fragments - wordSpaces >= 3 && (to - from + 1) / fragments <= 1.5;
	return spaced && new Set(gaps).size === 1 ? [from, last] : null;
}

/** A Chinese word of which some characters are spelled, or where it was asked for, others that sound the same. */
function soundsLike(
	text: string,
	form: NormalForm,
	{ of }: SoundStream,
	first: number,
	end: number,
	{ lengths }: Pattern,
	{ codes: word }: Shape,
	alike: boolean,
): [number, number] | null {
	const { codes, before } = form;
	let at = first;
	let letters = 0;
	let others = 0;
	for (const [n, length] of lengths.entries()) {
		const place = of[at]!;
		if (isHan(codes[place]!)) {
			// All of its letters, from its first on.
			if ((at > 0 && of[at - 1] === place) || of[at + length - 1] !== place) return null;
			if (at + length < end && of[at + length] === place) return null;
			if (codes[place] !== word[n]) others++;
		} else {
			for (let i = 0; i < length; i++) {
				if (!isLetter(codes[of[at + i]!]!) || of[at + i] !== place + i) return null;
				// Between letters of a syllable only what nobody sees.
				if (i > 0 && !isHidden(before[place + i]!)) return null;
			}
			letters += length;
		}
		if (n > 0 && before[place]! & between.stop) return null;
		at += length;
	}
	if (others > 0 && !alike) return null;
	if (letters === 0 && others === 0) return null;
	const [from, to] = [of[first]!, of[end - 1]!];
	if (letters > 0 && !runsOf(form, from, to, letters, lengths.length)) return null;
	if (others > 0 && partOfOthers(text, form.at[from]!, endOf(text, form, to), word)) return null;
	return [from, to];
}

/** Whether the letters at both ends belong to runs that are pinyin from end to end, not to words of other languages. */
function runsOf(form: NormalForm, from: number, to: number, letters: number, characters: number): boolean {
	const { codes, before } = form;
	const joined = (i: number) =>
		i > 0 && i < form.length && isHidden(before[i]!) && isLetter(codes[i]!) && isLetter(codes[i - 1]!);
	let [start, end] = [from, to + 1];
	while (joined(start)) start--;
	while (joined(end)) end++;
	const all = letters === to - from + 1;
	// A single syllable, or very few letters, could be anything.
	if (all && (characters < 2 || letters < 4)) return false;
	return isPinyin(codes, start, from) && isPinyin(codes, to + 1, end);
}

let spellable: Set<string> | undefined;

function isPinyin(codes: Uint16Array, start: number, end: number): boolean {
	if (start >= end) return true;
	if (end - start > 40) return false;
	spellable ??= new Set([...syllables()].map((one) => one.replaceAll('l', 'i')));
	const run = String.fromCharCode(...codes.subarray(start, end));
	const reached = [true];
	for (let to = 1; to <= run.length; to++)
		reached[to] = [1, 2, 3, 4, 5, 6].some(
			(n) => n <= to && reached[to - n] && spellable!.has(run.slice(to - n, to)),
		);
	return reached[run.length]!;
}

/** What lies inside a word of another list stays: the lists know nothing of each other. */
function tidyGroups(found: FoundWord[], words: readonly WatchedWord[]): FoundWord[] {
	if (found.length < 2) return found;
	const groups = Map.groupBy(found, ({ word }) => words[word]!.group);
	return [...groups.values()].flatMap(tidy);
}

/** Without what lies inside a longer one, in the order of the text. */
function tidy(found: FoundWord[]): FoundWord[] {
	if (found.length < 2) return found;
	found.sort((a, b) => a.from - b.from || b.to - a.to);
	const out: FoundWord[] = [];
	for (const one of found) {
		const last = out.at(-1);
		if (last && one.to <= last.to) continue;
		out.push(one);
	}
	return out;
}
