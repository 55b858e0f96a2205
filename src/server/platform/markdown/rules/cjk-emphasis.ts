import type { MarkdownIt } from 'markdown-it';
import { flanking } from './flanking.ts';

function codeBefore(text: string, position: number): number {
	if (position === 0) return 32;
	const low = text.charCodeAt(position - 1);
	return low >= 0xdc00 && low <= 0xdfff && position > 1 ? (text.codePointAt(position - 2) ?? low) : low;
}

/** Lets emphasis begin and end beside CJK letters and punctuation; see {@link flanking}. */
export function cjkEmphasis(md: MarkdownIt): void {
	md.inline.State = class extends md.inline.State {
		override scanDelims(start: number, canSplitWord: boolean) {
			const marker = this.src.charCodeAt(start);
			let end = start;
			while (end < this.posMax && this.src.charCodeAt(end) === marker) end++;
			const after = end < this.posMax ? (this.src.codePointAt(end) ?? 32) : 32;
			const { left, right, beforePunctuation, afterPunctuation } = flanking(
				codeBefore(this.src, start),
				after,
			);
			return {
				can_open: left && (canSplitWord || !right || beforePunctuation),
				can_close: right && (canSplitWord || !left || afterPunctuation),
				length: end - start,
			};
		}
	};
}
