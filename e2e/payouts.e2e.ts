import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callAs } from './api.ts';
import { signIn, useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function faultsOf(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		const { violations } = await (
			window as unknown as {
				axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
			}
		).axe.run();
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
	});
}

const as = (handle: string) => (method: string, path: string, body?: object) =>
	callAs<Record<string, never>>(handle, method, path, body);

test('from a sale to money at the bank: split, account checked, asked for, batched, exported, sent, stated', async () => {
	const author = as('elena-v');
	const admin = as('mia-c');
	// Nothing is held, so that the journey need not wait two weeks.
	await admin('PATCH', '/settings', { payoutHoldDays: 0 });
	const title = `What a payout is made of ${Date.now().toString(36)}`;
	const { id: spaceId } = await author('GET', '/spaces/commons');
	const { id } = await author('POST', '/items', {
		spaceId,
		kind: 'article',
		title,
		source: `${'Before the fold. '.repeat(10)}\n\n<!-- more -->\n\n${'What was paid for. '.repeat(40)}`,
		tags: ['testing'],
		language: 'en',
		access: 'paid',
	});
	await author('PUT', `/items/${id}/price`, { amount: 20_000, currency: 'CNY' });

	const writer = await open('elena-v');
	await writer.page.goto(`/studio/splits?of=item:${id}`);
	await writer.page.locator('[name=share]').nth(0).fill('75');
	await writer.page.locator('[name=handle]').nth(1).fill('tom-h');
	await writer.page.locator('[name=share]').nth(1).fill('20');
	await writer.page.locator('form button.btn-primary').click();
	expect(await writer.page.locator('.banner.bad').innerText()).toContain('100');
	await writer.page.goto(`/studio/splits?of=item:${id}`);
	await writer.page.locator('[name=share]').nth(0).fill('75');
	await writer.page.locator('[name=handle]').nth(1).fill('tom-h');
	await writer.page.locator('[name=share]').nth(1).fill('25');
	await writer.page.locator('form button.btn-primary').click();
	await writer.page.locator('.banner.good').waitFor();

	const buyer = await open('nora-l');
	await buyer.page.goto(`/checkout?item=${id}`);
	await buyer.page.locator('main form button.btn-primary').first().click();
	await buyer.page.waitForURL(/\/checkout\/sandbox\//);
	await buyer.page.locator('button.ending').first().click();
	await buyer.page.waitForURL(/\/orders\/\d+/);
	await buyer.page.goto('/library');
	expect(await buyer.page.locator('.entry', { hasText: title }).innerText()).toMatch(/For good/);
	expect(await faultsOf(buyer.page)).toEqual([]);

	await writer.page.goto('/studio/sales');
	// 200 less a fifth for the platform, of which three quarters.
	expect(await writer.page.locator('tr', { hasText: title }).innerText()).toMatch(/¥120/);
	await writer.page.goto('/studio/payouts');
	// Who has an account already finds the form behind "Change the account".
	const change = writer.page.locator('details:has([name=legalName]) > summary');
	if ((await change.count()) > 0) await change.click();
	await writer.page.fill('[name=legalName]', 'Ada Kovács');
	await writer.page.fill('[name=bankName]', '招商银行 杭州分行');
	await writer.page.fill('[name=number]', '6225');
	await writer.page.locator('form[action="?/account"] button').click();
	expect(await writer.page.locator('.field-error').innerText()).toMatch(/digit/);
	expect(await writer.page.inputValue('[name=legalName]')).toBe('Ada Kovács');
	await writer.page.fill('[name=number]', '6225 8801 2345 6789');
	await writer.page.locator('form[action="?/account"] button').click();
	await writer.page.locator('.banner.good').waitFor();
	expect(await writer.page.content()).not.toContain('62258801');

	const desk = await open('mia-c');
	await desk.page.goto('/admin/payouts');
	const waiting = desk.page.locator('.row', { hasText: 'Ada Kovács' });
	await waiting.locator('form[action="?/account"] button.btn-primary').click();
	await desk.page.locator('.banner.good').waitFor();

	await writer.page.goto('/studio/payouts');
	await writer.page.fill('[name=amount]', '110');
	await writer.page.locator('form[action="?/ask"] button').click();
	await writer.page.locator('.banner.good').waitFor();
	expect(await writer.page.locator('.payout').first().innerText()).toMatch(/Asked for[\s\S]*¥110/);
	expect(await faultsOf(writer.page)).toEqual([]);

	await desk.page.goto('/admin/payouts');
	await desk.page
		.locator('.row', { hasText: '¥110' })
		.locator('form[action="?/decide"] button.btn-primary')
		.click();
	await desk.page.locator('.banner.good').waitFor();
	expect(await faultsOf(desk.page)).toEqual([]);
	await desk.page.locator('form[action="?/batch"] button').first().click();
	await desk.page.waitForURL(/\/admin\/payouts\/batches\/\d+/);
	const file = desk.page.locator('a[href*="format=cn_bulk"]');
	const exported = await desk.context.request.get(site + (await file.getAttribute('href')));
	expect(await exported.text()).toMatch(
		/1,6225880123456789,Ada Kovács,招商银行 杭州分行,110\.00,CNY,STOA PAYOUT \d+/,
	);
	await desk.page.fill('form[action="?/all"] [name=bankReference]', 'CMB-2026-1');
	await desk.page.locator('form[action="?/all"] button').click();
	await desk.page.locator('.banner.good').waitFor();
	expect(await desk.page.locator('form[action="?/all"]').count()).toBe(0);
	expect(await faultsOf(desk.page)).toEqual([]);
	await desk.close();

	await writer.page.goto('/studio/payouts');
	expect(await writer.page.locator('.payout').first().innerText()).toMatch(/Sent[\s\S]*CMB-2026-1/);
	await writer.page.goto('/studio');
	expect(await writer.page.locator('main').innerText()).toContain(title);
	expect(await faultsOf(writer.page)).toEqual([]);
	await writer.page.goto('/studio/statements');
	const month = new Date().toISOString().slice(0, 7);
	const csv = await (await writer.context.request.get(`${site}/studio/statements/${month}/csv`)).text();
	const amounts = csv
		.trim()
		.split('\r\n')
		.slice(1)
		.filter((line) => line.endsWith(',CNY'))
		.map((line) => [line.split(',')[1], Number(line.split(',').at(-2))] as const);
	const closing = amounts.find(([kind]) => kind === 'closing')![1];
	const rest = amounts.filter(([kind]) => kind !== 'closing').reduce((sum, [, amount]) => sum + amount, 0);
	expect(Math.round(rest * 100)).toBe(Math.round(closing * 100));
	expect(csv).toMatch(/,payout,author,payout:\d+,,-110\.00,CNY/);
	await writer.page.goto(`/studio/statements/${month}`);
	expect(await writer.page.locator('main').innerText()).toMatch(/Closing balance/);
	expect(await faultsOf(writer.page)).toEqual([]);
	await writer.close();

	// The buyer's invoice is there by itself, opens as a PDF, and a fapiao is asked for and issued.
	await expect
		.poll(
			async () => {
				await buyer.page.goto('/invoices');
				return buyer.page.locator('.paper', { hasText: title }).count();
			},
			{ timeout: 30_000 },
		)
		.toBe(1);
	const paper = buyer.page.locator('.paper', { hasText: title });
	const pdf = await buyer.context.request.get(
		site + (await paper.locator('a[href*="lang=zh-CN"]').getAttribute('href')),
	);
	expect(pdf.headers()['content-type']).toBe('application/pdf');
	expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
	await paper.locator('a[href*="fapiao="]').click();
	await buyer.page.selectOption('[name=holder]', 'company');
	await buyer.page.fill('[name=title]', '书院测试有限公司');
	await buyer.page.fill('[name=email]', 'nora-l@example.org');
	await buyer.page.locator('form[action$="/fapiao"] button').click();
	expect(await buyer.page.locator('form[action$="/fapiao"] .field-error').innerText()).toMatch(/tax number/);
	await buyer.page.fill('form[action$="/fapiao"] [name=taxNumber]', '91330106MA2ABCDE0X');
	await buyer.page.locator('form[action$="/fapiao"] button').click();
	await buyer.page.locator('.banner.good').waitFor();
	expect(await faultsOf(buyer.page)).toEqual([]);
	const office = await open('mia-c');
	await office.page.goto('/admin/invoices');
	const asked = office.page.locator('li', { hasText: '书院测试有限公司' });
	await asked.locator('[name=number]').fill('24332000000012345678');
	await asked.locator('form button.btn-primary').click();
	await office.page.locator('.banner.good').waitFor();
	expect(await faultsOf(office.page)).toEqual([]);
	await office.close();
	await buyer.page.goto('/invoices');
	expect(await buyer.page.locator('main').innerText()).toContain('24332000000012345678');
	await buyer.close();
	await admin('PATCH', '/settings', { payoutHoldDays: 14 });
}, 180_000);

test('who sells nothing and owns nothing is told what to do, on a phone too', async () => {
	const { page, close } = await open('omar-f', { viewport: { width: 390, height: 800 } });
	for (const path of [
		'/studio',
		'/studio/sales',
		'/studio/payouts',
		'/studio/statements',
		'/studio/splits',
		'/library',
		'/invoices',
	]) {
		await page.goto(path);
		expect([
			path,
			await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
		]).toEqual([path, true]);
		expect([path, await faultsOf(page)]).toEqual([path, []]);
	}
	await close();
});
