import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import en from '../src/messages/errors/en.json' with { type: 'json' };
import zh from '../src/messages/errors/zh-CN.json' with { type: 'json' };
import { useBrowser } from './browser.ts';
import { here } from './here.ts';
import type { Behaviour, Fault } from './provider.ts';

const { site, open } = useBrowser();
const provider = here.provider;
const home = site.replace('127.0.0.1', 'localhost');
const name = 'Harbour ID';

/** Tells the provider who is signed in there, and what it does wrong. */
async function behave(behaviour: Behaviour): Promise<void> {
	await fetch(`${provider}/behave`, { method: 'PUT', body: JSON.stringify(behaviour) });
}

/** From our sign-in page to the provider's question. */
async function goThere(page: Page, next = '/'): Promise<void> {
	await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
	await page.getByRole('link', { name: `Continue with ${name}` }).click();
}

async function comeBack(page: Page, answer: 'allow' | 'deny' = 'allow'): Promise<void> {
	await page.locator(`#${answer}`).click();
	await page.waitForURL((url) => url.port === new URL(site).port);
}

/** The sentence on the sign-in page in both languages, each once and as the catalogue has it. */
async function expectRefused(page: Page, context: BrowserContext, reason: string): Promise<void> {
	await expectSentence(page, reason, en);
	const inChinese = await context.request.get(page.url(), { headers: { 'accept-language': 'zh-CN' } });
	expectSentenceIn(await inChinese.text(), reason, zh);
	expect(await page.locator('[name=password]').count()).toBe(1);
	await expectNobody(context);
}

async function expectNobody(context: BrowserContext): Promise<void> {
	expect((await context.cookies()).filter((cookie) => cookie.name.includes('session'))).toEqual([]);
}

function expectSentenceIn(html: string, reason: string, catalogue: typeof en): void {
	const banner = /<div class="banner bad[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
	const key = `error_accounts_${reason}` as keyof typeof en;
	expect(banner).toContain(catalogue[key].replace('{name}', name));
}

/** The same walk without a window, for what differs in the answer only. @returns the page it ends on */
async function walk(context: BrowserContext): Promise<string> {
	const headers = { 'accept-language': 'en' };
	const question = await (await context.request.get('/sign-in/with/oidc', { headers })).text();
	const answer = /id="allow" href="([^"]+)"/.exec(question)?.[1]?.replaceAll('&amp;', '&');
	const end = await context.request.get(answer ?? 'about:blank', { headers });
	expect(new URL(end.url()).pathname).toBe('/sign-in');
	return end.text();
}

async function expectSentence(page: Page, reason: string, catalogue: typeof en): Promise<void> {
	const key = `error_accounts_${reason}` as keyof typeof en;
	expect(new URL(page.url()).pathname).toBe('/sign-in');
	const told = (await page.locator('.banner.bad').allInnerTexts()).map((text) => text.trim());
	expect(told).toEqual([catalogue[key].replace('{name}', name)]);
}

/** From the settings to the provider and back. */
async function connect(page: Page): Promise<void> {
	await page.locator('form[action="?/link"] button[value=oidc]').click();
	await page.getByRole('link', { name: `Continue at ${name}` }).click();
	await comeBack(page);
}

async function disconnect(page: Page): Promise<void> {
	await page.locator('form[action="?/unlink"] button[value=oidc]').click();
	await page.locator('[data-confirm-yes]').click();
}

async function whoIsSignedIn(page: Page): Promise<string | null> {
	await page.goto('/settings');
	if (new URL(page.url()).pathname !== '/settings') return null;
	return page.inputValue('[name=handle]');
}

// Whoever runs the suite on a site of their own has no provider of ours behind it.
test.skipIf(!provider)(
	'a provider that is down or slow refuses with a sentence, and holds no password up',
	async () => {
		const { page, context, close } = await open(null, { baseURL: home });
		await behave({ fault: 'down' });
		await goThere(page);
		await expectRefused(page, context, 'elsewhere_unreachable');

		await behave({ fault: 'slow' });
		const waiting = goThere(page);
		const { context: other, close: closeOther } = await open('wu-tong');
		expect((await other.request.get('/settings')).url()).toMatch(/\/settings$/);
		await closeOther();
		await waiting;
		await page.waitForURL(/error=/);
		await expectRefused(page, context, 'elsewhere_unreachable');

		await behave({
			fault: null,
			claims: { sub: 'late', email: 'late@harbour.example', email_verified: true },
		});
		await goThere(page);
		await behave({ fault: 'slow-token' });
		await comeBack(page);
		await expectRefused(page, context, 'elsewhere_unreachable');
		await close();
	},
);

test.skipIf(!provider)(
	'somebody comes with an account elsewhere, is somebody new, and the same the next time',
	async () => {
		await behave({
			fault: null,
			claims: {
				sub: 'grace-1',
				email: 'Grace@Harbour.example',
				email_verified: true,
				name: 'Grace Hopper',
				preferred_username: 'Grace.H',
			},
		});
		// Under the bare address, as on a laptop: the walk goes on under the one that the provider knows.
		const first = await open(null);
		await goThere(first.page, '/tags/数据库?page=1');
		expect(new URL(first.page.url()).searchParams.get('redirect_uri')).toBe(`${home}/api/auth/callback/oidc`);
		await comeBack(first.page);
		expect(decodeURI(first.page.url())).toBe(`${home}/tags/数据库?page=1`);
		const { page } = await open(null, { baseURL: home, storageState: await first.context.storageState() });
		expect(await whoIsSignedIn(page)).toBe('grace-h');
		expect(await page.inputValue('[name=name]')).toBe('Grace Hopper');
		// The language is that of the page where it began; the address was confirmed there and need not be here.
		expect(await page.inputValue('[name=locale]')).toBe('en');
		await page.goto('/ask');
		expect(await page.locator('[name=title]').count()).toBe(1);

		await page.goto('/settings/security');
		const linked = page.locator('li', { hasText: name });
		expect(await linked.innerText()).toContain('Connected');
		expect(await page.locator('form[action="?/password"], form[action="?/beginTotp"]').count()).toBe(0);
		await disconnect(page);
		await expect
			.poll(() => page.locator('.banner.bad').allInnerTexts())
			.toEqual([en.error_accounts_last_way_in]);
		await page.locator('form[action="?/mailPassword"] button').click();
		await expect.poll(() => page.locator('.banner.good').count()).toBe(1);
		await page.goto('/outbox');
		expect(await page.locator('a[href*="/reset-password?token="]').count()).toBe(1);
		await first.close();

		const again = await open(null, { baseURL: home });
		await behave({
			claims: { sub: 'grace-1', email: 'new@harbour.example', email_verified: true, name: 'G. H.' },
		});
		await goThere(again.page);
		await comeBack(again.page);
		expect(await whoIsSignedIn(again.page)).toBe('grace-h');
		await again.close();
	},
);

test.skipIf(!provider)(
	'a name for the place itself is not taken, and a long or empty one becomes one that fits',
	async () => {
		for (const [sub, claims, handle, shown] of [
			['a1', { name: '', preferred_username: 'admin' }, /^reader(-\d+)?$/, 'admin'],
			[
				'a2',
				{ name: `Ada ${'x'.repeat(200)}`, email_verified: false },
				/^ada-x{26}$/,
				`Ada ${'x'.repeat(76)}`,
			],
		] as const) {
			const { page, close } = await open(null, { baseURL: home });
			await behave({
				fault: null,
				claims: { sub, email: `${sub}@harbour.example`, email_verified: true, ...claims },
			});
			await goThere(page);
			await comeBack(page);
			expect(await whoIsSignedIn(page)).toMatch(handle);
			expect(await page.inputValue('[name=name]')).toBe(shown);
			await close();
		}
	},
);

test.skipIf(!provider)('what is not proved signs nobody in, and is told in both languages', async () => {
	const { page, context, close } = await open(null, { baseURL: home });
	const claims = { sub: 'forger', email: 'forger@harbour.example', email_verified: true, name: 'Forger' };
	const unproved: Fault[] = ['audience', 'issuer', 'expired', 'signature', 'algorithm', 'spent'];
	for (const fault of unproved) {
		await behave({ fault, claims });
		expectSentenceIn(await walk(context), 'elsewhere_not_confirmed', en);
		await expectNobody(context);
	}
	await behave({ fault: 'nonce' });
	await goThere(page);
	await comeBack(page);
	await expectRefused(page, context, 'elsewhere_not_confirmed');
	await behave({ fault: 'state' });
	await goThere(page);
	await comeBack(page);
	await expectRefused(page, context, 'elsewhere_begin_again');

	await behave({ fault: null });
	await goThere(page);
	await comeBack(page, 'deny');
	await expectRefused(page, context, 'elsewhere_cancelled');

	await behave({ claims: { sub: 'forger', name: 'Forger' } });
	await goThere(page);
	await comeBack(page);
	await expectRefused(page, context, 'elsewhere_no_email');
	await page.goto('/sign-in?error=__proto__&with=oidc');
	await expectRefused(page, context, 'elsewhere_not_possible');
	await close();
});

test.skipIf(!provider)('an answer is good once, and in the browser that asked', async () => {
	await behave({
		fault: null,
		claims: { sub: 'once', email: 'once@harbour.example', email_verified: true, name: 'Once' },
	});
	const asked = await open(null, { baseURL: home });
	await goThere(asked.page);
	const answer = (await asked.page.getAttribute('#allow', 'href')) as string;
	const other = await open(null, { baseURL: home });
	await other.page.goto(answer);
	await expectRefused(other.page, other.context, 'elsewhere_begin_again');
	await goThere(other.page);
	const second = (await other.page.getAttribute('#allow', 'href')) as string;
	await comeBack(other.page);
	expect(await whoIsSignedIn(other.page)).toBe('once');
	await other.context.clearCookies();
	await other.page.goto(second);
	await expectRefused(other.page, other.context, 'elsewhere_begin_again');
	await other.close();
	await asked.close();
});

test.skipIf(!provider)(
	'an address opens the account that has it only when both sides have confirmed it',
	async () => {
		const { page, context, close } = await open(null, { baseURL: home });
		const email = 'ada-k@demo.stoa.example';
		await behave({ fault: null, claims: { sub: 'not-ada', email, email_verified: false, name: 'Not Ada' } });
		await goThere(page);
		await comeBack(page);
		await expectRefused(page, context, 'elsewhere_email_taken');

		// Somebody signs up with an address that is not theirs and waits for its owner.
		const early = {
			name: 'Early',
			handle: 'early-bird',
			email: 'owner@harbour.example',
			password: 'a long password',
		};
		await context.request.post('/sign-up', {
			form: { ...early, next: '/' },
			headers: { accept: 'text/html', origin: home },
			maxRedirects: 0,
		});
		await context.clearCookies();
		await behave({ claims: { sub: 'owner', email: early.email, email_verified: true, name: 'Owner' } });
		await goThere(page);
		await comeBack(page);
		await expectRefused(page, context, 'elsewhere_email_taken');

		await behave({ claims: { sub: 'ada-there', email, email_verified: true, name: 'Ada' } });
		await goThere(page);
		await comeBack(page);
		expect(await whoIsSignedIn(page)).toBe('ada-k');

		// Another account elsewhere is added in the settings, whatever its address; one that opens another is not.
		await page.goto('/settings/security');
		await disconnect(page);
		await expect.poll(() => page.locator('form[action="?/link"] button[value=oidc]').count()).toBe(1);
		await behave({ claims: { sub: 'grace-1', email: 'grace@harbour.example', email_verified: true } });
		await connect(page);
		expect(await page.locator('.banner.bad').innerText()).toContain('opens another account here');
		await behave({ claims: { sub: 'ada-work', email: 'ada@work.example', email_verified: true } });
		await connect(page);
		expect(await page.locator('li', { hasText: name }).innerText()).toContain('Connected');
		await page.context().clearCookies();
		await goThere(page);
		await comeBack(page);
		expect(await whoIsSignedIn(page)).toBe('ada-k');
		await close();
	},
);

test.skipIf(!provider)('GitHub is asked with state and a proof key, and told to come back here', async () => {
	const { context, close } = await open(null, { baseURL: home });
	const answer = await context.request.get('/sign-in/with/github?next=/tags', { maxRedirects: 0 });
	expect(answer.status()).toBe(303);
	const { origin, pathname, searchParams } = new URL(answer.headers().location as string);
	expect(origin + pathname).toBe('https://github.com/login/oauth/authorize');
	expect(Object.fromEntries(searchParams)).toMatchObject({
		client_id: 'stoa-e2e-github',
		response_type: 'code',
		redirect_uri: `${home}/api/auth/callback/github`,
		code_challenge_method: 'S256',
		code_challenge: expect.stringMatching(/^[\w-]{43}$/),
		state: expect.stringMatching(/^.{16,}$/),
	});
	expect(searchParams.get('scope')).toContain('user:email');
	expect((await context.request.get('/sign-in/with/elsewhere')).status()).toBe(404);
	await close();
});
