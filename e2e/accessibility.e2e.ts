import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { site, open } = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const places: [who: string | null, paths: string[]][] = [
	[
		null,
		[
			'/',
			'/?sort=new',
			'/questions',
			'/articles',
			'/tags',
			'/tags/postgresql',
			'/spaces',
			'/spaces/commons',
			'/spaces/commons/about',
			'/spaces/commons/members',
			'/people',
			'/people/lin-wei',
			'/search',
			'/search?q=postgres',
			'/search?q=zzzzzzz',
			'/sign-in',
			'/sign-up',
			'/forgot-password',
			'/no-such-page',
			'/outbox',
			'/moderation-log',
			'/pricing',
			'/verify-email?token=spent',
			'/reset-password?token=spent',
			'/search?q=postgres&kind=question&space=systems',
		],
	],
	[
		'wu-tong',
		[
			'/',
			'/ask',
			'/write/article',
			'/write/snippet',
			'/write/discussion',
			'/write/column',
			'/write',
			'/drafts',
			'/checkout?space=ai-craft',
			'/checkout?space=ai-craft&coupon=NO-SUCH-CODE',
			'/seats',
			'/studio/affiliate',
			'/invitations/no-such-link',
			'/bookmarks',
			'/notifications',
			'/settings',
			'/settings/security',
			'/settings/keys',
			'/orders',
			'/asks',
			'/asks?list=to-answer',
			'/asks/offers',
			'/people/lin-wei/ask',
			'/people/lin-wei/talks',
			'/people/lin-wei/tip',
			'/talks',
			'/groups',
			'/gifts',
			'/gifts/new?space=ai-craft',
			'/subscriptions',
		],
	],
	['grace-t', ['/studio/offers', '/studio/coupons']],
	[
		'mia-c',
		[
			'/admin/promotions',
			'/admin',
			'/admin/people',
			'/admin/spaces',
			'/admin/items',
			'/admin/settings',
			'/admin/subscriptions',
			'/spaces/new',
			'/spaces/ai-craft/settings',
			'/spaces/ai-craft/settings/plans',
			'/spaces/ai-craft/settings/members',
			'/spaces/ai-craft/invitations',
			'/tags/postgresql/edit',
		],
	],
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

/** What axe finds on the page as it stands, and whether it is wider than its window. */
async function faults(page: Page, name: string): Promise<string[]> {
	await page.addScriptTag({ content: axe });
	const violations = await page.evaluate(async () => {
		const run = (
			globalThis as unknown as {
				axe: {
					run: (options: object) => Promise<{
						violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
					}>;
				};
			}
		).axe;
		return (await run.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations;
	});
	const found = violations.map(
		({ id, nodes }) => `${name}: ${id} at ${nodes[0]!.target.join(' ')} (${nodes.length})`,
	);
	// A page that is wider than the phone makes everybody scroll sideways.
	const wide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	return wide > 0 ? [...found, `${name}: ${wide} px wider than the window`] : found;
}

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [390, 1280]) {
		test(`no page has an accessibility violation (${colorScheme}, ${width} px)`, async () => {
			const items = await itemPaths();
			const question = items[0]!.split('/').slice(0, 3).join('/');
			const further: Record<string, string[]> = {
				visitor: items,
				'wu-tong': [items[0]!],
				'mia-c': [`${question}/manage`, `${question}/edit`, `${question}/revisions`],
			};
			const found: string[] = [];
			for (const [who, paths] of places) {
				const { page, close } = await open(who, {
					colorScheme,
					viewport: { width, height: 860 },
					reducedMotion: 'reduce',
					bypassCSP: true,
				});
				for (const path of [...paths, ...(further[who ?? 'visitor'] ?? [])]) {
					await page.goto(path);
					found.push(...(await faults(page, path)));
				}
				await close();
			}
			expect(found).toEqual([]);
		}, 300_000);
	}
}

test('neither has a page with something open on it, or with what was refused', async () => {
	const found: string[] = [];
	const options = {
		viewport: { width: 390, height: 860 },
		reducedMotion: 'reduce',
		bypassCSP: true,
	} as const;
	const refused = async (page: Page) => {
		await page.evaluate(() => {
			for (const form of document.querySelectorAll('form')) form.noValidate = true;
		});
		await page.locator('main button.btn-primary:not([formaction])').last().click();
		await page.waitForSelector('.field-error');
	};

	const visitor = await open(null, { ...options, colorScheme: 'dark' });
	for (const path of ['/sign-in', '/sign-up', '/forgot-password']) {
		await visitor.page.goto(path);
		await refused(visitor.page);
		found.push(...(await faults(visitor.page, `${path} refused`)));
	}
	await visitor.close();

	const moderator = await open('lin-wei', { ...options, colorScheme: 'light' });
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
