import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { slugOf } from './tag-slug.ts';

test('a title never takes the address of one of its item’s own pages', () => {
	const pages = readdirSync('src/routes/[kind]/[id=integer]').filter((name) => !name.startsWith('['));
	expect(pages.length).toBeGreaterThan(3);
	for (const page of pages) expect(slugOf(page, 'article'), page).toBe(`article-${page}`);
	expect(slugOf('Editing', 'article')).toBe('editing');
});
