import { bounded } from '../../platform/cache/bounded.ts';
import { textOfHtml } from './plain-text.ts';

/** A paragraph of a lesson as a reader sees it. */
export interface Passage {
	/** By which progress and notes count it. */
	number: number;
	/** The id of its block in the page. */
	anchor: string;
	text: string;
}

const opening = /<[a-z][a-z0-9]*(?=[^<>]* data-p="(\d+)")[^<>]*>/g;

/** The numbered paragraphs of a lesson's HTML (see `numberBlocks` of platform/markdown) as words. */
export function passages(html: string): Passage[] {
	const starts = [...html.matchAll(opening)];
	return starts.map((start, at) => {
		const number = Number(start[1]);
		const anchor = /\sid="([^"]+)"/.exec(start[0])?.[1] ?? `p${number}`;
		return { number, anchor, text: textOfHtml(html.slice(start.index, starts[at + 1]?.index)) };
	});
}

const kept = bounded<Passage[]>(8 * 1024 * 1024, 24 * 3_600_000);

/** The same, kept: what was published at a revision never changes. @param key of lesson and revision */
export function passagesOf(key: string, html: string): Passage[] {
	let found = kept.get(key);
	if (!found) {
		found = passages(html);
		kept.set(key, found, 200 + found.reduce((sum, { text }) => sum + 100 + 2 * text.length, 0));
	}
	return found;
}
