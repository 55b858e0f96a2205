import { createHash } from 'node:crypto';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import { errorCatalogue } from '../kernel/errors.ts';
import { exampleOf } from './example.ts';
import { uploadPaths } from './media/describe.ts';
import type { Operation } from './operation.ts';
import { PROBLEM_TYPE } from './problems.ts';
import { problem } from './schemas/common.ts';
import { operations } from './v1/index.ts';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const text = { type: 'string' } as const;
const answerHeaders = {
	'RateLimit-Policy': {
		schema: text,
		description: 'How many requests in how many seconds.',
		example: '"reads";q=600;w=60',
	},
	RateLimit: {
		schema: text,
		description: 'How many are left, and in how many seconds they are all back.',
		example: '"reads";r=599;t=60',
	},
	'X-Request-Id': {
		schema: text,
		description: "Names this request in the server's log.",
		example: '0b0e7a52-7b0b-4d0a-9b43-8f8f6b1f2f11',
	},
	ETag: {
		schema: text,
		description: 'Names what was read; its first number is the revision.',
		example: '"3-17-full-top"',
	},
	Location: { schema: text, description: 'Where the new thing is.', example: '/api/v1/items/42' },
	Link: {
		schema: text,
		description: 'The next page, as `rel="next"`; none at the end.',
		example: '</api/v1/items?cursor=WzE3LDQyXQ>; rel="next"',
	},
	'Idempotency-Replayed': {
		schema: { type: 'string', enum: ['true'] },
		description: 'This answer was given before.',
	},
	'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.', example: 12 },
} as const;
type AnswerHeader = keyof typeof answerHeaders;
const headersNamed = (...names: AnswerHeader[]) =>
	Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const about = `The same use cases as the pages, for programs.

- **Who asks**: \`Authorization: Bearer stoa_…\` with a key made under *Settings → API keys*, or the session cookie of a signed-in browser. Reading what is public needs neither. A key has scopes: \`read\`, \`write\`, \`admin\`; each operation names the one it needs.
- **Refusals** are RFC 9457 problems (\`${PROBLEM_TYPE}\`): look at \`code\`, show \`title\`, quote \`requestId\`. The title is in the language of \`Accept-Language\`.
- **Lists** are \`{ data, next }\`; give \`next\` back as \`cursor\`, or follow the \`Link\` header.
- **Repeating a POST safely**: send an \`Idempotency-Key\`. The same key with the same request gives the first answer again (\`Idempotency-Replayed: true\`), for a day.
- **Changing a text**: send the ETag that you read as \`If-Match\`. Its first number is the revision; when another was written since, the answer is 412.
- **Limits** are told in \`RateLimit-Policy\` and \`RateLimit\`; beyond them 429 with \`Retry-After\`.
- Ids are numbers, times ISO 8601 in UTC, money integer minor units with a currency.`;

let made: Document | undefined;

/** The OpenAPI 3.1 document of this version; the same object each time. */
export function openApiDocument(): Document {
	made ??= describe();
	return made;
}

function describe(): Document {
	const api = new OpenAPIHono();
	const registry = api.openAPIRegistry;
	registry.registerComponent('securitySchemes', 'key', {
		type: 'http',
		scheme: 'bearer',
		description: 'An API key: `stoa_…`.',
	});
	registry.registerComponent('securitySchemes', 'session', {
		type: 'apiKey',
		in: 'cookie',
		name: 'stoa.session_token',
		description: 'A signed-in browser.',
	});
	for (const [name, header] of Object.entries(answerHeaders))
		registry.registerComponent(
			'headers',
			name,
			header as Parameters<typeof registry.registerComponent<'headers'>>[2],
		);
	registry.register('Problem', problem);
	for (const operation of operations) registry.registerPath(pathOf(operation));
	for (const path of besides) registry.registerPath(path);
	for (const path of uploadPaths) registry.registerPath(path as unknown as Path);
	const document = api.getOpenAPI31Document({
		openapi: '3.1.0',
		info: {
			title: 'Stoa API',
			version: '1',
			description: about,
			license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
		},
		servers: [{ url: '/api/v1' }],
		tags: [...new Set([...operations.map((one) => one.tag), 'Ground'])].map((name) => ({ name })),
	});
	addExamples(document);
	shareResponses(document);
	return document;
}

type Path = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0];

function pathOf(operation: Operation): Path {
	const { body, etag } = operation;
	const headers = z.object({
		...(operation.creates
			? {
					'Idempotency-Key': z.string().min(8).max(200).optional().openapi({
						example: '5f2c9d1e-9a0b-4d6b-8a55-7a1f0f3c2b11',
						description: 'Repeats of the request with the same key do nothing and get the same answer.',
					}),
				}
			: {}),
		...(etag === 'asks'
			? { 'If-Match': z.string().openapi({ example: '"3"', description: 'The ETag that it was read with.' }) }
			: {}),
		...(etag === 'gives'
			? {
					'If-None-Match': z.string().optional().openapi({
						example: '"3-17-full-top"',
						description: 'An ETag: answers 304 when it is still true.',
					}),
				}
			: {}),
	});
	return {
		method: operation.method,
		path: operation.path,
		operationId: operation.id,
		tags: [operation.tag],
		summary: operation.summary,
		...(operation.description ? { description: operation.description } : {}),
		security: security(operation),
		'x-scope': operation.scope,
		request: {
			...(operation.params ? { params: operation.params } : {}),
			...(operation.query ? { query: operation.query as z.ZodObject } : {}),
			...(Object.keys(headers.shape).length > 0 ? { headers } : {}),
			...(body
				? {
						body: {
							required: true,
							content: { 'application/json': { schema: body, example: operation.example } },
						},
					}
				: {}),
		},
		responses: { ...success(operation), ...refusals(operation) },
	} as Path;
}

function security({ needs, browserOnly }: Operation): Record<string, string[]>[] {
	return [...(needs === 'anyone' ? [{}] : []), ...(browserOnly ? [] : [{ key: [] }]), { session: [] }];
}

function success({ returns, etag, creates }: Operation): Path['responses'] {
	const paged = returns.schema instanceof z.ZodObject && 'next' in returns.schema.shape;
	const headers = headersNamed(
		'RateLimit-Policy',
		'RateLimit',
		'X-Request-Id',
		...(etag ? (['ETag'] as const) : []),
		...(paged ? (['Link'] as const) : []),
		...(creates ? (['Location', 'Idempotency-Replayed'] as const) : []),
	);
	const content = returns.file
		? { content: { [returns.file]: { schema: { type: 'string', format: 'binary' } } } }
		: returns.schema
			? { content: { 'application/json': { schema: returns.schema } } }
			: {};
	return {
		[returns.status]: { description: returns.description, headers, ...content },
		...(etag === 'gives' ? { 304: { description: 'What the client has is still true.' } } : {}),
	} as Path['responses'];
}

/** Every code that an operation may refuse with: those of its form, and its own. */
export function refusalsOf(operation: Operation): string[] {
	const { needs, scope, body, query, params, creates, etag, browserOnly, refusals = [] } = operation;
	return [
		...(needs === 'anyone' ? [] : ['common.sign_in_required']),
		'accounts.api_key_invalid',
		'accounts.api_key_scope',
		...(scope === 'read' ? [] : ['accounts.suspended']),
		...(scope === 'write' && needs === 'member' ? ['accounts.email_not_verified', 'common.forbidden'] : []),
		...(needs === 'admin' ? ['common.forbidden'] : []),
		...(browserOnly ? ['api.browser_only'] : []),
		...(params ? ['common.not_found'] : []),
		...(body || query ? ['common.invalid_input'] : []),
		...(body
			? [
					'api.body_missing',
					'api.body_not_json',
					'api.body_not_text',
					'api.json_broken',
					'api.json_too_deep',
					'common.payload_too_large',
				]
			: []),
		...(creates
			? ['api.idempotency_key_shape', 'api.idempotency_key_reused', 'api.idempotency_key_in_use']
			: []),
		...(etag === 'asks' ? ['api.if_match_missing', 'api.revision_outdated'] : []),
		...refusals,
		'common.too_many_requests',
		'api.internal',
	].filter((code, at, all) => all.indexOf(code) === at);
}

function refusals(operation: Operation): Path['responses'] {
	const catalogue = errorCatalogue();
	const byStatus = new Map<number, string[]>();
	for (const code of refusalsOf(operation)) {
		const status = catalogue.get(code);
		if (status === undefined) throw new Error(`${operation.id} names ${code}, which no module declares.`);
		byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
	}
	return Object.fromEntries(
		[...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [status, refusal(status, codes)]),
	);
}

function refusal(status: number, codes: string[]) {
	return {
		description: codes.map((one) => `\`${one}\``).join(', '),
		...(status === 429 ? { headers: headersNamed('Retry-After') } : {}),
		content: {
			[PROBLEM_TYPE]: { schema: problem },
		},
	};
}

const health = z.object({ status: z.enum(['ok', 'unavailable']) }).openapi('Health');
const ground = { method: 'get', tags: ['Ground'], security: [{}], servers: [{ url: '/' }] } as const;
const plainText = (example: string) => ({ content: { 'text/plain': { schema: z.string(), example } } });

/** What is not below /api/v1. */
const besides: Path[] = [
	{
		...ground,
		path: '/health/live',
		operationId: 'live',
		summary: 'The process answers',
		responses: { 200: { description: 'It does.', content: { 'application/json': { schema: health } } } },
	},
	{
		...ground,
		path: '/health/ready',
		operationId: 'ready',
		summary: 'The process can do its work',
		responses: {
			200: { description: 'The database answers.', content: { 'application/json': { schema: health } } },
			503: {
				description: 'It does not.',
				content: { 'application/json': { schema: health, example: { status: 'unavailable' } } },
			},
		},
	},
	{
		...ground,
		path: '/metrics',
		operationId: 'metrics',
		summary: 'Measurements for Prometheus',
		description: 'Open, unless `STOA_METRICS_TOKEN` is set: then it is asked for as a Bearer token.',
		responses: {
			200: {
				description: 'The text format.',
				...plainText('stoa_page_cache_lookups_total{result="hit"} 12\n'),
			},
		},
	},
] as unknown as Path[];

type Media = { schema?: { $ref?: string }; example?: unknown };
type Described = { responses?: Record<string, { content?: Record<string, Media> }> };

function operationsIn(document: Document): Described[] {
	return Object.values(document.paths ?? {}).flatMap((path) =>
		Object.values(path as Record<string, Described>),
	);
}

/** Gives everything an example, made of those of its fields: each named shape once, and each answer without a name. */
function addExamples(document: Document): void {
	for (const schema of Object.values(document.components?.schemas ?? {}) as { example?: unknown }[]) {
		schema.example ??= exampleOf(document, schema);
	}
	for (const { responses = {} } of operationsIn(document)) {
		for (const media of Object.values(responses).flatMap(({ content = {} }) => Object.values(content))) {
			if (media.schema && !media.schema.$ref) media.example ??= exampleOf(document, media.schema);
		}
	}
}

/** Most refusals are those of many operations: each distinct one is written once, and named elsewhere. */
function shareResponses(document: Document): void {
	const used = new Map<string, number>();
	for (const { responses = {} } of operationsIn(document)) {
		for (const response of Object.values(responses)) {
			const key = JSON.stringify(response);
			used.set(key, (used.get(key) ?? 0) + 1);
		}
	}
	const shared: Record<string, object> = {};
	for (const { responses = {} } of operationsIn(document)) {
		for (const [status, response] of Object.entries(responses)) {
			const key = JSON.stringify(response);
			if ((used.get(key) ?? 0) < 2) continue;
			const name = `${status}-${createHash('sha1').update(key).digest('hex').slice(0, 6)}`;
			shared[name] = response;
			(responses as Record<string, object>)[status] = { $ref: `#/components/responses/${name}` };
		}
	}
	Object.assign(document.components ?? {}, { responses: shared });
}
