import { type RequestEvent, redirect } from '@sveltejs/kit';
import { applicationOf } from '#lib/server/expert-form.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { applyAsExpert, readOwnStanding } from '#server/modules/experts/index.ts';
import { uploadWhole } from '#server/modules/media/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals, url }) => ({
	standing: await readOwnStanding(locals.ctx.db, locals.actor),
	sent: url.searchParams.has('sent'),
}));

export const actions = {
	apply: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const file = form.get('file');
		const held =
			file instanceof File && file.size > 0
				? {
						mediaId: await uploadWhole(
							ctx.db,
							actor,
							{ name: file.name, purpose: 'file', bytes: new Uint8Array(await file.arrayBuffer()) },
							ctx.media,
						),
						title: String(form.get('fileTitle') ?? '').trim() || file.name.slice(0, 150),
					}
				: null;
		await applyAsExpert(ctx.db, actor, applicationOf(form, held));
		redirect(303, '/experts/apply?sent=1');
	}),
} satisfies Actions;
