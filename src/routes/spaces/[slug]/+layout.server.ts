import { error } from '@sveltejs/kit';
import { catalogPolicy, listOffers } from '#server/modules/catalog/index.ts';
import { isFollowing, relationsTo } from '#server/modules/items/index.ts';
import { findSpace } from '#server/modules/spaces/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { ctx, actor } = locals;
	const space = await findSpace(ctx.db, actor, params.slug);
	if (!space) error(404, { message: 'There is no such space.', code: 'spaces.not_found' });
	const [offers, following] = await Promise.all([
		space.access === 'paid' ? listOffers(ctx.db, { spaceId: space.id }) : [],
		isFollowing(ctx.db, actor, { spaceId: space.id }),
	]);
	locals.cache([`space:${space.id}`], 60);
	const mayPrice = catalogPolicy.permits('price', relationsTo(actor, space.ownerId, null));
	return { space, offers, following, mayPrice };
};
