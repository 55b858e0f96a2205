import { error } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { viaOf } from '#lib/server/checkout-form.ts';
import { page } from '#lib/server/page.ts';
import { findBundle, listOffers } from '#server/modules/catalog/index.ts';
import { may } from '#server/modules/entitlements/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { priceOffers } from '#server/modules/orders/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, params, cookies }: PageServerLoadEvent) => {
	const bundle = await findBundle(ctx.db, { slug: params.slug });
	const access = bundle ? await may(ctx.db, actor, 'read', bundle.items) : null;
	// What is in a private space is not named to strangers, not even in a bundle.
	if (!bundle || !access || [...access.values()].includes('none'))
		error(404, { message: 'There is no such bundle.', code: 'common.not_found' });
	const offers = await listOffers(ctx.db, { bundleId: bundle.id });
	const { prices } = await priceOffers(
		ctx.db,
		offers,
		{ quantity: 1 },
		{ buyerId: actor.userId, via: viaOf(cookies) },
	);
	const [first] = prices;
	return {
		bundle: {
			...bundle,
			items: bundle.items.map((item) => ({
				...item,
				href: hrefOf(item),
				open: access.get(item.id) === 'full',
			})),
		},
		price: first ? { amount: first.price.total, currency: first.price.currency } : null,
		owned: [...access.values()].every((one) => one === 'full'),
	};
});
