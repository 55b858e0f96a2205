import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
			'/invitations/no-such-link',
			'/bookmarks',
			'/notifications',
			'/settings',
			'/settings/security',
			'/settings/keys',
			'/orders',
		],
	],
	[
		'mia-c',
		[
			'/admin',
			'/admin/people',
			'/admin/spaces',
			'/admin/items',
			'/admin/settings',
			'/spaces/new',
			'/spaces/ai-craft/settings',
			'/spaces/ai-craft/settings/plans',
			'/spaces/ai-craft/settings/members',
			'/spaces/ai-craft/invitations',
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

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [390, 1280]) {
		test(`no page has an accessibility violation (${colorScheme}, ${width} px)`, async () => {
			const items = await itemPaths();
			const found: string[] = [];
			for (const [who, paths] of places) {
				const { page, close } = await open(who, {
					colorScheme,
					viewport: { width, height: 860 },
					reducedMotion: 'reduce',
					bypassCSP: true,
				});
				for (const path of who === null
					? [...paths, ...items]
					: who === 'wu-tong'
						? [...paths, items[0]!]
						: paths) {
					await page.goto(path);
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
						return (await run.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
							.violations;
					});
					for (const { id, nodes } of violations)
						found.push(`${path}: ${id} at ${nodes[0]!.target.join(' ')} (${nodes.length})`);
					// A page that is wider than the phone makes everybody scroll sideways.
					const wide = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
					);
					if (wide > 0) found.push(`${path}: ${wide} px wider than the window`);
				}
				await close();
			}
			expect(found).toEqual([]);
		}, 300_000);
	}
}
