import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import '../../modules/articles/index.ts';
import '../../modules/questions/index.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { importMarkdown } from './import-markdown.ts';
import { importStackExchange } from './import-stack-exchange.ts';

// Real data lies outside the repository: in the folder that STOA_DATA_SETS names, else in shared/data beside the checkout.
const root = process.env.STOA_DATA_SETS ?? join(import.meta.dirname, '../../../../../shared/data');
const has = (name: string): boolean => root !== '' && existsSync(join(root, name));
const lacking = (name: string) =>
	has(name) ? name : `${name}: skipped, ${root || 'STOA_DATA_SETS'} does not hold it`;

// What an independent count of the published files gave.
const dumps = [
	{
		name: 'stackexchange-quantum',
		questions: 612,
		answers: 1060,
		comments: 3413,
		users: 3461,
		badges: 4671,
		tags: 154,
		accepted: 389,
		closed: 30,
	},
	{
		name: 'stackexchange-bicycles-meta',
		questions: 453,
		answers: 971,
		comments: 2448,
		users: 2551,
		badges: 6585,
		tags: 94,
		accepted: 157,
		closed: 15,
	},
];

describe.each(dumps)('$name', async ({ name, ...counts }) => {
	const { db } = await testDatabase();
	test.skipIf(!has(name))(
		`${lacking(name)}: all counts equal, and the same again`,
		async () => {
			const first = await importStackExchange(db, join(root, name));
			expect(first.counts.filter((line) => !line.equal)).toEqual([]);
			const count = async (query: string) =>
				(await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(query)}`.execute(db)).rows[0]!.n;
			expect({
				name,
				questions: await count('items'),
				answers: await count("replies where kind = 'answer'"),
				comments: await count("replies where kind = 'comment'"),
				users: await count('users'),
				badges: await count('user_badges'),
				tags: await count('tags'),
				accepted: await count('items where accepted_reply_id is not null'),
				closed: await count('items where closed_at is not null'),
			}).toEqual({ name, ...counts });
			expect(await count('search_documents')).toBe(counts.questions);
			const again = await importStackExchange(db, join(root, name));
			expect(again).toMatchObject({ created: 0, updated: 0, equal: true, counts: first.counts });
		},
		300_000,
	);
});

const articles = 'articles-zh-javaguide';
describe('articles', async () => {
	const { db } = await testDatabase();
	test.skipIf(!has(articles))(
		`${lacking(articles)}: every article, once`,
		async () => {
			const file = join(root, articles, 'articles.jsonl.gz');
			const options = { site: 'https://articles.example.org', licence: 'Apache-2.0', space: 'java' };
			const first = await importMarkdown(db, file, options);
			expect(first).toMatchObject({ read: 383, created: 383, problems: [], inDatabase: 383 });
			expect(await importMarkdown(db, file, options)).toMatchObject({
				created: 0,
				updated: 0,
				unchanged: 383,
				inDatabase: 383,
			});
			const { rows } = await sql<{
				n: number;
			}>`select count(*)::int as n from items where language = 'zh-CN'`.execute(db);
			expect(rows[0]!.n).toBe(383);
		},
		300_000,
	);
});
