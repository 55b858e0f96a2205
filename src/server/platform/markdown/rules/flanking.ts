import { isCjk, isWidePunctuation } from '../text.ts';

function isSpace(code: number): boolean {
	return (
		code <= 32 ||
		code === 0xa0 ||
		code === 0x1680 ||
		(code >= 0x2000 && code <= 0x200a) ||
		code === 0x202f ||
		code === 0x205f ||
		code === 0x3000
	);
}

function isPunctuation(code: number): boolean {
	if (code < 128)
		return (
			code > 32 && !((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))
		);
	return /[\p{P}\p{S}]/u.test(String.fromCodePoint(code));
}

export interface Flanking {
	/** May begin emphasis. */
	left: boolean;
	/** May end emphasis. */
	right: boolean;
	beforePunctuation: boolean;
	afterPunctuation: boolean;
}

/**
 * What a run of `*` or `_` may do between two characters. CommonMark decides by spaces around punctuation, which
 * Chinese, Japanese and Korean do not write: `**“重点”**的` would stay literal. Here a CJK letter beside the run
 * counts as a space does, and full-width punctuation does not count as punctuation.
 *
 * @param before code point before the run, 32 at a line's start
 * @param after code point behind it, 32 at a line's end
 */
export function flanking(before: number, after: number): Flanking {
	const beforePunctuation = isPunctuation(before);
	const afterPunctuation = isPunctuation(after);
	const beforeSpace = isSpace(before);
	const afterSpace = isSpace(after);
	return {
		left:
			!afterSpace &&
			(!afterPunctuation || isWidePunctuation(after) || beforeSpace || beforePunctuation || isCjk(before)),
		right:
			!beforeSpace &&
			(!beforePunctuation || isWidePunctuation(before) || afterSpace || afterPunctuation || isCjk(after)),
		beforePunctuation,
		afterPunctuation,
	};
}
