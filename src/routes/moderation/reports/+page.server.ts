import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { listOwnReports } from '#server/modules/moderation/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const reports = await listOwnReports(locals.ctx.db, locals.actor, {
		cursor: url.searchParams.get('cursor'),
	});
	return {
		sent: url.searchParams.has('sent'),
		next: reports.next,
		reports: reports.items.map((one) => ({
			...one,
			href: one.item
				? hrefOf(one.item) + (one.replyId ? `#r${one.replyId}` : '')
				: one.person
					? `/people/${one.person.handle}`
					: null,
		})),
	};
});
