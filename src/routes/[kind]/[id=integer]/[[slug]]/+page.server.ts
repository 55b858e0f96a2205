import { error, redirect } from '@sveltejs/kit';
import { answer, ofForm } from '#lib/server/answer.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { personalState, readItem, reply, vote } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const sorts = ['top', 'new', 'old'] as const;

export const load = page(async (event: PageServerLoadEvent) => {
	const { params, url, locals } = event;
	const { ctx, actor } = locals;
	const kind = kindByPath(params.kind);
	if (!kind) error(404, { message: 'There is no such page.' });
	const first = kind.replyKinds.includes('post') ? 'old' : 'top';
	const sort = sorts.find((name) => name === url.searchParams.get('sort')) ?? first;
	const [shown, mine] = await Promise.all([
		readItem(ctx.db, actor, params.id, { replySort: sort, replyCursor: url.searchParams.get('cursor') }),
		personalState(ctx.db, actor, params.id),
	]);
	if (!shown) error(404, { message: 'There is no such item.', code: 'items.not_found' });
	// One address for one item: an old title or another kind's path leads to the present one.
	if (shown.item.path !== params.kind || shown.item.slug !== params.slug) redirect(301, shown.item.href + url.search);
	locals.cache([`item:${shown.item.id}`], 300);
	return { shown, mine, sort, bar: 'item' as const };
});

const replyIdOf = (form: FormData) => (form.has('replyId') ? Number(form.get('replyId')) : null);

function replying(kind: 'answer' | 'post' | 'comment') {
	return ofForm(
		kind,
		action(async (event: RequestEvent, form) => {
			const { id } = await reply(event.locals.ctx.db, event.locals.actor, {
				itemId: event.params.id,
				kind,
				parentId: form.get('parentId') ? Number(form.get('parentId')) : null,
				source: String(form.get('source') ?? ''),
			});
			return answer(event, { id }, `#r${id}`);
		}),
	);
}

export const actions = {
	vote: action(async (event: RequestEvent, form) => {
		const replyId = replyIdOf(form);
		const value = Number(form.get('value')) as -1 | 0 | 1;
		const stands = await vote(event.locals.ctx.db, event.locals.actor, { itemId: event.params.id, replyId, value });
		return answer(event, stands, replyId ? `#r${replyId}` : '');
	}),
	answer: replying('answer'),
	post: replying('post'),
	comment: replying('comment'),
} satisfies Actions;
