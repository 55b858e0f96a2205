import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ReplyId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import type { ItemCard } from '../items/index.ts';
import { correct } from './correct.ts';
import { facet, quoteLexeme } from './document.ts';
import type { Segment } from './highlight.ts';
import { matcherFor } from './highlight.ts';
import { lexemesOf, planSearch, type Request, type Vocabulary } from './plan.ts';
import {
	countedHits,
	type DocumentRow,
	type DocumentsShape,
	documents,
	type SortOrder,
	type StatisticsRow,
	statistics,
} from './queries.ts';
import { type ParsedQuery, parseQuery, type QueryProblem } from './query.ts';
import { type SearchInput, searchSchema } from './schemas.ts';
import { showHits } from './show-hits.ts';
import { lastTier, tierFor } from './tiers.ts';
import { phraseUnit, type Unit, wordUnits } from './units.ts';

export const pageSize = 20;
export const maxPages = 50;

/** One result. */
export interface Hit {
	item: ItemCard;
	title: Segment[];
	/** The part of the body, or of the best fitting reply, that shows most of what was asked for. */
	snippet: Segment[];
	/** The reply that the snippet is from; null when it is from the body. */
	replyId: ReplyId | null;
	/** The reader lacks the entitlement: only the preview was searched. */
	held: boolean;
}

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

/** Below so many hits a search for all words becomes one for most of them. */
const fewHits = pageSize;
const rankedStrictly = 400;
const rankedLoosely = 1500;
/** Newest first is read off the index of time when at least so many hits are expected. */
const manyHits = 12_000;

/**
 * Finds items of all kinds in Chinese and English. Never fails on what is typed: a query that says nothing finds
 * nothing.
 *
 * @param input `q` in the language of query.ts; filters and `sort`, `page` (from 1) as fields of a form, which come
 *   on top of those in `q`
 * @throws common.invalid_input when a field is of a wrong type
 */
export async function search(db: Db, actor: Actor, input: SearchInput): Promise<SearchResult> {
	const given = validate(searchSchema, input);
	const at = now();
	const query = parseQuery(given.text, at);
	const page = Math.min(given.page, maxPages);
	const nothing: SearchResult = {
		hits: [],
		total: 0,
		more: false,
		page,
		pages: 0,
		relaxed: false,
		corrections: [],
		problems: query.problems,
		query,
	};

	const { units, stops } = wordUnits(query.words);
	const asked: Asked = {
		units,
		stops,
		phrases: query.phrases.map(phraseUnit).filter((unit) => unit !== null),
		excluded: query.excluded
			.map(({ text, phrase }) => (phrase ? phraseUnit(text) : (wordUnits(text).units[0] ?? null)))
			.filter((unit) => unit !== null),
	};
	const { filters } = query;
	const [stats] = await statistics(db, {
		lexemes: lexemesOf({ ...asked, facets: [...plainFacets(query)], excludedFacets: [] }),
		spaces: [...filters.spaces, ...filters.excludedSpaces],
		authors: [...filters.authors, ...filters.excludedAuthors],
		tags: [...filters.tags, ...filters.excludedTags],
	});
	if (!stats) return nothing;
	const vocabulary = { documents: stats.documents, terms: new Map(Object.entries(stats.terms ?? {})) };
	const corrections = await correct(db, units, vocabulary);
	const request: Request = { ...asked, ...allFacets(query, stats), corrections };
	const plan = planSearch(request, vocabulary);
	if (!plan.strict) return nothing;

	const reader = { user: actor.userId, staff: isStaff(actor), now: at };
	const ask = {
		...reader,
		titled: plan.titled?.query ?? null,
		after: filters.after,
		before: filters.before,
		average: stats.documents > 0 ? Math.max(1, stats.words / stats.documents) : 1,
		queries: [...plan.ranked.map((term) => term.query), quoteLexeme(facet('state', 'solved'))],
		weights: [...plan.ranked.map((term) => term.weight), solvedWeight],
		limit: pageSize,
		offset: (page - 1) * pageSize,
	};
	const dated = filters.after !== null || filters.before !== null;
	let found = await findDocuments(
		db,
		ask,
		plan.strict,
		plan.titled,
		{ sort: given.sort, dated },
		stats,
		rankedStrictly,
	);
	let relaxed = false;
	if (plan.relaxed && found.total < (given.sort === 'relevance' ? fewHits : 1)) {
		const loose = await findDocuments(
			db,
			ask,
			plan.relaxed,
			null,
			{ sort: given.sort, dated },
			stats,
			rankedLoosely,
		);
		relaxed = loose.total > found.total;
		if (relaxed) found = loose;
	}
	const marked = [...units, ...asked.phrases];
	const matcher = matcherFor(marked, corrections);
	matcher.weights = marked.map((unit) => rarityOf(unit, vocabulary));
	const hits = await showHits(db, reader, found.rows, matcher);
	return {
		...nothing,
		hits,
		total: Math.min(found.total, countedHits),
		more: found.total > countedHits,
		pages: Math.min(maxPages, Math.ceil(Math.min(found.total, countedHits) / pageSize)),
		relaxed,
		corrections: told(units, corrections, hits),
	};
}

type Asked = Pick<Request, 'units' | 'phrases' | 'excluded' | 'stops'>;

/** What an accepted answer adds, measured against the rarity of words (2 to 10). */
const solvedWeight = 0.6;

/** Facets whose lexemes need no look-up. */
function plainFacets({ filters }: ParsedQuery): string[][] {
	const groups = [
		filters.kinds.map((kind) => facet('kind', kind)),
		filters.tags.map((tag) => facet('tag', tag)),
		filters.languages.map((language) => facet('language', language)),
	];
	for (const state of filters.states) {
		if (state !== 'unsolved' && state !== 'unanswered') groups.push([facet('state', state)]);
		else groups.push([facet('kind', 'question')]);
	}
	return groups.filter((group) => group.length > 0);
}

function allFacets(query: ParsedQuery, stats: StatisticsRow): Pick<Request, 'facets' | 'excludedFacets'> {
	const { filters } = query;
	// An id that nobody has finds nothing, which is the truth about a space or a person that is not there.
	const spaceIds = (slugs: string[]) => slugs.map((slug) => facet('space', stats.spaces?.[slug] ?? 0));
	const authorIds = (handles: string[]) =>
		handles.map((handle) => facet('author', stats.authors?.[handle] ?? 0));
	const tags = (slugs: string[]) => slugs.map((slug) => facet('tag', stats.synonyms?.[slug] ?? slug));
	for (const slug of filters.spaces)
		if (!stats.spaces?.[slug]) query.problems.push({ filter: 'space', value: slug });
	for (const handle of filters.authors)
		if (!stats.authors?.[handle]) query.problems.push({ filter: 'author', value: handle });
	const facets = plainFacets({ ...query, filters: { ...filters, tags: [] } });
	for (const group of [tags(filters.tags), spaceIds(filters.spaces), authorIds(filters.authors)])
		if (group.length > 0) facets.push(group);
	const excludedFacets = [
		...filters.excludedKinds.map((kind) => facet('kind', kind)),
		...tags(filters.excludedTags),
		...spaceIds(filters.excludedSpaces),
		...authorIds(filters.excludedAuthors),
	];
	if (filters.states.includes('unsolved')) excludedFacets.push(facet('state', 'solved'));
	if (filters.states.includes('unanswered')) excludedFacets.push(facet('state', 'answered'));
	return { facets, excludedFacets };
}

type Question = Omit<Parameters<ReturnType<typeof documents>>[1], 'query' | 'ranked'>;

/**
 * Reads as many tiers as are expected to hold a thousand hits, and more of them while they do not.
 */
async function findDocuments(
	db: Db,
	question: Question,
	condition: { query: string; share: number },
	titled: { query: string; share: number } | null,
	{ sort, dated }: { sort: SortOrder; dated: boolean },
	stats: StatisticsRow,
	ranked: number,
): Promise<{ rows: DocumentRow[]; total: number }> {
	const all = stats.tiers.reduce((sum, n) => sum + n, 0);
	const parameters = { ...question, query: condition.query, ranked };
	const expected = condition.share * all;
	if (
		sort === 'new' &&
		expected > manyHits &&
		(question.offset + question.limit) / condition.share < expected / 4
	) {
		const shape: DocumentsShape = { sort, tier: lastTier, titledTier: null, dated, walk: true };
		const rows = await documents(shape)(db, parameters);
		return { rows, total: countedHits + 1 };
	}
	for (let tier = sort === 'new' ? lastTier : tierFor(condition.share, stats.tiers, countedHits * 1.3); ; ) {
		const useTitled = titled !== null && sort === 'relevance' && expected > ranked;
		const titledTier = useTitled ? Math.max(tier, tierFor(titled.share, stats.tiers, 250)) : null;
		const rows = await documents({ sort, tier, titledTier, dated, walk: false })(db, parameters);
		const total =
			rows[0]?.found ??
			(question.offset > 0
				? await countOnly(db, parameters, { sort, tier, titledTier, dated, walk: false })
				: 0);
		if (tier === lastTier || total > countedHits) return { rows, total };
		const read = stats.tiers.slice(0, tier + 1).reduce((sum, n) => sum + n, 0);
		tier = tierFor(Math.max(total, 1) / Math.max(read, 1), stats.tiers, countedHits * 1.3, tier + 1);
	}
}

/** A page after the last has no row that would tell how many there are. */
async function countOnly(
	db: Db,
	parameters: Question & { query: string; ranked: number },
	shape: DocumentsShape,
): Promise<number> {
	const [first] = await documents(shape)(db, { ...parameters, limit: 1, offset: 0 });
	return first?.found ?? 0;
}

function rarityOf(unit: Unit, vocabulary: Vocabulary): number {
	const counts = [unit.whole, ...unit.parts.map((part) => part.lexeme)].map((lexeme) =>
		lexeme === null ? 0 : (vocabulary.terms.get(lexeme) ?? 0),
	);
	return Math.log(2 + vocabulary.documents / (1 + Math.max(...counts)));
}

/** The vocabulary knows stems; how the word is written is read off the hits. */
function told(
	units: readonly Unit[],
	corrections: ReadonlyMap<string, string>,
	hits: readonly Hit[],
): { from: string; to: string }[] {
	return units.flatMap((unit) => {
		const to = unit.whole === null ? undefined : corrections.get(unit.whole);
		if (!to) return [];
		const opening = to.slice(0, Math.max(3, to.length - 2));
		const written = hits
			.flatMap((hit) => [...hit.title, ...hit.snippet])
			.find((segment) => segment.hit && segment.text.toLowerCase().startsWith(opening));
		return [{ from: unit.surface, to: written?.text ?? to }];
	});
}
