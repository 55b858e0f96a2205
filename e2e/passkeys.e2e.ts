import { expect, test } from 'vitest';
import { demoPassword, useBrowser } from './browser.ts';

const { site, open } = useBrowser();
// A passkey belongs to a name; an address of digits has none.
const home = site.replace('127.0.0.1', 'localhost');

test('a passkey is added, listed, signs in, and once removed does not any more', async () => {
	const { page, context, close } = await open(null, {
		baseURL: home,
		extraHTTPHeaders: { 'x-e2e-client': '192.0.2.22' },
	});
	const devices = await context.newCDPSession(page);
	await devices.send('WebAuthn.enable');
	await devices.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	await page.goto('/sign-in?next=/settings/security');
	await page.fill('[name=email]', 'lucas-m@demo.stoa.example');
	await page.fill('[name=password]', demoPassword);
	await page.locator('main form button[type=submit]').click();
	await page.waitForURL(/\/settings\/security$/);

	const listed = page.locator('section[aria-labelledby=passkeys-title] li');
	expect(await listed.count()).toBe(0);
	await page.locator('[data-passkey-add]').click();
	await expect.poll(() => listed.count()).toBe(1);
	expect(await listed.innerText()).toContain('Linux');

	await context.clearCookies();
	await page.goto('/sign-in?next=/settings');
	await page.locator('[data-passkey-sign-in]').click();
	await page.waitForURL(/\/settings$/);
	expect(await page.inputValue('[name=handle]')).toBe('lucas-m');

	await page.goto('/settings/security');
	await listed.getByRole('button').click();
	await page.locator('[data-confirm-yes]').click();
	await expect.poll(() => listed.count()).toBe(0);
	await context.clearCookies();
	await page.goto('/sign-in?next=/settings');
	await page.locator('[data-passkey-sign-in]').click();
	await expect
		.poll(() => page.locator('.toast').allInnerTexts())
		.toEqual(['This passkey does not open an account here. It may have been removed; sign in another way.']);
	expect(new URL(page.url()).pathname).toBe('/sign-in');
	expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
	await close();
});

test('under an address of digits, where a browser makes no passkey, none is offered', async () => {
	const { page, close } = await open('lucas-m');
	await page.goto('/settings/security');
	await page.waitForLoadState('load');
	expect(await page.locator('[data-passkey-add]').isVisible()).toBe(false);
	await close();
});
