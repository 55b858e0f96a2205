import { error } from '@sveltejs/kit';
import { organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { reportPerson } from '#server/modules/organisations/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { slug, handle } = event.params;
	const organisation = await organisationPage(event, 'report');
	const lines = await reportPerson(ctx.db, actor, slug, handle);
	const inside = await ctx.db
		.selectFrom('organisation_members as m')
		.innerJoin('users as u', 'u.id', 'm.user_id')
		.select(['u.name', 'u.handle'])
		.where('m.organisation_id', '=', organisation.id)
		.where('u.handle', '=', handle)
		.executeTakeFirst();
	if (!inside) error(404, { message: 'Nobody of that name belongs to it.' });
	return { organisation, person: inside, lines };
});
