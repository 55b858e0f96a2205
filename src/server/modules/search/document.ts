import { analyze, type Token } from './analyze.ts';

/** What an item can be found by, as texts. */
export interface DocumentText {
	title: string;
	/** Slugs. */
	tags: readonly string[];
	/** What the tags are called, so that 数据库 finds what is tagged `databases`. */
	tagNames: readonly string[];
	body: string;
	replies: readonly string[];
	/** Lexemes of filters, see {@link facet}; they carry no weight. */
	facets: readonly string[];
}

/** What is stored: a tsvector as text, and what ranking needs to know of it. */
export interface Vector {
	terms: string;
	/** Words and Chinese characters, without stop words: what BM25 calls the document's length. */
	length: number;
	/** All distinct lexemes. */
	lexemes: string[];
}

// A document stays a page-sized thing: what stands after this is still on the item's page, and rarely what it is about.
const maxBody = 40_000;
const maxReplies = 20_000;
const maxReply = 4_000;
const maxLexemes = 4_000;
// tsvector's own limits are 16,383 and 255.
const maxPosition = 16_000;
/** In characters; some fifty places. How often a word occurs beyond that changes no ranking. */
const maxPlaces = 250;
/** A phrase does not reach from one field into the next. */
const gap = 20;

/** First characters that no word begins with tell apart what is a filter from what is text. */
const facetMarks = {
	title: '^',
	tag: '#',
	author: '@',
	space: '/',
	kind: '=',
	language: '~',
	state: '!',
} as const;

/** The lexeme that a filter looks for: `facet('tag', 'css')` → `#css`. For `title`, a word of the title. */
export function facet(name: keyof typeof facetMarks, value: string | number): string {
	return facetMarks[name] + value;
}

type Weight = 'A' | 'B' | '' | 'C';

class Builder {
	/** Places by lexeme, as a tsvector is written: `3A,17C`. */
	readonly entries = new Map<string, { places: string }>();
	position = 1;
	length = 0;

	add(lexeme: string, place: string | null): void {
		const entry = this.entries.get(lexeme);
		if (!entry) {
			if (this.entries.size < maxLexemes) this.entries.set(lexeme, { places: place ?? '' });
		} else if (place && entry.places.length < maxPlaces) entry.places += entry.places ? `,${place}` : place;
	}

	field(text: string, weight: Weight, each?: (token: Token) => void): void {
		if (!text) return;
		const tokens = analyze(text, this.position);
		let highest = this.position;
		for (const token of tokens) {
			if (token.position > highest) highest = token.position;
			if (token.kind === 'char') continue;
			each?.(token);
			if (token.stop) continue;
			// What the dictionary does not see as a word still lets a phrase or a new word be found, but says little.
			const label = token.kind === 'pair' && weight === 'C' ? '' : weight;
			if (token.kind !== 'compound') this.length += 1;
			this.add(token.lexeme, token.position < maxPosition ? token.position + label : null);
		}
		if (tokens.length > 0) this.position = highest + gap;
	}
}

function quote(lexeme: string): string {
	return /['\\]/.test(lexeme) ? `'${lexeme.replace(/['\\]/g, '$&$&')}'` : `'${lexeme}'`;
}

/**
 * Builds the index entry of one document: title A, tags B, body C, replies and half-seen Chinese pairs D. Words of the
 * title are entered a second time as {@link facet}s, so that "all in the title" is one look-up.
 */
export function buildVector({ title, tags, tagNames, body, replies, facets }: DocumentText): Vector {
	const builder = new Builder();
	builder.field(title, 'A', (token) => builder.add(facet('title', token.lexeme), null));
	for (const slug of tags) {
		builder.add(facet('tag', slug), null);
		builder.field(slug, 'B');
	}
	for (const name of new Set(tagNames)) builder.field(name, 'B');
	builder.field(body.slice(0, maxBody), 'C');
	let left = maxReplies;
	for (const reply of replies) {
		if (left <= 0) break;
		const text = reply.slice(0, Math.min(left, maxReply));
		builder.field(text, '');
		left -= text.length;
	}
	for (const lexeme of facets) builder.add(lexeme, null);
	let terms = '';
	for (const [lexeme, { places }] of builder.entries)
		terms += places ? `${quote(lexeme)}:${places} ` : `${quote(lexeme)} `;
	return {
		terms,
		length: Math.max(1, builder.length),
		lexemes: [...builder.entries.keys()],
	};
}

/** A lexeme as it stands in a tsquery. */
export { quote as quoteLexeme };
