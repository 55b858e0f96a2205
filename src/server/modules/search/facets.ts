import { facet } from './document.ts';
import type { Request } from './plan.ts';
import type { StatisticsRow } from './queries.ts';
import type { ParsedQuery } from './query.ts';

/** Facets whose lexemes need no look-up. */
export function plainFacets({ filters }: ParsedQuery): string[][] {
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

/** Every filter as facets; names that stand for nobody are added to the query's problems. */
export function allFacets(
	query: ParsedQuery,
	stats: StatisticsRow,
): Pick<Request, 'facets' | 'excludedFacets'> {
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
