import { redirect } from '@sveltejs/kit';
import { moneyOf } from '#lib/server/deal-forms.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { openTill, toPayment } from '#lib/server/till.ts';
import { offerCashBounty } from '#server/flows/cash-bounty.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { listBounties } from '#server/modules/asks/index.ts';
import { itemError, readItem } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const shown = await readItem(ctx.db, actor, event.params.id as ItemId);
	const kind = kindByPath(event.params.kind);
	if (!kind?.acceptsAnswer || !shown || shown.item.kind !== kind.name) throw itemError('not_found');
	const { item } = shown;
	if (item.path !== event.params.kind) redirect(301, `/${item.path}/${item.id}/bounty`);
	return {
		item: { id: item.id, title: item.title, href: item.href },
		till: openTill(event, 'CNY'),
		mayOffer: item.status === 'published' && !item.accepted && !item.closed && !item.locked,
		bounties: await listBounties(ctx.db, item.id),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const placed = await offerCashBounty(ctx.db, actor, event.params.id as ItemId, {
			...moneyOf(form),
			days: form.get('days'),
			key: form.get('key'),
		});
		return toPayment(event, placed, form);
	}),
} satisfies Actions;
