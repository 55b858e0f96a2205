import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromOwnOrigin } from '../../main/http.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { setPlatform } from '../../modules/lti/index.ts';
import { createApi } from '../index.ts';
import { testContext } from '../testing/context.ts';

const ctx = await testContext();
const api = createApi(ctx);
const keys = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
let platform = '';
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	platform = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const admin = await aPerson(ctx.db, { role: 'admin' });
	await setPlatform(ctx.db, admin.actor, {
		name: 'Moodle',
		issuer: platform,
		clientId: 'c',
		authorizeUrl: `${platform}/auth`,
		tokenUrl: `${platform}/token`,
		jwksUrl: `${platform}/jwks`,
		deployments: ['d'],
	});
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const call = (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
	api.fetch(
		new Request(`https://stoa.example${path}`, {
			...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
			headers: { 'accept-language': 'en', ...headers },
		}),
	);

async function begun() {
	const response = await call('/lti/login', {
		iss: platform,
		login_hint: 'u',
		client_id: 'c',
		target_link_uri: 'https://stoa.example/learning',
	});
	const asked = new URL(response.headers.get('location')!).searchParams;
	const cookie = response.headers.get('set-cookie')!;
	const at = Math.floor(Date.now() / 1000);
	const claim = 'https://purl.imsglobal.org/spec/lti/claim';
	const idToken = await new SignJWT({
		nonce: asked.get('nonce'),
		[`${claim}/message_type`]: 'LtiResourceLinkRequest',
		[`${claim}/version`]: '1.3.0',
		[`${claim}/deployment_id`]: 'd',
		[`${claim}/resource_link`]: { id: 'r' },
	})
		.setProtectedHeader({ alg: 'RS256', kid: 'k' })
		.setIssuer(platform)
		.setAudience('c')
		.setSubject('u')
		.setIssuedAt(at)
		.setExpirationTime(at + 300)
		.sign(keys.privateKey);
	return { response, cookie, form: { state: asked.get('state')!, id_token: idToken } };
}

describe('a launch over HTTP', () => {
	test('leaves a cookie that only this frame of this platform has', async () => {
		const { response, cookie } = await begun();
		expect(response.status).toBe(302);
		expect(cookie).toMatch(
			/^stoa\.lti=[\w-]{32}; Path=\/lti; Max-Age=600; HttpOnly; Secure; SameSite=None; Partitioned$/,
		);
	});

	test('in a frame ends with a button that the platform may show, and signs nobody in', async () => {
		const { form, cookie } = await begun();
		const response = await call('/lti/launch', form, {
			cookie: cookie.split(';')[0]!,
			'sec-fetch-dest': 'iframe',
		});
		expect(response.status).toBe(200);
		expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${platform}`);
		expect(response.headers.getSetCookie().join()).not.toContain('session');
		const html = await response.text();
		expect(html).toMatch(/<a href="\/launched\?ticket=[\w-]{32}" target="_blank" rel="noopener">/);
		expect(html).not.toContain('<script');
	});

	test('in a window of its own goes on by itself', async () => {
		const { form } = await begun();
		const response = await call('/lti/launch', form, { 'sec-fetch-dest': 'document' });
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			expect.stringMatching(/^\/launched\?ticket=/),
		]);
	});

	test('that fails says so in a sentence, and says nothing of why', async () => {
		const { form } = await begun();
		await call('/lti/launch', form);
		const again = await call('/lti/launch', form);
		expect(again.status).toBe(403);
		expect(await again.text()).toContain('This launch was used already');
		const wrong = await begun();
		const refused = await call('/lti/launch', { ...wrong.form, id_token: `${wrong.form.id_token}x` });
		expect([refused.status, await refused.text()]).toEqual([
			403,
			expect.not.stringMatching(/signature|JWS/i),
		]);
		expect((await call('/lti/launch', { error: '<script>alert(1)</script>' })).status).toBe(403);
		expect((await call('/lti/login')).status).toBe(400);
	});

	test('is let in from another site, and nothing else of ours is', () => {
		const from = (path: string) =>
			fromOwnOrigin(
				new Request(`https://stoa.example${path}`, {
					method: 'POST',
					headers: { 'sec-fetch-site': 'cross-site', origin: platform },
				}),
				path,
				'https://stoa.example',
			);
		expect(
			['/lti/login', '/lti/launch', '/lti/choose', '/lti/launch/x', '/launched', '/api/v1/lti/platforms'].map(
				from,
			),
		).toEqual([true, true, false, false, false, false]);
	});

	test('has its keys where platforms look for them, without what is secret', async () => {
		const { keys: shown } = (await (await call('/lti/jwks')).json()) as { keys: Record<string, string>[] };
		expect(Object.keys(shown[0]!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
	});
});
