import { page } from '#lib/server/page.ts';
import type { Currency } from '#server/kernel/money.ts';
import { listExperts, mayReview } from '#server/modules/experts/index.ts';
import { currencies, parsePrice } from '#shared/price.ts';

export const load = page(async ({ locals, url }) => {
	const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 60);
	const one = <T extends string>(name: string, of: readonly T[]) =>
		of.find((value) => value === asked(name)) ?? null;
	const currency: Currency = one('currency', currencies) ?? 'CNY';
	const amount = parsePrice(asked('most'), currency);
	const within = Number(asked('within'));
	const filter = {
		tag: asked('tag').replace(/^#/, '').toLowerCase() || null,
		language: one('language', ['zh-CN', 'en']),
		sells: one('sells', ['question', 'talk']),
		most: amount === null || amount <= 0 ? null : { amount, currency },
		answersWithin: Number.isFinite(within) && within > 0 ? within : null,
	};
	const [experts, reviewer] = await Promise.all([
		listExperts(locals.ctx.db, { ...filter, cursor: url.searchParams.get('cursor') }),
		mayReview(locals.ctx.db, locals.actor),
	]);
	return {
		experts,
		reviewer,
		asked: { ...filter, most: asked('most'), currency, within: asked('within') },
		filtered: Object.values(filter).some((value) => value !== null),
	};
});
