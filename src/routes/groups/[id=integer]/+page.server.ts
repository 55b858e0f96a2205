import { randomUUID } from 'node:crypto';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { toPayment } from '#lib/server/to-payment.ts';
import { checkout } from '#server/flows/checkout.ts';
import { now } from '#server/kernel/clock.ts';
import { readGroup } from '#server/modules/groups/index.ts';
import { readItem } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const group = await readGroup(ctx.db, actor, event.params.id);
	const shown = await readItem(ctx.db, actor, group.itemId);
	return {
		group,
		item: shown && { title: shown.item.title, href: shown.item.href, excerpt: shown.item.excerpt },
		mayJoin: group.status === 'open' && !group.mine && group.endsAt > now() && shown?.item.held === true,
		address: event.url.origin + event.url.pathname,
		key: randomUUID(),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const group = await readGroup(ctx.db, actor, event.params.id);
		const placed = await checkout(ctx.db, actor, {
			offerId: group.offerId,
			key: form.get('key'),
			details: { groupId: group.id },
		});
		return toPayment(event, placed);
	}),
} satisfies Actions;
