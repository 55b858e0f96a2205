import { error } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import { loadFeed } from '#lib/server/feed.ts';
import { kinds } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { follow } from '#server/modules/items/index.ts';
import { findSpace, joinSpace, leaveSpace } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { space } = await event.parent();
	const asked = event.url.searchParams.get('kind');
	const kind = asked !== null && kinds.has(asked) ? asked : undefined;
	const { feed, sort } = await loadFeed(event, { spaceId: space.id, kind }, [
		'hot',
		'new',
		'top',
		'unanswered',
	]);
	return { feed, sort, kind };
});

async function spaceOf(event: RequestEvent) {
	const space = await findSpace(event.locals.ctx.db, event.locals.actor, event.params.slug);
	if (!space) error(404, { message: 'There is no such space.', code: 'spaces.not_found' });
	return space;
}

export const actions = {
	join: told(
		action(async (event: RequestEvent) => {
			await joinSpace(event.locals.ctx.db, event.locals.actor, (await spaceOf(event)).id);
			return answer(event, {});
		}),
	),
	leave: told(
		action(async (event: RequestEvent) => {
			await leaveSpace(event.locals.ctx.db, event.locals.actor, (await spaceOf(event)).id);
			return answer(event, {});
		}),
	),
	follow: told(
		action(async (event: RequestEvent, form) => {
			const on = form.get('on') === '1';
			await follow(event.locals.ctx.db, event.locals.actor, { spaceId: (await spaceOf(event)).id }, on);
			return answer(event, { on });
		}),
	),
} satisfies Actions;
