import { randomUUID } from 'node:crypto';

// No text that people write can hold this: it differs in every process.
const secret = randomUUID().slice(0, 13);

/**
 * Marks around what a page shows of the person who reads it (their face, their unread count), so that the rest can be
 * kept for others; see {@link openKeptPages}. What stands between must depend on nothing but the person, the language
 * and the theme.
 */
export const personPart = {
	begin: (name: string) => `<!--${secret}:${name}-->`,
	end: `<!--/${secret}-->`,
};

const part = new RegExp(`<!--${secret}:(\\w+)-->([^]*?)<!--/${secret}-->`, 'g');

/** A page without its reader: `texts` has one more entry than `names`, and the parts go between. */
export interface Split {
	texts: string[];
	names: string[];
	parts: string[];
}

// Svelte leaves these for a script that would take the page over; ours never does.
const hydrationMarks = /<!--(?:\[-?\d*|\]|)-->/g;

/** Takes a rendered page apart; marks that nobody reads are left out. */
export function splitParts(rendered: string): Split {
	const html = rendered.replaceAll(hydrationMarks, '');
	const split: Split = { texts: [], names: [], parts: [] };
	let at = 0;
	for (const match of html.matchAll(part)) {
		split.texts.push(html.slice(at, match.index));
		split.names.push(match[1] as string);
		split.parts.push(match[2] as string);
		at = match.index + match[0].length;
	}
	split.texts.push(html.slice(at));
	return split;
}
