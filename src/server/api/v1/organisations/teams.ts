import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { doing, listed, made, type Operation, operation } from '../../operation.ts';
import { id, idParam, listOf } from '../../schemas/common.ts';
import * as shape from '../../schemas/organisations.ts';
import { act, handle, known, look, slug } from './parts.ts';

/** Teams of an organisation and who is in them. */
export const teamOperations: Operation[] = [
	operation({
		...look,
		id: 'listOrganisationTeams',
		path: '/organisations/{slug}/teams',
		summary: 'List the teams of an organisation',
		params: { slug },
		returns: { status: 200, schema: listOf(shape.team), description: 'By name; a lead gets their own.' },
		refusals: known,
		async run(call) {
			const items = await organisations.listTeams(call.db, call.actor, call.params.slug);
			return listed(call, { items, next: null });
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'createOrganisationTeam',
		path: '/organisations/{slug}/teams',
		summary: 'Make a team',
		params: { slug },
		body: teamBody(),
		example: { name: 'Core' },
		returns: {
			status: 201,
			schema: z.object({ id: id(3) }).openapi('TeamMade'),
			description: 'Its id.',
		},
		refusals: [
			...known,
			'organisations.team_name_taken',
			'organisations.claim_taken',
			'organisations.too_many_teams',
		],
		async run({ db, actor, params, body }) {
			const made_ = await organisations.createTeam(db, actor, params.slug, teamOf(body));
			return made(`/api/v1/organisations/${params.slug}/teams`, { id: made_ });
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'changeOrganisationTeam',
		path: '/organisations/{slug}/teams/{id}',
		summary: 'Change a team',
		params: { slug, id: idParam('team') },
		body: teamBody(),
		example: { name: 'Core' },
		refusals: [
			...known,
			'organisations.team_not_found',
			'organisations.team_name_taken',
			'organisations.claim_taken',
		],
		run: ({ db, actor, params, body }) =>
			organisations.changeTeam(db, actor, params.slug, params.id, teamOf(body)),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropOrganisationTeam',
		path: '/organisations/{slug}/teams/{id}',
		summary: 'Dissolve a team',
		params: { slug, id: idParam('team') },
		refusals: [...known, 'organisations.team_not_found'],
		run: ({ db, actor, params }) => organisations.dropTeam(db, actor, params.slug, params.id),
	}),
	doing({
		...act,
		method: 'put',
		id: 'setTeamMember',
		path: '/organisations/{slug}/teams/{id}/people/{handle}',
		summary: 'Put somebody into a team',
		params: { slug, id: idParam('team'), handle },
		body: z.object({ leads: z.boolean().optional() }).openapi('TeamMembership'),
		example: { leads: true },
		refusals: [...known, 'organisations.team_not_found', 'organisations.person_unknown'],
		run: ({ db, actor, params, body }) =>
			organisations.setTeamMember(db, actor, params.slug, {
				teamId: params.id,
				handle: params.handle,
				leads: body.leads ?? false,
			}),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropTeamMember',
		path: '/organisations/{slug}/teams/{id}/people/{handle}',
		summary: 'Take somebody out of a team',
		params: { slug, id: idParam('team'), handle },
		refusals: [...known, 'organisations.team_not_found', 'organisations.person_unknown'],
		run: ({ db, actor, params }) =>
			organisations.dropTeamMember(db, actor, params.slug, { teamId: params.id, handle: params.handle }),
	}),
];

function teamBody() {
	return z
		.object({
			name: z.string().max(60).openapi({ example: 'Core' }),
			claim: z.string().max(120).nullable().optional().openapi({ example: 'eng' }),
		})
		.openapi('TeamFields');
}

const teamOf = ({ name, claim }: { name: string; claim?: string | null | undefined }) => ({
	name,
	claim: claim ?? null,
});
