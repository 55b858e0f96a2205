import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import '../../modules/articles/index.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { importMarkdown } from './import-markdown.ts';
import { ImportStopped } from './import-run.ts';

const made: string[] = [];
afterAll(async () => {
	for (const dir of made) await rm(dir, { recursive: true });
});

async function folder(files: Record<string, string | Uint8Array>): Promise<string> {
	const dir = join(await mkdtemp(join(tmpdir(), 'stoa-md-')), 'notes');
	made.push(dirname(dir));
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(dir, name)), { recursive: true });
		await writeFile(join(dir, name), content);
	}
	return dir;
}

const site = {
	'java/map.md': `---
title: HashMap 源码
date: 2020-05-06 07:08:09
updated: 2021-01-01
category: Java
tag: [集合, 源码]
author: 小王
description: 从数组到红黑树。
permalink: /java/hashmap/
---
# HashMap 源码

见 [链表](./list.md#next) 与 [外部](https://example.com/x.md)，\`[code](./list.md)\`。

![图](../img/a b.png)

\`\`\`java
// [not](./list.md) a link
Map<String, String> map;
\`\`\`

<!-- @include: @footer.md -->
::: tip 提示
用 \`Map.of\`。
:::
`,
	'java/list.md':
		'---\ntitle: Linked lists\nlang: en\ntags: data structures\n---\nBack to the [map](map.md), or [home](/README.md).\n\n<!-- more -->\n\nThe rest.',
	'README.md': '# Welcome\n\nRead [lists](java/list.md).',
	'later.md': '---\ntitle: Later\ndraft: true\n---\nNot yet.',
};

describe('a folder of articles', async () => {
	const { db } = await testDatabase();
	const find = async (title: string) =>
		db
			.selectFrom('items')
			.innerJoin('item_bodies', 'item_id', 'items.id')
			.selectAll()
			.where('title', '=', title)
			.executeTakeFirstOrThrow();

	test('becomes articles with dates, tags, languages, texts and links to each other', async () => {
		const dir = await folder(site);
		const result = await importMarkdown(db, dir, {
			threads: 0,
			site: 'https://notes.example.org',
			licence: 'CC-BY-4.0',
		});
		expect(result).toMatchObject({
			space: 'notes',
			read: 4,
			created: 3,
			updated: 0,
			unchanged: 0,
			drafts: 1,
			problems: [],
			unresolved: [],
			inDatabase: 3,
		});

		const [map, list] = [await find('HashMap 源码'), await find('Linked lists')];
		expect(map).toMatchObject({
			kind: 'article',
			language: 'zh-CN',
			excerpt: '从数组到红黑树。',
			author_id: null,
			author_name: '小王',
			tag_slugs: ['集合', '源码', 'java'],
			status: 'published',
		});
		expect(map.published_at.toISOString()).toBe('2020-05-06T07:08:09.000Z');
		expect(map.edited_at?.toISOString()).toBe('2021-01-01T00:00:00.000Z');
		expect(map.source).not.toContain('# HashMap');
		expect(map.source).toContain(`[链表](/articles/${list.id}/linked-lists#next)`);
		expect(map.source).toContain('[外部](https://example.com/x.md)');
		expect(map.source).toContain('`[code](./list.md)`');
		expect(map.source).toContain('// [not](./list.md) a link');
		expect(map.source).not.toContain('@include');
		expect(map.html).toContain('Map.of');
		expect(list).toMatchObject({
			language: 'en',
			tag_slugs: ['data-structures'],
			author_name: 'notes.example.org',
		});
		expect(list.preview_html).toContain('Back to the');
		expect(list.preview_html).not.toContain('The rest');
		const tags = await sql<{
			slug: string;
			item_count: number;
		}>`select slug, item_count from tags order by slug`.execute(db);
		expect(tags.rows).toContainEqual({ slug: '集合', item_count: 1 });
	});

	test('names the source, and old addresses lead to the article', async () => {
		const map = await find('HashMap 源码');
		expect(
			await db.selectFrom('sources').selectAll().where('item_id', '=', map.id).executeTakeFirstOrThrow(),
		).toMatchObject({
			site: 'notes.example.org',
			url: 'https://notes.example.org/java/hashmap/',
			author_name: '小王',
			licence: 'CC-BY-4.0',
			licence_url: 'https://creativecommons.org/licenses/by/4.0/',
		});
		const moved = await db
			.selectFrom('redirects')
			.selectAll()
			.where('path', '=', '/java/hashmap')
			.executeTakeFirstOrThrow();
		expect(moved.target).toContain(`/articles/${map.id}/`);
	});

	test('a second time nothing is doubled; a changed article gets a new revision; one edited here is kept', async () => {
		const again = await importMarkdown(db, await folder(site), {
			threads: 0,
			site: 'https://notes.example.org',
			licence: 'CC-BY-4.0',
		});
		expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, inDatabase: 3 });

		const welcome = await find('Welcome');
		await db
			.updateTable('item_bodies')
			.set({ source: 'Mine now.' })
			.where('item_id', '=', welcome.id)
			.execute();
		const newer = {
			...site,
			'README.md': '# Welcome\n\nNew.',
			'java/list.md': site['java/list.md'].replace('The rest.', 'The whole rest.'),
			'java/map.md': site['java/map.md'].replace('[集合, 源码]', '[集合]'),
		};
		const third = await importMarkdown(db, await folder(newer), {
			threads: 0,
			site: 'https://notes.example.org',
			licence: 'CC-BY-4.0',
		});
		expect(third).toMatchObject({ created: 0, updated: 2, unchanged: 0, kept: ['README.md'] });
		const list = await find('Linked lists');
		expect(list.source).toContain('The whole rest.');
		expect(list.revision).toBe(2);
		const revisions = await db
			.selectFrom('revisions')
			.select(['number', 'source'])
			.where('item_id', '=', list.id)
			.orderBy('number')
			.execute();
		expect(revisions).toHaveLength(2);
		expect(revisions[0]!.source).toContain('The rest.');
		expect((await find('HashMap 源码')).tag_slugs).toEqual(['集合', 'java']);
		expect((await find('Welcome')).source).toBe('Mine now.');
		const tags = await sql<{ item_count: number }>`select item_count from tags where slug = '源码'`.execute(
			db,
		);
		expect(tags.rows).toEqual([{ item_count: 0 }]);
	});
});

describe('whose articles, and what cannot be read', async () => {
	const { db } = await testDatabase();

	test("with --author they are that person's, drafts included", async () => {
		const author = await aPerson(db);
		const result = await importMarkdown(
			db,
			await folder({ 'a.md': '# A\n\nText.', 'b.md': '---\ntitle: B\ndraft: true\n---\nText.' }),
			{ threads: 0, author: author.handle, space: 'mine' },
		);
		expect(result).toMatchObject({ created: 2, drafts: 0, space: 'mine' });
		const items = await db
			.selectFrom('items')
			.select(['title', 'status', 'author_id'])
			.orderBy('title')
			.execute();
		expect(items).toEqual([
			{ title: 'A', status: 'published', author_id: author.id },
			{ title: 'B', status: 'draft', author_id: author.id },
		]);
		expect(await db.selectFrom('sources').select('id').execute()).toEqual([]);
	});

	test('an unknown author or an address that is none is refused before anything is written', async () => {
		const dir = await folder({ 'a.md': 'x' });
		await expect(importMarkdown(db, dir, { threads: 0, author: 'nobody-here' })).rejects.toMatchObject({
			code: 'import.not_found',
		});
		await expect(importMarkdown(db, dir, { threads: 0, site: 'ftp://x' })).rejects.toMatchObject({
			code: 'import.bad_value',
		});
	});

	test('a bad article is listed with its place and the others come in', async () => {
		const dir = await folder({
			'good.md': '# Good\n\nText with an ![image](gone.png).',
			'bad.md': '---\ntitle: a: b\n---\nx',
			'latin.md': Buffer.from([0xe9, 0x0a]),
		});
		const result = await importMarkdown(db, dir, { threads: 0, space: 'bad-and-good' });
		expect(result.problems.map((problem) => problem.file)).toEqual(['bad.md', 'latin.md']);
		expect(result).toMatchObject({ read: 1, unresolved: ['good.md: gone.png'] });
	});
});

describe('JSON lines, interrupted', async () => {
	const { db } = await testDatabase();

	test('stopped after each batch, it ends with every article once, links included', async () => {
		const lines = Array.from({ length: 120 }, (_, i) =>
			JSON.stringify({
				path: `p/${i}.md`,
				title: `Part ${i}`,
				tags: ['series'],
				markdown: `See [next](./${i + 1}.md).`,
			}),
		);
		const dir = await folder({ 'all.jsonl.gz': gzipSync(`${lines.join('\n')}\n`) });
		const file = join(dir, 'all.jsonl.gz');
		let stops = 0;
		for (let going = true; going; ) {
			await importMarkdown(db, file, { threads: 0, stop: { requested: stops < 2 } }).then(
				(result) => {
					expect(result).toMatchObject({ read: 120, resumed: true, inDatabase: 120, space: 'all' });
					going = false;
				},
				(error) => {
					expect(error).toBeInstanceOf(ImportStopped);
					stops++;
				},
			);
		}
		expect(stops).toBe(2);
		const { rows } = await sql<{
			source: string;
			id: number;
			next: number;
		}>`select b.source, i.id, (select id from items n where n.title = 'Part 8') as next
			from items i join item_bodies b on b.item_id = i.id where i.title = 'Part 7'`.execute(db);
		expect(rows).toHaveLength(1);
		expect(rows[0]!.source).toBe(`See [next](/articles/${rows[0]!.next}/part-8).`);
		const counted = await sql<{ n: number }>`select item_count as n from tags where slug = 'series'`.execute(
			db,
		);
		expect(counted.rows).toEqual([{ n: 120 }]);
	});
});
