import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { createApiKey, listApiKeys, revokeApiKey } from '#server/modules/accounts/index.ts';

export const load = page(async ({ locals }) => ({ keys: await listApiKeys(locals.ctx.db, locals.actor) }));

export const actions = {
	create: action(async ({ locals }, form) => {
		const { key } = await createApiKey(locals.ctx.db, locals.actor, {
			name: form.get('name'),
			scopes: form.getAll('scopes'),
			days: form.get('days') || 0,
		});
		return { key };
	}),
	revoke: action(async ({ locals }, form) => {
		const id = parseId<number>(String(form.get('id')));
		if (id) await revokeApiKey(locals.ctx.db, locals.actor, id);
		// A revoked key must not be answered from memory for the seconds that follow.
		locals.ctx.identities.forget(locals.person!.id);
		return { revoked: true };
	}),
};
