import { error, redirect } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import { kinds } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { now } from '#server/kernel/clock.ts';
import { findPerson } from '#server/modules/accounts/index.ts';
import { listOffers } from '#server/modules/catalog/index.ts';
import { listReputation, standingByMonth } from '#server/modules/growth/index.ts';
import {
	authorStats,
	follow,
	hrefOf,
	isFollowing,
	listItems,
	listRepliesBy,
} from '#server/modules/items/index.ts';
import { listBadgesOf, listHonours } from '#server/modules/rewards/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** `all`, a kind of item, `answers` or `reputation`. */
function tabOf(asked: string | null): string {
	return asked !== null && (kinds.has(asked) || asked === 'answers' || asked === 'reputation')
		? asked
		: 'all';
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor, cache } = event.locals;
	const shown = await findPerson(ctx.db, event.params.handle);
	if (!shown) error(404, { message: 'There is no such person.', code: 'accounts.not_found' });
	if (shown.handle !== event.params.handle) redirect(301, `/people/${shown.handle}${event.url.search}`);
	const tab = tabOf(event.url.searchParams.get('tab'));
	const cursor = event.url.searchParams.get('cursor');
	const [stats, following, items, answers, reputation, months, offers, badges, honours] = await Promise.all([
		authorStats(ctx.db, shown.id),
		isFollowing(ctx.db, actor, { personId: shown.id }),
		tab === 'answers' || tab === 'reputation'
			? null
			: listItems(ctx.db, actor, {
					authorId: shown.id,
					sort: 'new',
					kind: tab === 'all' ? undefined : tab,
					cursor,
				}),
		tab === 'answers' ? listRepliesBy(ctx.db, actor, shown.id, { cursor }) : null,
		tab === 'reputation' ? listReputation(ctx.db, shown.id, { cursor }) : null,
		tab === 'reputation' ? standingByMonth(ctx.db, 'reputation', shown.id, now()) : null,
		listOffers(ctx.db, { personId: shown.id }),
		listBadgesOf(ctx.db, actor, shown.id),
		listHonours(ctx.db, { person: shown.id, limit: 12 }),
	]);
	cache([`person:${shown.id}`], 60);
	return {
		shown,
		stats,
		following,
		tab,
		items,
		answers,
		offers,
		badges,
		honours: honours.items,
		reputation: reputation && {
			next: reputation.next,
			months: months!,
			items: reputation.items.map((entry) => ({ entry, href: entry.href ? hrefOf(entry.href) : null })),
		},
	};
});

export const actions = {
	follow: told(
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const shown = await findPerson(ctx.db, event.params.handle);
			if (!shown) error(404, { message: 'There is no such person.' });
			const on = form.get('on') === '1';
			await follow(ctx.db, actor, { personId: shown.id }, on);
			return answer(event, { on });
		}),
	),
} satisfies Actions;
