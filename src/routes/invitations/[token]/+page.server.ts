import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { acceptInvitation, findInvitation, findSpace } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const invitation = await findInvitation(ctx.db, event.params.token);
	// Who is in already sees the space itself; to others a private one stays unseen until they accept.
	const space = invitation && (await findSpace(ctx.db, actor, invitation.slug));
	return { invitation, space, member: space?.role != null };
});

export const actions = {
	default: action(async (event: RequestEvent) => {
		const { slug } = await acceptInvitation(event.locals.ctx.db, event.locals.actor, event.params.token);
		redirect(303, `/spaces/${slug}`);
	}),
} satisfies Actions;
