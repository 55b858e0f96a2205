import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { formReader, inForm, readDiscount } from '#lib/server/pricing-forms.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { changeSettings } from '#server/modules/admin/index.ts';
import {
	endTaxRate,
	listDiscounts,
	listSegments,
	listTaxRates,
	listTierOffers,
	listTiers,
	makeDiscount,
	retireDiscount,
	retireTier,
	setOffer,
	setSegment,
	setTaxRate,
	setTier,
} from '#server/modules/catalog/index.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';
import { readSettings } from '#server/platform/settings/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	requireStaff(actor, 'admin');
	const [settings, discounts, taxes, tiers, offers, segments, spaces] = await Promise.all([
		readSettings(ctx.db),
		listDiscounts(ctx.db, actor, { whose: 'all', cursor: url.searchParams.get('cursor') }),
		listTaxRates(ctx.db),
		listTiers(ctx.db),
		listTierOffers(ctx.db),
		listSegments(ctx.db, actor),
		listSpaces(ctx.db, actor, { limit: 100 }),
	]);
	return {
		settings,
		discounts,
		taxes,
		tiers: tiers.map((tier) => ({ ...tier, offers: offers.filter(({ tierId }) => tierId === tier.id) })),
		segments,
		paid: spaces.items
			.filter(({ access }) => access === 'paid')
			.map(({ id, name, names }) => ({ id, name, names })),
		saved: url.searchParams.has('saved'),
	};
});

const done = () => redirect(303, '/admin/promotions?saved');

export const actions = {
	rules: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		await inForm('rules', async () => {
			ctx.settings = await changeSettings(ctx.db, actor, {
				...(await readSettings(ctx.db)),
				promotionStacking: read.text('promotionStacking'),
				couponStacking: read.text('couponStacking'),
				discountAtMostBps: read.percent('discountAtMostBps'),
				reserveMinutes: Number(read.text('reserveMinutes')),
				defaultRegion: read.text('defaultRegion').toUpperCase(),
				affiliateBps: read.percent('affiliateBps') ?? 0,
				affiliateWindowDays: Number(read.text('affiliateWindowDays')),
				affiliateHoldDays: Number(read.text('affiliateHoldDays')),
			});
		});
		done();
	}),
	make: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await inForm('make', async () => makeDiscount(ctx.db, actor, readDiscount(form, 'all')));
		done();
	}),
	retire: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireDiscount(ctx.db, actor, Number(form.get('id')));
		done();
	}),
	tax: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		await inForm('tax', () =>
			setTaxRate(ctx.db, actor, {
				region: read.text('region').toUpperCase(),
				name: read.text('name'),
				bps: read.percent('bps'),
				included: read.text('included') === '1',
			}),
		);
		done();
	}),
	endTax: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await endTaxRate(ctx.db, actor, String(form.get('region')));
		done();
	}),
	tier: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		const named = (name: string) => ({ 'zh-CN': read.text(`${name}-zh`), en: read.text(`${name}-en`) });
		await inForm(`tier-${read.text('was')}`, () =>
			setTier(ctx.db, actor, {
				slug: read.text('slug'),
				name: read.text('name-en') || read.text('name-zh'),
				names: named('name'),
				description: read.text('description-en') || read.text('description-zh'),
				descriptions: named('description'),
				rank: read.text('rank'),
				spaceIds: read.all('spaceIds'),
			}),
		);
		done();
	}),
	tierPrice: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		const amount = read.amount('price');
		await inForm(`price-${read.text('thingId')}`, async () => {
			read.demandReadable();
			await setOffer(ctx.db, actor, {
				sells: 'tier',
				thingId: read.text('thingId'),
				months: read.text('months'),
				price: amount === null ? null : { amount, currency: read.text('currency') },
			});
		});
		done();
	}),
	retireTier: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireTier(ctx.db, actor, Number(form.get('id')));
		done();
	}),
	segment: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		await inForm('segment', () =>
			setSegment(ctx.db, actor, {
				segment: read.text('segment'),
				handles: read
					.text('handles')
					.split(/[\s,，、;；]+/)
					.map((handle) => handle.replace(/^@/, ''))
					.filter(Boolean),
			}),
		);
		done();
	}),
} satisfies Actions;
