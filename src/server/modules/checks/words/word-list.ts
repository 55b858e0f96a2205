import { checksError } from '../errors.ts';

/** A word that is looked for. */
export interface WatchedWord {
	word: string;
	/** Any ending counts (`fuck*`); else the word must end where it ends, but for an s. Letters only. */
	anyEnding: boolean;
	/** Characters that sound the same count too (`微信~`). */
	bySound: boolean;
	/** Of which list it is, where words of several are looked for together. */
	group?: number;
}

/** Most words of one list. */
export const maxWords = 100_000;
/** Most characters of one word. */
export const maxWordLength = 60;
/** Faults that are told of one list: the first are enough to begin with. */
const faultsTold = 20;

export interface WordFault {
	line: number;
	code: 'checks.word_too_long' | 'checks.word_empty' | 'checks.word_too_short';
}

export interface ReadList {
	words: WatchedWord[];
	/** The first twenty lines that cannot be used. */
	faults: WordFault[];
	/** How many words stand more than once; they count once. */
	repeated: number;
}

/**
 * Reads a list: one word a line, `#` begins a comment, a `*` at the end of a word allows any ending, a `~` characters
 * that sound alike. Nothing in it is a pattern: `.` and `(` are what they are.
 *
 * @throws checks.word_list_too_long
 */
export function parseWordList(text: string): ReadList {
	const words = new Map<string, WatchedWord>();
	const faults: WordFault[] = [];
	let repeated = 0;
	let number = 0;
	for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
		number++;
		// A line of a megabyte is looked at no further than a word may be long.
		const written = (line.length > 400 ? line.slice(0, 400) : line).replace(/(^|\s)#.*$/, '').trim();
		if (written === '') continue;
		let end = written.length;
		while (end > 0 && (written[end - 1] === '*' || written[end - 1] === '~')) end--;
		const [word, marks] = [written.slice(0, end), written.slice(end)];
		const code = faultOf(word);
		if (code) {
			if (faults.length < faultsTold) faults.push({ line: number, code: `checks.${code}` });
			continue;
		}
		if (words.has(written)) repeated++;
		words.set(written, { word, anyEnding: marks.includes('*'), bySound: marks.includes('~') });
		if (words.size > maxWords)
			throw checksError('word_list_too_long', {
				params: { most: maxWords },
				fields: { words: 'checks.word_list_too_long' },
			});
	}
	return { words: [...words.values()], faults, repeated };
}

/** Why a word cannot be looked for: signs do not count, so that `(a+)+$` would be the letter a, which is everywhere. */
function faultOf(word: string): 'word_too_long' | 'word_empty' | 'word_too_short' | null {
	if (word.length > maxWordLength) return 'word_too_long';
	const counting = word.match(/[\p{L}\p{N}]/gu) ?? [];
	if (counting.length === 0) return 'word_empty';
	return counting.length === 1 && !/\p{Script=Han}/u.test(word) ? 'word_too_short' : null;
}

/**
 * @returns the words of a list without faults
 * @throws checks.word_list_too_long, checks.word_list_faulty with the first line
 */
export function readWordList(text: string): WatchedWord[] {
	const { words, faults } = parseWordList(text);
	const [fault] = faults;
	if (fault)
		throw checksError('word_list_faulty', {
			params: { line: fault.line, most: maxWordLength },
			fields: { words: fault.code },
		});
	return words;
}
