import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function paidArticles(): Promise<{ id: number; href: string; author: { handle: string } }[]> {
	const response = await fetch(`${site}/api/v1/items?kind=article&sort=new&limit=100`);
	const { data } = (await response.json()) as {
		data: { id: number; href: string; access: string; author: { handle: string } }[];
	};
	return data.filter(({ access }) => access === 'paid');
}

/** Buys an article in the sandbox. @returns the address of the order */
async function buy(page: Page, id: number): Promise<string> {
	await page.goto(`/checkout?item=${id}`);
	await page.locator('main form button.btn-primary').first().click();
	await page.waitForURL(/\/checkout\/sandbox\//);
	await page.locator('button.ending').first().click();
	await page.waitForURL(/\/orders\/\d+/);
	return new URL(page.url()).pathname;
}

async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(axe);
	const found = await page.evaluate(async () => {
		const { violations } = await (
			window as unknown as {
				axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
			}
		).axe.run();
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
	});
	expect(found).toEqual([]);
}

test('somebody buys, asks for the money back within the cooling-off period, has it back, and reads the preview again', async () => {
	const article = (await paidArticles())[0]!;
	const { page, close } = await open('lucas-m', { javaScriptEnabled: false });
	const order = await buy(page, article.id);
	await page.goto(article.href);
	expect(await page.locator('a[href^="/checkout"]').count()).toBe(0);

	await page.goto(order);
	await page.locator('details.ask summary').click();
	await page.fill('details.ask [name=reason]', 'I meant to buy the other one.');
	await page.locator('details.ask button').click();
	expect(await page.locator('.banner.good').count()).toBe(1);
	await expect
		.poll(
			async () => {
				await page.goto(order);
				return page.locator('main h1').innerText();
			},
			{ timeout: 20_000 },
		)
		.toBe('Refunded');
	const history = await page.locator('.history').innerText();
	for (const told of ['Order placed', 'Paid', 'asked for', 'granted', 'sent back'])
		expect(history).toContain(told);
	await page.goto(article.href);
	expect(await page.locator('a[href^="/checkout"]').count()).toBeGreaterThan(0);
	await close();
});

test('a part is asked for, the operator finds it in the queue and grants it; another is refused with a reason', async () => {
	const [, one, two] = await paidArticles();
	const buyer = await open('ivan-p');
	const orders = [await buy(buyer.page, one!.id), await buy(buyer.page, two!.id)];
	for (const [i, order] of orders.entries()) {
		await buyer.page.goto(order);
		await buyer.page.locator('details.ask summary').click();
		await buyer.page.fill('details.ask [name=reason]', `Half of it is missing (${i})`);
		await buyer.page.fill('details.ask [name=amount]', i === 0 ? 'lots' : '1');
		await buyer.page.locator('details.ask button').click();
		await buyer.page.waitForLoadState();
		if (i > 0) continue;
		// What was typed is kept, and the field says what is wrong with it.
		expect(await buyer.page.inputValue('details.ask [name=reason]')).toContain('Half of it is missing');
		expect(await buyer.page.locator('details.ask .field-error').count()).toBe(1);
		await buyer.page.fill('details.ask [name=amount]', '2');
		await buyer.page.locator('details.ask button').click();
		await buyer.page.waitForLoadState();
	}
	await buyer.page.setViewportSize({ width: 390, height: 800 });
	await buyer.page.goto(orders[0]!);
	await expectAccessible(buyer.page);

	const staff = await open('mia-c');
	await staff.page.goto('/admin/refunds');
	await expectAccessible(staff.page);
	const row = (order: string) =>
		staff.page.locator('[data-row]', { has: staff.page.locator(`a[href="${order}"]`) });
	await row(orders[0]!).locator('button.btn-primary').click();
	await staff.page.waitForLoadState();
	expect(await row(orders[0]!).count()).toBe(0);
	await row(orders[1]!).locator('button.btn-danger').click();
	await staff.page.waitForLoadState();
	expect(await staff.page.locator('.banner.bad').innerText()).toMatch(/Say why|写明原因/);
	await row(orders[1]!).locator('[name=note]').fill('It is all there.');
	await row(orders[1]!).locator('button.btn-danger').click();
	await staff.page.waitForLoadState();
	await staff.page.goto(`/admin/orders?q=${orders[0]!.split('/').at(-1)}`);
	expect(await row(orders[0]!).count()).toBe(1);
	await staff.page.goto('/admin/ledger');
	await expectAccessible(staff.page);
	await staff.page.locator('form[action$="?/prove"] button').click();
	// A job counts; the page goes on by itself when it has.
	await staff.page.waitForURL(/\/admin\/ledger(#proof)?$/);
	await staff.page.locator('.banner.good').waitFor();
	expect(await staff.page.locator('main').innerText()).toMatch(/Adds up|全部对上/);
	await expectAccessible(staff.page);
	await staff.page.goto('/admin');
	expect(await staff.page.locator('.banner.good').innerText()).toMatch(/\d+ entries|分录 \d+/);
	await staff.close();

	await expect
		.poll(
			async () => {
				await buyer.page.goto(orders[0]!);
				return buyer.page.locator('[data-refund]').innerText();
			},
			{ timeout: 20_000 },
		)
		.toContain('Sent back');
	await buyer.page.goto(orders[1]!);
	expect(await buyer.page.locator('[data-refund]').innerText()).toContain('It is all there.');
	await buyer.close();
});
