import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as library from '../src/index.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

test('the example of the README runs and prints what it says', async () => {
	const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(read('README.md')) ?? [];
	const printed: unknown[] = [];
	const body = code.replace(/import (\{.*?\}) from '@stoa\/recommender';/, 'const $1 = library;');
	const run = new (Object.getPrototypeOf(async () => {}).constructor)('library', 'console', body);
	await run(library, { log: (value: unknown) => printed.push(value) });
	expect(printed).toEqual([
		[{ item: 'go', score: expect.closeTo(Math.SQRT1_2, 3) }],
		[{ item: 'rust', contribution: expect.closeTo(Math.SQRT1_2, 3) }],
	]);
});

test('every model has a page, and every link of the README leads to one', () => {
	const pages = readdirSync(new URL('../docs', import.meta.url));
	for (const kind of library.modelKinds.keys()) expect(pages).toContain(`${kind}.md`);
	for (const [, link = ''] of read('README.md').matchAll(/\]\(docs\/(.*?)\)/g)) expect(pages).toContain(link);
});
