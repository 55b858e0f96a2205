/** A word or `"exact phrase"` of the query. */
export interface QueryText {
	text: string;
	phrase: boolean;
}

/** A filter that was written but cannot be used; the rest of the query still runs. */
export interface QueryProblem {
	/** The filter's name as it is known here, e.g. `after`. */
	filter: string;
	value: string;
}

/** Filters with several values match any of them; different filters all have to match. */
export interface QueryFilters {
	kinds: string[];
	tags: string[];
	spaces: string[];
	/** Handles. */
	authors: string[];
	/** Primary subtags, `zh` or `en`. */
	languages: string[];
	states: QueryState[];
	/** Inclusive. */
	after: Date | null;
	/** Exclusive. */
	before: Date | null;
	excludedKinds: string[];
	excludedTags: string[];
	excludedSpaces: string[];
	excludedAuthors: string[];
}

export type QueryState = 'solved' | 'unsolved' | 'answered' | 'unanswered' | 'free' | 'paid';
const states: readonly string[] = [
	'solved',
	'unsolved',
	'answered',
	'unanswered',
	'free',
	'paid',
] satisfies QueryState[];

/** What a person meant by the text in the search box. */
export interface ParsedQuery {
	/** The words, without phrases, exclusions and filters, as they were typed. */
	words: string;
	phrases: string[];
	excluded: QueryText[];
	filters: QueryFilters;
	problems: QueryProblem[];
}

/** Longer texts are cut: nobody types them, and each word costs a look-up. */
export const maxQueryLength = 500;
const maxPhrases = 4;
const maxExcluded = 8;
const maxFilterValues = 10;

const filterNames: Record<string, keyof typeof appliers> = {
	kind: 'kind',
	type: 'kind',
	类型: 'kind',
	tag: 'tag',
	标签: 'tag',
	space: 'space',
	in: 'space',
	圈子: 'space',
	author: 'author',
	user: 'author',
	作者: 'author',
	lang: 'lang',
	language: 'lang',
	语言: 'lang',
	is: 'is',
	after: 'after',
	since: 'after',
	before: 'before',
	until: 'before',
	之后: 'after',
	之前: 'before',
};
const kindNames: Record<string, string> = {
	问题: 'question',
	问答: 'question',
	文章: 'article',
	专栏: 'column',
	讨论: 'discussion',
	代码: 'snippet',
	片段: 'snippet',
};
const stateNames: Record<string, string> = {
	已解决: 'solved',
	未解决: 'unsolved',
	已回答: 'answered',
	未回答: 'unanswered',
	免费: 'free',
	付费: 'paid',
};
const languageNames: Record<string, string> = { 中文: 'zh', 英文: 'en', chinese: 'zh', english: 'en' };

const appliers = {
	kind: (filters: QueryFilters, value: string, not: boolean) =>
		/^[\p{L}-]{1,40}$/u.test(value) &&
		push(not ? filters.excludedKinds : filters.kinds, kindNames[value] ?? value.toLowerCase()),
	tag: (filters: QueryFilters, value: string, not: boolean) =>
		push(not ? filters.excludedTags : filters.tags, value.toLowerCase()),
	space: (filters: QueryFilters, value: string, not: boolean) =>
		push(not ? filters.excludedSpaces : filters.spaces, value.toLowerCase()),
	author: (filters: QueryFilters, value: string, not: boolean) =>
		push(not ? filters.excludedAuthors : filters.authors, value.replace(/^@/, '').toLowerCase()),
	lang: (filters: QueryFilters, value: string, not: boolean) => {
		const known =
			languageNames[value.toLowerCase()] ?? /^([a-z]{2,3})(?:-[a-z0-9-]+)?$/i.exec(value)?.[1]?.toLowerCase();
		return !not && known !== undefined && push(filters.languages, known);
	},
	is: (filters: QueryFilters, value: string, not: boolean) => {
		const state = stateNames[value] ?? value.toLowerCase();
		if (!states.includes(state)) return false;
		return push(filters.states, not ? opposite(state as QueryState) : (state as QueryState));
	},
	after: (filters: QueryFilters, value: string, not: boolean, now: Date) => {
		const date = not ? null : parseDate(value, now);
		if (date) filters.after = date;
		return date !== null;
	},
	before: (filters: QueryFilters, value: string, not: boolean, now: Date) => {
		const date = not ? null : parseDate(value, now);
		if (date) filters.before = date;
		return date !== null;
	},
};

function push<T>(list: T[], value: T): boolean {
	if (!list.includes(value) && list.length < maxFilterValues) list.push(value);
	return true;
}

function opposite(state: QueryState): QueryState {
	const pairs: Record<QueryState, QueryState> = {
		solved: 'unsolved',
		unsolved: 'solved',
		answered: 'unanswered',
		unanswered: 'answered',
		free: 'paid',
		paid: 'free',
	};
	return pairs[state];
}

/** `2026`, `2026-01`, `2026-01-31`, or an age: `7d`, `2w`, `3m`, `1y` before now. Midnight UTC. */
export function parseDate(value: string, now: Date): Date | null {
	const age = /^(\d{1,4})([dwmy])$/i.exec(value);
	if (age) {
		const days =
			Number(age[1]) * { d: 1, w: 7, m: 30, y: 365 }[age[2]!.toLowerCase() as 'd' | 'w' | 'm' | 'y'];
		const then = new Date(now.getTime() - days * 86_400_000);
		return then.getUTCFullYear() >= 1 ? then : null;
	}
	const day = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(value);
	if (!day) return null;
	const [year, month, date] = [Number(day[1]), Number(day[2] ?? 1), Number(day[3] ?? 1)];
	const then = new Date(Date.UTC(year, month - 1, date));
	then.setUTCFullYear(year);
	return year > 0 && then.getUTCMonth() === month - 1 && then.getUTCDate() === date ? then : null;
}

const piece =
	/(?<space>[\s\u0000]+)|(?<not>-)?(?:(?<name>\p{L}{2,10})[:：])?(?:"(?<double>[^"]*)"?|“(?<curly>[^”]*)”?|「(?<corner>[^」]*)」?)|(?<tagNot>-)?\[(?<tag>[^\s\]]{1,60})\]|(?<filterNot>-)?(?<filter>\p{L}{2,10})[:：](?<value>[^\s"“「]+)|-(?<excluded>[^\s\-"“「][^\s"“「]*)|(?<word>[^\s"“「]+|.)/gsuy;

/** Text that the database can take: no control characters, no half of a surrogate pair. */
export function printable(text: string): string {
	return text.replace(/[\u0000-\u001f\u007f]/g, ' ').toWellFormed();
}

/**
 * Reads the text of the search box. Every string is a query: what is not understood is searched for as text, and
 * a filter whose value makes no sense is left out and listed in `problems`.
 *
 * @param now what `after:7d` counts back from
 */
export function parseQuery(given: string, now: Date = new Date()): ParsedQuery {
	const text = printable(given.slice(0, maxQueryLength));
	const words: string[] = [];
	const parsed: ParsedQuery = {
		words: '',
		phrases: [],
		excluded: [],
		filters: {
			kinds: [],
			tags: [],
			spaces: [],
			authors: [],
			languages: [],
			states: [],
			after: null,
			before: null,
			excludedKinds: [],
			excludedTags: [],
			excludedSpaces: [],
			excludedAuthors: [],
		},
		problems: [],
	};
	const applyFilter = (name: string, value: string, not: boolean): boolean => {
		const key = Object.hasOwn(filterNames, name.toLowerCase()) ? filterNames[name.toLowerCase()]! : null;
		if (!key) return false;
		if (!appliers[key](parsed.filters, value.trim(), not, now))
			parsed.problems.push({ filter: key, value: value.trim() });
		return true;
	};
	for (const { 0: whole, groups } of text.matchAll(piece)) {
		const found = groups ?? {};
		if (found.space !== undefined) continue;
		const quoted = found.double ?? found.curly ?? found.corner;
		if (quoted !== undefined) {
			const value = quoted.trim();
			if (!value || (found.name && applyFilter(found.name, value, found.not !== undefined))) continue;
			if (found.name) words.push(found.name);
			if (found.not) push(parsed.excluded, { text: value, phrase: true });
			else if (parsed.phrases.length < maxPhrases) push(parsed.phrases, value);
		} else if (found.tag !== undefined) {
			applyFilter('tag', found.tag, found.tagNot !== undefined);
		} else if (found.filter !== undefined) {
			if (!applyFilter(found.filter, found.value!, found.filterNot !== undefined)) words.push(whole);
		} else if (found.excluded !== undefined) {
			if (parsed.excluded.length < maxExcluded)
				push(parsed.excluded, { text: found.excluded, phrase: false });
		} else words.push(whole);
	}
	parsed.words = words.join(' ');
	return parsed;
}
