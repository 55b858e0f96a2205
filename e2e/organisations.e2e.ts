import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { here } from './here.ts';
import type { Behaviour } from './provider.ts';

const { site, open } = useBrowser();
const provider = here.provider;
const home = site.replace('127.0.0.1', 'localhost');
const phone = { viewport: { width: 390, height: 844 } };
const slug = `reef-${Date.now().toString(36)}`;
const at = `/organisations/${slug}`;

async function behave(behaviour: Behaviour): Promise<void> {
	await fetch(`${provider}/behave`, { method: 'PUT', body: JSON.stringify({ fault: null, ...behaviour }) });
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a company is founded on a phone without a script, its people come in, learn and are seen, and go with what they learnt', async () => {
	const owner = await open('ada-k', { ...phone, javaScriptEnabled: false });
	const { page } = owner;
	await page.goto('/organisations/new');
	await page.fill('[name=name]', 'Reef Works');
	await page.fill('[name=slug]', slug);
	await page.locator('main form button').click();
	expect(new URL(page.url()).pathname).toBe(`${at}/people`);

	// A pasted list: what can be used is, what cannot is told with its line.
	await page.fill('[name=list]', 'one@reef.example\nnobody\nOne@reef.example');
	await page.locator('form[action="?/invite"] button').click();
	expect(await page.locator('[data-invited]').getAttribute('data-invited')).toBe('1');
	expect(await page.locator('.bad li').count()).toBe(2);
	await page.locator('summary', { hasText: 'Link' }).click();
	await page.locator('form[action="?/link"] button').click();
	const link = new URL(await page.locator('[data-join-link]').innerText()).pathname;
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

	const learner = await open('bai-lu', { ...phone, javaScriptEnabled: false });
	await learner.page.goto(link);
	await learner.page.locator('main form button').click();
	expect(new URL(learner.page.url()).pathname).toBe(at);
	const stranger = await open('tom-h', phone);
	expect((await stranger.page.goto(at))?.status()).toBe(404);

	await page.goto(`${at}/trainings`);
	const option = page.locator('[name=what] option', { hasText: 'Reading PostgreSQL query plans' });
	await page.selectOption('[name=what]', String(await option.getAttribute('value')));
	await page.fill('[name=dueAt]', inDays(10));
	await page.locator('form[action="?/give"] button').click();
	expect(await page.locator('[data-training]').count()).toBe(1);
	await learner.page.reload();
	expect(await learner.page.locator('[data-status]').count()).toBe(1);
	await expect
		.poll(
			async () => {
				await learner.page.goto('/notifications');
				return learner.page.locator('main').innerText();
			},
			{ timeout: 30_000 },
		)
		.toContain('组织给你安排了培训');

	await page.goto(`${at}/report`);
	expect(await page.locator('[data-person="bai-lu"]').count()).toBe(1);
	const csv = await (await page.request.get(`${at}/report/csv`)).text();
	expect(csv.charCodeAt(0)).toBe(0xfeff);
	expect(csv).toContain('bai-lu');
	expect((await page.request.get(`${at}/report/xapi`)).headers()['content-type']).toContain('json');
	expect((await learner.page.request.get(`${at}/report/csv`)).status()).toBe(403);

	await learner.page.goto(at);
	await learner.page.locator('form[action="?/leave"] button').click();
	expect((await learner.page.goto(at))?.status()).toBe(404);
	await page.goto(`${at}/report`);
	expect(await page.locator('[data-person="bai-lu"]').count()).toBe(0);
	for (const one of [owner, learner, stranger]) await one.close();
});

test.skipIf(!provider)(
	'a company proves its domain, sets its sign-on, and its people come in by it',
	async () => {
		const owner = await open('ada-k');
		const { page } = owner;
		await page.goto(`${at}/settings`);
		const domain = `${slug}.example`;
		await page.fill('[name=domain]', domain);
		await page.selectOption('[name=mailbox]', 'postmaster');
		await page.locator('form[action="?/claim"] button').click();
		await page.waitForURL(/saved/);
		const admin = await open('mia-c');
		await admin.page.goto('/outbox');
		const address = await admin.page
			.locator('a[href*="/organisations/domains/"]')
			.first()
			.getAttribute('href');
		const visitor = await open(null);
		await visitor.page.goto(new URL(String(address), site).pathname);
		await visitor.page.locator('main form button').click();
		await expect.poll(() => visitor.page.locator('main').innerText()).toContain(domain);

		await page.goto(`${at}/settings`);
		await page.fill('[name=issuer]', String(provider));
		await page.fill('[name=clientId]', 'stoa-e2e');
		await page.fill('[name=clientSecret]', 'a secret between two processes of one test');
		await page.locator('form[action="?/signOn"] button').click();
		await page.waitForURL(/saved/);

		await behave({
			claims: { sub: 'mate', email: `mate@${domain}`, email_verified: true, name: 'First Mate' },
		});
		const newcomer = await open(null, { baseURL: home, ...phone });
		await newcomer.page.goto('/organisations/sign-on');
		await newcomer.page.fill('[name=email]', `mate@${domain}`);
		await newcomer.page.locator('main form button').click();
		await newcomer.page.waitForURL(`**${at}/sign-on`);
		await newcomer.page.locator('form[action="?/go"] button').click();
		await newcomer.page.getByRole('link', { name: 'Continue at' }).click();
		await newcomer.page.locator('#allow').click();
		await newcomer.page.waitForURL(`**${at}`);
		await page.goto(`${at}/people`);
		await expect.poll(() => page.locator('main').innerText()).toContain('First Mate');
		for (const one of [owner, admin, visitor, newcomer]) await one.close();
	},
);
