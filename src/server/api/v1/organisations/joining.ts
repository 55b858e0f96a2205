import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { originOf } from '../../../platform/config.ts';
import { answer, doing, listed, made, type Operation, operation } from '../../operation.ts';
import { id, idParam, listOf, slugParam, text, time } from '../../schemas/common.ts';
import * as shape from '../../schemas/organisations.ts';
import { act, known, look, page, placeOf, slug } from './parts.ts';

/** How people come into an organisation and go: by their address, by mail, by a link. */
export const joiningOperations: Operation[] = [
	doing({
		...act,
		method: 'put',
		id: 'joinOrganisation',
		path: '/organisations/{slug}/membership',
		summary: 'Join an organisation by my confirmed address',
		params: { slug },
		refusals: ['organisations.not_joinable', 'organisations.removed'],
		run: ({ db, actor, params }) => organisations.joinByDomain(db, actor, params.slug),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'leaveOrganisation',
		path: '/organisations/{slug}/membership',
		summary: 'Leave an organisation',
		params: { slug },
		refusals: ['organisations.not_found', 'organisations.last_owner'],
		run: ({ db, actor, params }) => organisations.leaveOrganisation(db, actor, params.slug),
	}),
	operation({
		...look,
		id: 'listOrganisationInvitations',
		path: '/organisations/{slug}/invitations',
		summary: 'List the open invitations of an organisation',
		params: { slug },
		query: page,
		returns: { status: 200, schema: listOf(shape.invitation), description: 'The newest first.' },
		refusals: known,
		async run(call) {
			const { cursor, limit } = call.query;
			return listed(
				call,
				await organisations.listJoinInvitations(call.db, call.actor, call.params.slug, {
					cursor: cursor ?? null,
					limit,
				}),
			);
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'inviteToOrganisation',
		path: '/organisations/{slug}/invitations',
		summary: 'Invite people by mail',
		description:
			'Takes addresses as people paste them, or a CSV file. Lines that cannot be used stop nothing.',
		params: { slug },
		body: z
			.object({
				list: z.string().max(200_000).openapi({ example: 'ada@harbour.example, bo@harbour.example' }),
				role: z.enum(['admin', 'member']).optional(),
				teamId: z.int().positive().optional().openapi({ example: 3 }),
			})
			.openapi('InviteList'),
		example: { list: 'ada@harbour.example, bo@harbour.example' },
		returns: { status: 200, schema: shape.inviteReport, description: 'What became of the list.' },
		refusals: [
			...known,
			'organisations.no_addresses',
			'organisations.too_many_invitations',
			'organisations.team_not_found',
		],
		async run({ db, ctx, person, actor, params, body: { list, role, teamId } }) {
			return answer(
				await organisations.inviteByMail(
					db,
					actor,
					params.slug,
					{ list, role: role ?? 'member', teamId: teamId ?? null },
					placeOf(ctx, person),
				),
			);
		},
	}),
	doing({
		...act,
		method: 'delete',
		id: 'revokeOrganisationInvitation',
		path: '/organisations/{slug}/invitations/{id}',
		summary: 'Take an invitation back',
		params: { slug, id: idParam('invitation') },
		refusals: known,
		run: ({ db, actor, params }) => organisations.revokeJoinInvitation(db, actor, params.slug, params.id),
	}),
	operation({
		...act,
		method: 'post',
		id: 'makeOrganisationLink',
		path: '/organisations/{slug}/links',
		summary: 'Make a link by which so many may join',
		params: { slug },
		body: z
			.object({
				maxUses: z.int().min(1).max(10_000).optional().openapi({ example: 50 }),
				days: z.int().min(1).max(90).optional().openapi({ example: 14 }),
				teamId: z.int().positive().optional().openapi({ example: 3 }),
			})
			.openapi('NewJoinLink'),
		example: { maxUses: 50 },
		secret: true,
		returns: {
			status: 201,
			schema: z
				.object({
					id: id(8),
					url: text('https://stoa.example/organisations/invitations/…').openapi({
						description: 'Shown this once.',
					}),
					expiresAt: time(),
				})
				.openapi('JoinLink'),
			description: 'The link.',
		},
		refusals: [...known, 'organisations.team_not_found'],
		async run({ db, ctx, actor, params, body }) {
			const { id, token, expiresAt } = await organisations.makeJoinLink(db, actor, params.slug, body);
			const url = `${originOf(ctx.config)}/organisations/invitations/${token}`;
			return made(`/api/v1/organisations/${params.slug}/invitations/${id}`, { id, url, expiresAt });
		},
	}),
	operation({
		...act,
		method: 'put',
		id: 'acceptOrganisationInvitation',
		path: '/organisation-invitations/{token}/acceptance',
		summary: 'Join an organisation by an invitation',
		params: { token: slugParam('Token of the invitation', 'k3w5m7p2q4s6t7aa') },
		returns: {
			status: 200,
			schema: z.object({ slug: text('harbour') }).openapi('OrganisationJoined'),
			description: 'Its slug.',
		},
		refusals: [
			'organisations.invitation_spent',
			'organisations.invitation_other_address',
			'organisations.removed',
		],
		async run({ db, actor, params }) {
			return answer(await organisations.acceptJoinInvitation(db, actor, params.token));
		},
	}),
];
