import { z } from '@hono/zod-openapi';
import {
	createApiKey,
	endSession,
	findPerson,
	listApiKeys,
	listSessions,
	profileSchema,
	revokeApiKey,
	updateProfile,
} from '../../modules/accounts/index.ts';
import { listEntitlements } from '../../modules/entitlements/index.ts';
import { answer, type Call, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { entitlement } from '../schemas/commerce.ts';
import { idParam, listOf, named } from '../schemas/common.ts';
import * as shape from '../schemas/people.ts';
import { present } from './found.ts';

const tag = 'Me';
const read = { method: 'get', tag, needs: 'member', scope: 'read' } as const;

export const meOperations: Operation[] = [
	operation({
		...read,
		id: 'readMe',
		path: '/me',
		summary: 'Who I am',
		returns: {
			status: 200,
			schema: shape.me,
			description: 'My profile, and what the key that asked is good for.',
		},
		async run(call) {
			return answer(await readMe(call));
		},
	}),
	operation({
		id: 'updateMe',
		method: 'patch',
		path: '/me',
		tag,
		summary: 'Change my profile',
		needs: 'member',
		scope: 'write',
		body: named('ProfilePatch', profileSchema.partial(), { description: 'What is left out stays.' }),
		example: { headline: '写数据库的人', expertise: ['PostgreSQL'] },
		returns: { status: 204, description: 'Changed.' },
		refusals: ['accounts.handle_taken'],
		async run(call) {
			const { name, handle, headline, bio, website, locale, timeZone, expertise } = await readMe(call);
			await updateProfile(call.db, call.actor, {
				name,
				handle,
				headline,
				bio,
				website,
				locale,
				timeZone,
				expertise,
				...call.body,
			});
			return nothing;
		},
	}),
	operation({
		...read,
		id: 'listEntitlements',
		path: '/me/entitlements',
		summary: 'What I may open',
		returns: {
			status: 200,
			schema: listOf(entitlement),
			description: 'Everything that was ever given to me, at most 500.',
		},
		async run(call) {
			const given = await listEntitlements(call.db, call.actor.userId!);
			return listed(
				call,
				{ items: given, next: null },
				given.map(({ sourceRef: _, ...one }) => one),
			);
		},
	}),
	operation({
		...read,
		id: 'listApiKeys',
		path: '/me/keys',
		summary: 'List my API keys',
		returns: {
			status: 200,
			schema: listOf(shape.apiKey),
			description: 'Those that still work; never the keys themselves.',
		},
		async run(call) {
			return listed(call, { items: await listApiKeys(call.db, call.actor), next: null });
		},
	}),
	operation({
		id: 'createApiKey',
		method: 'post',
		path: '/me/keys',
		tag,
		summary: 'Make an API key',
		needs: 'member',
		scope: 'write',
		browserOnly: true,
		secret: true,
		body: z
			.object({
				name: z.string().openapi({ minLength: 1, maxLength: 60 }),
				scopes: z.array(z.enum(['read', 'write', 'admin'])),
				days: z
					.int()
					.default(0)
					.openapi({ minimum: 0, maximum: 3650, description: 'Until it ends; 0 for never.' }),
			})
			.openapi('NewApiKey'),
		example: { name: 'Backup script', scopes: ['read'], days: 90 },
		returns: {
			status: 201,
			schema: z.object({ id: shape.apiKey.shape.id, key: z.string().openapi({ example: 'stoa_3f9a…' }) }),
			description: 'The key, shown once.',
		},
		async run({ db, actor, body }) {
			const key = await createApiKey(db, actor, body);
			return made('/api/v1/me/keys', key);
		},
	}),
	operation({
		id: 'revokeApiKey',
		method: 'delete',
		path: '/me/keys/{id}',
		tag,
		summary: 'End an API key',
		needs: 'member',
		scope: 'write',
		evenSuspended: true,
		params: { id: idParam('key') },
		returns: { status: 204, description: 'Ended.' },
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			await revokeApiKey(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...read,
		id: 'listSessions',
		path: '/me/sessions',
		summary: 'List the browsers that are signed in as me',
		returns: { status: 200, schema: listOf(shape.session), description: 'The last used first.' },
		async run(call) {
			return listed(call, {
				items: await listSessions(call.db, call.actor.userId!, call.session),
				next: null,
			});
		},
	}),
	operation({
		id: 'endSession',
		method: 'delete',
		path: '/me/sessions/{id}',
		tag,
		summary: 'Sign a browser out',
		needs: 'member',
		scope: 'write',
		evenSuspended: true,
		params: { id: idParam('session') },
		returns: { status: 204, description: 'Signed out.' },
		async run({ db, actor, params }) {
			await endSession(db, actor, params.id);
			return nothing;
		},
	}),
];

async function readMe({ db, actor, person }: Call) {
	const { handle, id, name, email, emailVerified, image, face, reputation, role, unreadCount } = present(
		person,
		'person',
	);
	const { headline, bio, website, expertise, locale, timeZone } = present(
		await findPerson(db, handle),
		'person',
	);
	const profile = { headline, bio, website, expertise, locale: locale as 'zh-CN' | 'en', timeZone };
	const standing = {
		emailVerified,
		reputation,
		role,
		unreadCount,
		suspended: actor.suspended,
		scopes: actor.scopes,
	};
	return { id, handle, name, email, image, face, ...profile, ...standing };
}
