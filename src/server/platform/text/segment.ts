import { createRequire } from 'node:module';
import { techWords } from './tech-words.ts';

/** Splits a run of Chinese characters into words of the dictionary; what it does not know comes as single characters. */
export type Segment = (run: string) => string[];

let segment: Segment | null | undefined;

function load(): Segment | null {
	try {
		const require = createRequire(import.meta.url);
		const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
		const { dict } = require('@node-rs/jieba/dict') as typeof import('@node-rs/jieba/dict');
		const jieba = Jieba.withDict(dict);
		jieba.loadDict(Buffer.from(techWords.map((word) => `${word} 2000 n\n`).join('')));
		// Without the hidden Markov model the cut of a word does not depend on its neighbours' guesses: the text
		// that was indexed and the query that looks for it are cut alike. Pairs of characters cover new words.
		return (run) => jieba.cut(run, false);
	} catch {
		return null;
	}
}

/**
 * The dictionary's segmenter, loaded on first use (about a third of a second and 40 MB), or null where the native
 * addon cannot be had: then pairs of characters are all there is, and an index made with words stays usable.
 */
export function segmenter(): Segment | null {
	if (segment === undefined) segment = load();
	return segment;
}

/** Puts another segmenter in place, null for none; undefined to load the real one again. For tests. */
export function replaceSegmenter(next: Segment | null | undefined): void {
	segment = next;
}
