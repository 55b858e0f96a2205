import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { placing, tillOf, toPayment } from '#lib/server/till.ts';
import { checkout } from '#server/flows/checkout.ts';
import { now } from '#server/kernel/clock.ts';
import { offerAsOrdered } from '#server/modules/catalog/index.ts';
import { readGroup } from '#server/modules/groups/index.ts';
import { readItem } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const group = await readGroup(ctx.db, actor, event.params.id);
	const shown = await readItem(ctx.db, actor, group.itemId);
	const mayJoin = group.status === 'open' && !group.mine && group.endsAt > now() && shown?.item.held === true;
	return {
		group,
		item: shown && { title: shown.item.title, href: shown.item.href, excerpt: shown.item.excerpt },
		mayJoin,
		till: mayJoin ? await tillOf(event, await offerAsOrdered(ctx.db, group.offerId)) : null,
		address: event.url.origin + event.url.pathname,
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const group = await readGroup(ctx.db, actor, event.params.id);
		const placed = await checkout(ctx.db, actor, {
			offerId: group.offerId,
			...placing(event, form),
			details: { groupId: group.id },
		});
		return toPayment(event, placed, form);
	}),
} satisfies Actions;
