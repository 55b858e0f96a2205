import { describe, expect, test } from 'vitest';
import { adaptMarkdown } from './adapt-markdown.ts';

const pages: Record<string, string> = {
	'a/one.md': '/articles/1/one',
	'a/README.md': '/articles/2/a',
	'b/two words.md': '/articles/3/two',
};
const adapt = (markdown: string, site?: string) =>
	adaptMarkdown(markdown, { path: 'a/here.md', site, hrefOf: (path) => pages[path] });

describe('links of an article', () => {
	test.each([
		['[x](one.md)', '[x](/articles/1/one)'],
		['[x](./one.html#part)', '[x](/articles/1/one#part)'],
		['[x](/a/one)', '[x](/articles/1/one)'],
		['[x](./)', '[x](/articles/2/a)'],
		['[x](<../b/two words.md> "t")', '[x](/articles/3/two "t")'],
		['[x](../b/two%20words.md)', '[x](/articles/3/two)'],
		['[![alt](https://img.example/x.png)](one.md)', '[![alt](https://img.example/x.png)](/articles/1/one)'],
		['[x]: one.md', '[x]: /articles/1/one'],
		[
			'[x](https://example.com/one.md), [y](#part), [z](mailto:a@b.c)',
			'[x](https://example.com/one.md), [y](#part), [z](mailto:a@b.c)',
		],
		['`[x](one.md)` and ``[y](one.md)``', '`[x](one.md)` and ``[y](one.md)``'],
		['```\n[x](one.md)\n```', '```\n[x](one.md)\n```'],
		['~~~md\n```\n[x](one.md)\n~~~\n[x](one.md)', '~~~md\n```\n[x](one.md)\n~~~\n[x](/articles/1/one)'],
	])('%s', (given, wanted) => {
		expect(adapt(given)).toEqual({ markdown: wanted, unresolved: [] });
	});

	test('what leads nowhere is told, or completed with the address of the source', () => {
		expect(adapt('![p](../img/p.png) [x](gone.md)')).toEqual({
			markdown: '![p](../img/p.png) [x](gone.md)',
			unresolved: ['../img/p.png', 'gone.md'],
		});
		expect(adapt('![p](<../img/p (1).png>) [x](gone.md?a=1)', 'https://s.example')).toMatchObject({
			markdown: '![p](https://s.example/img/p%20%281%29.png) [x](https://s.example/a/gone.html?a=1)',
		});
		expect(adapt('<img src="./p.png" width="3">', 'https://s.example').markdown).toBe(
			'<img src="https://s.example/a/p.png" width="3">',
		);
	});
});

describe('marks of site generators', () => {
	test('comments and directives go, the fold stays, comments in code stay', () => {
		expect(
			adapt(
				'a\n<!-- @include: x.md -->\n<!-- one\ntwo -->\nb <!-- c --> d\n<!-- more -->\n[TOC]\n{% raw %}\n`<!-- e -->`',
			).markdown,
		).toBe('a\nb  d\n<!-- more -->\n`<!-- e -->`');
	});

	// A quadratic pattern would need minutes here.
	test.each(['[', '![', '](', '`', '``a', '<!--', '<img src="', '[[x](', '<img ', '[x](', '('])(
		'a line of nothing but %s ends',
		(bomb) => {
			const line = bomb.repeat(9_999 / bomb.length);
			expect(adapt(`${line}\n`.repeat(20)).markdown.length).toBeLessThanOrEqual(200_000);
		},
	);
});
