import { expect, test } from 'vitest';
import { MATH_ASSETS, mathStylesheet, readMathAsset } from './index.ts';

test('the stylesheet names only fonts that are served, in one format', async () => {
	const path = (await mathStylesheet()).slice(MATH_ASSETS.length);
	const css = (await readMathAsset(path))?.body.toString() ?? '';
	const fonts = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, name]) => name as string);
	expect(fonts.length).toBeGreaterThan(10);
	for (const font of fonts) {
		expect(font).toMatch(/\.woff2$/);
		expect((await readMathAsset(path.replace('katex.css', font)))?.type).toBe('font/woff2');
	}
});

test('nothing else of the package is served', async () => {
	const version = (await mathStylesheet()).split('/')[3];
	for (const path of [
		`/${version}/katex.js`,
		`/${version}/../package.json`,
		`/${version}/fonts/../katex.js`,
		`/${version}/fonts/KaTeX_None-Regular.woff2`,
		'/0.0.0/katex.css',
		'/katex.css',
		'',
	]) {
		expect(await readMathAsset(path)).toBeNull();
	}
});
