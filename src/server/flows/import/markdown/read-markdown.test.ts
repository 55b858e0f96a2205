import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { SourceError } from '../source-error.ts';
import { readMarkdown, type SourceArticle } from './read-markdown.ts';

const made: string[] = [];
afterEach(async () => {
	for (const dir of made.splice(0)) await rm(dir, { recursive: true });
});

async function folder(files: Record<string, string | Uint8Array>): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'stoa-md-'));
	made.push(dir);
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(dir, name)), { recursive: true });
		await writeFile(join(dir, name), content);
	}
	return dir;
}

async function read(path: string): Promise<{ articles: SourceArticle[]; problems: SourceError[] }> {
	const problems: SourceError[] = [];
	const articles: SourceArticle[] = [];
	for await (const article of readMarkdown(path, (problem) => problems.push(problem))) articles.push(article);
	return { articles, problems };
}

async function only(text: string, name = 'a.md'): Promise<SourceArticle> {
	const { articles, problems } = await read(await folder({ [name]: text }));
	expect(problems).toEqual([]);
	return articles[0]!;
}

describe('front matter', () => {
	test('Hexo: local date, tags as a list, nested categories', async () => {
		const { meta, markdown, title } = await only(
			'---\ntitle: 你好\ndate: 2021-05-03 08:09:10\ntags: [Java, 面试]\ncategories:\n  - [后端, Spring]\n  - 数据库\nabbrlink: 4a17b156\n---\n\n正文',
		);
		expect(title).toBe('你好');
		expect(markdown).toBe('正文');
		expect(meta).toMatchObject({
			tags: ['Java', '面试'],
			categories: ['后端', 'Spring', '数据库'],
			slug: '4a17b156',
			draft: false,
		});
		expect(meta.date?.toISOString()).toBe('2021-05-03T08:09:10.000Z');
	});

	test('Hugo: zoned date, lastmod, draft, aliases', async () => {
		const { meta } = await only(
			'---\ntitle: A\ndate: 2020-01-01T10:00:00+08:00\nlastmod: 2020-02-01\ndraft: true\naliases: [/old/a/]\nauthors: [{name: Wei}]\n---\nx',
		);
		expect(meta).toMatchObject({ draft: true, aliases: ['/old/a/'], author: 'Wei' });
		expect(meta.date?.toISOString()).toBe('2020-01-01T02:00:00.000Z');
		expect(meta.updated?.toISOString()).toBe('2020-02-01T00:00:00.000Z');
	});

	test('Jekyll: published false, permalink, space in offset; VuePress: category and tag in the singular', async () => {
		const jekyll = await only(
			'---\ntitle: A\npublished: false\npermalink: /x/\ndate: 2019-03-04 05:06:07 +0100\nlang: en\n---\nx',
		);
		expect(jekyll.meta).toMatchObject({ draft: true, permalink: '/x/', language: 'en' });
		expect(jekyll.meta.date?.toISOString()).toBe('2019-03-04T04:06:07.000Z');
		const vuepress = await only('---\ntitle: A\ncategory: Java\ntag:\n  - 集合\n---\nx');
		expect(vuepress.meta).toMatchObject({ categories: ['Java'], tags: ['集合'] });
	});

	test('without it the first heading is the title and is not said twice; a rule is no front matter', async () => {
		expect(await only('# Read *this*\n\nText')).toMatchObject({ title: 'Read this', markdown: 'Text' });
		expect(await only('Just text', '2020-01-02-my-first_post.md')).toMatchObject({
			title: 'my first post',
			markdown: 'Just text',
		});
		expect(await only('---\n\nA rule above.')).toMatchObject({ markdown: '---\n\nA rule above.' });
	});

	test('the hash follows the content, not the clock', async () => {
		const [a, b, c] = [await only('# A\nx'), await only('# A\nx'), await only('# A\ny')];
		expect(a.hash).toBe(b.hash);
		expect(a.hash).not.toBe(c.hash);
	});
});

describe('a folder', () => {
	test('is walked in the order of paths, without hidden folders, other files or links out of it', async () => {
		const dir = await folder({
			'b/two.md': 'x',
			'a.md': 'x',
			'b/one.markdown': 'x',
			'.git/c.md': 'x',
			'node_modules/p/readme.md': 'x',
			'a.txt': 'x',
		});
		await symlink('/etc', join(dir, 'etc'));
		expect((await read(dir)).articles.map((article) => article.path)).toEqual([
			'a.md',
			'b/one.markdown',
			'b/two.md',
		]);
	});

	test('a bad file is named and the others still come', async () => {
		const { articles, problems } = await read(
			await folder({
				'1.md': '---\ntitle: ok\n---\nfine',
				'2.md': '---\nlang: en\ntitle: a: b\n---\nx',
				'3.md': '---\ntitle: x\ndate: 2021-13-45\n---\nx',
				'4.md': Buffer.from([0x61, 0x0a, 0xc3, 0x28]),
				'5.md': '+++\ntitle = "x"\n+++\nx',
				'6.md': '---\n- a\n- b\n---\nx',
				'7.md': '---\ntitle: x\n---\n\n',
			}),
		);
		expect(articles.map((article) => article.path)).toEqual(['1.md']);
		expect(problems.map(({ file, fault, line }) => ({ file, fault, line }))).toEqual([
			{ file: '2.md', fault: 'malformed', line: 3 },
			{ file: '3.md', fault: 'bad_value', line: 2 },
			{ file: '4.md', fault: 'wrong_encoding', line: 2 },
			{ file: '5.md', fault: 'malformed', line: 1 },
			{ file: '6.md', fault: 'malformed', line: 1 },
			{ file: '7.md', fault: 'missing_column', line: undefined },
		]);
	});

	test('an alias bomb in YAML is refused', async () => {
		const bomb = [
			'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
			...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
		].join('\n');
		const { problems } = await read(await folder({ 'a.md': `---\n${bomb}\n---\nx` }));
		expect(problems).toHaveLength(1);
		expect(problems[0]!.message).toMatch(/aliases/);
	});

	test('nothing to read is an error at once', async () => {
		await expect(read(await folder({ 'a.txt': '' }))).rejects.toMatchObject({ fault: 'not_found' });
		await expect(read('/nowhere/at/all')).rejects.toMatchObject({ fault: 'not_found' });
	});
});

describe('JSON lines', () => {
	const line = (value: unknown) => `${JSON.stringify(value)}\n`;

	test('plain or gzipped; fields of the line win over the front matter in the text', async () => {
		const text = line({
			path: 'docs/a.md',
			title: '标题',
			category: 'Java',
			description: 'd',
			tags: [],
			markdown: '---\ntitle: inner\ntag: [x]\n---\nbody',
		});
		const dir = await folder({ 'a.jsonl': text, 'b.jsonl.gz': gzipSync(text) });
		for (const name of ['a.jsonl', 'b.jsonl.gz']) {
			const { articles } = await read(join(dir, name));
			expect(articles).toMatchObject([{ path: 'docs/a.md', title: '标题', markdown: 'body', line: 1 }]);
			expect(articles[0]!.meta).toMatchObject({ categories: ['Java'], tags: ['x'], description: 'd' });
		}
	});

	test('a bad line is named by its number and the others still come', async () => {
		const dir = await folder({
			'a.jsonl': `${line({ path: 'a', markdown: 'x' })}{"path": "b", \n[1]\n${line({ path: 'c' })}${line({ markdown: 'x' })}\n${line({ path: 'd', markdown: 'y' })}`,
		});
		const { articles, problems } = await read(join(dir, 'a.jsonl'));
		expect(articles.map((article) => article.path)).toEqual(['a', 'd']);
		expect(problems.map((problem) => [problem.line, problem.fault])).toEqual([
			[2, 'malformed'],
			[3, 'malformed'],
			[4, 'missing_column'],
			[5, 'missing_column'],
		]);
	});

	test('a truncated gzip ends in an error after the articles before it', async () => {
		const text = Array.from({ length: 500 }, (_, i) =>
			line({ path: `p${i}`, markdown: Array.from({ length: 40 }, (_, n) => Math.sin(i * 40 + n)).join('') }),
		).join('');
		const dir = await folder({ 'a.jsonl.gz': gzipSync(text).subarray(0, 90_000) });
		const seen: string[] = [];
		const reading = (async () => {
			for await (const article of readMarkdown(join(dir, 'a.jsonl.gz'), () => {})) seen.push(article.path);
		})();
		await expect(reading).rejects.toMatchObject({ fault: 'truncated' });
		expect(seen.length).toBeGreaterThan(10);
	});
});
