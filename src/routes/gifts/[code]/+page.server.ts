import { redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { redeemGift } from '#server/flows/redeem-gift.ts';
import { findGift, type Gift } from '#server/modules/gifts/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

function hrefOfGift({ sells, itemId, itemKind, slug }: Gift): string {
	if (itemId !== null) return hrefOf({ kind: itemKind ?? '', id: itemId, slug });
	if (sells === 'bundle') return `/bundles/${slug}`;
	return sells === 'tier' ? '/library' : `/spaces/${slug}`;
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const gift = await findGift(ctx.db, event.params.code);
	return {
		gift,
		href: hrefOfGift(gift),
		own: gift.giverId === actor.userId,
		mine: gift.redeemedBy !== null && gift.redeemedBy.id === actor.userId,
	};
});

export const actions = {
	default: action(async (event: RequestEvent) => {
		const { ctx, actor } = event.locals;
		await redeemGift(ctx.db, actor, event.params.code);
		redirect(303, hrefOfGift(await findGift(ctx.db, event.params.code)));
	}),
} satisfies Actions;
