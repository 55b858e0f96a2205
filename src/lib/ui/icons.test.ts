import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iconClass, iconNames, iconSheet } from './icons.ts';

const files = globSync('src/{lib,routes}/**/*.{svelte,ts}').filter((file) => !file.endsWith('.test.ts'));

test('every icon that a page names is in the sheet', () => {
	const known = new Set(iconNames());
	const missing: string[] = [];
	for (const file of files) {
		const text = readFileSync(file, 'utf8');
		const named = [
			...text.matchAll(/<Icon name="([\w-]+)"/g),
			...text.matchAll(/\bicon(?:End)?(?:="|: ')([\w-]+)['"]/g),
			...text.matchAll(/(?<=[" '`])i-([a-z][\w-]*)/g),
		].map(([, name]) => name as string);
		for (const name of named) if (!known.has(name)) missing.push(`${file}: ${name}`);
	}
	expect(missing).toEqual([]);
});

test('the sheet has a rule for each icon and no text that could end it', () => {
	const { css, version } = iconSheet();
	for (const name of iconNames()) expect(css).toContain(`.i-${name}{`);
	expect(css.includes('<')).toBe(false);
	expect(version).toMatch(/^[\w-]{10}$/);
});

test('an icon that is not there says so, and an old name finds its new one', () => {
	expect(() => iconClass('no-such-icon', 16)).toThrow('no-such-icon');
	expect(iconClass('circle-help', 16)).toBe('icon i-circle-question-mark i16');
});
