import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Context } from './context.ts';
import { cacheKey, fromOwnOrigin, sendCached, toCachedPage } from './http.ts';

const SITE = 'https://stoa.example';
const posted = (path: string, headers: Record<string, string>) =>
	fromOwnOrigin(
		new Request(SITE + path, { method: 'POST', headers: { host: 'stoa.example', ...headers } }),
		path,
		SITE,
	);

test('a form of another site is refused, also where a browser adds the name and password of a proxy', () => {
	const foreign = { origin: 'https://evil.example' };
	expect(posted('/settings', { origin: SITE })).toBe(true);
	expect(posted('/settings', {})).toBe(true);
	expect(posted('/settings', foreign)).toBe(false);
	expect(posted('/settings', { origin: 'null' })).toBe(false);
	expect(posted('/settings', { origin: SITE, 'sec-fetch-site': 'cross-site' })).toBe(false);
	expect(posted('/settings', { ...foreign, authorization: 'Basic YTpi' })).toBe(false);
	expect(posted('/settings', { ...foreign, authorization: 'Bearer stoa_a' })).toBe(false);
	expect(posted('/api/auth/passkey/delete-passkey', { ...foreign, authorization: 'Basic YTpi' })).toBe(false);
});

test('a call of the API with a key comes from no page', () => {
	expect(posted('/api/v1/items', { origin: 'https://tool.example', authorization: 'Bearer stoa_a' })).toBe(
		true,
	);
	expect(posted('/api/v1/items', { origin: 'https://tool.example' })).toBe(false);
});

test('a page that links to the name it was asked under is kept for that name only', () => {
	const ctx = (origin?: string) =>
		({ config: { pageCache: true, origin }, settings: { defaultLocale: 'en' } }) as unknown as Context;
	const asked = (host: string) =>
		({ method: 'GET', url: '/questions', headers: { host } }) as unknown as IncomingMessage;
	expect(cacheKey(ctx(), asked('evil.example'))).not.toBe(cacheKey(ctx(), asked('stoa.example')));
	expect(cacheKey(ctx(SITE), asked('evil.example'))).toBe(cacheKey(ctx(SITE), asked('stoa.example')));
	expect(cacheKey(ctx(), asked('h'.repeat(500)))).toBe(null);
});

test('a kept page is whole for whoever asks while it is being packed, and small for those after who take it so', async () => {
	const text = 'a page of many words '.repeat(500);
	const page = toCachedPage(Buffer.from(text), 'text/html');
	const ask = (accepted: string) => {
		const answer = { headers: {} as Record<string, unknown>, body: Buffer.alloc(0) as Buffer };
		const response = {
			writeHead: (_: number, headers: Record<string, unknown>) => Object.assign(answer.headers, headers),
			end: (body: Buffer) => {
				answer.body = body;
			},
		};
		const request = { method: 'GET', headers: { 'accept-encoding': accepted } };
		sendCached(page, request as unknown as IncomingMessage, response as unknown as ServerResponse, {});
		const encoding = answer.headers['content-encoding'];
		return [encoding, (encoding ? gunzipSync(answer.body) : answer.body).toString()];
	};
	for (let n = 0; n < 3; n++) expect(ask('gzip')).toEqual([undefined, text]);
	await expect.poll(() => page.brotli !== undefined).toBe(true);
	expect(ask('gzip, deflate')).toEqual(['gzip', text]);
	expect(ask('gzip;q=0')).toEqual([undefined, text]);
	expect(ask('')).toEqual([undefined, text]);
});
