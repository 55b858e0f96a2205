import { page } from '#lib/server/page.ts';
import { NEWCOMER_DAYS, type Period, periods, readBoard } from '#server/modules/leaderboards/index.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';
import type { PageServerLoadEvent } from './$types';

/** What was asked for, or the nearest thing that there is: a page is never wrong by its address. */
function askedFor(query: URLSearchParams) {
	const period = periods.find((one) => one === query.get('period')) ?? 'week';
	const who = query.get('who') ?? '';
	const newcomers = who === 'newcomers' && period !== 'all';
	return {
		measure: query.get('measure') === 'points' ? ('points' as const) : ('reputation' as const),
		period: period as Period,
		ago: period !== 'all' && query.get('ago') === '1' ? 1 : 0,
		space: newcomers ? '' : (query.get('space') ?? '').slice(0, 60),
		tag: newcomers || query.get('space') ? '' : (query.get('tag') ?? '').trim().toLowerCase().slice(0, 60),
		newcomers,
	};
}

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const asked = askedFor(url.searchParams);
	const [board, spaces] = await Promise.all([
		readBoard(ctx.db, actor, asked, { cursor: url.searchParams.get('cursor') }),
		listSpaces(ctx.db, actor, { limit: 50 }),
	]);
	return {
		asked,
		board,
		days: NEWCOMER_DAYS,
		spaces: spaces.items.map(({ slug, name, names }) => ({ slug, name, names })),
	};
});
