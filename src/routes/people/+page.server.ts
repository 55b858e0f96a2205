import { page } from '#lib/server/page.ts';
import { listPeople } from '#server/modules/accounts/index.ts';

export const load = page(async ({ locals, url }) => {
	const q = (url.searchParams.get('q') ?? '').slice(0, 60).trim();
	const sort = url.searchParams.get('sort') === 'new' ? ('new' as const) : ('reputation' as const);
	const people = await listPeople(locals.ctx.db, {
		sort,
		q: q || undefined,
		cursor: url.searchParams.get('cursor'),
		limit: 36,
	});
	locals.cache(['people'], 120);
	return { people, q, sort };
});
