import { error } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { hrefOf, kindByPath } from '#server/modules/items/index.ts';
import { explain, readQuality } from '#server/modules/quality/index.ts';
import type { PageServerLoadEvent } from './$types';

/** Why an item has the score that it has: for its author and for who looks after the place. */
export const load = page(async ({ locals, params }: PageServerLoadEvent) => {
	requireMember(locals.actor);
	const id = params.id as unknown as ItemId;
	const quality = await readQuality(locals.ctx.db, locals.actor, id);
	const item = await locals.ctx.db
		.selectFrom('items')
		.select(['id', 'kind', 'slug', 'title'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!item || kindByPath(params.kind)?.name !== item.kind) error(404, { message: 'There is no such item.' });
	return {
		item: { title: item.title, href: hrefOf({ ...item, id }) },
		quality: quality && { ...quality, shares: explain(quality.parts) },
	};
});
