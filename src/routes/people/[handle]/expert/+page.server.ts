import { error, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { findPerson } from '#server/modules/accounts/index.ts';
import { listOffers, listOwnOffers } from '#server/modules/catalog/index.ts';
import { findExpert } from '#server/modules/experts/index.ts';
import { hrefOf, listItems } from '#server/modules/items/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const shown = await findPerson(ctx.db, event.params.handle);
	if (!shown) error(404, { message: 'There is no such person.', code: 'accounts.not_found' });
	if (shown.handle !== event.params.handle) redirect(301, `/people/${shown.handle}/expert`);
	const expert = await findExpert(ctx.db, shown.id);
	if (!expert)
		error(404, { message: 'This person is not a verified expert now.', code: 'experts.expert_not_found' });
	const [offers, sold, courses] = await Promise.all([
		listOffers(ctx.db, { personId: shown.id }),
		listOwnOffers(ctx.db, shown.id),
		// Only what this reader may know of is named here.
		listItems(ctx.db, actor, { authorId: shown.id, kind: 'course', sort: 'new' }),
	]);
	const priceOf = new Map(
		sold.flatMap(({ itemId, price }) => (itemId === null ? [] : [[itemId as number, price] as const])),
	);
	return {
		expert,
		own: actor.userId === shown.id,
		sells: {
			question: offers.some(({ sells }) => sells === 'question'),
			talk: offers.some(({ sells }) => sells === 'slot'),
		},
		courses: courses.items
			.slice(0, 10)
			.map((item) => ({ title: item.title, href: hrefOf(item), price: priceOf.get(item.id) ?? null })),
	};
});
