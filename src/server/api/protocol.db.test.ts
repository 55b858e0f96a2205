import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { anItem, aPerson, aSpace } from '../modules/items/testing.ts';
import type { Context } from './context.ts';
import { createApi, forgetKeysJob } from './index.ts';
import { BODY_LIMIT } from './read-body.ts';
import { testContext } from './testing/context.ts';
import { buildWorld, type World } from './testing/world.ts';

const ctx = await testContext();
const api = createApi(ctx);
let world: World;
let auth: Record<string, string>;
beforeAll(async () => {
	world = await buildWorld(ctx);
	auth = { authorization: `Bearer ${world.fullKey}` };
});

type Sent = {
	method?: string;
	headers?: Record<string, string>;
	body?: BodyInit;
	json?: unknown;
	on?: ReturnType<typeof createApi>;
};
async function ask(path: string, { json, on = api, headers, ...init }: Sent = {}) {
	const response = await on.request(`https://stoa.example${path}`, {
		...init,
		headers: {
			...(json === undefined ? {} : { 'content-type': 'application/json' }),
			'accept-language': 'en',
			...headers,
		},
		...(json === undefined ? {} : { body: JSON.stringify(json) }),
	});
	const text = await response.text();
	return {
		status: response.status,
		headers: response.headers,
		// biome-ignore lint/suspicious/noExplicitAny: whatever the API answers
		body: (text ? JSON.parse(text) : undefined) as any,
	};
}
const newItem = (title: string) => ({
	kind: 'discussion',
	spaceId: world.room.id,
	title,
	source: 'A text that is long enough.',
	tags: ['postgresql'],
	language: 'en',
});
const itemCount = async () =>
	Number(
		(
			await ctx.db
				.selectFrom('items')
				.select(({ fn }) => fn.countAll().as('n'))
				.executeTakeFirstOrThrow()
		).n,
	);

describe('addresses and methods', () => {
	test('an unknown address is a problem', async () => {
		const { status, headers, body } = await ask('/api/v1/nothing');
		expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
		expect(body).toMatchObject({
			code: 'api.route_unknown',
			status: 404,
			type: '/api/docs#api.route_unknown',
		});
		expect(body.requestId).toBe(headers.get('x-request-id'));
	});
	test('a wrong method says which would do', async () => {
		const { status, headers } = await ask('/api/v1/items/1', { method: 'PUT' });
		expect([status, headers.get('allow')]).toEqual([405, 'GET, PATCH, DELETE, HEAD, OPTIONS']);
		expect((await ask('/api/v1/items', { method: 'OPTIONS' })).headers.get('allow')).toBe(
			'GET, POST, HEAD, OPTIONS',
		);
	});
	test('HEAD is GET without the body', async () => {
		const { status, headers, body } = await ask('/api/v1/items', { method: 'HEAD' });
		expect([status, headers.get('content-type'), body]).toEqual([200, 'application/json', undefined]);
	});
	test.each(['abc', '0', '-1', '1.5', '99999999999999999999', '1e3'])(
		'an id %s names nothing',
		async (id) => {
			expect((await ask(`/api/v1/items/${id}`)).status).toBe(404);
		},
	);
});

describe('bodies', () => {
	const post = (body: BodyInit, type = 'application/json') =>
		ask('/api/v1/items', { method: 'POST', headers: { ...auth, 'content-type': type }, body });
	test('broken JSON is refused with its place', async () => {
		const { status, body } = await post('{\n  "kind": "question",\n  "title": oops\n}');
		expect([status, body.code, body.params, body.detail]).toEqual([
			400,
			'api.json_broken',
			{ line: 3, column: 12 },
			'The JSON breaks at line 3, column 12.',
		]);
	});
	test('a body that nests without end is refused before it is read', async () => {
		expect((await post('['.repeat(200_000))).body).toMatchObject({
			status: 400,
			code: 'api.json_too_deep',
			params: { line: 1, column: 41 },
		});
	});
	test('bytes that are not UTF-8 are refused with their place', async () => {
		const bytes = new Uint8Array([...Buffer.from('{"title": "'), 0xff, 0xfe, ...Buffer.from('"}')]);
		expect((await post(bytes)).body).toMatchObject({
			status: 400,
			code: 'api.body_not_text',
			params: { byte: 11 },
		});
	});
	test('another type than JSON is refused', async () => {
		expect((await post('kind=question', 'application/x-www-form-urlencoded')).body).toMatchObject({
			status: 415,
			code: 'api.body_not_json',
		});
	});
	test('nothing at all is refused', async () => {
		expect((await post('')).body).toMatchObject({ status: 400, code: 'api.body_missing' });
	});
	test('a body over the limit is refused, whether it says its length or not', async () => {
		const large = 'x'.repeat(BODY_LIMIT + 1);
		expect((await post(large)).body).toMatchObject({ status: 413, code: 'common.payload_too_large' });
		const chunks = new ReadableStream({
			start(controller) {
				for (let n = 0; n < 20; n++) controller.enqueue(new Uint8Array(BODY_LIMIT / 16));
				controller.close();
			},
		});
		const request = new Request('https://stoa.example/api/v1/items', {
			method: 'POST',
			headers: { ...auth, 'content-type': 'application/json' },
			body: chunks,
			duplex: 'half',
		} as RequestInit);
		expect((await api.fetch(request)).status).toBe(413);
	});
	test('every wrong field has its own sentence, in the language asked for', async () => {
		const { status, body } = await ask('/api/v1/items', {
			method: 'POST',
			headers: { ...auth, 'accept-language': 'zh' },
			json: { kind: 'question', spaceId: 'x', title: 'a', source: '' },
		});
		expect([status, body.code]).toEqual([422, 'common.invalid_input']);
		expect(body.title).toMatch(/\p{Script=Han}/u);
		const codes = Object.fromEntries(
			body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]),
		);
		expect(codes).toMatchObject({ spaceId: 'items.id_shape', title: 'items.title_too_short' });
		for (const { detail } of body.errors) expect(detail).toMatch(/\p{Script=Han}/u);
	});
	test('nothing is half-written by a refusal', async () => {
		const before = await itemCount();
		await ask('/api/v1/items', {
			method: 'POST',
			headers: { ...auth, 'idempotency-key': 'refused-first' },
			json: { ...newItem('A discussion'), spaceId: 999_999 },
		});
		expect(await itemCount()).toBe(before);
	});
});

describe('who asks', () => {
	test.each([['Bearer stoa_unknown'], ['Bearer something-else'], ['Basic YTpi'], ['stoa_x']])(
		'%s is nobody',
		async (authorization) => {
			const { status, headers, body } = await ask('/api/v1/items', { headers: { authorization } });
			expect([status, body.code]).toEqual([401, 'accounts.api_key_invalid']);
			expect(headers.get('www-authenticate')).toContain('Bearer');
		},
	);
	test('ten wrong keys from one address, then none is looked at', async () => {
		const on = createApi(await freshLimits());
		for (let n = 0; n < 10; n++)
			expect((await ask('/api/v1/me', { on, headers: { authorization: `Bearer stoa_${n}` } })).status).toBe(
				401,
			);
		const { status, headers } = await ask('/api/v1/me', {
			on,
			headers: { authorization: 'Bearer stoa_next' },
		});
		expect(status).toBe(429);
		expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
	});
	test('a revoked key opens nothing from the moment it is revoked', async () => {
		const [, , key] = await madeKey('to be revoked');
		expect((await ask('/api/v1/me', { headers: { authorization: `Bearer ${key.key}` } })).status).toBe(200);
		expect(
			(
				await ask(`/api/v1/me/keys/${key.id}`, {
					method: 'DELETE',
					headers: { cookie: world.cookies.author! },
				})
			).status,
		).toBe(204);
		ctx.identities.forget(world.people.author.id);
		expect((await ask('/api/v1/me', { headers: { authorization: `Bearer ${key.key}` } })).status).toBe(401);
	});
	test('a key makes no keys', async () => {
		const { status, body } = await ask('/api/v1/me/keys', {
			method: 'POST',
			headers: auth,
			json: { name: 'child', scopes: ['read'] },
		});
		expect([status, body.code]).toEqual([403, 'api.browser_only']);
	});
});

const made = { headers: () => ({ cookie: world.cookies.author! }) };
async function madeKey(name: string, key?: string) {
	const { status, headers, body } = await ask('/api/v1/me/keys', {
		method: 'POST',
		headers: { ...made.headers(), ...(key ? { 'idempotency-key': key } : {}) },
		json: { name, scopes: ['read', 'write'] },
	});
	return [status, headers, body] as const;
}

async function freshLimits(env: Partial<Context['config']['apiLimits']> = {}): Promise<Context> {
	const { openRateLimiter } = await import('../platform/rate-limit.ts');
	return {
		...ctx,
		limiter: openRateLimiter(),
		config: { ...ctx.config, apiLimits: { reads: 0, writes: 0, anonymous: 0, ...env } },
	};
}

describe('limits', () => {
	test('say how many are left, and refuse when none is', async () => {
		const on = createApi(await freshLimits({ anonymous: 2 }));
		const first = await ask('/api/v1/tags', { on });
		expect(first.headers.get('ratelimit-policy')).toBe('"anonymous";q=2;w=60');
		expect(first.headers.get('ratelimit')).toBe('"anonymous";r=1;t=60');
		await ask('/api/v1/tags', { on });
		const third = await ask('/api/v1/tags', { on });
		expect([third.status, third.body.code]).toEqual([429, 'common.too_many_requests']);
		expect(third.headers.get('ratelimit')).toMatch(/^"anonymous";r=0;t=\d+$/);
		expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
	});
	test('count writes and reads apart, and each key and browser for itself', async () => {
		const on = createApi(await freshLimits({ reads: 1, writes: 1 }));
		expect((await ask('/api/v1/me', { on, headers: auth })).status).toBe(200);
		expect((await ask('/api/v1/notifications/read', { on, method: 'PUT', headers: auth })).status).toBe(204);
		expect((await ask('/api/v1/me', { on, headers: auth })).status).toBe(429);
		expect((await ask('/api/v1/notifications/read', { on, method: 'PUT', headers: auth })).status).toBe(429);
		expect((await ask('/api/v1/me', { on, headers: { cookie: world.cookies.author! } })).status).toBe(200);
	});
});

describe('a POST with an Idempotency-Key', () => {
	const post = (key: string, json: unknown) =>
		ask('/api/v1/items', { method: 'POST', headers: { ...auth, 'idempotency-key': key }, json });
	test('does its work once and answers alike each time', async () => {
		const before = await itemCount();
		const first = await post('the-same-request', newItem('Only once, please'));
		const second = await post('the-same-request', newItem('Only once, please'));
		expect([first.status, second.status]).toEqual([201, 201]);
		expect(second.body).toEqual(first.body);
		expect(second.headers.get('location')).toBe(first.headers.get('location'));
		expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
			null,
			'true',
		]);
		expect(await itemCount()).toBe(before + 1);
	});
	test('is refused with another body', async () => {
		await post('another-body', newItem('The first body'));
		const { status, body } = await post('another-body', newItem('The second body'));
		expect([status, body.code]).toEqual([422, 'api.idempotency_key_reused']);
	});
	test('is refused while the first is at work, and never does the work twice', async () => {
		const before = await itemCount();
		const answers = await Promise.all(
			Array.from({ length: 6 }, () => post('all-at-once', newItem('All at once'))),
		);
		for (const { status, body, headers } of answers) {
			if (status === 201) continue;
			expect([status, body.code, headers.get('retry-after')]).toEqual([
				409,
				'api.idempotency_key_in_use',
				'1',
			]);
		}
		expect(
			answers.filter(({ status, headers }) => status === 201 && !headers.get('idempotency-replayed')),
		).toHaveLength(1);
		expect(await itemCount()).toBe(before + 1);
	});
	test('may be tried again after a refusal', async () => {
		expect(
			(await post('refused-then-right', { ...newItem('Somewhere else'), spaceId: 999_999 })).status,
		).toBe(404);
		expect((await post('refused-then-right', newItem('Somewhere else'))).status).toBe(201);
	});
	test('belongs to who sent it', async () => {
		await post('one-for-each', newItem('Mine'));
		const theirs = await ask('/api/v1/items', {
			method: 'POST',
			headers: { cookie: world.cookies.member!, 'idempotency-key': 'one-for-each' },
			json: newItem('Theirs'),
		});
		expect([theirs.status, theirs.headers.get('idempotency-replayed')]).toEqual([201, null]);
	});
	test('of a bad shape is refused', async () => {
		expect((await post('short', newItem('Whatever'))).body).toMatchObject({
			status: 400,
			code: 'api.idempotency_key_shape',
		});
	});
	test('gives a secret again without keeping it in the clear', async () => {
		const [, , first] = await madeKey('secret', 'a-secret-request');
		const [status, headers, second] = await madeKey('secret', 'a-secret-request');
		expect([status, headers.get('idempotency-replayed'), second]).toEqual([201, 'true', first]);
		const row = await ctx.db
			.selectFrom('idempotency_keys')
			.select('response')
			.where('key', '=', 'a-secret-request')
			.executeTakeFirstOrThrow();
		expect(JSON.stringify(row.response)).not.toContain(first.key);
	});
	test('is forgotten after a day', async () => {
		await post('until-tomorrow', newItem('Today'));
		try {
			travel(25 * 3_600_000);
			await forgetKeysJob(ctx.db).work({} as never);
		} finally {
			travel(0);
		}
		expect(
			await ctx.db.selectFrom('idempotency_keys').select('key').where('key', '=', 'until-tomorrow').execute(),
		).toEqual([]);
	});
});

describe('changing a text', () => {
	const patch = (headers: Record<string, string>, title: string) =>
		ask(`/api/v1/items/${world.items.loose}`, {
			method: 'PATCH',
			headers: { ...auth, ...headers },
			json: { title },
		});
	test('needs the version that it began from', async () => {
		expect((await patch({}, 'No version named')).body).toMatchObject({
			status: 428,
			code: 'api.if_match_missing',
		});
	});
	test('takes the ETag of reading, once', async () => {
		const { headers } = await ask(`/api/v1/items/${world.items.loose}`, { headers: auth });
		const etag = headers.get('etag')!;
		const changed = await patch({ 'if-match': etag }, 'The first to change it');
		expect([changed.status, changed.body.revision, changed.headers.get('etag')]).toEqual([200, 2, '"2"']);
		const late = await patch({ 'if-match': etag }, 'The second to change it');
		expect(late.body).toMatchObject({
			status: 412,
			code: 'api.revision_outdated',
			params: { revision: 2, expected: 1 },
		});
	});
	test.each(['*', 'W/"1"', '"x"', '"0"', 'nonsense'])('If-Match %s names no version', async (value) => {
		expect((await patch({ 'if-match': value }, 'Whatever')).status).toBe(412);
	});
});

describe('lists', () => {
	test('are read to their end by following next, each thing once', async () => {
		const author = await aPerson(ctx.db);
		const space = await aSpace(ctx.db);
		for (let n = 0; n < 7; n++)
			await anItem(ctx.db, { kind: 'article', spaceId: space.id, authorId: author.id });
		const seen: number[] = [];
		let path: string | undefined = `/api/v1/items?spaceId=${space.id}&sort=new&limit=3`;
		while (path) {
			const { body, headers } = await ask(path);
			seen.push(...body.data.map(({ id }: { id: number }) => id));
			const link = headers.get('link');
			path = link ? /^<([^>]+)>; rel="next"$/.exec(link)![1]! : undefined;
			expect(body.next === null).toBe(path === undefined);
			if (path) expect(new URLSearchParams(path.split('?')[1]).get('cursor')).toBe(body.next);
		}
		expect(seen).toHaveLength(7);
		expect(new Set(seen).size).toBe(7);
	});
	test.each(['nonsense', 'WzEsMl0x', Buffer.from('["a","b"]').toString('base64url')])(
		'the cursor %s is refused at its field',
		async (cursor) => {
			const { status, body } = await ask(`/api/v1/items?cursor=${cursor}`);
			expect([status, body.errors[0].field]).toEqual([422, 'cursor']);
		},
	);
	test.each(['limit=0', 'limit=101', 'limit=x', 'sort=best', 'spaceId=-1', 'language=fr'])(
		'%s is refused',
		async (query) => {
			expect((await ask(`/api/v1/items?${query}`)).status).toBe(422);
		},
	);
});

describe('what visitors share', () => {
	test('is answered alike until it changes, and tells what is unchanged', async () => {
		const shared = createApi({ ...ctx, config: { ...ctx.config, pageCache: true } });
		const item = await anItem(ctx.db, { kind: 'article' });
		const path = `/api/v1/items/${item.id}`;
		const first = await ask(path, { on: shared });
		expect(first.headers.get('cache-control')).toContain('public');
		await ctx.db.updateTable('items').set({ view_count: 77 }).where('id', '=', item.id).execute();
		expect((await ask(path, { on: shared })).body).toEqual(first.body);
		const same = await ask(path, { on: shared, headers: { 'if-none-match': first.headers.get('etag')! } });
		expect([same.status, same.body]).toEqual([304, undefined]);
		ctx.pages.drop([`item:${item.id}`]);
		expect((await ask(path, { on: shared })).body.viewCount).toBe(77);
	});
	test('is shared by members of no private space, and by nobody else', async () => {
		const shared = createApi({ ...ctx, config: { ...ctx.config, pageCache: true } });
		const path = '/api/v1/items?sort=new&limit=100';
		const ids = async (headers: Record<string, string>, asked = path) =>
			(await ask(asked, { on: shared, headers })).body.data.map(({ id }: { id: number }) => id);
		await anItem(ctx.db, { kind: 'article' });
		const visitors = await ids({});
		expect(await ids({ cookie: world.cookies.stranger! })).toEqual(visitors);
		expect(await ids({ cookie: world.cookies.member! })).toContain(world.items.question);
		expect(await ids({})).toEqual(visitors);
		const inside = `/api/v1/items?sort=new&limit=100&spaceId=${world.room.id}`;
		expect(await ids({}, inside)).toEqual([]);
		expect(await ids({ cookie: world.cookies.admin! }, inside)).toContain(world.items.question);
		// Who left a private space still finds there what they wrote.
		const left = await anItem(ctx.db, { spaceId: world.room.id, authorId: world.people.stranger.id });
		const theirs = `/api/v1/items?sort=new&authorId=${world.people.stranger.id}`;
		expect(await ids({}, theirs)).toEqual([]);
		expect(await ids({ cookie: world.cookies.stranger! }, theirs)).toEqual([left.id]);
		const { headers } = await ask(path, { on: shared, headers: { cookie: world.cookies.stranger! } });
		expect(headers.get('cache-control')).toBe('private, no-cache');
	});
	test('shows those who write what they wrote', async () => {
		const shared = createApi({ ...ctx, config: { ...ctx.config, pageCache: true } });
		const headers = { cookie: world.cookies.stranger! };
		await ask('/api/v1/items?sort=new', { on: shared, headers });
		const { body } = await ask('/api/v1/items', {
			on: shared,
			method: 'POST',
			headers,
			json: { ...newItem('Seen at once'), spaceId: world.plaza.id },
		});
		const { body: list } = await ask('/api/v1/items?sort=new', { on: shared, headers });
		expect(list.data[0].id).toBe(body.id);
	});
	test('is never what a member was answered', async () => {
		const shared = createApi({ ...ctx, config: { ...ctx.config, pageCache: true } });
		const path = `/api/v1/items/${world.items.question}`;
		const mine = await ask(path, { on: shared, headers: auth });
		expect([mine.status, mine.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
		expect((await ask(path, { on: shared })).status).toBe(404);
	});
});

describe('an answer is compressed for who takes it so', () => {
	test.each([true, false])('with the cache %s', async (pageCache) => {
		const on = createApi({ ...ctx, config: { ...ctx.config, pageCache } });
		const path = `/api/v1/people?limit=20${pageCache ? '&sort=new' : ''}`;
		const plain = await ask(path, { on });
		const packed = () =>
			on.request(`https://stoa.example${path}`, { headers: { 'accept-encoding': 'gzip, br' } });
		await packed();
		await expect.poll(async () => (await packed()).headers.get('content-encoding')).toBe('gzip');
		const bytes = Buffer.from(await (await packed()).arrayBuffer());
		expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(plain.body);
	});
});

describe('the ground', () => {
	test('health, metrics and the documents answer', async () => {
		expect((await ask('/health/live')).body).toEqual({ status: 'ok' });
		expect((await ask('/health/ready')).body).toEqual({ status: 'ok' });
		expect((await ask('/api/v1/openapi.json')).body.openapi).toBe('3.1.0');
		await ask('/api/v1/items/12345');
		const metrics = await (await api.request('/metrics')).text();
		expect(metrics).toMatch(
			/stoa_http_request_duration_seconds_count\{route="\/items\/\{id\}",method="GET",status="404"\} \d+/,
		);
		expect(metrics).toContain('stoa_jobs{state="due"}');
		expect(metrics).toContain('stoa_db_connections{state="idle"}');
		expect(metrics).not.toContain('12345');
	});
	test('metrics ask for the token when there is one', async () => {
		const guarded = createApi({ ...ctx, config: { ...ctx.config, metricsToken: 'a token of sixteen' } });
		expect((await guarded.request('/metrics')).status).toBe(401);
		expect(
			(await guarded.request('/metrics', { headers: { authorization: 'Bearer a token of sixteen' } })).status,
		).toBe(200);
	});
	test('without a token metrics are for this machine alone', async () => {
		const from = (remoteAddress: string, headers = {}) =>
			api.request('/metrics', { headers }, { incoming: { headers, socket: { remoteAddress } } });
		expect((await from('127.0.0.1')).status).toBe(200);
		expect((await from('::1')).status).toBe(200);
		expect((await from('203.0.113.9')).status).toBe(401);
		expect((await from('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(401);
	});
	test('the docs page names every operation, asks no other host and runs no script', async () => {
		const response = await api.request('/api/docs', { headers: { 'accept-language': 'zh' } });
		const html = await response.text();
		expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(html).not.toMatch(/<script|src="http|@import|url\(/);
		for (const id of ['listItems', 'createOrder', 'metrics']) expect(html).toContain(`id="${id}"`);
		expect(html).toContain('id="items.not_found"');
		expect(html).toContain('lang="zh-CN"');
	});
	test('sign-in elsewhere is not a way around our own sign-in', async () => {
		for (const path of [
			'sign-up/email',
			'sign-in/email',
			'get-session',
			'change-password',
			'update-user',
			'revoke-sessions',
		]) {
			expect(
				(
					await ask(`/api/auth/${path}`, {
						method: 'POST',
						json: { email: 'a@b.example', password: 'x'.repeat(12), name: 'x' },
					})
				).body.code,
			).toBe('api.route_unknown');
		}
		expect(
			(await api.request('https://stoa.example/api/auth/passkey/generate-authenticate-options')).status,
		).toBe(200);
	});
});
