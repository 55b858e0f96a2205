import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listNotifications, markRead } from '#server/modules/notifications/index.ts';

export const load = page(async ({ locals, url }) => {
	requireMember(locals.actor);
	const unread = url.searchParams.get('show') === 'unread';
	return {
		unread,
		notifications: await listNotifications(locals.ctx.db, locals.actor, {
			unread,
			cursor: url.searchParams.get('cursor'),
		}),
	};
});

export const actions = {
	read: action(async ({ locals }, form) => {
		const ids = form.getAll('id').map(Number).filter(Number.isSafeInteger);
		await markRead(locals.ctx.db, locals.actor, form.has('all') ? 'all' : ids);
		if (locals.person) locals.ctx.identities.forget(locals.person.id);
	}),
};
