import { facet, quoteLexeme } from './document.ts';
import type { Unit } from './units.ts';

/** What is known of the corpus: how many documents hold a lexeme, of how many. */
export interface Vocabulary {
	documents: number;
	/** Documents by lexeme; what is missing is unknown. */
	terms: ReadonlyMap<string, number>;
}

/** A term that counts for the order of results. */
export interface RankedTerm {
	/** A tsquery of one lexeme, or of one beginning. */
	query: string;
	weight: number;
}

/** A condition on documents and the share of them that is expected to meet it. */
export interface Condition {
	/** A tsquery. */
	query: string;
	share: number;
	/** Share of the documents that have to be opened to see whether a phrase is in them. */
	opened: number;
}

export interface Plan {
	/** Every unit must be met. Null when the query asks for no text and no filter. */
	strict: Condition | null;
	/** Every unit must be met in the title; null when there are no units. */
	titled: Condition | null;
	/** Some units may be missing; null when there is nothing to leave out. */
	relaxed: Condition | null;
	ranked: RankedTerm[];
}

// A single Chinese character, as the beginning of a word: nothing is counted for it.
const shareOfCharacter = 0.05;
// More terms than this change no order that a reader would notice.
const maxRanked = 20;
/** Singles and pairs of terms are added to the relaxed condition until about so many documents are expected. */
const relaxedBudget = 600;
/** Within a pair, the longer of the two posting lists is read to its end. */
const longestInPair = 60_000;

const share = (vocabulary: Vocabulary, lexeme: string): number =>
	vocabulary.documents > 0 ? Math.min(1, (vocabulary.terms.get(lexeme) ?? 0) / vocabulary.documents) : 0;

/** The weight of a rare term, by the formula of BM25; never negative. */
function rarity(vocabulary: Vocabulary, portion: number): number {
	const n = Math.max(1, vocabulary.documents);
	const df = Math.min(n, portion * n);
	return Math.log(1 + (n - df + 0.5) / (df + 0.5));
}

function known(vocabulary: Vocabulary, lexeme: string): boolean {
	return (vocabulary.terms.get(lexeme) ?? 0) > 0;
}

function chain(parts: Unit['parts']): string {
	return parts
		.map(
			({ lexeme, distance }, i) =>
				(i === 0 ? '' : distance === 1 ? ' <-> ' : ` <${distance}> `) + quoteLexeme(lexeme),
		)
		.join('');
}

function all(parts: readonly string[]): string {
	return parts.length === 1 ? parts[0]! : `(${parts.join(' & ')})`;
}

function any(parts: readonly string[]): string {
	return parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`;
}

interface Resolved extends Condition {
	titled: string;
	titledShare: number;
	ranked: RankedTerm[];
}

/** Turns what is asked for into conditions, by what the vocabulary knows. */
function resolve(unit: Unit, vocabulary: Vocabulary, correction: string | undefined): Resolved {
	const term = (lexeme: string, factor = 1): RankedTerm => ({
		query: quoteLexeme(lexeme),
		weight: factor * rarity(vocabulary, share(vocabulary, lexeme)),
	});
	if (unit.prefix) {
		const query = `${quoteLexeme(unit.whole!)}:*`;
		const weight = rarity(vocabulary, shareOfCharacter);
		return {
			query,
			share: shareOfCharacter,
			opened: 0,
			titled: `${quoteLexeme(facet('title', unit.whole!))}:*`,
			titledShare: 0.01,
			ranked: [{ query, weight }],
		};
	}
	const partShares = unit.parts.map(({ lexeme }) => share(vocabulary, lexeme));
	const together = partShares.length > 0 ? Math.min(...partShares) * (unit.adjacent ? 0.5 : 1) : 0;
	const opened =
		unit.adjacent && unit.parts.length > 1
			? partShares.reduce((product, portion) => product * portion, 1)
			: 0;
	const titledParts = unit.parts.map(({ lexeme }) => quoteLexeme(facet('title', lexeme)));
	const titledTogether = Math.min(
		1,
		...unit.parts.map(({ lexeme }) => share(vocabulary, facet('title', lexeme))),
	);
	const byParts = (): Resolved => ({
		query: unit.adjacent
			? `(${chain(unit.parts)})`
			: all(unit.parts.map(({ lexeme }) => quoteLexeme(lexeme))),
		share: together,
		opened,
		titled: all(titledParts),
		titledShare: titledTogether,
		// Pairs of one Chinese name overlap: together they weigh a little more than one word.
		ranked: unit.parts.map(({ lexeme }) => term(lexeme, unit.adjacent ? 1 : 1.4 / unit.parts.length)),
	});
	if (unit.whole === null) return byParts();
	const names = [
		unit.whole,
		...unit.aliases.filter((alias) => known(vocabulary, alias)),
		...(correction ? [correction] : []),
	];
	const wholeKnown = names.some((name) => known(vocabulary, name));
	if (!wholeKnown && unit.parts.length > 0) return byParts();
	const ranked = names.map((name, i) => term(name, i === 0 || name === correction ? 1 : 0.8));
	const query = names.map(quoteLexeme);
	const titled = names.map((name) => quoteLexeme(facet('title', name)));
	if (unit.divisible) {
		// Chinese: all pairs of the name, whatever words the text was cut into. Latin: its parts side by side.
		query.push(
			unit.adjacent ? `(${chain(unit.parts)})` : all(unit.parts.map(({ lexeme }) => quoteLexeme(lexeme))),
		);
		titled.push(all(titledParts));
		ranked.push(
			...unit.parts.map(({ lexeme }) => term(lexeme, unit.adjacent ? 0.4 : 0.4 / unit.parts.length)),
		);
	}
	const sum = (lexemes: string[]) =>
		Math.min(
			1,
			lexemes.reduce((total, lexeme) => total + share(vocabulary, lexeme), 0),
		);
	return {
		query: any(query),
		share: Math.max(sum(names), unit.divisible ? together : 0),
		opened: unit.divisible ? opened : 0,
		titled: any(titled),
		titledShare: Math.max(
			sum(names.map((name) => facet('title', name))),
			unit.divisible ? titledTogether : 0,
		),
		ranked,
	};
}

/**
 * Units that may be missing: the rarest alone, the others in twos, so that what is read stays bounded however many
 * documents there are.
 */
function relax(resolved: Resolved[], documents: number): Condition {
	const byRarity = [...resolved].sort((a, b) => a.share - b.share);
	const chosen: string[] = [];
	let expected = 0;
	const take = (query: string, portion: number): boolean => {
		if (chosen.length > 0 && (expected + portion) * documents > relaxedBudget) return false;
		chosen.push(query);
		expected += portion;
		return true;
	};
	const rest: Resolved[] = [];
	for (const one of byRarity) if (!take(one.query, one.share)) rest.push(one);
	for (let i = 0; i < rest.length; i++) {
		for (let j = i + 1; j < rest.length; j++) {
			const [a, b] = [rest[i]!, rest[j]!];
			if (b.share * documents <= longestInPair) take(`(${a.query} & ${b.query})`, a.share * b.share);
		}
	}
	const opened = Math.max(0, ...resolved.map((one) => one.opened));
	return { query: any(chosen), share: Math.min(1, expected), opened };
}

export interface Request {
	units: Unit[];
	phrases: Unit[];
	excluded: Unit[];
	/** Stop words, looked for in titles when there is nothing else. */
	stops: string[];
	/** Groups of facets: one of each group must be there. */
	facets: string[][];
	excludedFacets: string[];
	/** Lexemes that stand in for mistyped ones. */
	corrections: ReadonlyMap<string, string>;
}

/** Decides what to look for and in which order to show it, from what was asked and what the corpus holds. Pure. */
export function planSearch(request: Request, vocabulary: Vocabulary): Plan {
	const fix = (unit: Unit) => (unit.whole === null ? undefined : request.corrections.get(unit.whole));
	const units = request.units.map((unit) => resolve(unit, vocabulary, fix(unit)));
	const phrases = request.phrases.map((unit) => resolve(unit, vocabulary, undefined));
	const facets: Condition[] = request.facets.map((group) => ({
		query: any(group.map(quoteLexeme)),
		share: Math.min(
			1,
			group.reduce((sum, lexeme) => sum + share(vocabulary, lexeme), 0),
		),
		opened: 0,
	}));
	if (units.length + phrases.length === 0) {
		for (const stop of request.stops.slice(0, 6)) {
			const lexeme = facet('title', stop);
			facets.push({ query: quoteLexeme(lexeme), share: share(vocabulary, lexeme), opened: 0 });
		}
	}
	if (units.length + phrases.length + facets.length === 0)
		return { strict: null, titled: null, relaxed: null, ranked: [] };
	const without = [
		...request.excluded.map((unit) => `!(${resolve(unit, vocabulary, undefined).query})`),
		...request.excludedFacets.map((lexeme) => `!${quoteLexeme(lexeme)}`),
	];
	const required = [...phrases, ...facets];
	const join = (conditions: readonly Condition[]): Condition => {
		const portion = (left: readonly Condition[]) =>
			left.reduce((product, condition) => product * condition.share, 1);
		return {
			query: [...conditions.map(({ query }) => query), ...without].join(' & '),
			share: portion(conditions),
			// The index drops what lacks any of the other conditions before a document is opened.
			opened: Math.max(
				0,
				...conditions.map(
					(one) => one.opened && one.opened * portion(conditions.filter((other) => other !== one)),
				),
			),
		};
	};
	const texts = [...units, ...phrases];
	const ranked = texts.flatMap((one) => one.ranked).sort((a, b) => b.weight - a.weight);
	const titled = texts.map((one): Condition => ({ query: one.titled, share: one.titledShare, opened: 0 }));
	return {
		strict: join([...units, ...required]),
		// Phrases are found again within the title's documents: titles keep no places.
		titled: texts.length > 0 ? join([...titled, ...required]) : null,
		relaxed: units.length > 1 ? join([relax(units, vocabulary.documents), ...required]) : null,
		ranked: ranked.slice(0, maxRanked),
	};
}

/** Every lexeme whose frequency {@link planSearch} will ask for. */
export function lexemesOf(request: Omit<Request, 'corrections'>): string[] {
	const lexemes = new Set<string>(request.facets.flat());
	for (const unit of [...request.units, ...request.phrases, ...request.excluded]) {
		for (const lexeme of [unit.whole, ...unit.aliases, ...unit.parts.map((part) => part.lexeme)]) {
			if (lexeme !== null) lexemes.add(lexeme).add(facet('title', lexeme));
		}
	}
	for (const stop of request.stops) lexemes.add(facet('title', stop));
	return [...lexemes];
}
