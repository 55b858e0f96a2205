import { idOf, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { listTeams, reportOrganisation, reportPeople } from '#server/modules/organisations/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { slug } = event.params;
	const organisation = await organisationPage(event, 'report');
	const team = idOf(event.url.searchParams.get('team') ?? '');
	const [report, people, teams] = await Promise.all([
		reportOrganisation(ctx.db, actor, slug, { team }),
		reportPeople(ctx.db, actor, slug, { team, cursor: event.url.searchParams.get('cursor') }),
		listTeams(ctx.db, actor, slug),
	]);
	return { organisation, report, people, teams, team };
});
