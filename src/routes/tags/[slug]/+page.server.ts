import { error, redirect } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import { loadFeed } from '#lib/server/feed.ts';
import { kinds } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { findTag, follow } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const asked = event.url.searchParams.get('kind');
	const kind = asked !== null && kinds.has(asked) ? asked : undefined;
	const [tag, { feed, sort }] = await Promise.all([
		findTag(ctx.db, actor, event.params.slug),
		loadFeed(event, { tag: event.params.slug, kind }, ['new', 'top', 'unanswered']),
	]);
	if (!tag) error(404, { message: 'There is no such tag.', code: 'items.tag_not_found' });
	// A synonym leads to the tag it stands for.
	if (tag.slug !== event.params.slug)
		redirect(301, `/tags/${encodeURIComponent(tag.slug)}${event.url.search}`);
	event.locals.cache(['tags'], 60);
	return { tag, feed, sort, kind };
});

export const actions = {
	follow: told(
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const tag = await findTag(ctx.db, actor, event.params.slug);
			if (!tag) error(404, { message: 'There is no such tag.' });
			const on = form.get('on') === '1';
			await follow(ctx.db, actor, { tagId: tag.id }, on);
			return answer(event, { on });
		}),
	),
} satisfies Actions;
