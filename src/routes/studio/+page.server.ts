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

/** How many days the chart shows. */
const shown = 30;

export const load = page(async ({ locals }) => {
	const { ctx, actor } = locals;
	const { userId } = requireMember(actor);
	const [earnings, days, things, totals] = await Promise.all([
		earningsOf(ctx.db, userId, payoutTerms(ctx.settings)),
		salesByDay(ctx.db, userId, shown),
		soldThings(ctx.db, userId),
		studioTotals(ctx.db, userId),
	]);
	const today = now().getTime();
	const dates = Array.from({ length: shown }, (_, at) =>
		new Date(today - (shown - 1 - at) * 86_400_000).toISOString().slice(0, 10),
	);
	const charts = [...new Set(days.map(({ currency }) => currency))].map((currency) => {
		const own = new Map(days.filter((one) => one.currency === currency).map((one) => [one.day, one]));
		const sum = (what: 'earned' | 'takenBack' | 'sales') =>
			[...own.values()].reduce((all, one) => all + one[what], 0);
		return {
			currency,
			earned: sum('earned'),
			takenBack: sum('takenBack'),
			sales: sum('sales'),
			days: dates.map((day) => ({
				day,
				earned: own.get(day)?.earned ?? 0,
				takenBack: own.get(day)?.takenBack ?? 0,
			})),
		};
	});
	return {
		earnings,
		charts,
		totals,
		holdDays: ctx.settings.payoutHoldDays,
		things: things.map((thing) => ({ ...thing, href: hrefOfThing(thing) })),
	};
});

function hrefOfThing({ sells, kind, id, slug }: SoldThing): string | null {
	if (sells === 'item') return kind && slug ? hrefOf({ kind, id, slug }) : null;
	if (sells === 'space' || sells === 'seats') return slug ? `/spaces/${slug}` : null;
	return null;
}
