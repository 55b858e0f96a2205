import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { payoutTerms } from '#lib/server/payout-terms.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { now } from '#server/kernel/clock.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import {
	earningsOf,
	type SoldThing,
	salesByDay,
	soldThings,
	studioTotals,
} from '#server/modules/payouts/index.ts';
import { bucketed, spanOf } from '#shared/spans.ts';

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const { userId } = requireMember(actor);
	const span = spanOf(url.searchParams.get('days'));
	const [earnings, days, things, totals] = await Promise.all([
		earningsOf(ctx.db, userId, payoutTerms(ctx.settings)),
		salesByDay(ctx.db, userId, span),
		soldThings(ctx.db, userId),
		studioTotals(ctx.db, userId),
	]);
	const charts = [...new Set(days.map(({ currency }) => currency))].map((currency) => {
		const own = days.filter((one) => one.currency === currency);
		const sum = (what: 'earned' | 'takenBack' | 'sales') => own.reduce((all, one) => all + one[what], 0);
		return {
			currency,
			earned: sum('earned'),
			takenBack: sum('takenBack'),
			sales: sum('sales'),
			bars: bucketed(own, ['earned', 'takenBack'], span, now()).map(({ from, earned, takenBack }) => ({
				from,
				up: earned,
				down: takenBack,
			})),
		};
	});
	return {
		earnings,
		charts,
		span,
		totals,
		holdDays: ctx.settings.payoutHoldDays,
		things: things.map((thing) => ({ ...thing, href: hrefOfThing(thing) })),
	};
});

function hrefOfThing({ sells, kind, id, slug }: SoldThing): string | null {
	if (sells === 'item' || sells === 'group' || sells === 'bounty' || sells === 'cohort')
		return kind && slug ? hrefOf({ kind, id, slug }) : null;
	if (sells === 'space' || sells === 'seats') return slug ? `/spaces/${slug}` : null;
	return sells === 'bundle' && slug ? `/bundles/${slug}` : null;
}
