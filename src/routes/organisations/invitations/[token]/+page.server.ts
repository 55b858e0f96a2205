import { type RequestEvent, redirect } from '@sveltejs/kit';
import { changing } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import {
	acceptJoinInvitation,
	findJoinInvitation,
	findOrganisation,
} from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor, person }, params }: PageServerLoadEvent) => {
	const invitation = await findJoinInvitation(ctx.db, params.token);
	const inside =
		invitation && actor.userId !== null && (await findOrganisation(ctx.db, actor, invitation.slug));
	return { invitation, signedIn: person !== null, member: Boolean(inside && inside.role) };
});

export const actions = {
	default: changing('accept', async (event: RequestEvent) => {
		const { ctx, actor } = event.locals;
		const { slug } = await acceptJoinInvitation(ctx.db, actor, event.params.token ?? '');
		redirect(303, `/organisations/${slug}`);
	}),
} satisfies Actions;
