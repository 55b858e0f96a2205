import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { formReader, inForm } from '#lib/server/pricing-forms.ts';
import { requireMember } from '#server/contracts/actor.ts';
import {
	affiliateRateOf,
	listAffiliateLinks,
	makeAffiliateLink,
	retireAffiliateLink,
	setAffiliateRate,
} from '#server/modules/catalog/index.ts';
import { affiliateEarnings } from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor, origin }, url }: PageServerLoadEvent) => {
	requireMember(actor);
	const { affiliateBps, affiliateWindowDays, affiliateHoldDays } = ctx.settings;
	const [links, earnings, own] = await Promise.all([
		listAffiliateLinks(ctx.db, actor),
		affiliateEarnings(ctx.db, actor, affiliateHoldDays),
		affiliateRateOf(ctx.db, actor),
	]);
	return {
		links: links.map((link) => ({
			...link,
			href: `${origin}/via/${link.code}`,
			earned: earnings.filter(({ linkId }) => linkId === link.id),
		})),
		rate: affiliateBps,
		windowDays: affiliateWindowDays,
		holdDays: affiliateHoldDays,
		own,
		saved: url.searchParams.has('saved'),
	};
});

const done = () => redirect(303, '/studio/affiliate?saved');

export const actions = {
	make: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await inForm('make', () => makeAffiliateLink(ctx.db, actor, { note: form.get('note') ?? '' }));
		done();
	}),
	retire: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireAffiliateLink(ctx.db, actor, Number(form.get('id')));
		done();
	}),
	rate: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const bps = formReader(form).percent('bps');
		await inForm('rate', () => setAffiliateRate(ctx.db, actor, { bps }));
		done();
	}),
} satisfies Actions;
