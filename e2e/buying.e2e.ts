import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const plain = { javaScriptEnabled: false } as const;

interface Found {
	id: number;
	href: string;
	title: string;
	access: string;
	author: { handle: string };
	space: { slug: string };
}

/** Articles of the demo, the newest first. */
async function articles(): Promise<Found[]> {
	const all: Found[] = [];
	for (let cursor = ''; ; ) {
		const response = await fetch(`${site}/api/v1/items?kind=article&sort=new&limit=100${cursor}`);
		const { data, next } = (await response.json()) as { data: Found[]; next: string | null };
		all.push(...data);
		if (!next) return all;
		cursor = `&cursor=${encodeURIComponent(next)}`;
	}
}

/** Presses the button that pays, and has the sandbox play a success. */
async function pay(page: Page, button = 'main form button.btn-primary'): Promise<void> {
	await page.locator(button).last().click();
	await page.waitForURL(/\/checkout\/sandbox\//);
	await page.locator('button.ending').first().click();
	await page.waitForURL((url) => !url.pathname.startsWith('/checkout'));
}

const words = (page: Page) => page.locator('main').innerText();
const walls = (page: Page) => page.locator('.paywall').count();

test('a tier of the whole place is chosen on the page of prices, paid, and opens its spaces', async () => {
	const inside = (await articles()).find(
		({ space, access }) => space.slug === 'ai-craft' && access === 'paid',
	)!;
	const { page, close } = await open('jiang-he', plain);
	await page.goto(inside.href);
	expect(await walls(page)).toBe(1);
	await page.goto('/pricing');
	const tier = page.locator('.tiers article', { hasText: /Stoa Pass|书院通行证/ });
	expect(await tier.innerText()).toMatch(/AI Craft|AI 工匠/);
	await tier.locator('a.btn-primary').first().click();
	expect(await words(page)).toMatch(/renews every month|每月自动续费/i);
	await pay(page);
	await page.goto('/subscriptions');
	expect(await words(page)).toMatch(/(Stoa Pass|书院通行证)[\s\S]*(Active|生效中)/);
	await page.goto(inside.href);
	expect(await walls(page)).toBe(0);
	await page.goto('/spaces/ai-craft');
	expect(await words(page)).not.toMatch(/(Join|加入) ·/);
	await close();
});

test('a bundle costs less than its parts, and opens each of them; given away, it opens them for the other one', async () => {
	const parts = (await articles()).filter(({ href }) => /idempotency-keys|commit-wait/.test(href));
	expect(parts).toHaveLength(2);
	const author = await open('he-ping', plain);
	await author.page.goto('/studio/offers');
	const bundle = author.page.locator('a[href^="/bundles/"]', { hasText: '幂等与时间' });
	const address = await bundle.getAttribute('href');
	await author.close();

	const buyer = await open('elena-v', plain);
	for (const part of parts) {
		await buyer.page.goto(part.href);
		expect(await walls(buyer.page)).toBe(1);
	}
	await buyer.page.goto(address!);
	expect(await words(buyer.page)).toMatch(/¥39[\s\S]*¥48/);
	await buyer.page.locator('.buy a.btn-primary').click();
	await pay(buyer.page);
	for (const part of parts) {
		await buyer.page.goto(part.href);
		expect(await walls(buyer.page)).toBe(0);
	}
	await buyer.page.goto('/library');
	for (const part of parts) expect(await words(buyer.page)).toContain(part.title);

	// Who has it may give it.
	await buyer.page.goto(address!);
	await buyer.page.locator('a[href^="/gifts/new?bundle="]').click();
	await buyer.page.fill('[name=message]', 'Read them in this order');
	await pay(buyer.page);
	expect(new URL(buyer.page.url()).pathname).toBe('/gifts');
	const code = await buyer.page.locator('main code').first().innerText();
	await buyer.close();
	const friend = await open('omar-f', plain);
	await friend.page.goto(`/gifts/${code}`);
	expect(await words(friend.page)).toContain('Read them in this order');
	await friend.page.locator('main form button').click();
	await friend.page.waitForURL(/\/bundles\//);
	for (const part of parts) {
		await friend.page.goto(part.href);
		expect(await walls(friend.page)).toBe(0);
	}
	await friend.close();
});

test('several gifts at once: the sum is what was said for one, as many times, and each has a code of its own', async () => {
	const item = (await articles()).find(({ href }) => href.includes('idempotency-keys'))!;
	const { page, close } = await open('aisha-o', plain);
	await page.goto(`/gifts/new?item=${item.id}`);
	expect(await words(page)).toContain('¥19 each');
	await page.fill('[name=quantity]', '3');
	await page.locator('main form button.btn-primary').last().click();
	await page.waitForURL(/\/checkout\/sandbox\//);
	expect(await words(page)).toContain('57');
	await page.locator('button.ending').first().click();
	await page.waitForURL(/\/gifts$/);
	const codes = await page.locator('main code').allInnerTexts();
	expect(new Set(codes.slice(0, 3)).size).toBe(3);
	await close();
});

test('a company buys three seats, gives one to somebody by name, and takes it back', async () => {
	const inside = (await articles()).find(
		({ space, access }) => space.slug === 'ai-craft' && access === 'members',
	)!;
	const person = await open('omar-f', plain);
	await person.page.goto(inside.href);
	expect(await walls(person.page)).toBe(1);

	const lead = await open('qin-shu', plain);
	await lead.page.goto('/checkout?seats=ai-craft');
	await lead.page.fill('[name=quantity]', '3');
	await lead.page.locator('button[value=price]').click();
	// ¥299 each: all three are on the button's side before anything is paid.
	expect(await words(lead.page)).toContain('897');
	await pay(lead.page);
	await lead.page.goto('/seats');
	const pool = lead.page.locator('.pool').first();
	expect(await pool.innerText()).toMatch(/0 (of|\/) 3/);
	await pool.locator('[name=handle]').fill('nobody-of-that-name');
	await pool.locator('button.btn-primary').click();
	expect(await lead.page.locator('.field-error').count()).toBe(1);
	await lead.page.locator('.pool').first().locator('[name=handle]').fill('@omar-f');
	await lead.page.locator('.pool').first().locator('button.btn-primary').click();
	await lead.page.waitForURL(/saved/);
	expect(await lead.page.locator('.pool').first().innerText()).toMatch(/1 (of|\/) 3[\s\S]*@omar-f/);

	await person.page.goto(inside.href);
	expect(await walls(person.page)).toBe(0);
	await person.page.goto('/library');
	expect(await words(person.page)).toContain('AI Craft');
	await lead.page.locator('.pool').first().locator('form[action="?/free"] button').click();
	await lead.page.waitForLoadState();
	expect(await lead.page.locator('.pool').first().innerText()).toMatch(/0 (of|\/) 3/);
	await person.page.goto(inside.href);
	expect(await walls(person.page)).toBe(1);
	await person.close();
	await lead.close();
});

test('who comes by a link and buys brings its owner a share, which is held; their own purchases bring nothing', async () => {
	const item = (await articles()).find(({ href }) => href.includes('idempotency-keys'))!;
	const owner = await open('ivan-p', plain);
	await owner.page.goto('/studio/affiliate');
	await owner.page.fill('form[action="?/make"] [name=note]', 'My newsletter');
	await owner.page.locator('form[action="?/make"] button').click();
	await owner.page.waitForURL(/saved/);
	const link = owner.page.locator('.links li').first();
	const address = new URL(await link.locator('code').innerText()).pathname;

	// It leads to pages of this place only: to a browser a tab in an address is nothing.
	const led = await fetch(`${site}${address}?to=${encodeURIComponent('/\t/evil.example')}`, {
		redirect: 'manual',
	});
	expect(led.headers.get('location')).toBe('/');

	const buyer = await open('marco-b', plain);
	await buyer.page.goto(`${address}?to=${encodeURIComponent(item.href)}`);
	await buyer.page.goto(`/checkout?item=${item.id}`);
	await pay(buyer.page);
	await buyer.close();
	await owner.page.goto(address);
	await owner.page.goto(`/checkout?item=${item.id}`);
	await pay(owner.page);
	await owner.page.goto('/studio/affiliate');
	// A tenth of ¥19, of one order of the two.
	expect(await owner.page.locator('.links li').first().innerText()).toMatch(
		/1 order[\s\S]*¥1\.90[\s\S]*¥1\.90/,
	);
	await owner.close();
});
