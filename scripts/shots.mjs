// Takes pictures of pages: node scripts/shots.mjs http://localhost:3000 /tmp/shots / /tags …
//   --only 390-light-zh  a part of the names     --cookie 'name=value'  to be signed in     --fold  the first screen only
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const args = process.argv.slice(2);
const option = (name) => {
	const at = args.indexOf(`--${name}`);
	return at < 0 ? undefined : args.splice(at, 2)[1];
};
const only = option('only') ?? '';
const cookie = option('cookie');
const fold = args.includes('--fold') && args.splice(args.indexOf('--fold'), 1);
const [base, out, ...paths] = args;
if (!base || !out || !paths.length) {
	console.error(
		'usage: node scripts/shots.mjs BASE_URL DIRECTORY PATH… [--only 390-light-zh] [--cookie name=value] [--fold]',
	);
	process.exit(1);
}
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--lang=zh-CN'],
});
for (const width of [390, 1280]) {
	for (const theme of ['light', 'dark']) {
		for (const locale of ['zh', 'en']) {
			const variant = `${width}-${theme}-${locale}`;
			if (!variant.includes(only)) continue;
			const context = await browser.newContext({
				viewport: { width, height: width === 390 ? 844 : 860 },
				deviceScaleFactor: width === 390 ? 2 : 1,
				colorScheme: theme,
				locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
				timezoneId: 'Asia/Shanghai',
				reducedMotion: 'reduce',
				hasTouch: width === 390,
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
			tab.on('pageerror', (error) => console.error(`${variant}: ${error.message}`));
			tab.on(
				'console',
				(message) =>
					message.type() === 'error' &&
					console.error(`${variant}: ${message.text()} ${message.location().url}`),
			);
			for (const path of paths) {
				const response = await tab.goto(base + path, { waitUntil: 'load' });
				await tab.waitForTimeout(150);
				// Lazy pictures and bars that stick: walk down once, come back up.
				await tab.evaluate(async () => {
					for (let y = 0; y < document.body.scrollHeight; y += 700) {
						scrollTo(0, y);
						await new Promise((done) => setTimeout(done, 20));
					}
					scrollTo(0, 0);
				});
				const wide = await tab.evaluate(
					() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
				);
				const name = `${path.replace(/[^\w-]+/g, '_').replace(/^_|_$/g, '') || 'home'}-${variant}.png`;
				await tab.screenshot({ path: join(out, name), fullPage: !fold });
				console.log(`${response?.status()} ${name}${wide ? '  ! scrolls sideways' : ''}`);
			}
			await context.close();
		}
	}
}
await browser.close();
