import { changing, endOfDay, idOf, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import {
	changeTraining,
	endTraining,
	giveTraining,
	listGivable,
	listTeams,
	reportOrganisation,
} from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { slug } = event.params;
	const organisation = await organisationPage(event, 'manage');
	const [{ trainings }, givable, teams] = await Promise.all([
		reportOrganisation(ctx.db, actor, slug),
		listGivable(ctx.db, actor, slug),
		listTeams(ctx.db, actor, slug),
	]);
	return { organisation, trainings, givable, teams };
});

export const actions = {
	give: changing('give', async ({ locals: { ctx, actor, person }, params }: RequestEvent, field) => {
		const [kind, id] = field('what').split('-');
		const handle = field('handle');
		await giveTraining(ctx.db, actor, params.slug, {
			courseId: kind === 'course' ? idOf(id ?? '') : null,
			pathId: kind === 'path' ? idOf(id ?? '') : null,
			teamId: handle ? null : idOf(field('team')),
			handle: handle || null,
			dueAt: endOfDay(field('dueAt'), person?.timeZone),
			note: field('note'),
		});
	}),
	change: changing('change', ({ locals: { ctx, actor, person }, params }: RequestEvent, field) =>
		changeTraining(ctx.db, actor, params.slug, Number(field('id')), {
			dueAt: endOfDay(field('dueAt'), person?.timeZone),
			note: field('note'),
		}),
	),
	end: changing('change', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		endTraining(ctx.db, actor, params.slug, Number(field('id'))),
	),
} satisfies Actions;
