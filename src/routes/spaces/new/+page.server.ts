import { error, redirect } from '@sveltejs/kit';
import { atSpaceFields } from '#lib/server/managed-space.ts';
import { action, page } from '#lib/server/page.ts';
import { checkSlug, readSpaceForm } from '#lib/server/space-form.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { createSpace, spacePolicy, spaceRelations } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(({ locals }: PageServerLoadEvent) => {
	requireMember(locals.actor);
	if (!spacePolicy.allows(locals.actor, 'create', spaceRelations(locals.actor, null)))
		error(403, { message: 'Only administrators open spaces.', code: 'common.forbidden' });
	return {};
});

export const actions = {
	default: atSpaceFields(
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const slug = checkSlug(String(form.get('slug') ?? ''));
			const made = await createSpace(ctx.db, actor, {
				...readSpaceForm(form, ctx.settings.defaultLocale),
				slug,
			});
			redirect(303, `/spaces/${made.slug}/settings?new`);
		}),
	),
} satisfies Actions;
