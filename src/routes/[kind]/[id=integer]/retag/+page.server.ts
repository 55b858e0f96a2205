import { error, redirect } from '@sveltejs/kit';
import { kindByPath } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { itemError, personalState, readItem, readOriginal, retagItem } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ params, locals: { ctx, actor } }: PageServerLoadEvent) => {
	requireMember(actor);
	const id = params.id as ItemId;
	const [shown, original, mine] = await Promise.all([
		readItem(ctx.db, actor, id),
		readOriginal(ctx.db, actor, id),
		personalState(ctx.db, actor, id),
	]);
	if (!kindByPath(params.kind) || !shown || !original) throw itemError('not_found');
	if (!mine.can.retag)
		error(403, { message: 'This actor may not change tags here.', code: 'common.forbidden' });
	const { title, href } = shown.item;
	return { title, href, tags: original.tags, revision: original.revision, bar: 'item' as const };
});

export const actions = {
	default: action(async ({ params, locals: { ctx, actor } }: RequestEvent, form) => {
		const tags = String(form.get('tags') ?? '')
			.split(/[\s,，、]+/)
			.filter(Boolean);
		await retagItem(ctx.db, actor, params.id as ItemId, {
			tags,
			revision: Number(form.get('revision')) || 0,
		});
		redirect(303, `/${params.kind}/${params.id}`);
	}),
} satisfies Actions;
