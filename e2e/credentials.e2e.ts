import { expect, test } from 'vitest';
import { ofDid, verify, type Web } from '../src/server/modules/credentials/testing/verify.ts';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

const fetchJson = async (url: string) => {
	const response = await fetch(url);
	return response.ok ? ((await response.json()) as object) : null;
};

/** The web as a verifier elsewhere has it: nothing but what this site serves to everybody. */
const web: Web = async (url) => {
	if (!url.startsWith('did:web:')) return fetchJson(site + new URL(url).pathname);
	const document = await fetchJson(`${site}/.well-known/did.json`);
	return document && ofDid(document)(url);
};

test('a course is finished on a phone without a script, its certificate verifies elsewhere, and revoked it does not', async () => {
	const learner = await open('bai-lu', { ...phone, javaScriptEnabled: false });
	const { page } = learner;
	const certificates = async () => {
		await page.goto('/certificates');
		return page.locator('article.certificate').count();
	};
	const had = await certificates();
	await page.goto('/courses?language=en&tag=postgresql');
	await page.locator('article.course h2 a').first().click();
	const course = new URL(page.url()).pathname;
	await page.locator('form[action="?/begin"] button').first().click();
	for (let lesson = 0; lesson < 20 && !page.url().includes('finished'); lesson++) {
		if (!/\/lessons\/\d+/.test(page.url())) await page.locator('.box .btn-primary').click();
		await page.locator('form[action="?/done"] button').first().click();
	}
	expect(page.url()).toContain('finished');

	// It is issued a moment later, by itself.
	await expect.poll(certificates, { timeout: 30_000 }).toBe(had + 1);
	await page.goto(course);
	await page.locator('a[href^="/certificates/"]').click();
	const address = new URL(page.url()).pathname;
	expect(await page.locator('[data-certificate-status]').getAttribute('data-certificate-status')).toBe(
		'valid',
	);
	expect(
		await page.locator('img.qr').evaluate((image) => (image as HTMLImageElement).naturalWidth),
	).toBeGreaterThan(0);
	const credential = (await fetchJson(`${site}${address}/credential.json`))!;
	expect(await verify(credential, web)).toEqual({ verified: true, why: '' });
	const forged = JSON.parse(JSON.stringify(credential).replace('PostgreSQL', 'PostgreSQl')) as object;
	expect((await verify(forged, web)).verified).toBe(false);
	for (const lang of ['en', 'zh-CN']) {
		const pdf = await page.request.get(`${address}/pdf?lang=${lang}`);
		expect(pdf.headers()['content-type']).toBe('application/pdf');
		expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
	}

	// Whoever has the address sees the name, until its owner hides it.
	const visitor = await open(null, phone);
	await visitor.page.goto(address);
	const name = await page.locator('.learner').innerText();
	expect(await visitor.page.locator('.learner').innerText()).toBe(name);
	await page.locator('form[action="?/name"] button').click();
	await visitor.page.reload();
	expect(await visitor.page.locator('main').innerText()).not.toContain(name);
	const hidden = (await fetchJson(`${site}${address}/credential.json`))!;
	expect(JSON.stringify(hidden)).not.toContain(name);
	expect(await verify(hidden, web)).toEqual({ verified: true, why: '' });
	expect(await visitor.page.locator('form[action="?/name"], details.manage').count()).toBe(0);

	// They say what it is worth; the page shows it, and search engines read it.
	await page.goto(`/courses/${course.split('/')[2]}/reviews`);
	await page.check('[name=rating][value="4"]');
	await page.fill('[name=source]', 'I read plans before breakfast now.');
	await page.locator('#write form[action="?/write"] button').click();
	await visitor.page.goto(course);
	expect(await visitor.page.locator('#reviews').innerText()).toContain('I read plans before breakfast now.');
	expect(await visitor.page.content()).toContain('"aggregateRating"');

	// Its author revokes it, with a reason.
	const author = await open('lin-wei');
	await author.page.goto(address);
	await author.page.locator('details.manage summary').click();
	await author.page.fill('[name=reason]', 'Lessons were marked without being read.');
	await author.page.locator('button[formaction="?/revoke"]').click();
	await author.page.waitForURL(/done=revoked/);
	await visitor.page.goto(address);
	expect(
		await visitor.page.locator('[data-certificate-status]').getAttribute('data-certificate-status'),
	).toBe('revoked');
	expect(await visitor.page.locator('main').innerText()).toContain('Lessons were marked without being read.');
	expect(await verify(hidden, web)).toEqual({ verified: false, why: 'revoked' });
	expect(await verify(credential, web)).toEqual({ verified: false, why: 'revoked' });
	await Promise.all([author.close(), visitor.close(), learner.close()]);
}, 180_000);

test('a way to a goal is planned, kept, and changed, without a script', async () => {
	const { page, close } = await open('ada-k', { ...phone, javaScriptEnabled: false });
	await page.goto('/paths/new');
	await page.selectOption('[name=goal]', { label: 'Timeouts and retries that behave' });
	await page.locator('form.ask button').click();
	expect(await page.locator('svg.picture circle').count()).toBe(1);
	await page.fill('[name=title]', 'To calm nights');
	await page.locator('form[action="?/keep"] button').click();
	await page.waitForURL(/\/paths\/\d+/);
	expect(await page.locator('h1').innerText()).toBe('To calm nights');
	await page.locator('form[action="?/known"] button').click();
	expect(await page.locator('.picture .done').count()).toBe(1);
	const path = page.url();
	const visitor = await open(null);
	expect((await visitor.page.goto(path))!.status()).toBe(404);
	await visitor.close();
	await page.locator('form[action="?/delete"] button').click();
	await page.waitForURL(/\/paths$/);
	await close();
}, 60_000);
