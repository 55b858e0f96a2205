import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anItem, aPerson, aReply, aSpace } from '../items/testing.ts';
import { indexItem, reindexAll, search, suggest } from './index.ts';
import type { SearchInput } from './schemas.ts';

const { db } = await testDatabase();

/** Titles of what a search finds, in order. */
async function titles(input: string | SearchInput, actor: Actor = visitor): Promise<string[]> {
	const { hits } = await search(db, actor, typeof input === 'string' ? { q: input } : input);
	return hits.map((hit) => hit.item.title);
}

async function indexed(given: Parameters<typeof anItem>[1]) {
	const item = await anItem(db, given);
	await indexItem(db, item.id);
	return item;
}

describe('words', () => {
	beforeAll(async () => {
		await indexed({
			title: 'How to index a jsonb column',
			source: 'A GIN index on the column answers containment queries.',
			tags: ['postgresql'],
		});
		await indexed({
			title: 'Node.js streams under load',
			source: 'Backpressure in NodeJS streams, measured with C++ addons over HTTP/2.',
			tags: ['nodejs'],
		});
		await indexed({
			title: '線程池的原理',
			source: '線程池复用线程，减少创建与销毁的开销。',
			language: 'zh-CN',
			kind: 'article',
		});
		await indexed({
			title: '脏读和幻读有什么区别',
			source: '隔离级别决定了会不会出现脏读。`count(*)` 两次结果不同就是幻读。',
			language: 'zh-CN',
		});
		await indexed({
			title: 'Choosing an embedding model',
			source: 'We compared text-embedding-3 with open models.',
			kind: 'discussion',
		});
	});

	it('are found in any of their forms', async () => {
		expect(await titles('indexes columns')).toEqual(['How to index a jsonb column']);
		expect(await titles('measuring stream')).toEqual(['Node.js streams under load']);
	});

	it.each([
		['Node.js', 'Node.js streams under load'],
		['nodejs', 'Node.js streams under load'],
		['C++', 'Node.js streams under load'],
		['http/2', 'Node.js streams under load'],
		['HTTP2', 'Node.js streams under load'],
		['count(*)', '脏读和幻读有什么区别'],
		['text-embedding-3', 'Choosing an embedding model'],
		['线程池', '線程池的原理'],
		['線程池原理', '線程池的原理'],
		['幻读', '脏读和幻读有什么区别'],
		['隔离级别 脏读', '脏读和幻读有什么区别'],
	])('such as %s are found', async (query, title) => {
		expect((await titles(query))[0]).toBe(title);
	});

	it('written with a slip of the finger find what was meant, and say so', async () => {
		const result = await search(db, visitor, { q: 'jsnob colum' });
		expect(result.hits[0]?.item.title).toBe('How to index a jsonb column');
		expect(result.corrections).toContainEqual({ from: 'jsnob', to: 'jsonb' });
	});

	it.each([
		['幻毒', '脏读和幻读有什么区别', '幻读'],
		['现程池', '線程池的原理', '线程'],
		['隔离级别 脏毒', '脏读和幻读有什么区别', '脏读'],
	])('typed as they sound, such as %s, find what was meant, and say so', async (query, title, meant) => {
		const result = await search(db, visitor, { q: query });
		expect(result.hits[0]?.item.title).toBe(title);
		expect(result.corrections.map(({ to }) => to)).toEqual([meant]);
	});

	it('that are in no text find nothing', async () => {
		expect(await titles('zebra-crossing quokka')).toEqual([]);
	});
});

describe('filters', () => {
	beforeAll(async () => {
		const author = await aPerson(db, { handle: 'fil-ter' });
		const space = await aSpace(db, { slug: 'filterland' });
		await indexed({
			title: 'Wumpus one',
			tags: ['wumpus-tag'],
			authorId: author.id,
			publishedAt: new Date('2026-01-10'),
		});
		await indexed({
			title: 'Wumpus two',
			kind: 'article',
			spaceId: space.id,
			language: 'zh-CN',
			publishedAt: new Date('2026-03-10'),
			score: 9,
		});
		const answered = await anItem(db, {
			title: 'Wumpus three',
			publishedAt: new Date('2026-02-10'),
			score: 4,
		});
		const reply = await aReply(db, { itemId: answered.id });
		await sql`update items set accepted_reply_id = ${reply.id} where id = ${answered.id}`.execute(db);
		await indexItem(db, answered.id);
		await sql`insert into tag_synonyms (slug, tag_id) select 'wumpus-alias', id from tags where slug = 'wumpus-tag'`.execute(
			db,
		);
	});

	it.each<[string, string[]]>([
		['wumpus kind:article', ['Wumpus two']],
		['wumpus -kind:article', ['Wumpus three', 'Wumpus one']],
		['wumpus tag:wumpus-tag', ['Wumpus one']],
		['wumpus tag:wumpus-alias', ['Wumpus one']],
		['wumpus [wumpus-tag]', ['Wumpus one']],
		['wumpus -tag:wumpus-tag', ['Wumpus two', 'Wumpus three']],
		['wumpus space:filterland', ['Wumpus two']],
		['wumpus author:fil-ter', ['Wumpus one']],
		['wumpus author:nobody-at-all', []],
		['wumpus lang:zh', ['Wumpus two']],
		['wumpus is:solved', ['Wumpus three']],
		['wumpus is:unsolved', ['Wumpus one']],
		['wumpus is:unanswered', ['Wumpus one']],
		['wumpus after:2026-02-01', ['Wumpus two', 'Wumpus three']],
		['wumpus after:2026-02-01 before:2026-03-01', ['Wumpus three']],
		['wumpus -two', ['Wumpus three', 'Wumpus one']],
		['"wumpus two"', ['Wumpus two']],
		['"two wumpus"', []],
		['类型:文章 wumpus', ['Wumpus two']],
		['tag:wumpus-tag', ['Wumpus one']],
	])('%s', async (q, expected) => {
		expect((await titles(q)).sort()).toEqual([...expected].sort());
	});

	it('may stand in fields of a form as well', async () => {
		expect(await titles({ q: 'wumpus', kind: 'question', after: '2026-02-01' })).toEqual(['Wumpus three']);
		expect((await titles({ q: 'wumpus', kind: ['question', 'article'] })).length).toBe(3);
	});

	it('that name nobody are reported', async () => {
		const { problems } = await search(db, visitor, { q: 'wumpus author:nobody-at-all after:soon' });
		expect(problems).toEqual([
			{ filter: 'after', value: 'soon' },
			{ filter: 'author', value: 'nobody-at-all' },
		]);
	});

	it('leave the order to the reader', async () => {
		expect(await titles({ q: 'wumpus', sort: 'new' })).toEqual(['Wumpus two', 'Wumpus three', 'Wumpus one']);
		expect(await titles({ q: 'wumpus', sort: 'votes' })).toEqual([
			'Wumpus two',
			'Wumpus three',
			'Wumpus one',
		]);
	});
});

describe('results', () => {
	it('come in pages that neither skip nor repeat', async () => {
		for (let i = 0; i < 45; i++) await indexed({ title: `Pagewise ${i}`, score: i % 7 });
		const seen: string[] = [];
		for (const page of [1, 2, 3]) {
			const result = await search(db, visitor, { q: 'pagewise', page });
			expect(result).toMatchObject({ total: 45, pages: 3, more: false, page });
			seen.push(...result.hits.map((hit) => hit.item.title));
		}
		expect(new Set(seen).size).toBe(45);
		expect(await search(db, visitor, { q: 'pagewise', page: 4 })).toMatchObject({
			hits: [],
			total: 45,
			pages: 3,
		});
	});

	it('have what fits in the title first, then what has more votes', async () => {
		await indexed({ title: 'About something else', source: 'A snorkelwick is mentioned here.', score: 50 });
		await indexed({ title: 'The snorkelwick', source: 'Nothing more to say about it.', score: 1 });
		await indexed({ title: 'The snorkelwick', source: 'Nothing more to say about it!', score: 40 });
		const { hits } = await search(db, visitor, { q: 'snorkelwick' });
		expect(hits.map((hit) => hit.item.score)).toEqual([40, 1, 50]);
	});

	it('are found in spite of a slip that the stem hides, or in a name that the text does not use', async () => {
		await indexed({ title: 'Blorptransactions in depth', source: 'Every blorptransaction has an end.' });
		const slip = await search(db, visitor, { q: 'blorptransction' });
		expect(slip.hits.map((hit) => hit.item.title)).toEqual(['Blorptransactions in depth']);
		await indexed({ title: 'Quietly about PostgreSQL', source: 'Nothing else.' });
		const { hits, corrections } = await search(db, visitor, { q: 'postgers quietly' });
		expect(hits[0]?.item.title).toBe('Quietly about PostgreSQL');
		expect(corrections).toContainEqual({ from: 'postgers', to: 'PostgreSQL' });
	});

	it('with most of the words stand in when few have all, and the result says so', async () => {
		await indexed({ title: 'Gribble and frotz', source: 'Both.' });
		await indexed({ title: 'Only gribble', source: 'One.' });
		const result = await search(db, visitor, { q: 'gribble frotz' });
		expect(result.hits.map((hit) => hit.item.title)).toEqual(['Gribble and frotz', 'Only gribble']);
		expect(result.relaxed).toBe(true);
	});

	it('show the reply that says it', async () => {
		const item = await anItem(db, { title: 'A question of plumbing', source: 'The tap drips.' });
		const reply = await aReply(db, {
			itemId: item.id,
			source: 'Replace the **glimwasher** and close the tap.',
		});
		await indexItem(db, item.id);
		const { hits } = await search(db, visitor, { q: 'glimwasher' });
		expect(hits[0]).toMatchObject({
			replyId: reply.id,
			snippet: [
				{ text: 'Replace the ', hit: false },
				{ text: 'glimwasher', hit: true },
				{ text: ' and close the tap.', hit: false },
			],
		});
	});

	it('are none for a query that says nothing', async () => {
		for (const q of [
			'',
			'   ',
			'!!!',
			'-only -exclusions',
			'""',
			':',
			'(',
			"'; drop table items; --",
			'\u0000',
			'😀',
			'\ud800',
		]) {
			const result = await search(db, visitor, { q });
			expect(result.hits.length).toBeLessThanOrEqual(20);
		}
		expect(await titles('')).toEqual([]);
	});
});

describe('suggestions', () => {
	beforeAll(async () => {
		await indexed({ title: 'Zephyr indexing explained', tags: ['zephyr-db'], score: 3 });
		await indexed({ title: '消息队列的可靠投递', language: 'zh-CN' });
		await aPerson(db, { handle: 'zephyrine', name: 'Zephyrine Blow' });
	});

	it('offer titles by the beginning of their words, tags and people', async () => {
		const { titles: offered, tags, people } = await suggest(db, visitor, 'zeph');
		expect(offered.map(({ title }) => title)).toEqual([
			[
				{ text: 'Zeph', hit: true },
				{ text: 'yr indexing explained', hit: false },
			],
		]);
		expect(tags.map((tag) => tag.slug)).toEqual(['zephyr-db']);
		expect(people.map((person) => person.handle)).toEqual(['zephyrine']);
	});

	it.each(['zephyr index', 'zephyr indexing', '消息队', '消息队列 投递', '消', 'zephyr e'])(
		'for %s are there',
		async (typed) => {
			expect((await suggest(db, visitor, typed)).titles).toHaveLength(1);
		},
	);

	it('are none for nothing, and bear anything', async () => {
		expect(await suggest(db, visitor, '  ')).toEqual({ titles: [], tags: [], people: [] });
		for (const typed of ['%', '_', "'", '\\', '"', 'x'.repeat(5000), '\u0000', '\ud800'])
			await suggest(db, visitor, typed);
	});
});

describe('the vocabulary', () => {
	const snapshot = async () => {
		const terms = await sql<{ lexeme: string; documents: number }>`
			select lexeme, documents from search_terms where documents <> 0 order by lexeme`.execute(db);
		const totals = await sql`select documents, words from search_totals`.execute(db);
		return { terms: terms.rows, totals: totals.rows };
	};

	it('kept by single steps is what indexing everything anew gives', async () => {
		const item = await anItem(db, { title: 'Tally me', source: 'before before before' });
		await indexItem(db, item.id);
		await sql`update item_bodies set source = 'after' where item_id = ${item.id}`.execute(db);
		await indexItem(db, item.id);
		await Promise.all([indexItem(db, item.id), indexItem(db, item.id), indexItem(db, item.id)]);
		const gone = await indexed({ title: 'Gone soon', source: 'vanishing' });
		await sql`update items set status = 'deleted' where id = ${gone.id}`.execute(db);
		await indexItem(db, gone.id);
		const kept = await snapshot();
		await reindexAll(db);
		expect(kept).toEqual(await snapshot());
	});
});
