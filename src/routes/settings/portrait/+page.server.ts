import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { changePortrait } from '#server/flows/change-portrait.ts';
import { commonError } from '#server/kernel/errors.ts';
import { findPerson } from '#server/modules/accounts/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor, person } }: PageServerLoadEvent) => {
	requireMember(actor);
	return { profile: (await findPerson(ctx.db, person!.handle))! };
});

export const actions = {
	set: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const { userId } = requireMember(actor);
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0)
			throw commonError('invalid_input', { fields: { file: 'common.bad_value' } });
		const bytes = Buffer.from(await file.arrayBuffer());
		await changePortrait(ctx.db, actor, { bytes, name: file.name }, ctx.media);
		ctx.identities.forget(userId);
		redirect(303, '/settings');
	}),
	remove: action(async ({ locals: { ctx, actor } }: RequestEvent) => {
		const { userId } = requireMember(actor);
		await changePortrait(ctx.db, actor, null, ctx.media);
		ctx.identities.forget(userId);
		redirect(303, '/settings');
	}),
} satisfies Actions;
