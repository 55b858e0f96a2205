import { changing, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import {
	changeTeam,
	createTeam,
	dropTeam,
	dropTeamMember,
	listTeams,
	setTeamMember,
} from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const organisation = await organisationPage(event, 'manage');
	return { organisation, teams: await listTeams(ctx.db, actor, event.params.slug) };
});

export const actions = {
	create: changing('create', async ({ locals: { ctx, actor }, params }: RequestEvent, field) => {
		await createTeam(ctx.db, actor, params.slug, { name: field('name'), claim: field('claim') });
	}),
	change: changing('team', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		changeTeam(ctx.db, actor, params.slug, Number(field('team')), {
			name: field('name'),
			claim: field('claim'),
		}),
	),
	put: changing('team', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		setTeamMember(ctx.db, actor, params.slug, {
			teamId: Number(field('team')),
			handle: field('handle'),
			leads: field('leads') === 'on',
		}),
	),
	take: changing('team', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		dropTeamMember(ctx.db, actor, params.slug, { teamId: Number(field('team')), handle: field('handle') }),
	),
	drop: changing('team', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		dropTeam(ctx.db, actor, params.slug, Number(field('team'))),
	),
} satisfies Actions;
