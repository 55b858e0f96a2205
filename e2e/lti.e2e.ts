import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { here } from './here.ts';

const { open } = useBrowser();
const site = here.url;
const LTI = 'https://purl.imsglobal.org/spec/lti/claim';
/** A name of this run's own: a site that is kept has those of earlier ones. */
const school = `Harbour School ${Date.now().toString(36)}`;
const client = `client-${Date.now().toString(36)}`;
let subject = 'student-7';
let message: Record<string, unknown> = {};
const answers: string[] = [];

/**
 * A platform on another site than ours (another host's name): its page launches, it signs for who asks for an answer, and
 * it hears what was chosen.
 */
const keys = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
const server = createServer(async (request, response) => {
	const url = new URL(request.url ?? '/', platform());
	const html = (body: string) =>
		response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Platform</title>${body}`);
	const login = `${site}/lti/login?${new URLSearchParams({ iss: platform(), login_hint: subject, client_id: client, target_link_uri: `${site}/courses/1` })}`;
	if (url.pathname === '/jwks') return response.end(JSON.stringify({ keys: [jwk] }));
	if (url.pathname === '/course')
		return html(`<iframe id="tool" width="600" height="400" src="${login}"></iframe>`);
	if (url.pathname === '/window') return html(`<a id="go" href="${login}">go</a>`);
	if (url.pathname === '/auth') {
		const token = await new SignJWT({
			nonce: url.searchParams.get('nonce'),
			name: 'Sam Student',
			locale: 'en',
			[`${LTI}/version`]: '1.3.0',
			[`${LTI}/deployment_id`]: 'd1',
			...message,
		})
			.setProtectedHeader({ alg: 'RS256', kid: 'k1' })
			.setIssuer(platform())
			.setAudience(client)
			.setSubject(subject)
			.setIssuedAt()
			.setExpirationTime('5m')
			.sign(keys.privateKey);
		return html(
			`<form method="post" action="${url.searchParams.get('redirect_uri')}"><input name="state" value="${url.searchParams.get('state')}"><input name="id_token" value="${token}"></form><script>document.forms[0].submit()</script>`,
		);
	}
	if (url.pathname !== '/return') return response.writeHead(404).end();
	let text = '';
	for await (const chunk of request) text += chunk;
	answers.push(new URLSearchParams(text).get('JWT') ?? '');
	html('<p id="heard">heard</p>');
});
const platform = () => `http://localhost:${(server.address() as AddressInfo).port}`;
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

test('an administrator registers a platform and sees what it asks for', async () => {
	const admin = await open('mia-c');
	const { page } = admin;
	await page.goto('/admin/platforms');
	expect(await page.locator('main').innerText()).toContain('/lti/login');
	await page.locator('main summary.btn-primary').click();
	const form = page.locator('form[action="?/set"]').first();
	for (const [name, value] of Object.entries({
		name: school,
		issuer: platform(),
		clientId: client,
		authorizeUrl: 'http://school.example/auth',
		grantUrl: `${platform()}/token`,
		jwksUrl: `${platform()}/jwks`,
		deployments: 'd1',
	}))
		await form.locator(`[name=${name}]`).fill(value);
	await form.locator('button.btn-primary').click();
	// Not private: it is told at the field, and nothing that was typed is lost.
	expect(await form.locator('[name=name]').inputValue()).toBe(school);
	await form.locator('[name=authorizeUrl]').fill(`${platform()}/auth`);
	await form.locator('button.btn-primary').click();
	await page.waitForURL(/saved/);
	expect(await page.locator('article', { hasText: school }).count()).toBe(1);
	await admin.close();
});

test('a teacher chooses a lesson, a student is launched into it in a window of their own, without a cookie in the frame', async () => {
	message = {
		[`${LTI}/message_type`]: 'LtiDeepLinkingRequest',
		'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
			deep_link_return_url: `${platform()}/return`,
			data: 'opaque',
		},
	};
	const teacher = await open('he-ping');
	await teacher.page.goto(`${platform()}/window`);
	await teacher.page.click('#go');
	await teacher.page.waitForURL(/\/launched\?ticket=/);
	const choice = teacher.page.locator('fieldset').first().locator('[name=choice]').nth(1);
	const [course, lesson] = ((await choice.getAttribute('value')) ?? '').split(':');
	await choice.check();
	await teacher.page.locator('form[action="/lti/choose"] button').click();
	await teacher.page.locator('form button').click();
	await teacher.page.locator('#heard').waitFor();
	const { payload } = await jwtVerify(answers.at(-1)!, createRemoteJWKSet(new URL(`${site}/lti/jwks`)), {
		issuer: client,
		audience: platform(),
	});
	const [item] = payload['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'] as {
		url: string;
		custom: object;
	}[];
	expect(new URL(item!.url).pathname).toBe(`/courses/${course}/lessons/${lesson}`);
	await teacher.close();

	message = {
		[`${LTI}/message_type`]: 'LtiResourceLinkRequest',
		[`${LTI}/resource_link`]: { id: 'r1' },
		[`${LTI}/target_link_uri`]: item!.url,
		[`${LTI}/custom`]: item!.custom,
	};
	const student = await open(null);
	await student.page.goto(`${platform()}/course`);
	const frame = student.page.frameLocator('#tool');
	const link = frame.locator('a[target=_blank]');
	await link.waitFor();
	// Whatever the frame keeps, nobody is signed in by it.
	expect((await student.context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
	const opened = student.context.waitForEvent('page');
	await link.click();
	const own = await opened;
	await own.waitForURL(/\/launched/);
	expect(await own.locator('main').innerText()).toContain('Sam Student');
	await own.locator('main form button').click();
	await own.waitForURL(new RegExp(`/courses/${course}/lessons/${lesson}`));
	await own.goto('/learning');
	expect(own.url()).toContain('/learning');
	// The link in the frame was used: it leads to a page that says so.
	const again = student.context.waitForEvent('page');
	await link.click();
	expect((await (await again).waitForLoadState(), await (await again).locator('main').innerText())).toMatch(
		/expired|过期/,
	);
	await student.context.close();
});

test('a token for somebody else, or brought twice, opens nothing', async () => {
	const stranger = await open(null);
	subject = 'student-8';
	message = { ...message, [`${LTI}/deployment_id`]: 'd9' };
	await stranger.page.goto(`${platform()}/window`);
	await stranger.page.click('#go');
	await stranger.page.waitForURL(/\/lti\/launch/);
	expect(await stranger.page.locator('h1').count()).toBe(1);
	expect(await stranger.page.locator('a').count()).toBe(0);
	const answer = await fetch(`${site}/lti/launch`, {
		method: 'POST',
		body: new URLSearchParams({ state: 'x', id_token: 'y' }),
	});
	expect(answer.status).toBe(403);
	await stranger.context.close();
	const admin = await open('mia-c');
	await admin.page.goto('/admin/platforms');
	expect(await admin.page.locator('article', { hasText: school }).locator('.refusal').innerText()).toContain(
		'd9',
	);
	await admin.close();
});
