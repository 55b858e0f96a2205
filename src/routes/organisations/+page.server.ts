import { type RequestEvent, redirect } from '@sveltejs/kit';
import { changing } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { joinByDomain, listJoinable, listOrganisations } from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor } }: PageServerLoadEvent) => {
	requireMember(actor);
	const [organisations, joinable] = await Promise.all([
		listOrganisations(ctx.db, actor, { all: true }),
		listJoinable(ctx.db, actor),
	]);
	return {
		mine: organisations.filter(({ role }) => role !== null),
		others: organisations.filter(({ role }) => role === null),
		joinable,
	};
});

export const actions = {
	join: changing('join', async ({ locals: { ctx, actor } }: RequestEvent, field) => {
		const slug = field('slug');
		await joinByDomain(ctx.db, actor, slug);
		redirect(303, `/organisations/${slug}`);
	}),
} satisfies Actions;
