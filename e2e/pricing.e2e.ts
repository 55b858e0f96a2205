import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { callAs } from './api.ts';
import { signIn, useBrowser } from './browser.ts';

const { open, site } = useBrowser();

const stamp = Date.now().toString(36).toUpperCase();
const code = `SAVE-${stamp}`;
const gift = `FREE-${stamp}`;
let item: { id: number; href: string };
const call = callAs<Record<string, unknown>>;

// Of this journey's own: what other journeys buy and sell is not in its way.
beforeAll(async () => {
	const spaces = (await call('he-ping', 'GET', '/spaces?limit=50')) as {
		data: { id: number; access: string }[];
	};
	const commons = spaces.data.find(({ access }) => access === 'public');
	const made = await call('he-ping', 'POST', '/items', {
		kind: 'article',
		spaceId: commons?.id,
		title: `Worth paying for ${stamp}`,
		language: 'en',
		access: 'paid',
		tags: ['testing'],
		source: `${'What everybody may read. '.repeat(4)}\n\n<!-- more -->\n\n${'What is paid for. '.repeat(20)}`,
	});
	item = { id: Number(made.id), href: `/articles/${made.id}` };
	await call('he-ping', 'PUT', `/items/${item.id}/price`, { amount: 2000, currency: 'CNY' });
});

const main = (page: Page) => page.locator('main').innerText();
/** The sum that is asked for, as it stands beside its word. */
const total = (page: Page) => page.locator('dl.total dd').innerText();

test('an author makes a coupon; a reader without a script types it, sees every line, pays that, and it is used up', async () => {
	const author = await open('he-ping', { javaScriptEnabled: false });
	await author.page.goto('/studio/coupons');
	const maker = author.page.locator('form[action="?/make"]');
	if (!(await maker.isVisible())) await author.page.locator('main details > summary.btn').click();
	await maker.locator('[name=code]').fill(code);
	await maker.locator('[name=name]').fill('A journey');
	await maker.locator('[name=percentBps]').fill('25');
	await maker.locator('[name=thing]').selectOption(`item:${item.id}`);
	await maker.locator('[name=total]').fill('1');
	await maker.locator('button.btn-primary').click();
	await author.page.waitForURL(/saved/);
	expect(await main(author.page)).toContain(code);

	const reader = await open('wu-tong', { javaScriptEnabled: false });
	const { page } = reader;
	await page.goto(`/checkout?item=${item.id}`);
	expect(await total(page)).toContain('20');
	// A wrong one is told at its field, and the price stays.
	await page.locator('[name=coupon]').fill('NO-SUCH-CODE');
	await page.locator('button[value=price]').click();
	expect(await page.locator('#f-coupon-error').innerText()).toContain('NO-SUCH-CODE');
	expect(await total(page)).toContain('20');
	// Typed in small letters and paid at once: what it costs now is shown first.
	await page.locator('[name=coupon]').fill(code.toLowerCase());
	await page.locator('main form button.btn-primary').first().click();
	expect(await page.locator('[role=alert]').first().innerText()).toMatch(/price has changed|价格和你刚才/i);
	expect(await main(page)).toMatch(new RegExp(`${code}[\\s\\S]*−¥5`));
	expect(await total(page)).toContain('15');
	await page.locator('main form button.btn-primary').first().click();
	await page.waitForURL(/\/checkout\/sandbox\//);
	expect(await main(page)).toContain('15');
	await page.locator('button.ending').first().click();
	await page.waitForURL(/\/orders\/\d+/);
	await page.goto(item.href);
	expect(await main(page)).toContain('What is paid for.');
	await reader.close();

	// One use was all of it.
	const other = await open('ada-k', { javaScriptEnabled: false });
	await other.page.goto(`/checkout?item=${item.id}&coupon=${code}`);
	expect(await other.page.locator('#f-coupon-error').innerText()).toMatch(/used up|用完/);
	expect(await total(other.page)).toContain('20');
	await other.close();
	await author.page.goto('/studio/coupons');
	expect(await main(author.page)).toMatch(/1 of 1 used|已用 1 \/ 1/);
	await author.close();
});

test('what a coupon makes free is had at once, without a till', async () => {
	await call('he-ping', 'POST', '/discounts', {
		code: gift,
		name: 'For friends',
		percentBps: 10_000,
		itemId: item.id,
		perPerson: 1,
	});
	const { page, close } = await open('bai-lu', { javaScriptEnabled: false });
	await page.goto(`/checkout?item=${item.id}&coupon=${gift}`);
	expect(await total(page)).toContain('0');
	await page.locator('main form button.btn-primary').first().click();
	await page.waitForURL(/\/orders\/\d+/);
	await page.goto(item.href);
	expect(await main(page)).toContain('What is paid for.');
	await close();
});

test('a price that the author changes meanwhile is shown before it is charged', async () => {
	const { page, close } = await open('ada-k', { javaScriptEnabled: false });
	await page.goto(`/checkout?item=${item.id}`);
	await call('he-ping', 'PUT', `/items/${item.id}/price`, { amount: 3000, currency: 'CNY' });
	await page.locator('main form button.btn-primary').first().click();
	expect(await page.locator('[role=alert]').first().innerText()).toMatch(/price|价格/i);
	expect(await total(page)).toContain('30');
	await close();
});
