import { page } from '#lib/server/page.ts';
import { search } from '#server/modules/search/index.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';

const filters = ['kind', 'tag', 'space', 'author', 'lang', 'after', 'before'] as const;

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const query = url.searchParams.get('q')?.trim() ?? '';
	const given = Object.fromEntries(filters.map((name) => [name, url.searchParams.get(name)?.trim() ?? '']));
	const asked = query !== '' || filters.some((name) => given[name]);
	const [result, spaces] = await Promise.all([
		asked
			? search(ctx.db, actor, {
					q: query,
					...given,
					sort: (url.searchParams.get('sort') ?? undefined) as 'new' | undefined,
					page: url.searchParams.get('page') ?? 1,
				})
			: null,
		listSpaces(ctx.db, actor),
	]);
	return { query, given, sort: url.searchParams.get('sort') ?? 'relevance', result, spaces };
});
