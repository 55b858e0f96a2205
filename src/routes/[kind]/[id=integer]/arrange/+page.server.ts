import { error, redirect } from '@sveltejs/kit';
import { answer, ofForm } from '#lib/server/answer.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { addToColumn, arrangeColumn, listColumn, removeFromColumn } from '#server/modules/articles/index.ts';
import { itemError, listItems, personalState, readItem } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { userId } = requireMember(actor);
	const id = event.params.id as ItemId;
	const [shown, mine] = await Promise.all([readItem(ctx.db, actor, id), personalState(ctx.db, actor, id)]);
	if (!kindByPath(event.params.kind) || shown?.item.kind !== 'column') throw itemError('not_found');
	if (!mine.can.arrange)
		error(403, { message: 'This actor may not arrange this column.', code: 'common.forbidden' });
	if (event.params.kind !== shown.item.path) redirect(301, `/${shown.item.path}/${id}/arrange`);
	const [parts, own] = await Promise.all([
		listColumn(ctx.db, actor, id, { limit: 200 }),
		listItems(ctx.db, actor, { kind: 'article', authorId: userId, sort: 'new', limit: 100 }),
	]);
	const inside = new Set(parts.items.map((part) => part.id));
	return {
		item: { id, title: shown.item.title, href: shown.item.href },
		parts: parts.items.map(({ id, title, href, status }) => ({ id, title, href, status })),
		articles: own.items.filter((article) => !inside.has(article.id)).map(({ id, title }) => ({ id, title })),
		done: event.url.searchParams.has('done'),
	};
});

const done = (event: RequestEvent) => redirect(303, `${event.url.pathname}?done`);

export const actions = {
	/** Fields `n-<id>` hold the numbers as typed; equal ones keep the order in which they stood. */
	order: action(async (event: RequestEvent, form) => {
		const numbered = [...form].flatMap(([name, value], at) => {
			const id = parseId<ItemId>(/^n-(\d+)$/.exec(name)?.[1]);
			return id === null ? [] : [{ id, number: Number(value) || Number.MAX_SAFE_INTEGER, at }];
		});
		numbered.sort((a, b) => a.number - b.number || a.at - b.at);
		await arrangeColumn(event.locals.ctx.db, event.locals.actor, {
			columnId: event.params.id as ItemId,
			order: numbered.map(({ id }) => id),
		});
		done(event);
	}),
	add: ofForm(
		'add',
		action(async (event: RequestEvent, form) => {
			const itemId = parseId<ItemId>(form.get('itemId') as string | null);
			if (!itemId) throw itemError('not_found', { fields: { itemId: 'items.id_shape' } });
			await addToColumn(event.locals.ctx.db, event.locals.actor, {
				columnId: event.params.id as ItemId,
				itemId,
			});
			done(event);
		}),
	),
	remove: action(async (event: RequestEvent, form) => {
		const itemId = parseId<ItemId>(form.get('itemId') as string | null);
		if (itemId)
			await removeFromColumn(event.locals.ctx.db, event.locals.actor, {
				columnId: event.params.id as ItemId,
				itemId,
			});
		return answer(event, {}, '?done');
	}),
} satisfies Actions;
