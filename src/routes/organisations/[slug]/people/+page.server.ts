import { changing, idOf, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import {
	inviteByMail,
	listJoinInvitations,
	listOrganisationMembers,
	listTeams,
	makeJoinLink,
	type OrganisationRole,
	removeMember,
	revokeJoinInvitation,
	setMemberRole,
	setTeamMember,
} from '#server/modules/organisations/index.ts';
import { originOf } from '#server/platform/config.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { slug } = event.params;
	const organisation = await organisationPage(event, 'manage');
	const asked = event.url.searchParams;
	const query = (asked.get('q') ?? '').slice(0, 60);
	const team = idOf(asked.get('team') ?? '');
	const [people, teams, invitations] = await Promise.all([
		listOrganisationMembers(ctx.db, actor, slug, { query, team, cursor: asked.get('cursor') }),
		listTeams(ctx.db, actor, slug),
		listJoinInvitations(ctx.db, actor, slug, { cursor: asked.get('after') }),
	]);
	return { organisation, people, teams, invitations, query, team };
});

export const actions = {
	invite: changing(
		'invite',
		async ({ locals: { ctx, actor, locale }, params }: RequestEvent, field, data) => {
			const file = data.get('file');
			const uploaded = file instanceof File && file.size > 0 ? (await file.text()).slice(0, 200_001) : '';
			const typed = field('list');
			return {
				invited: await inviteByMail(
					ctx.db,
					actor,
					params.slug,
					{
						list: typed && uploaded ? `${typed}\n${uploaded}` : typed || uploaded,
						role: field('role') === 'admin' ? 'admin' : 'member',
						teamId: idOf(field('team')),
					},
					{ origin: originOf(ctx.config), locale },
				),
			};
		},
	),
	link: changing('link', async ({ locals: { ctx, actor }, params }: RequestEvent, field) => {
		const { token } = await makeJoinLink(ctx.db, actor, params.slug, {
			maxUses: field('maxUses') || undefined,
			days: field('days') || undefined,
			teamId: idOf(field('team')),
		});
		return { link: `${originOf(ctx.config)}/organisations/invitations/${token}` };
	}),
	revoke: changing('revoke', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		revokeJoinInvitation(ctx.db, actor, params.slug, Number(field('id'))),
	),
	role: changing('person', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		setMemberRole(ctx.db, actor, params.slug, {
			handle: field('handle'),
			role: field('role') as OrganisationRole,
		}),
	),
	team: changing('person', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		setTeamMember(ctx.db, actor, params.slug, {
			teamId: Number(field('team')),
			handle: field('handle'),
			leads: field('leads') === 'on',
		}),
	),
	remove: changing('person', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		removeMember(ctx.db, actor, params.slug, field('handle')),
	),
} satisfies Actions;
