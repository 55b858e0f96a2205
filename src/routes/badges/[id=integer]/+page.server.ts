import { type RequestEvent, redirect } from '@sveltejs/kit';
import { told } from '#lib/server/answer.ts';
import { issuerOf } from '#lib/server/credentials.ts';
import { action, page } from '#lib/server/page.ts';
import { signBadge } from '#server/modules/credentials/index.ts';
import { listAwards, listBadgesOf, readBadge } from '#server/modules/rewards/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, params, url }: PageServerLoadEvent) => {
	const badge = await readBadge(ctx.db, actor, Number(params.id));
	const [awards, own] = await Promise.all([
		listAwards(ctx.db, badge.id, { cursor: url.searchParams.get('cursor') }),
		actor.userId !== null && badge.mine ? listBadgesOf(ctx.db, actor, actor.userId) : [],
	]);
	return { badge, awards, ownAward: own.find(({ id }) => id === badge.id)?.awardId ?? null };
});

export const actions = {
	sign: told(
		action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
			const token = await signBadge(ctx.db, actor, Number(form.get('award')), issuerOf(ctx));
			redirect(303, `/certificates/${token}`);
		}),
	),
} satisfies Actions;
