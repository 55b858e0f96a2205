import { checksError } from '../errors.ts';

/** A word that is looked for. */
export interface WatchedWord {
	word: string;
	/** Any ending counts (`fuck*`); else the word must end where it ends, but for an s. Letters only. */
	anyEnding: boolean;
	/** Characters that sound the same count too (`微信~`). */
	bySound: boolean;
}

/** Most words of one list. */
export const maxWords = 100_000;
/** Most characters of one word. */
export const maxWordLength = 60;

/**
 * Reads a list: one word a line, `#` begins a comment, a `*` at the end of a word allows any ending, a `~` characters
 * that sound alike. Nothing in it is a pattern: `.` and `(` are what they are.
 *
 * @throws checks.word_list_too_long, .word_too_long with the line
 */
export function readWordList(text: string): WatchedWord[] {
	const words = new Map<string, WatchedWord>();
	for (const [number, line] of text.split(/\r\n?|\n/).entries()) {
		const written = line.replace(/(^|\s)#.*$/, '').trim();
		if (written === '') continue;
		const [, word = '', marks = ''] = /^(.*?)([*~]*)$/s.exec(written)!;
		if (word.length > maxWordLength)
			throw checksError('word_too_long', { params: { line: number + 1, most: maxWordLength } });
		if (word === '') continue;
		words.set(written, { word, anyEnding: marks.includes('*'), bySound: marks.includes('~') });
		if (words.size > maxWords) throw checksError('word_list_too_long', { params: { most: maxWords } });
	}
	return [...words.values()];
}
