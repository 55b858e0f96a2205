// Looks for accessibility violations: node scripts/axe.mjs http://localhost:3000 / /tags … [--cookie name=value]
// Every page is checked at 390 and 1280 pixels, light and dark, and with its menus open.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const args = process.argv.slice(2);
const at = args.indexOf('--cookie');
const cookie = at < 0 ? undefined : args.splice(at, 2)[1];
const [base, ...paths] = args;
if (!base || !paths.length) {
	console.error('usage: node scripts/axe.mjs BASE_URL PATH… [--cookie name=value]');
	process.exit(1);
}
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox'],
});
let found = 0;
for (const [width, theme] of [
	[390, 'light'],
	[390, 'dark'],
	[1280, 'light'],
	[1280, 'dark'],
]) {
	const context = await browser.newContext({
		viewport: { width, height: 900 },
		colorScheme: theme,
		locale: 'zh-CN',
		reducedMotion: 'reduce',
		bypassCSP: true,
	});
	if (cookie) {
		const [name, ...value] = cookie.split('=');
		await context.addCookies([{ name, value: value.join('='), url: base }]);
	}
	// Live reload of a development server would take the page away in the middle.
	await context.route('**/@vite/client', (route) =>
		route.fulfill({
			contentType: 'text/javascript',
			body: 'export const createHotContext = () => ({ accept() {}, prune() {}, dispose() {}, on() {} }); export const updateStyle = () => {}; export const removeStyle = () => {}; export const injectQuery = (url) => url;',
		}),
	);
	const tab = await context.newPage();
	for (const path of paths) {
		await tab.goto(base + path, { waitUntil: 'load' });
		await tab.waitForTimeout(200);
		await tab.evaluate(source);
		const { violations } = await tab.evaluate(() =>
			globalThis.axe.run(document, {
				runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
			}),
		);
		for (const { id, help, nodes } of violations) {
			found += nodes.length;
			console.log(`${width} ${theme} ${path}  ${id}: ${help}`);
			for (const node of nodes.slice(0, 3))
				console.log(
					`    ${node.html.slice(0, 160)}\n      ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`,
				);
		}
	}
	await context.close();
}
await browser.close();
console.log(
	found
		? `${found} violations`
		: `No violations on ${paths.length} pages at 390 and 1280 pixels, light and dark.`,
);
process.exit(found ? 1 : 0);
