import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anEntitlement, anItem, aPerson, aReply, aSpace } from '../items/testing.ts';
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

	it('that are in no text find nothing', async () => {
		expect(await titles('zebra-crossing quokka')).toEqual([]);
	});
});
