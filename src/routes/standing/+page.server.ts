import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { now } from '#server/kernel/clock.ts';
import {
	activeRules,
	levelHistory,
	listPoints,
	listReputation,
	readStanding,
	standingByMonth,
} from '#server/modules/growth/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import '#lib/server/kinds.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	const { userId } = requireMember(actor);
	const tab = url.searchParams.get('tab') === 'points' ? ('points' as const) : ('reputation' as const);
	const list = tab === 'points' ? listPoints : listReputation;
	const [standing, entries, months, levels, { rules }] = await Promise.all([
		readStanding(ctx.db, userId),
		list(ctx.db, userId, { cursor: url.searchParams.get('cursor') }),
		standingByMonth(ctx.db, tab, userId, now()),
		levelHistory(ctx.db, userId),
		activeRules(ctx.db),
	]);
	return {
		standing: standing!,
		tab,
		months,
		levels,
		closingVotes: rules.closingVotes,
		next: entries.next,
		entries: entries.items.map((entry) => ({ entry, href: entry.href ? hrefOf(entry.href) : null })),
	};
});
