import { redirect } from '@sveltejs/kit';
import { managedSpace } from '#lib/server/managed-space.ts';
import { action, page } from '#lib/server/page.ts';
import { listSpaceMembers, type SpaceRole, setSpaceRole } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const roles = ['owner', 'moderator', 'expert', 'member'] as const;

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const space = await managedSpace(event, (can) => can.update);
	const asked = event.url.searchParams.get('role');
	const role = roles.find((name) => name === asked);
	const members = await listSpaceMembers(ctx.db, actor, {
		spaceId: space.id,
		role,
		cursor: event.url.searchParams.get('cursor'),
		limit: 50,
	});
	return {
		members,
		role: role ?? null,
		roles,
		mayAppoint: space.can.appoint,
		self: actor.userId,
		saved: event.url.searchParams.has('saved'),
	};
});

const back = (event: RequestEvent) => {
	const query = new URLSearchParams(event.url.search);
	for (const name of [...query.keys()]) if (name.startsWith('/')) query.delete(name);
	query.set('saved', '');
	redirect(303, `${event.url.pathname}?${query}`);
};

export const actions = {
	role: action(async (event: RequestEvent, form) => {
		const space = await managedSpace(event, (can) => can.appoint);
		await setSpaceRole(event.locals.ctx.db, event.locals.actor, {
			spaceId: space.id,
			userId: Number(form.get('userId')),
			role: String(form.get('role')) as SpaceRole,
		});
		back(event);
	}),
	remove: action(async (event: RequestEvent, form) => {
		const space = await managedSpace(event, (can) => can.update);
		await setSpaceRole(event.locals.ctx.db, event.locals.actor, {
			spaceId: space.id,
			userId: Number(form.get('userId')),
			role: null,
		});
		back(event);
	}),
} satisfies Actions;
