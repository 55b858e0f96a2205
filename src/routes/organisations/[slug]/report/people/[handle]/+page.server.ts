import { error, type RequestEvent } from '@sveltejs/kit';
import { changing, endOfDay, idOf, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { extendTraining, reportPerson } from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

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
	return { organisation, person: inside, lines, saved: event.url.searchParams.has('saved') };
});

export const actions = {
	default: changing('extend', async (event: RequestEvent, field) => {
		const { ctx, actor, person } = event.locals;
		const { slug, handle } = event.params as { slug: string; handle: string };
		await extendTraining(ctx.db, actor, slug, idOf(field('training')) ?? 0, {
			handle,
			dueAt: endOfDay(field('dueAt'), person?.timeZone) as Date,
			reason: field('reason'),
		});
	}),
} satisfies Actions;
