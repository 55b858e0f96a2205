import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../platform/db/index.ts';
import { correct } from './correct.ts';
import { correctBySound } from './correct-by-sound.ts';
import { allFacets, plainFacets } from './facets.ts';
import { findDocuments } from './find-documents.ts';
import { lexemesOf, planSearch, type Request, type Vocabulary } from './plan.ts';
import { type DocumentRow, type SortOrder, statistics } from './queries.ts';
import type { ParsedQuery } from './query.ts';
import { phraseUnit, type Unit, wordUnits } from './units.ts';

/** Below so many hits a search for all words becomes one for most of them. */
const fewHits = 20;
/** How many of the documents found are ranked by their text; a search for most of the words needs more to choose from. */
const rankedStrictly = 400;
const rankedLoosely = 600;

export interface Found {
	rows: DocumentRow[];
	total: number;
	relaxed: boolean;
	/** What was looked for, in the order it was typed, phrases last. */
	units: Unit[];
	/** How much showing each unit is worth. */
	weights: number[];
	corrections: ReadonlyMap<string, string>;
	/** Chinese words that were typed as they sound, and what was looked for instead; `units` are of these. */
	heard: { from: string; to: string }[];
}

/** From a query that was read to the documents that fit it, best first. Adds to the query's problems. */
export async function find(
	db: Db,
	actor: Actor,
	query: ParsedQuery,
	{ sort, limit, offset }: { sort: SortOrder; limit: number; offset: number },
): Promise<Found> {
	const asked = ask(query);
	const units = [...asked.units, ...asked.phrases];
	const nothing: Found = {
		rows: [],
		total: 0,
		relaxed: false,
		units,
		weights: [],
		corrections: new Map(),
		heard: [],
	};
	const { filters } = query;
	const [stats] = await statistics(db, {
		lexemes: lexemesOf({ ...asked, facets: plainFacets(query), excludedFacets: [] }),
		spaces: [...filters.spaces, ...filters.excludedSpaces],
		authors: [...filters.authors, ...filters.excludedAuthors],
		tags: [...filters.tags, ...filters.excludedTags],
	});
	if (!stats) return nothing;
	const vocabulary = { documents: stats.documents, terms: new Map(Object.entries(stats.terms ?? {})) };
	const heard = await correctBySound(db, asked.units, vocabulary.terms);
	if (heard.length > 0) {
		const words = heard.reduce((text, { from, to }) => text.replaceAll(from, to), query.words);
		// Where the words do not stand as they were cut, nothing would change.
		if (words !== query.words)
			return { ...(await find(db, actor, { ...query, words }, { sort, limit, offset })), heard };
	}
	const corrections = await correct(db, asked.units, vocabulary);
	const plan = planSearch({ ...asked, ...allFacets(query, stats), corrections }, vocabulary);
	if (!plan.strict) return nothing;

	const question = {
		user: actor.userId,
		staff: isStaff(actor),
		now: now(),
		after: filters.after,
		before: filters.before,
		average: stats.documents > 0 ? Math.max(1, stats.words / stats.documents) : 1,
		queries: plan.ranked.map((term) => term.query),
		weights: plan.ranked.map((term) => term.weight),
		limit,
		offset,
	};
	const order = { sort, dated: filters.after !== null || filters.before !== null };
	let found = await findDocuments(db, question, plan.strict, plan.titled, order, stats, rankedStrictly);
	let relaxed = false;
	if (plan.relaxed && found.total < (sort === 'relevance' ? fewHits : 1)) {
		const loose = await findDocuments(db, question, plan.relaxed, null, order, stats, rankedLoosely);
		relaxed = loose.total > found.total;
		if (relaxed) found = loose;
	}
	return {
		...found,
		relaxed,
		units,
		weights: units.map((unit) => rarityOf(unit, vocabulary)),
		corrections,
		heard: [],
	};
}

function ask(query: ParsedQuery): Pick<Request, 'units' | 'phrases' | 'excluded' | 'stops'> {
	return {
		...wordUnits(query.words),
		phrases: query.phrases.map(phraseUnit).filter((unit) => unit !== null),
		excluded: query.excluded
			.map(({ text, phrase }) => (phrase ? phraseUnit(text) : (wordUnits(text).units[0] ?? null)))
			.filter((unit) => unit !== null),
	};
}

function rarityOf(unit: Unit, vocabulary: Vocabulary): number {
	const counts = [unit.whole, ...unit.parts.map((part) => part.lexeme)].map((lexeme) =>
		lexeme === null ? 0 : (vocabulary.terms.get(lexeme) ?? 0),
	);
	return Math.log(2 + vocabulary.documents / (1 + Math.max(...counts)));
}
