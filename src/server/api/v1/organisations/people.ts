import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { doing, listed, type Operation, operation } from '../../operation.ts';
import { cursor, idParam, limit, listOf } from '../../schemas/common.ts';
import * as shape from '../../schemas/organisations.ts';
import { act, handle, known, look, slug } from './parts.ts';

/** Who belongs to an organisation, and as what. */
export const peopleOperations: Operation[] = [
	operation({
		...look,
		id: 'listOrganisationMembers',
		path: '/organisations/{slug}/people',
		summary: 'List the people of an organisation',
		params: { slug },
		query: z.object({
			q: z.string().max(60).optional().openapi({ example: 'ada', description: 'In name or handle.' }),
			team: idParam('team').optional(),
			cursor,
			limit: limit(100, 50),
		}),
		returns: { status: 200, schema: listOf(shape.member), description: 'The last joined first.' },
		refusals: known,
		async run(call) {
			const { q, team, cursor, limit } = call.query;
			const found = await organisations.listOrganisationMembers(call.db, call.actor, call.params.slug, {
				query: q ?? '',
				team: team ?? null,
				cursor: cursor ?? null,
				limit,
			});
			return listed(
				call,
				found,
				found.items.map(({ userId: _u, image: _i, face: _f, ...one }) => one),
			);
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'setOrganisationRole',
		path: '/organisations/{slug}/people/{handle}/role',
		summary: 'Make somebody an owner, administrator or member',
		params: { slug, handle },
		body: z
			.object({ role: z.enum(['owner', 'admin', 'member']).openapi({ example: 'admin' }) })
			.openapi('OrganisationRole'),
		example: { role: 'admin' },
		refusals: [...known, 'organisations.person_unknown', 'organisations.last_owner'],
		run: ({ db, actor, params, body }) =>
			organisations.setMemberRole(db, actor, params.slug, { handle: params.handle, role: body.role }),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'removeOrganisationMember',
		path: '/organisations/{slug}/people/{handle}',
		summary: 'Take somebody out of an organisation',
		description: 'Their seats become free; what they learnt stays theirs.',
		params: { slug, handle },
		refusals: [...known, 'organisations.person_unknown', 'organisations.last_owner'],
		run: ({ db, actor, params }) => organisations.removeMember(db, actor, params.slug, params.handle),
	}),
];
