import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faults, faultsAnywhere, looked } from './axe.ts';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();

/** What pages.e2e.ts does not look at as it looks at every page: the demo's own, and pages that were asked something. */
const places: [who: string | null, paths: string[]][] = [
	[
		null,
		[
			'/?sort=new',
			'/spaces/commons',
			'/people/lin-wei',
			'/search?q=postgres',
			'/search?q=zzzzzzz',
			'/search?q=postgres&kind=question&space=systems',
			'/no-such-page',
			'/verify-email?token=spent',
			'/reset-password?token=spent',
		],
	],
	[
		'wu-tong',
		[
			'/write/snippet',
			'/write/discussion',
			'/write/column',
			'/checkout?space=ai-craft',
			'/checkout?space=ai-craft&coupon=NO-SUCH-CODE',
			'/invitations/no-such-link',
			'/asks?list=to-answer',
			'/gifts/new?space=ai-craft',
		],
	],
	['grace-t', ['/studio/offers', '/studio/coupons']],
	['mia-c', ['/spaces/ai-craft/settings/plans', '/spaces/ai-craft/settings/members']],
];

async function itemPaths(): Promise<string[]> {
	const kinds = ['question', 'article', 'discussion', 'snippet', 'column'];
	return Promise.all(
		kinds.map(async (kind) => {
			const { data } = (await (await fetch(`${site}/api/v1/items?kind=${kind}&sort=top&limit=1`)).json()) as {
				data: { href: string }[];
			};
			return data[0]!.href;
		}),
	);
}

test('no page of the demo has an accessibility violation', async () => {
	const items = await itemPaths();
	const question = items[0]!.split('/').slice(0, 3).join('/');
	const further: Record<string, string[]> = {
		visitor: items,
		'wu-tong': [items[0]!],
		'mia-c': [`${question}/manage`, `${question}/edit`, `${question}/revisions`],
	};
	const found: string[] = [];
	for (const [who, paths] of places) {
		const { page, close } = await open(who, looked);
		for (const path of [...paths, ...(further[who ?? 'visitor'] ?? [])])
			found.push(...(await faultsAnywhere(page, path)));
		await close();
	}
	expect(found).toEqual([]);
}, 300_000);

test('neither has a page with something open on it, or with what was refused', async () => {
	const found: string[] = [];
	const refused = async (page: Page) => {
		await page.evaluate(() => {
			for (const form of document.querySelectorAll('form')) form.noValidate = true;
		});
		await page.locator('main button.btn-primary:not([formaction])').last().click();
		await page.waitForSelector('.field-error');
	};

	const visitor = await open(null, { ...looked, colorScheme: 'dark' });
	for (const path of ['/sign-in', '/sign-up', '/forgot-password']) {
		await visitor.page.goto(path);
		await refused(visitor.page);
		found.push(...(await faults(visitor.page, `${path} refused`)));
	}
	await visitor.close();

	const moderator = await open('lin-wei', { ...looked, colorScheme: 'light' });
	const { page } = moderator;
	await page.goto('/ask');
	await refused(page);
	found.push(...(await faults(page, '/ask refused')));
	await page.fill('[name=source]', 'With $x^2$, a `word` and\n\n```js\nlet a = 1;\n```');
	await page.locator('[data-editor] button[aria-pressed]').last().click();
	await page.waitForSelector('[data-editor] .prose');
	found.push(...(await faults(page, '/ask preview')));
	await page.goto((await itemPaths())[0]!);
	await page.locator('.actions-row [data-menu] > summary').last().click();
	found.push(...(await faults(page, 'menu of a moderator')));
	await page.locator('[commandfor="close-item"]').first().click();
	await page.waitForSelector('dialog[open]');
	found.push(...(await faults(page, 'dialog')));
	await page.goto('/');
	await page.keyboard.press('?');
	await page.waitForSelector('dialog[open]');
	found.push(...(await faults(page, 'keys')));
	await moderator.close();
	expect(found).toEqual([]);
}, 120_000);
