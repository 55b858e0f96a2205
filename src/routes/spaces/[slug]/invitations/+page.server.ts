import { redirect } from '@sveltejs/kit';
import { managedSpace } from '#lib/server/managed-space.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { createInvitation, listInvitations, revokeInvitation } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const space = await managedSpace(event, (can) => can.invite);
	return {
		invitations: await listInvitations(ctx.db, actor, space.id),
		revoked: event.url.searchParams.has('revoked'),
	};
});

export const actions = {
	create: action(async (event: RequestEvent, form) => {
		const { ctx, actor, origin } = event.locals;
		const space = await managedSpace(event, (can) => can.invite);
		const made = await createInvitation(ctx.db, actor, {
			spaceId: space.id,
			maxUses: Number(form.get('maxUses') || Number.NaN),
			days: Number(form.get('days') || Number.NaN),
		});
		// The token is stored as a hash only: this answer is the one time that the link can be shown.
		return { made: { link: `${origin}/invitations/${made.token}`, expiresAt: made.expiresAt } };
	}),
	revoke: action(async (event: RequestEvent, form) => {
		const space = await managedSpace(event, (can) => can.invite);
		await revokeInvitation(event.locals.ctx.db, event.locals.actor, {
			spaceId: space.id,
			invitationId: parseId<number>(String(form.get('invitationId'))) ?? 0,
		});
		redirect(303, `/spaces/${space.slug}/invitations?revoked`);
	}),
} satisfies Actions;
