import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import type { Context } from './context.ts';
import { cacheKey, fromOwnOrigin } from './http.ts';

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
