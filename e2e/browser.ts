import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	chromium,
	type Page,
} from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { here } from './here.ts';

export const quiet = [
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

/**
 * Signs one of the demo's people in, without a browser: once for all test files, as an account may try only so often.
 *
 * @returns the cookies that were set, as `name=value`
 */
export async function signIn(site: string, handle: string): Promise<string[]> {
	const file = join(tmpdir(), `stoa-e2e-${new URL(site).port}-${handle}.json`);
	const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
	const seen = await fetch(`${site}/drafts`, { headers: { cookie: kept.join('; ') }, redirect: 'manual' });
	await seen.arrayBuffer();
	if (seen.status === 200) return kept;
	const cookies = await signInAnew(site, handle);
	writeFileSync(file, JSON.stringify(cookies), { mode: 0o600 });
	return cookies;
}

async function signInAnew(site: string, handle: string): Promise<string[]> {
	const response = await fetch(`${site}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		// Each from an address of their own: one address may try only so often.
		headers: { origin: site, accept: 'text/html', 'x-e2e-client': someAddress() },
		body: new URLSearchParams({ email: `${handle}@demo.stoa.example`, password: demoPassword, next: '/' }),
	});
	const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]!);
	if (cookies.length === 0) throw new Error(`${handle} could not sign in: ${response.status}`);
	return cookies;
}

/** A browser for one test file, and ways to be somebody in it. */
export function useBrowser() {
	const site = here.url;
	let browser: Browser;
	beforeAll(async () => {
		browser = await chromium.launch({
			executablePath: process.env.STOA_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium',
			args: quiet,
		});
	});
	afterAll(() => browser?.close());

	const sessions = new Map<string, string[]>();

	/** A new window: of a visitor, or of one of the demo's people. What the page throws fails the test. */
	async function open(
		who: string | null,
		options: BrowserContextOptions = {},
	): Promise<{ page: Page; context: BrowserContext; close: () => Promise<void> }> {
		if (who && !sessions.has(who)) sessions.set(who, await signIn(site, who));
		const context = await browser.newContext({
			baseURL: site,
			locale: 'en-GB',
			viewport: { width: 1280, height: 860 },
			...options,
		});
		const kept = who ? sessions.get(who)! : [];
		await context.addCookies(
			kept.map((cookie) => {
				const cut = cookie.indexOf('=');
				return { name: cookie.slice(0, cut), value: cookie.slice(cut + 1), url: site };
			}),
		);
		const page = await context.newPage();
		const thrown: Error[] = [];
		page.on('pageerror', (error) => {
			// A test that changes the window while a page fades in ends the fading: nobody's fault.
			if (!error.message.startsWith('Transition was')) thrown.push(error);
		});
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
