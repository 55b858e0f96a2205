import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPassword, useBrowser } from './browser.ts';

const { open } = useBrowser();
const email = 'kenji-s@demo.stoa.example';

/** What an authenticator shows for a key: RFC 6238 with SHA-1, six digits, thirty seconds. */
function codeOf(key: string, at = Date.now()): string {
	const bits = [...key.replace(/=+$/, '').toUpperCase()]
		.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const secret = Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const hash = createHmac('sha1', secret).update(counter).digest();
	const offset = hash.at(-1)! & 15;
	return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Six digits that are the code neither now nor a step to either side. */
function wrongCode(key: string): string {
	const near = [-30_000, 0, 30_000, 60_000].map((step) => codeOf(key, Date.now() + step));
	return ['000000', '111111', '222222', '333333', '444444'].find((code) => !near.includes(code))!;
}

async function submit(page: Page, form: string, fields: Record<string, string>): Promise<void> {
	for (const [name, value] of Object.entries(fields)) await page.fill(`${form} [name=${name}]`, value);
	await page.locator(`${form} button[type=submit]`).click();
}

/** As far as the password goes. */
async function givePassword(page: Page): Promise<void> {
	await page.context().clearCookies();
	await page.goto('/sign-in?next=/settings');
	await submit(page, 'main form[method=post]', { email, password: demoPassword });
	await page.waitForURL(/\/two-factor/);
}

const refusals = (page: Page) => page.locator('.field-error').allInnerTexts();

test('the code of RFC 6238 is computed as its own examples say', () => {
	const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
	expect([59, 1_111_111_109, 20_000_000_000].map((seconds) => codeOf(key, seconds * 1000))).toEqual([
		'287082',
		'081804',
		'353130',
	]);
});

test('a second step is set up, asked for, replaced by a backup code once, and switched off', async () => {
	const { page, close } = await open('kenji-s', { extraHTTPHeaders: { 'x-e2e-client': '192.0.2.21' } });
	await page.goto('/settings/security');
	await submit(page, 'form[action="?/beginTotp"]', { current: 'not the password' });
	await expect.poll(() => refusals(page)).toEqual(['The current password is wrong.']);
	await submit(page, 'form[action="?/beginTotp"]', { current: demoPassword });
	const shown = page.locator('img[src^="data:image/svg+xml"]');
	await shown.waitFor();
	const [picture, key] = [await shown.getAttribute('src'), await page.locator('code').first().innerText()];

	await submit(page, 'form[action="?/confirmTotp"]', { code: wrongCode(key) });
	await expect.poll(() => refusals(page)).toEqual(['This code is wrong or has expired.']);
	expect(await shown.getAttribute('src')).toBe(picture);
	expect(await page.locator('code').first().innerText()).toBe(key);

	await submit(page, 'form[action="?/confirmTotp"]', { code: codeOf(key) });
	await expect.poll(() => page.locator('.banner.good').count()).toBe(1);
	const codes = (await page.locator('section pre').innerText()).split('\n').filter(Boolean);
	expect(codes.length).toBeGreaterThanOrEqual(8);
	expect(new Set(codes).size).toBe(codes.length);
	await page.goto('/settings/security');
	expect(await page.locator('section pre').count()).toBe(0);
	expect(await page.locator('img[src^="data:image/svg+xml"]').count()).toBe(0);

	await givePassword(page);
	await page.goto('/settings');
	expect(page.url()).toContain('/sign-in');
	await givePassword(page);
	await submit(page, 'main form[method=post]', { code: wrongCode(key) });
	await expect.poll(() => refusals(page)).toEqual(['This code is wrong or has expired.']);
	await submit(page, 'main form[method=post]', { code: codeOf(key) });
	await page.waitForURL(/\/settings$/);

	const withBackup = async (code: string) => {
		await givePassword(page);
		await page.check('[name=backup]');
		await submit(page, 'main form[method=post]', { code });
	};
	await withBackup(codes[0]!);
	await page.waitForURL(/\/settings$/);
	await withBackup(codes[0]!);
	await expect.poll(() => refusals(page)).toEqual(['This code is wrong or has expired.']);
	await withBackup(codes[1]!);
	await page.waitForURL(/\/settings$/);

	await page.goto('/settings/security');
	const off = async (current: string) => {
		await submit(page, 'form[action="?/endTotp"]', { current });
		await page.locator('[data-confirm-yes]').click();
	};
	await off('not the password');
	await expect.poll(() => refusals(page)).toEqual(['The current password is wrong.']);
	await off(demoPassword);
	await page.locator('form[action="?/beginTotp"]').waitFor();
	await page.context().clearCookies();
	await page.goto('/sign-in?next=/settings');
	await submit(page, 'main form[method=post]', { email, password: demoPassword });
	await page.waitForURL(/\/settings$/);
	await close();
});
