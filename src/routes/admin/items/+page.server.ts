import { action, page } from '#lib/server/page.ts';
import { commonError } from '#server/kernel/errors.ts';
import { parseId } from '#server/kernel/ids.ts';
import { listItemsForStaff } from '#server/modules/admin/index.ts';
import { hideItem, restoreItem, unhideItem } from '#server/modules/items/index.ts';

export const load = page(async ({ locals, url }) => {
	const status = url.searchParams.get('status') ?? '';
	return {
		status,
		items: await listItemsForStaff(locals.ctx.db, locals.actor, {
			status,
			cursor: url.searchParams.get('cursor'),
		}),
	};
});

function itemOf(form: FormData): number {
	const id = parseId<number>(String(form.get('id')));
	if (!id) throw commonError('not_found');
	return id;
}

export const actions = {
	hide: action(async ({ locals }, form) => {
		await hideItem(locals.ctx.db, locals.actor, itemOf(form), String(form.get('reason') ?? ''));
		return { done: true };
	}),
	unhide: action(async ({ locals }, form) => {
		await unhideItem(locals.ctx.db, locals.actor, itemOf(form));
		return { done: true };
	}),
	restore: action(async ({ locals }, form) => {
		await restoreItem(locals.ctx.db, locals.actor, itemOf(form));
		return { done: true };
	}),
};
