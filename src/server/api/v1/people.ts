import { z } from '@hono/zod-openapi';
import { liftSuspension, listPeople, setRole, suspendPerson } from '../../modules/accounts/index.ts';
import { listReputation } from '../../modules/growth/index.ts';
import { answer, listed, nothing, type Operation, operation } from '../operation.ts';
import { cursor, limit, listOf, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/people.ts';
import { thePerson } from './found.ts';

const tag = 'People';
const handle = slugParam('The handle', 'lin-qing');
const done = { status: 204, description: 'Done.' } as const;
const unknown = ['accounts.not_found'];

export const peopleOperations: Operation[] = [
	operation({
		id: 'listPeople',
		method: 'get',
		path: '/people',
		tag,
		summary: 'List people',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			sort: z.enum(['reputation', 'new']).default('reputation'),
			q: z.string().max(80).optional().openapi({ example: 'lin', description: 'Part of a name or handle.' }),
			cursor,
			limit: limit(100, 30),
		}),
		returns: { status: 200, schema: listOf(shape.personListed), description: 'A page of people.' },
		shared: { tags: () => ['people'], seconds: 30 },
		async run(call) {
			return listed(call, await listPeople(call.db, call.query));
		},
	}),
	operation({
		id: 'readPerson',
		method: 'get',
		path: '/people/{handle}',
		tag,
		summary: "Read a person's profile",
		needs: 'anyone',
		scope: 'read',
		params: { handle },
		returns: { status: 200, schema: shape.person, description: 'What they say of themselves.' },
		refusals: unknown,
		async run(call) {
			// When somebody was last here, and where from, is nobody else's business.
			const { lastSeenAt: _, origin: __, locale: ___, ...person } = await thePerson(call, call.params.handle);
			return answer(person);
		},
	}),
	operation({
		id: 'listReputation',
		method: 'get',
		path: '/people/{handle}/reputation',
		tag,
		summary: 'Where a reputation comes from',
		needs: 'anyone',
		scope: 'read',
		params: { handle },
		query: z.object({ cursor, limit: limit(100, 30) }),
		returns: {
			status: 200,
			schema: listOf(shape.reputationEntry),
			description: 'The newest first; titles outside public view are left out.',
		},
		refusals: unknown,
		async run(call) {
			const person = await thePerson(call, call.params.handle);
			const page = await listReputation(call.db, person.id, call.query);
			return listed(
				call,
				page,
				page.items.map(({ href: _, ...entry }) => entry),
			);
		},
	}),
	operation({
		id: 'suspendPerson',
		method: 'put',
		path: '/people/{handle}/suspension',
		tag,
		summary: 'Suspend a person',
		description: 'They may read, not act. For those who look after the whole place.',
		needs: 'member',
		scope: 'write',
		params: { handle },
		body: z
			.object({
				reason: z.string().openapi({ minLength: 3, maxLength: 500, description: 'The person will read it.' }),
				days: z
					.int()
					.nullable()
					.default(null)
					.openapi({ minimum: 1, maximum: 3650, description: 'null: until it is lifted.' }),
			})
			.openapi('NewSuspension'),
		example: { reason: 'Advertising again after a warning', days: 7 },
		returns: done,
		refusals: [...unknown, 'common.forbidden'],
		async run(call) {
			await suspendPerson(call.db, call.actor, (await thePerson(call, call.params.handle)).id, call.body);
			return nothing;
		},
	}),
	operation({
		id: 'liftSuspension',
		method: 'delete',
		path: '/people/{handle}/suspension',
		tag,
		summary: 'Lift every suspension of a person',
		needs: 'member',
		scope: 'write',
		params: { handle },
		returns: done,
		refusals: [...unknown, 'common.forbidden'],
		async run(call) {
			await liftSuspension(call.db, call.actor, (await thePerson(call, call.params.handle)).id);
			return nothing;
		},
	}),
	operation({
		id: 'setRole',
		method: 'put',
		path: '/people/{handle}/role',
		tag,
		summary: 'Give a person a role in the whole place',
		needs: 'admin',
		scope: 'admin',
		params: { handle },
		body: z.object({ role: z.enum(['member', 'moderator', 'admin']) }),
		example: { role: 'moderator' },
		returns: done,
		refusals: [...unknown, 'accounts.last_admin'],
		async run(call) {
			await setRole(call.db, call.actor, (await thePerson(call, call.params.handle)).id, call.body.role);
			return nothing;
		},
	}),
];
