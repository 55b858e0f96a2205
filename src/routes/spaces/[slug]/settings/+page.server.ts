import { redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { atSpaceFields, managedSpace } from '#lib/server/managed-space.ts';
import { action, page } from '#lib/server/page.ts';
import { readSpaceForm, spaceFields } from '#lib/server/space-form.ts';
import { updateSpace } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const space = await managedSpace(event, (can) => can.update);
	return {
		start: spaceFields(space),
		saved: event.url.searchParams.has('saved'),
		fresh: event.url.searchParams.has('new'),
	};
});

export const actions = {
	save: atSpaceFields(
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const space = await managedSpace(event, (can) => can.update);
			await updateSpace(ctx.db, actor, space.id, readSpaceForm(form, ctx.settings.defaultLocale));
			redirect(303, `/spaces/${space.slug}/settings?saved`);
		}),
	),
	archive: ofForm(
		'archive',
		action(async (event: RequestEvent, form) => {
			const space = await managedSpace(event, (can) => can.archive);
			await updateSpace(event.locals.ctx.db, event.locals.actor, space.id, {
				archived: form.get('archived') === '1',
			});
			redirect(303, `/spaces/${space.slug}/settings?saved`);
		}),
	),
} satisfies Actions;
