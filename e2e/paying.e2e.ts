import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bench } from '../src/server/flows/testing/providers/bench.ts';
import { fakeAlipay } from '../src/server/flows/testing/providers/fake-alipay.ts';
import { fakeStripe } from '../src/server/flows/testing/providers/fake-stripe.ts';
import { fakeWechat } from '../src/server/flows/testing/providers/fake-wechat.ts';
import { quiet, signIn } from './browser.ts';
import { freePort } from './site.ts';

/*
 * A site of its own that knows all four providers; their machines are those of the provider suite, and what they send
 * goes over the network to the address that hears them.
 */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dataDir = mkdtempSync(join(tmpdir(), 'stoa-paying-'));
let site: string;
let stop: () => Promise<unknown>;
let browser: Browser;
let benches: Record<'alipay' | 'stripe' | 'wechat', Bench>;
let items: number[];

beforeAll(async () => {
	benches = { alipay: await fakeAlipay(), stripe: await fakeStripe(), wechat: await fakeWechat() };
	const port = await freePort();
	site = `http://127.0.0.1:${port}`;
	const child = spawn(process.execPath, ['dist/server/main/start.js'], {
		env: {
			...process.env,
			...Object.assign({}, ...Object.values(benches).map(({ env }) => env)),
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: site,
			STOA_DATA_DIR: dataDir,
			LOG_LEVEL: 'error',
			NODE_ENV: 'production',
			STOA_PROXY_HEADER: 'x-e2e-client',
		},
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const ended = new Promise((done) => child.on('exit', done));
	stop = () => {
		child.kill('SIGTERM');
		return ended;
	};
	for (let up = false; !up; await new Promise((done) => setTimeout(done, 200))) {
		if (child.exitCode !== null) throw new Error(`Stoa ended with ${child.exitCode} before it answered`);
		up = await fetch(`${site}/health/ready`).then(
			({ ok }) => ok,
			() => false,
		);
	}
	browser = await chromium.launch({
		executablePath: process.env.STOA_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: quiet,
	});
	const { data } = (await (await fetch(`${site}/api/v1/items?kind=article&limit=100`)).json()) as {
		data: { id: number; access: string; language: string }[];
	};
	items = data
		.filter(({ access, language }) => access === 'paid' && language === 'zh-CN')
		.map(({ id }) => id);
}, 300_000);

afterAll(async () => {
	await browser?.close();
	await stop?.();
	for (const bench of Object.values(benches)) await bench.close?.();
	rmSync(dataDir, { recursive: true, force: true });
});

async function open(who: string, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		baseURL: site,
		locale: 'en-GB',
		viewport: { width: 390, height: 844 },
		...options,
	});
	await context.addCookies(
		(await signIn(site, who)).map((cookie) => {
			const cut = cookie.indexOf('=');
			return { name: cookie.slice(0, cut), value: cookie.slice(cut + 1), url: site };
		}),
	);
	const page = await context.newPage();
	// What providers show is not there; that the browser is led to them is what counts.
	const away = { status: 200, contentType: 'text/html', body: '<h1>The provider’s own page</h1>' };
	await page.route('https://checkout.stripe.com/**', (route) => route.fulfill(away));
	await page.route('**/gateway.do?**', (route) => route.fulfill(away));
	return page;
}

async function buy(page: Page, item: number, way: string): Promise<void> {
	await page.goto(`/checkout?item=${item}`);
	await page.check(`input[name=pay][value="${way}"]`);
	await page.locator('form:has(input[name=pay]) button.btn-primary').click();
}

async function faultsOf(page: Page): Promise<string[]> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await page.evaluate(axe);
	return page.evaluate(async () => {
		type Axe = { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
		const { violations } = await (window as unknown as Axe).axe.run();
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
	});
}

async function send(bench: Bench, reference: string): Promise<string> {
	const { headers, body } = await bench.tell(reference);
	const to = `${site}/checkout/${bench.name}/notify`;
	const answer = await fetch(to, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});
	return `${answer.status} ${await answer.text()}`;
}

test('a code is scanned and paid, and the page that shows it notices by itself', async () => {
	const page = await open('bai-lu');
	await buy(page, items[0]!, 'wechat:qr');
	await page.waitForURL(/\/checkout\/wechat\/\w{32}/);
	expect(await page.locator('img.code').isVisible()).toBe(true);
	expect(await faultsOf(page)).toEqual([]);
	const reference = new URL(page.url()).pathname.split('/').at(-1)!;
	await benches.wechat.end(reference, 'succeeded');
	expect(await send(benches.wechat, reference)).toBe('200 {"code":"SUCCESS","message":"成功"}');
	await page.waitForURL(/\/orders\/\d+\?from=payment/);
	expect(await page.locator('.state.good').isVisible()).toBe(true);
	await page.context().close();
});

test('without scripts the page of a code refreshes itself, and asks the provider when no notice comes', async () => {
	const page = await open('ada-k', { javaScriptEnabled: false });
	await buy(page, items[1]!, 'alipay:qr');
	await page.waitForURL(/\/checkout\/alipay\/\w{32}/);
	const reference = new URL(page.url()).pathname.split('/').at(-1)!;
	await benches.alipay.end(reference, 'succeeded');
	await page.waitForURL(/\/orders\/\d+\?from=payment/);
	expect(await page.locator('.state.good').isVisible()).toBe(true);
	await page.context().close();
});

test('the browser is led to a provider’s own page, comes back before the notice, and finds it paid; the notice changes nothing', async () => {
	const page = await open('wu-tong');
	await buy(page, items[2]!, 'alipay:page');
	await page.waitForURL(/\/gateway\.do\?/);
	const there = page.url();
	await benches.alipay.visit({ step: 'redirect', url: there });
	const asked = new URL(there).searchParams;
	const { out_trade_no: reference } = JSON.parse(asked.get('biz_content')!) as { out_trade_no: string };
	await benches.alipay.end(reference, 'succeeded');
	await page.goto(asked.get('return_url')!);
	await page.waitForURL(/\/orders\/\d+\?from=payment/);
	expect(await page.locator('.state.good').isVisible()).toBe(true);
	expect(await send(benches.alipay, reference)).toBe('200 success');

	await buy(page, items[3]!, 'stripe:page');
	await page.waitForURL(/^https:\/\/checkout\.stripe\.com\/c\/pay\/cs_test_/);
	await page.context().close();
});

test('a provider that does not answer is said so on the form, nothing is charged, and another one is paid', async () => {
	const page = await open('he-ping');
	benches.wechat.trouble!('error');
	await buy(page, items[4]!, 'wechat:qr');
	await page.locator('[role=alert]').waitFor();
	expect(await faultsOf(page)).toEqual([]);
	benches.wechat.trouble!(null);
	await page.check('input[name=pay][value="sandbox:page"]');
	await page.locator('form:has(input[name=pay]) button.btn-primary').click();
	await page.waitForURL(/\/checkout\/sandbox\/\w{32}/);
	expect(await faultsOf(page)).toEqual([]);
	await page.locator('button[formaction="?/dispute"]').click();
	await page.waitForURL(/\/orders\/\d+/);
	await page.context().close();
});

test('the operator compares a day with every provider’s bill, and sees what agrees', async () => {
	const page = await open('mia-c');
	const beijing = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	for (const [provider, day] of [
		['wechat', beijing],
		['alipay', beijing],
		['sandbox', new Date().toISOString().slice(0, 10)],
	] as const) {
		await page.goto('/admin/reconciliation');
		await page.selectOption('select[name=provider]', provider);
		await page.fill('input[name=day]', day);
		await page.locator('form.run button').click();
		// Of the sandbox's day other journeys have had their part: whether it agrees is not this one's to say.
		await page.locator(provider === 'sandbox' ? '.banner[role=status]' : '.banner.good').waitFor();
	}
	expect(await page.locator('ol > li').count()).toBeGreaterThanOrEqual(3);
	expect(await faultsOf(page)).toEqual([]);
	await page.context().close();
});
