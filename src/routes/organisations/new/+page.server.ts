import { type RequestEvent, redirect } from '@sveltejs/kit';
import { changing } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { foundOrganisation } from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { actor } }: PageServerLoadEvent) => {
	requireMember(actor);
	return {};
});

export const actions = {
	default: changing('found', async ({ locals: { ctx, actor } }: RequestEvent, field) => {
		const { slug } = await foundOrganisation(ctx.db, actor, {
			name: field('name'),
			slug: field('slug'),
			about: field('about'),
		});
		redirect(303, `/organisations/${slug}/people`);
	}),
} satisfies Actions;
