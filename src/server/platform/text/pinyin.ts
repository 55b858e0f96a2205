import { createRequire } from 'node:module';
import type { pinyin } from 'pinyin-pro';

let read: typeof pinyin | undefined;

// Loaded on first need: half a megabyte that most processes never look at.
function reader(): typeof pinyin {
	read ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: typeof pinyin }).pinyin;
	return read;
}

/** The 3,755 characters of the first level of GB 2312: what people write in all but names. */
export function commonCharacters(): string[] {
	const bytes: number[] = [];
	for (let row = 0xb0; row <= 0xd7; row++)
		for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
	return [...new TextDecoder('gb2312').decode(Uint8Array.from(bytes))];
}

/** How a character may be read, without tones. */
export function readingsOf(character: string): string[] {
	return [...new Set(reader()(character, { toneType: 'none', type: 'array', multiple: true, v: true }))];
}

/** How each character of a word is read in it, without tones, `v` for ü. */
export function spelling(word: string): string[] {
	return reader()(word, { toneType: 'none', type: 'array', v: true });
}

let known: Set<string> | undefined;

/** Every syllable that common characters are read as. */
export function syllables(): ReadonlySet<string> {
	known ??= new Set(commonCharacters().flatMap(readingsOf));
	return known;
}
