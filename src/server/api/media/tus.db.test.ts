import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../modules/accounts/index.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { findMedia, keyOf } from '../../modules/media/index.ts';
import { workOff } from '../../modules/media/jobs.ts';
import { badLine } from '../../platform/bad-line.testing.ts';
import { readWhole } from '../../platform/storage/index.ts';
import { createApi } from '../index.ts';
import { testContext } from '../testing/context.ts';

const ctx = await testContext();
const author = await aPerson(ctx.db);
const stranger = await aPerson(ctx.db);
const keyOfPerson = async (actor: typeof author.actor, scopes: ('read' | 'write')[] = ['read', 'write']) =>
	`Bearer ${(await createApiKey(ctx.db, actor, { name: 'uploads', scopes })).key}`;
const authorization = await keyOfPerson(author.actor);
const others = await keyOfPerson(stranger.actor);

let site = '';
let server: ReturnType<typeof serve>;
beforeAll(async () => {
	const api = createApi(ctx);
	await new Promise<void>((resolve) => {
		server = serve(
			{ fetch: (request, env) => api.fetch(request, env as object), hostname: '127.0.0.1', port: 0 },
			({ port }) => {
				site = `http://127.0.0.1:${port}`;
				resolve();
			},
		);
	});
});
afterAll(() => server.close());

/** Uploads with a client that others wrote. @returns the address of the upload */
function upload(
	bytes: Buffer,
	options: ConstructorParameters<typeof Upload>[1] & { endpoint: string },
): Promise<string> {
	return new Promise((resolve, reject) => {
		const one = new Upload(bytes, {
			retryDelays: [0, 50, 100, 200, 400],
			headers: { authorization },
			metadata: { filename: 'notes.txt', purpose: 'file' },
			onSuccess: () => resolve(one.url!),
			onError: reject,
			...options,
		});
		one.start();
	});
}

const text = (size: number) => Buffer.from(randomBytes(size / 2).toString('hex'));
const tus = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
	fetch(`${site}${path}`, {
		method,
		headers: { authorization, 'tus-resumable': '1.0.0', ...headers },
		...(body === undefined ? {} : { body }),
	});
const create = async (bytes: number, headers: Record<string, string> = {}) => {
	const response = await tus('POST', '/api/v1/uploads', { 'upload-length': String(bytes), ...headers });
	expect(response.status).toBe(201);
	return response.headers.get('location')!;
};
const patch = (path: string, at: number, body: string, headers: Record<string, string> = {}) =>
	tus(
		'PATCH',
		path,
		{ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at), ...headers },
		body,
	);

describe('uploads speak tus 1.0', () => {
	test('a client of others uploads over a line that is cut again and again, and every byte is there', async () => {
		const bytes = text(6_000_000);
		const cuts = [2_000_000, 900_000, 300, 1_500_000];
		const line = await badLine(site, (_, isFirst) => (isFirst ? cuts.shift() : undefined));
		const requests: string[] = [];
		try {
			const url = await upload(bytes, {
				endpoint: `${line.address}/api/v1/uploads`,
				onBeforeRequest: (request) => void requests.push(request.getMethod()),
			});
			const id = Number(/(\d+)$/.exec(url)![1]);
			expect(cuts).toEqual([]);
			expect(requests.filter((method) => method === 'HEAD').length).toBeGreaterThanOrEqual(2);
			await workOff(ctx.db, 'look', ctx.media);
			expect((await findMedia(ctx.db, [id]))[0]).toMatchObject({ status: 'ready', bytes: bytes.length });
			const kept = (await readWhole(ctx.media.storage, keyOf.original(id)))!;
			expect(createHash('sha256').update(kept).digest('hex')).toBe(
				createHash('sha256').update(bytes).digest('hex'),
			);
		} finally {
			line.server.close();
		}
	});

	test('the client sends in chunks, and with the first request', async () => {
		const bytes = text(3_000_000);
		const url = await upload(bytes, {
			endpoint: `${site}/api/v1/uploads`,
			chunkSize: 700_000,
			uploadDataDuringCreation: true,
		});
		const response = await tus('HEAD', new URL(url).pathname);
		expect(response.status).toBe(200);
		expect(response.headers.get('upload-offset')).toBe('3000000');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('upload-metadata')).toContain('filename ');
	});

	test('the client ends an upload, and nothing is left of it', async () => {
		const path = await create(10);
		await Upload.terminate(`${site}${path}`, { headers: { authorization } });
		expect((await tus('HEAD', path)).status).toBe(404);
	});

	test('OPTIONS tells what is spoken, without signing in', async () => {
		const response = await fetch(`${site}/api/v1/uploads`, { method: 'OPTIONS' });
		expect(response.status).toBe(204);
		expect(response.headers.get('tus-version')).toBe('1.0.0');
		expect(response.headers.get('tus-extension')?.split(',')).toEqual([
			'creation',
			'creation-with-upload',
			'termination',
			'checksum',
			'expiration',
		]);
	});

	test('a chunk with another checksum is refused with 460, and may be sent again', async () => {
		const path = await create(10);
		const sum = (value: string) => `sha1 ${createHash('sha1').update(value).digest('base64')}`;
		const wrong = await patch(path, 0, 'hello worl', { 'upload-checksum': sum('hello') });
		expect(wrong.status).toBe(460);
		expect(await wrong.json()).toMatchObject({ code: 'media.checksum_wrong' });
		expect((await patch(path, 0, 'hello', { 'upload-checksum': 'crc32 AAAA' })).status).toBe(400);
		const right = await patch(path, 0, 'hello worl', { 'upload-checksum': sum('hello worl') });
		expect([right.status, right.headers.get('upload-offset')]).toEqual([204, '10']);
	});

	test('what is wrong is said with the status of the protocol, as a problem', async () => {
		const path = await create(10);
		const at5 = await patch(path, 5, 'hello');
		expect(at5.status).toBe(409);
		expect(at5.headers.get('content-type')).toBe('application/problem+json');
		expect((await patch(path, 0, 'hello', { 'content-type': 'text/plain' })).status).toBe(415);
		expect((await patch(path, 0, 'hello', { 'tus-resumable': '0.2.2' })).status).toBe(412);
		expect((await patch(path, 0, 'hello hello hello')).status).toBe(400);
		expect((await tus('POST', '/api/v1/uploads')).status).toBe(400);
		expect((await tus('POST', '/api/v1/uploads', { 'upload-length': '-1' })).status).toBe(400);
		const large = await tus('POST', '/api/v1/uploads', { 'upload-length': '99999999999999' });
		expect(large.status).toBe(413);
		expect((await tus('HEAD', '/api/v1/uploads/999999')).status).toBe(404);
		expect((await tus('HEAD', '/api/v1/uploads/..%2f')).status).toBe(404);
		expect((await tus('GET', path)).status).toBe(404);
		const expires = new Date((await tus('HEAD', path)).headers.get('upload-expires')!);
		expect(expires.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
	});

	test('nobody else sees, writes or ends it, and nobody without a right to write', async () => {
		const path = await create(10);
		for (const method of ['HEAD', 'DELETE']) {
			expect((await tus(method, path, { authorization: others })).status, method).toBe(404);
			expect((await fetch(`${site}${path}`, { method, headers: { 'tus-resumable': '1.0.0' } })).status).toBe(
				401,
			);
		}
		expect((await patch(path, 0, 'hello', { authorization: others })).status).toBe(404);
		const reader = await keyOfPerson(author.actor, ['read']);
		expect(
			(await tus('POST', '/api/v1/uploads', { 'upload-length': '5', authorization: reader })).status,
		).toBe(403);
	});

	test('a new request goes on although an old one still holds the upload', async () => {
		const path = await create(1_000_000);
		// A connection that sends half and then falls silent, as a telephone in a tunnel does.
		const { port } = new URL(site);
		const silent = connect(Number(port), '127.0.0.1');
		silent.on('error', () => {});
		silent.write(
			`PATCH ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: 1000000\r\n\r\n`,
		);
		silent.write(Buffer.alloc(300_000, 97));
		// Nothing tells when the server has read it.
		await new Promise((resolve) => setTimeout(resolve, 500));
		await expect
			.poll(async () => (await tus('HEAD', path)).headers.get('upload-offset'), { timeout: 5000 })
			.toBe('300000');
		const rest = await patch(path, 300_000, 'a'.repeat(700_000));
		expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, '1000000']);
		silent.destroy();
	});
});
