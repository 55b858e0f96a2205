import { page } from '#lib/server/page.ts';
import { listPeople } from '#server/modules/accounts/index.ts';
import { listTags } from '#server/modules/items/index.ts';
import { search } from '#server/modules/search/index.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';

const filters = ['kind', 'tag', 'space', 'author', 'lang', 'after', 'before'] as const;

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const query = url.searchParams.get('q')?.trim() ?? '';
	const given = Object.fromEntries(filters.map((name) => [name, url.searchParams.get(name)?.trim() ?? '']));
	const asked = query !== '' || filters.some((name) => given[name]);
	// Who types a name looks for a tag or a person at least as often as for a text.
	const named =
		query.length > 1 && query.length <= 40 && !/[":]/.test(query) && !filters.some((name) => given[name]);
	const [result, spaces, tags, people] = await Promise.all([
		asked
			? search(ctx.db, actor, {
					q: query,
					...given,
					sort: (url.searchParams.get('sort') ?? undefined) as 'new' | undefined,
					page: url.searchParams.get('page') ?? 1,
				})
			: null,
		listSpaces(ctx.db, actor),
		named ? listTags(ctx.db, actor, { prefix: query, limit: 3 }) : null,
		named ? listPeople(ctx.db, { sort: 'reputation', q: query, limit: 3 }) : null,
	]);
	return {
		query,
		given,
		sort: url.searchParams.get('sort') ?? 'relevance',
		result,
		spaces,
		tags: tags?.items ?? [],
		people: people?.items ?? [],
	};
});
