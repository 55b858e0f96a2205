import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
	id: string;
	nodes: { target: string[] }[];
}

/**
 * What axe finds on the page as it stands, and whether it is wider than its window.
 *
 * @param only ids of rules; all of the standards without it
 */
export async function faults(page: Page, name: string, only?: readonly string[]): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: axe });
	const violations = await page.evaluate(
		async (runOnly) => {
			type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> };
			const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
				runOnly,
				resultTypes: ['violations'],
			});
			return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }));
		},
		only ? { type: 'rule', values: [...only] } : { type: 'tag', values: standards },
	);
	const found = violations.map(
		({ id, nodes }) => `${name}: ${id} at ${nodes[0]!.target.join(' ')} (${nodes.length})`,
	);
	// A page that is wider than the phone makes everybody scroll sideways.
	const wide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	return wide > 0 ? [...found, `${name}: ${wide} px wider than the window`] : found;
}

const widths = [390, 1280];

/**
 * Looks at a page on a phone and on a desk, light and dark, without loading it again: the schemes differ in colours and
 * in nothing else.
 *
 * @param page of a context with `bypassCSP` and reduced motion
 */
export async function faultsAnywhere(page: Page, path: string): Promise<string[]> {
	const found: string[] = [];
	await page.goto(path);
	for (const width of widths) {
		await page.setViewportSize({ width, height: 860 });
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const name = `${path} (${colorScheme}, ${width} px)`;
			found.push(...(await faults(page, name, colorScheme === 'dark' ? ['color-contrast'] : undefined)));
		}
	}
	return found;
}

/** Options of a context that axe can be run in. */
export const looked = {
	viewport: { width: 390, height: 860 },
	reducedMotion: 'reduce',
	bypassCSP: true,
} as const;
