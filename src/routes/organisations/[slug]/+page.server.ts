import { redirect } from '@sveltejs/kit';
import { changing, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { leaveOrganisation, reportMyself } from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const organisation = await organisationPage(event, 'see');
	if (organisation.mustSignOn) redirect(303, `/organisations/${organisation.slug}/sign-on?needed`);
	return {
		organisation,
		report: await reportMyself(event.locals.ctx.db, event.locals.actor, event.params.slug),
	};
});

export const actions = {
	leave: changing('leave', async ({ locals: { ctx, actor }, params }: RequestEvent) => {
		await leaveOrganisation(ctx.db, actor, params.slug);
		redirect(303, '/organisations');
	}),
} satisfies Actions;
