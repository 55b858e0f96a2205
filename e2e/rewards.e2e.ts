import { expect, test } from 'vitest';
import { callAs } from './api.ts';
import { useBrowser } from './browser.ts';

const { open } = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

test('who completes a challenge has its badge and points, signs the one and spends the other, and finds themselves on the board', async () => {
	const name = `R${Date.now().toString(36)}`;
	const texts = { 'zh-CN': name, en: name };
	const badge = await callAs('mia-c', 'POST', '/badges', {
		slug: name.toLowerCase(),
		tier: 'silver',
		names: texts,
		descriptions: texts,
	});
	const challenge = await callAs('mia-c', 'POST', '/quests', {
		slug: name.toLowerCase(),
		kind: 'challenge',
		names: texts,
		descriptions: texts,
		steps: [{ metric: 'comments', atLeast: 2 }],
		goalOfAll: 4,
		points: 5000,
		badge: name.toLowerCase(),
		startsAt: new Date(Date.now() - 60_000),
		endsAt: new Date(Date.now() + 86_400_000),
	});
	const { data } = await callAs<{ data: { id: number }[] }>('tom-h', 'GET', '/items?kind=question&limit=1');
	const comment = () =>
		callAs('tom-h', 'POST', `/items/${data[0]!.id}/replies`, {
			kind: 'comment',
			source: `Which version is this? ${name}`,
		});

	// A member with a phone and no script.
	const member = await open('tom-h', { ...phone, javaScriptEnabled: false });
	const { page } = member;
	await comment();
	const progress = () =>
		page
			.goto(`/quests/${challenge.id}`)
			.then(() => page.locator(`[data-quest="${name.toLowerCase()}"]`).innerText());
	await expect.poll(progress, { timeout: 20_000 }).toMatch(/1 (?:of|\/) 2/);
	await comment();
	await expect.poll(progress, { timeout: 20_000 }).toMatch(/Done|已完成/);

	// The badge is on its page, on the person's, and told of; signed, it verifies.
	await page.goto('/notifications');
	expect(await page.locator('main').innerText()).toContain(name);
	await page.goto('/people/tom-h');
	expect(await page.locator(`main a[href="/badges/${badge.id}"]`).innerText()).toContain(name);
	await page.goto(`/badges/${badge.id}`);
	expect(await page.locator('main').innerText()).toContain('Tom Hughes');
	await page.locator('form[action="?/sign"] button').click();
	await page.waitForURL(/\/certificates\//);
	expect(await page.locator('[data-certificate-status]').getAttribute('data-certificate-status')).toBe(
		'valid',
	);

	// Points are spent in the shop; the console fulfils it.
	const goods = await callAs('mia-c', 'POST', '/goods', {
		names: texts,
		descriptions: texts,
		price: 4000,
		stock: 1,
		asks: 'address',
	});
	await page.goto('/shop');
	const before = Number(await page.locator('[data-points]').getAttribute('data-points'));
	expect(before).toBeGreaterThanOrEqual(5000);
	const thing = page.locator(`[data-goods="${goods.id}"]`);
	await thing.locator('textarea').fill('Somewhere 1');
	await thing.locator('button').click();
	await page.waitForURL(/ordered/);
	expect(Number(await page.locator('[data-points]').getAttribute('data-points'))).toBe(before - 4000);
	expect(await page.locator('#orders').innerText()).toContain(name);
	const admin = await open('mia-c');
	await admin.page.goto('/admin/shop');
	const order = admin.page.locator('li', { hasText: 'Somewhere 1' }).first();
	await order.locator('[name=answer]').fill(`SF-${name}`);
	await order.locator('button[value=fulfilled]').click();
	await admin.page.waitForURL(/saved/);
	await page.goto('/shop');
	expect(await page.locator('#orders').innerText()).toContain(`SF-${name}`);
	expect(await thing.innerText()).not.toContain('4,999');

	// The board of points has them, with who stand next to them.
	await expect
		.poll(() => page.goto('/leaderboard?measure=points').then(() => page.locator('main').innerText()), {
			timeout: 20_000,
		})
		.toContain('Tom Hughes');
	expect(await page.locator('#own-place [aria-current]').innerText()).toMatch(/Tom Hughes/);
	for (const one of [member, admin]) await one.close();
}, 120_000);

test('a rule that would earn itself is refused in the console, and what was typed stays', async () => {
	const { page, close } = await open('mia-c');
	await page.goto('/admin/badges');
	await page.locator('details > summary.btn').first().click();
	const form = page.locator('form[action="?/set"]').first();
	const slug = `loop-${Date.now().toString(36)}`;
	await form.locator('[name=slug]').fill(slug);
	await form.locator('[name=name-zh]').fill('圈');
	await form.locator('[name=name-en]').fill('Round');
	await form.locator('[name=points]').fill('10');
	await form.locator('[name=metric-1]').selectOption('points');
	await form.locator('[name=count-1]').fill('10');
	await form.locator('button').last().click();
	await page.locator('.banner.bad').first().waitFor();
	expect(await page.locator('.banner.bad').first().innerText()).toContain(slug);
	expect(await page.locator('form[action="?/set"]').first().locator('[name=name-en]').inputValue()).toBe(
		'Round',
	);
	await close();
}, 60_000);
