import { z } from '@hono/zod-openapi';
import { priceSpace } from '../../modules/catalog/index.ts';
import {
	acceptInvitation,
	createInvitation,
	createSpace,
	findInvitation,
	invitationSchema,
	joinSpace,
	leaveSpace,
	listInvitations,
	listSpaceMembers,
	listSpaces,
	revokeInvitation,
	roleSchema,
	setSpaceRole,
	spaceChangeSchema,
	spaceError,
	spaceSchema,
	updateSpace,
} from '../../modules/spaces/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf, money, named, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/spaces.ts';
import { theSpace } from './found.ts';

const tag = 'Spaces';
const slug = slugParam('The space', 'systems');
const done = { status: 204, description: 'Done.' } as const;
// The generator writes a regular expression with its flags, which JSON Schema does not have.
const accent = spaceChangeSchema.shape.accent
	.unwrap()
	.meta({ type: 'string', pattern: '^(#[0-9a-fA-F]{6})?$', example: '#3b6fd4' });
const write = { tag, needs: 'member', scope: 'write', params: { slug } } as const;
const read = { method: 'get', tag, needs: 'anyone', scope: 'read' } as const;
const unknown = ['spaces.not_found'];

export const spaceOperations: Operation[] = [
	operation({
		...read,
		id: 'listSpaces',
		path: '/spaces',
		summary: 'List the spaces that I may know of',
		query: z.object({ cursor, limit: limit(100, 50) }),
		returns: { status: 200, schema: listOf(shape.spaceCard), description: 'The largest first.' },
		shared: { tags: () => ['spaces', 'feeds'], seconds: 30 },
		async run(call) {
			return listed(call, await listSpaces(call.db, call.actor, call.query));
		},
	}),
	operation({
		id: 'createSpace',
		method: 'post',
		path: '/spaces',
		tag,
		summary: 'Open a space',
		needs: 'member',
		scope: 'write',
		body: named('NewSpace', spaceSchema.extend({ accent: accent.optional() })),
		example: {
			slug: 'systems',
			name: 'Systems',
			names: { 'zh-CN': '系统圈', en: 'Systems' },
			access: 'public',
		},
		returns: {
			status: 201,
			schema: z.object({ id: shape.space.shape.id, slug: shape.space.shape.slug }),
			description: 'Open.',
		},
		refusals: ['spaces.slug_taken'],
		async run({ db, actor, body }) {
			const space = await createSpace(db, actor, body);
			return made(`/api/v1/spaces/${space.slug}`, space);
		},
	}),
	operation({
		...read,
		id: 'readSpace',
		path: '/spaces/{slug}',
		summary: 'Read a space',
		params: { slug },
		returns: {
			status: 200,
			schema: shape.space,
			description: 'With its rules, and what the asking person may do.',
		},
		refusals: unknown,
		async run(call) {
			return answer(await theSpace(call, call.params.slug));
		},
	}),
	operation({
		...write,
		id: 'updateSpace',
		method: 'patch',
		path: '/spaces/{slug}',
		summary: 'Change a space',
		body: named('SpacePatch', spaceChangeSchema.extend({ accent: accent.optional() }), {
			description: 'What is left out stays.',
		}),
		example: { tagline: 'What runs below', archived: false },
		returns: done,
		refusals: [...unknown, 'spaces.slug_taken'],
		async run(call) {
			await updateSpace(call.db, call.actor, (await theSpace(call, call.params.slug)).id, call.body);
			return nothing;
		},
	}),
	operation({
		...write,
		id: 'joinSpace',
		method: 'put',
		path: '/spaces/{slug}/membership',
		summary: 'Join a space',
		returns: done,
		refusals: [...unknown, 'spaces.archived', 'spaces.invitation_needed', 'spaces.membership_needed'],
		async run(call) {
			await joinSpace(call.db, call.actor, (await theSpace(call, call.params.slug)).id);
			return nothing;
		},
	}),
	operation({
		...write,
		id: 'leaveSpace',
		method: 'delete',
		path: '/spaces/{slug}/membership',
		summary: 'Leave a space',
		description: 'What was paid for stays paid.',
		returns: done,
		refusals: [...unknown, 'spaces.not_a_member', 'spaces.last_owner'],
		async run(call) {
			await leaveSpace(call.db, call.actor, (await theSpace(call, call.params.slug)).id);
			return nothing;
		},
	}),
	operation({
		...read,
		id: 'listSpaceMembers',
		path: '/spaces/{slug}/members',
		summary: 'List who is in a space',
		params: { slug },
		query: z.object({ role: shape.spaceRole.optional(), cursor, limit: limit(100, 40) }),
		returns: {
			status: 200,
			schema: listOf(shape.spaceMember),
			description: 'Those who look after it and its experts first.',
		},
		refusals: unknown,
		async run(call) {
			const space = await theSpace(call, call.params.slug);
			return listed(call, await listSpaceMembers(call.db, call.actor, { spaceId: space.id, ...call.query }));
		},
	}),
	operation({
		...write,
		id: 'setSpaceRole',
		method: 'put',
		path: '/spaces/{slug}/members/{personId}',
		summary: 'Give a member another role',
		params: { slug, personId: idParam('person') },
		body: z.object({ role: roleSchema.shape.role.unwrap() }),
		example: { role: 'expert' },
		returns: done,
		refusals: [...unknown, 'spaces.not_a_member', 'spaces.last_owner'],
		async run(call) {
			const spaceId = (await theSpace(call, call.params.slug)).id;
			await setSpaceRole(call.db, call.actor, {
				spaceId,
				userId: call.params.personId,
				role: call.body.role,
			});
			return nothing;
		},
	}),
	operation({
		...write,
		id: 'removeSpaceMember',
		method: 'delete',
		path: '/spaces/{slug}/members/{personId}',
		summary: 'Remove a member',
		params: { slug, personId: idParam('person') },
		returns: done,
		refusals: [...unknown, 'spaces.not_a_member', 'spaces.last_owner'],
		async run(call) {
			const spaceId = (await theSpace(call, call.params.slug)).id;
			await setSpaceRole(call.db, call.actor, { spaceId, userId: call.params.personId, role: null });
			return nothing;
		},
	}),
	operation({
		...write,
		id: 'listInvitations',
		method: 'get',
		path: '/spaces/{slug}/invitations',
		scope: 'read',
		summary: 'List the invitations that still work',
		returns: { status: 200, schema: listOf(shape.invitation), description: 'Without their tokens.' },
		refusals: unknown,
		async run(call) {
			const space = await theSpace(call, call.params.slug);
			return listed(call, { items: await listInvitations(call.db, call.actor, space.id), next: null });
		},
	}),
	operation({
		...write,
		id: 'createInvitation',
		method: 'post',
		path: '/spaces/{slug}/invitations',
		summary: 'Make an invitation',
		body: z
			.object({ maxUses: invitationSchema.shape.maxUses, days: invitationSchema.shape.days })
			.openapi('NewInvitation'),
		example: { maxUses: 10, days: 7 },
		secret: true,
		returns: { status: 201, schema: shape.invitationMade, description: 'The token, shown once.' },
		refusals: [...unknown, 'spaces.archived'],
		async run(call) {
			const space = await theSpace(call, call.params.slug);
			const invitation = await createInvitation(call.db, call.actor, { spaceId: space.id, ...call.body });
			return made(`/api/v1/invitations/${invitation.token}`, {
				...invitation,
				url: `/invitations/${invitation.token}`,
			});
		},
	}),
	operation({
		...write,
		id: 'revokeInvitation',
		method: 'delete',
		path: '/spaces/{slug}/invitations/{invitationId}',
		summary: 'Take an invitation back',
		params: { slug, invitationId: idParam('invitation') },
		returns: done,
		refusals: unknown,
		async run(call) {
			const spaceId = (await theSpace(call, call.params.slug)).id;
			await revokeInvitation(call.db, call.actor, { spaceId, invitationId: call.params.invitationId });
			return nothing;
		},
	}),
	operation({
		...read,
		id: 'readInvitation',
		path: '/invitations/{token}',
		summary: 'What stands behind an invitation',
		params: { token: slugParam('The token of the link', 'hZ4v') },
		returns: { status: 200, schema: shape.invitationSeen, description: 'The space and who invites.' },
		refusals: ['spaces.invitation_spent'],
		async run({ db, params }) {
			const invitation = await findInvitation(db, params.token);
			if (!invitation)
				throw spaceError('invitation_spent', {
					detail: 'The invitation was used up, has expired or was taken back.',
				});
			return answer(invitation);
		},
	}),
	operation({
		id: 'acceptInvitation',
		method: 'put',
		path: '/invitations/{token}/acceptance',
		tag,
		summary: 'Join a space by an invitation',
		needs: 'member',
		scope: 'write',
		params: { token: slugParam('The token of the link', 'hZ4v') },
		returns: {
			status: 200,
			schema: z.object({ slug: shape.space.shape.slug }),
			description: 'Where it led.',
		},
		refusals: ['spaces.invitation_spent'],
		async run({ db, actor, params }) {
			return answer(await acceptInvitation(db, actor, params.token));
		},
	}),
	...[true, false].map((on) =>
		operation({
			...write,
			id: on ? 'priceSpace' : 'unpriceSpace',
			method: on ? 'put' : 'delete',
			path: '/spaces/{slug}/prices/{months}',
			summary: on ? 'Set what a space costs' : 'Sell a space for this time no more',
			params: {
				slug,
				months: z.coerce
					.number()
					.int()
					.min(1)
					.max(36)
					.openapi({ example: 1, description: 'How long one payment opens it.' }),
			},
			...(on ? { body: money, example: { amount: 9900, currency: 'CNY' } } : {}),
			returns: done,
			refusals: unknown,
			async run(call) {
				const space = await theSpace(call, call.params.slug);
				await priceSpace(call.db, call.actor, space.id, call.params.months, on ? call.body : null);
				return nothing;
			},
		}),
	),
];
