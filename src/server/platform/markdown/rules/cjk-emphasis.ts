import type { MarkdownIt } from 'markdown-it';
import { isCjk, isWidePunctuation } from '../text.ts';

function codeBefore(text: string, position: number): number {
	if (position === 0) return 32;
	const low = text.charCodeAt(position - 1);
	return low >= 0xdc00 && low <= 0xdfff && position > 1 ? (text.codePointAt(position - 2) ?? low) : low;
}

/**
 * Lets emphasis begin and end beside Chinese, Japanese and Korean punctuation. CommonMark decides by spaces
 * around punctuation, which those scripts do not write: `**“重点”**的` stays literal there. Here a CJK letter
 * beside a delimiter counts as a space does, and full-width punctuation does not count as punctuation.
 */
export function cjkEmphasis(md: MarkdownIt): void {
	const { isMdAsciiPunct, isPunctCharCode, isWhiteSpace } = md.utils;
	md.inline.State = class extends md.inline.State {
		override scanDelims(start: number, canSplitWord: boolean) {
			const marker = this.src.charCodeAt(start);
			let end = start;
			while (end < this.posMax && this.src.charCodeAt(end) === marker) end++;
			const before = codeBefore(this.src, start);
			const after = end < this.posMax ? (this.src.codePointAt(end) ?? 32) : 32;
			const beforePunctuation = isMdAsciiPunct(before) || isPunctCharCode(before);
			const afterPunctuation = isMdAsciiPunct(after) || isPunctCharCode(after);
			const beforeSpace = isWhiteSpace(before);
			const afterSpace = isWhiteSpace(after);
			const left =
				!afterSpace &&
				(!afterPunctuation || isWidePunctuation(after) || beforeSpace || beforePunctuation || isCjk(before));
			const right =
				!beforeSpace &&
				(!beforePunctuation || isWidePunctuation(before) || afterSpace || afterPunctuation || isCjk(after));
			return {
				can_open: left && (canSplitWord || !right || beforePunctuation),
				can_close: right && (canSplitWord || !left || afterPunctuation),
				length: end - start,
			};
		}
	};
}
