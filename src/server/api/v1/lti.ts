import { z } from '@hono/zod-openapi';
import { listPlatforms, removePlatform, setPlatform } from '../../modules/lti/index.ts';
import { answer, made, nothing, type Operation, operation } from '../operation.ts';
import { count, id, idParam, text, time } from '../schemas/common.ts';

const admin = { tag: 'Place', needs: 'admin', scope: 'admin' } as const;
const platform = { id: idParam('platform') };
const faults = ['lti.platform_taken'];

const given = z
	.object({
		name: text('Moodle of the school'),
		issuer: text('https://moodle.example'),
		clientId: text('a1B2c3D4e5F6g7H'),
		authorizeUrl: text('https://moodle.example/mod/lti/auth.php'),
		tokenUrl: text('https://moodle.example/mod/lti/token.php'),
		jwksUrl: text('https://moodle.example/mod/lti/certs.php'),
		deployments: z.array(z.string()).openapi({ example: ['1'] }),
		opensPaid: z
			.boolean()
			.optional()
			.openapi({ description: 'Links that a maker of a course chose open it, whatever it costs.' }),
		active: z.boolean().optional(),
	})
	.openapi('LtiPlatformInput');

const example = {
	name: 'Moodle of the school',
	issuer: 'https://moodle.example',
	clientId: 'a1B2c3D4e5F6g7H',
	authorizeUrl: 'https://moodle.example/mod/lti/auth.php',
	tokenUrl: 'https://moodle.example/mod/lti/token.php',
	jwksUrl: 'https://moodle.example/mod/lti/certs.php',
	deployments: ['1'],
};

/** Platforms that may launch courses here by LTI 1.3. */
export const ltiOperations: Operation[] = [
	operation({
		...admin,
		id: 'listPlatforms',
		method: 'get',
		path: '/lti/platforms',
		summary: 'List the platforms that may launch courses here (LTI 1.3)',
		returns: {
			status: 200,
			schema: z.object({
				data: z.array(
					z.object({
						...given.shape,
						id: id(3),
						opensPaid: z.boolean(),
						active: z.boolean(),
						createdAt: time(),
						lastLaunchAt: time().nullable(),
						lastRefusal: z.string().nullable().openapi({ example: null }),
						lastRefusalAt: time().nullable(),
						people: count(12),
						waiting: count(0),
						refused: count(0),
					}),
				),
			}),
			description: 'All of them.',
		},
		async run({ db, actor }) {
			return answer({ data: await listPlatforms(db, actor) });
		},
	}),
	operation({
		...admin,
		id: 'addPlatform',
		method: 'post',
		path: '/lti/platforms',
		summary: 'Register a platform',
		description: 'Our side: `/lti/login`, `/lti/launch`, `/lti/jwks`.',
		body: given,
		example,
		returns: { status: 201, schema: z.object({ id: id(3) }), description: 'Registered.' },
		refusals: faults,
		async run({ db, actor, body }) {
			return made('/api/v1/lti/platforms', await setPlatform(db, actor, body));
		},
	}),
	operation({
		...admin,
		id: 'changePlatform',
		method: 'put',
		path: '/lti/platforms/{id}',
		summary: 'Change a platform',
		params: platform,
		body: given,
		example,
		returns: { status: 204, description: 'Changed.' },
		refusals: [...faults, 'lti.platform_unknown'],
		async run({ db, actor, params, body }) {
			await setPlatform(db, actor, body, params.id);
			return nothing;
		},
	}),
	operation({
		...admin,
		id: 'removePlatform',
		method: 'delete',
		path: '/lti/platforms/{id}',
		summary: 'Take a platform away',
		description: 'Its links end; the people whom it sent stay, with what they learnt.',
		params: platform,
		returns: { status: 204, description: 'Gone.' },
		refusals: ['lti.platform_unknown'],
		async run({ db, actor, params }) {
			await removePlatform(db, actor, params.id);
			return nothing;
		},
	}),
];
