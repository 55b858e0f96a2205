import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Found, find } from './find.ts';
import { matcherFor } from './highlight.ts';
import type { Hit } from './hit.ts';
import { countedHits } from './queries.ts';
import { type ParsedQuery, parseQuery, type QueryProblem } from './query.ts';
import { type SearchInput, searchSchema } from './schemas.ts';
import { showHits } from './show-hits.ts';

export const pageSize = 20;
export const maxPages = 50;

export type { Hit } from './hit.ts';

export interface SearchResult {
	hits: Hit[];
	/** How many were found; see `more`. */
	total: number;
	/** There are more than were counted: show "1000+". */
	more: boolean;
	page: number;
	/** Pages that can be asked for, at most {@link maxPages}. */
	pages: number;
	/** Few or no texts had everything: these have most of it. */
	relaxed: boolean;
	/** Words that nothing was found for, and what was looked for instead. */
	corrections: { from: string; to: string }[];
	/** Filters that could not be used. */
	problems: QueryProblem[];
	/** What was understood, for the form's fields. */
	query: ParsedQuery;
}

/**
 * Finds items of all kinds in Chinese and English. Never fails on what is typed: a query that says nothing finds
 * nothing. Three statements; one more for a word that is in no text, for a query that few texts fit, and for
 * snippets from replies.
 *
 * @param input `q` in the language of query.ts; filters and `sort`, `page` (from 1) as fields of a form, which come
 *   on top of those in `q`
 * @throws common.invalid_input when a field is of a wrong type
 */
export async function search(db: Db, actor: Actor, input: SearchInput): Promise<SearchResult> {
	const given = validate(searchSchema, input);
	const query = parseQuery(given.text, now());
	const page = Math.min(given.page, maxPages);
	const offset = (page - 1) * pageSize;
	const found = await find(db, actor, query, { sort: given.sort, limit: pageSize, offset });
	const matcher = matcherFor(found.units, found.corrections);
	matcher.weights = found.weights;
	const reader = { user: actor.userId, staff: isStaff(actor), now: now() };
	const hits = await showHits(db, reader, found.rows, matcher);
	const total = Math.min(found.total, countedHits);
	return {
		hits,
		total,
		more: found.total > countedHits,
		page,
		pages: Math.min(maxPages, Math.ceil(total / pageSize)),
		relaxed: found.relaxed,
		corrections: told(found, hits),
		problems: query.problems,
		query,
	};
}

/**
 * The items that fit a query best, without what a page shows of them: for what reads on, such as the assistant.
 *
 * @param limit at most 1,000
 */
export async function retrieve(db: Db, actor: Actor, q: string, limit: number): Promise<ItemId[]> {
	const { rows } = await find(db, actor, parseQuery(q, now()), {
		sort: 'relevance',
		limit: Math.min(limit, countedHits),
		offset: 0,
	});
	return rows.map((row) => row.item_id);
}

/** The vocabulary knows stems; how the word is written is read off the hits. */
function told({ units, corrections, heard }: Found, hits: readonly Hit[]): SearchResult['corrections'] {
	const misspelt = units.flatMap((unit) => {
		const to = unit.whole === null ? undefined : corrections.get(unit.whole);
		if (!to) return [];
		const opening = to.slice(0, Math.max(3, to.length - 2));
		const written = hits
			.flatMap((hit) => [...hit.title, ...hit.snippet])
			.find((segment) => segment.hit && segment.text.toLowerCase().startsWith(opening));
		return [{ from: unit.surface, to: written?.text ?? to }];
	});
	return [...heard, ...misspelt];
}
