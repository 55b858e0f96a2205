import { segmenter } from '../../platform/text/segment.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** One entry of the index that a text gives rise to. */
export interface Token {
	/** What is compared: a stem, a joined compound (`nodejs`), a Chinese word or a pair of characters. */
	lexeme: string;
	/** Where it stands in the text, in UTF-16 code units. */
	start: number;
	end: number;
	/** Running number of the word, or of the character within Chinese; neighbours differ by one. */
	position: number;
	/**
	 * word: a word or a part of a compound. compound: the whole of it (`nodejs`, `c++`, a dictionary word of three
	 * characters or more). pair: two Chinese characters that the dictionary does not see as a word. char: a
	 * single Chinese character between words, which the pairs around it make findable.
	 */
	kind: 'word' | 'compound' | 'pair' | 'char';
	stop: boolean;
}

/** A stretch of text that is analysed as one: a word with its joiners, or a run of Chinese. */
export interface Chunk {
	start: number;
	end: number;
	script: 'latin' | 'cjk';
}

/** Longer words are hashes, base64 and the like; nobody looks for them by their letters. */
const maxWord = 64;
const maxJoinedParts = 4;

// Ranges rather than \p{…}: this pattern runs over every text that is indexed, and they are three times as fast.
const cjk = '\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff';
const letters =
	'A-Za-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u1fff\\u2c00-\\u2dff\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a';
// `c++`, `c#` and `count(*)` are names; other joiners count only between two words.
const chunkPattern = new RegExp(
	`(?:[${cjk}]|[\\ud840-\\ud88d][\\udc00-\\udfff])+|[${letters}]+(?:(?:\\+\\+|#)(?![${letters}])|\\(\\*\\)|\\+\\+(?=\\d))?(?:(?:::|->|[.\\-/_:'’@&·\\\\])?[${letters}]+)*`,
	'g',
);
const plainWord = /^[A-Za-z]?[a-z]+$|^[A-Z]+$|^\d+$/;
const piecePattern = new RegExp(`[${letters}]+`, 'g');
const symbolName = new RegExp(`^[${letters}]+(?:\\+\\+\\d*|#|\\(\\*\\))$`);
// `useState` is two words, and so is `AbstractFactoryBean` three; `JavaScript` and `GitHub` are names.
const humpPattern = /[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+|[^A-Za-z0-9]+/g;

const stems = new Map<string, string>();

/** The lexeme of one folded Latin word: its stem. */
export function toLexeme(folded: string): string {
	let known = stems.get(folded);
	if (known === undefined) {
		known = /^[a-z']+$/.test(folded) ? stem(folded) : folded;
		// The common words of a language fit; what a hostile text adds does not pile up.
		if (stems.size < 100_000) stems.set(folded, known);
	}
	return known;
}

/** Cuts a text into the stretches that are analysed one by one. */
export function* chunks(text: string): Generator<Chunk> {
	for (const match of text.matchAll(chunkPattern)) {
		const code = match[0].charCodeAt(0);
		const script = code >= 0x3005 && !(code >= 0xff10 && code <= 0xff5a) ? 'cjk' : 'latin';
		yield { start: match.index, end: match.index + match[0].length, script };
	}
}

function partsOf(original: string): { start: number; end: number }[] {
	const parts: { start: number; end: number }[] = [];
	for (const piece of original.matchAll(piecePattern)) {
		const found = /[a-z][A-Z]/.test(piece[0]) ? [...piece[0].matchAll(humpPattern)] : [];
		const split = found.length > 2 || (found.length === 2 && /^[a-z]{2}/.test(piece[0]));
		if (split)
			for (const hump of found)
				parts.push({ start: piece.index + hump.index, end: piece.index + hump.index + hump[0].length });
		else parts.push({ start: piece.index, end: piece.index + piece[0].length });
	}
	return parts;
}

function latinTokens(original: string, folded: string, at: number, position: number, out: Token[]): number {
	if (plainWord.test(original)) {
		if (folded.length <= maxWord) {
			out.push({
				lexeme: toLexeme(folded),
				start: at,
				end: at + folded.length,
				position,
				kind: 'word',
				stop: stopWords.has(folded),
			});
		}
		return position + 1;
	}
	const symbol = symbolName.test(folded);
	const parts = symbol ? [{ start: 0, end: folded.search(/[+#(]/) }] : partsOf(original);
	if (symbol || (parts.length > 1 && parts.length <= maxJoinedParts)) {
		const joined = symbol ? folded : parts.map(({ start, end }) => folded.slice(start, end)).join('');
		if (joined.length <= maxWord) {
			const stop = stopWords.has(joined);
			out.push({
				lexeme: toLexeme(joined),
				start: at,
				end: at + folded.length,
				position,
				kind: 'compound',
				stop,
			});
		}
	}
	for (const { start, end } of parts) {
		const part = folded.slice(start, end);
		if (part.length <= maxWord) {
			// The c of `c++` and the s of `it's` say nothing on their own.
			const stop =
				stopWords.has(part) || (part.length === 1 && (symbol || (parts.length > 1 && !/\d/.test(part))));
			out.push({ lexeme: toLexeme(part), start: at + start, end: at + end, position, kind: 'word', stop });
		}
		position += 1;
	}
	return position;
}

function cjkTokens(folded: string, at: number, position: number, out: Token[]): number {
	// Rare characters take two code units; all others are their own character.
	const chars = /[\ud800-\udfff]/.test(folded) ? Array.from(folded) : folded.split('');
	const cut = segmenter();
	const words = cut && chars.length > 1 ? cut(folded) : chars;
	// Per character: the length of its word, and whether it opens it.
	const wordLength: number[] = [];
	const opens: boolean[] = [];
	let start = at;
	for (const text of words) {
		const length = text.length < 2 || chars.length === folded.length ? text.length : Array.from(text).length;
		if (length > 2) {
			out.push({
				lexeme: text,
				start,
				end: start + text.length,
				position: position + opens.length,
				kind: 'compound',
				stop: stopWords.has(text),
			});
		}
		for (let i = 0; i < length; i++) {
			wordLength.push(length);
			opens.push(i === 0);
		}
		start += text.length;
	}
	start = at;
	for (let i = 0; i + 1 < chars.length; i++) {
		const lexeme = chars[i]! + chars[i + 1]!;
		const inWord = wordLength[i]! > 1 && !opens[i + 1];
		const unknown = wordLength[i] === 1 && !stopWords.has(chars[i]!);
		const bothUnknown = unknown && wordLength[i + 1] === 1 && !stopWords.has(chars[i + 1]!);
		const kind = inWord || bothUnknown ? 'word' : 'pair';
		const stop =
			stopWords.has(lexeme) ||
			(kind === 'pair' && (stopWords.has(chars[i]!) || stopWords.has(chars[i + 1]!)));
		out.push({ lexeme, start, end: start + lexeme.length, position: position + i, kind, stop });
		start += chars[i]!.length;
	}
	start = at;
	for (let i = 0; i < chars.length; i++) {
		const char = chars[i]!;
		if (wordLength[i] === 1) {
			const kind = chars.length === 1 ? 'word' : 'char';
			out.push({
				lexeme: char,
				start,
				end: start + char.length,
				position: position + i,
				kind,
				stop: stopWords.has(char),
			});
		}
		start += char.length;
	}
	return position + chars.length;
}

/**
 * Everything a text can be found by. Pure, apart from the dictionary that is read once.
 *
 * @param from the first position to give out
 * @returns tokens in reading order; stop words are marked, not dropped
 */
export function analyze(text: string, from = 1): Token[] {
	const folded = fold(text);
	const out: Token[] = [];
	let position = from;
	for (const { start, end, script } of chunks(text)) {
		const part = folded.slice(start, end);
		position =
			script === 'cjk'
				? cjkTokens(part, start, position, out)
				: latinTokens(text.slice(start, end), part, start, position, out);
	}
	return out;
}
