import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	chromium,
	type Page,
} from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** An address that no other sign-in of the tests comes from (RFC 5737). */
export const someAddress = () => `198.51.${[0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`;

/** The demo's password; see flows/seed-demo. */
export const demoPassword = 'stoa-demo-2026';

/** A browser for one test file, and ways to be somebody in it. */
export function useBrowser() {
	const site = inject('site');
	let browser: Browser;
	beforeAll(async () => {
		browser = await chromium.launch({
			executablePath: process.env.STOA_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium',
			args: quiet,
		});
	});
	afterAll(() => browser?.close());

	const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

	/** A new window: of a visitor, or of one of the demo's people. What the page throws fails the test. */
	async function open(
		who: string | null,
		options: BrowserContextOptions = {},
	): Promise<{ page: Page; context: BrowserContext; close: () => Promise<void> }> {
		if (who && !sessions.has(who)) {
			const context = await browser.newContext({ baseURL: site });
			const response = await context.request.post('/sign-in', {
				form: { email: `${who}@demo.stoa.example`, password: demoPassword, next: '/' },
				// Each from an address of their own: one address may try only so often.
				headers: { accept: 'text/html', origin: site, 'x-e2e-client': someAddress() },
				maxRedirects: 0,
			});
			if (response.status() !== 303) throw new Error(`${who} could not sign in: ${response.status()}`);
			sessions.set(who, await context.storageState());
			await context.close();
		}
		const context = await browser.newContext({
			baseURL: site,
			locale: 'en-GB',
			viewport: { width: 1280, height: 860 },
			...(who ? { storageState: sessions.get(who)! } : {}),
			...options,
		});
		const page = await context.newPage();
		const thrown: Error[] = [];
		page.on('pageerror', (error) => thrown.push(error));
		return {
			page,
			context,
			async close() {
				await context.close();
				if (thrown.length > 0) throw thrown[0];
			},
		};
	}

	return { site, open };
}
