import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { isWriteKind, writeForms } from '#lib/server/write-page.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { discardDraft, listDrafts } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { items, next } = await listDrafts(locals.ctx.db, locals.actor, {
		cursor: url.searchParams.get('cursor'),
	});
	return {
		drafts: items.map(({ id, kind, title, source, savedAt }) => ({
			id,
			kind,
			title,
			begins: source.trim().slice(0, 140),
			characters: [...source].length,
			savedAt,
			href: isWriteKind(kind)
				? `${writeForms[kind]}?draft=${id}`
				: kind === 'course'
					? `/studio/courses/${id}`
					: null,
		})),
		next,
		discarded: url.searchParams.has('discarded'),
	};
});

export const actions = {
	discard: action(async (event: RequestEvent, form) => {
		const id = parseId<ItemId>(form.get('draftId') as string | null);
		if (id) await discardDraft(event.locals.ctx.db, event.locals.actor, id);
		redirect(303, '/drafts?discarded');
	}),
} satisfies Actions;
