import { afterAll, describe, expect, it } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { openDatabase, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { anItem, aPerson, aReply, aSpace, theTags } from '../items/testing.ts';
import { handlers, indexItem, rebalanceTiers, reindexAll, removeItem, search } from './index.ts';

const { db, url } = await testDatabase();
const ids = async (q: string) => (await search(db, visitor, { q })).hits.map((hit) => hit.item.id);

describe('an item is found', () => {
	it('after the facts about it were handled, and no longer after its removal', async () => {
		const item = await anItem(db, { title: 'Fresh from the outbox' });
		await db.transaction().execute((tx) =>
			emit(tx, item.authorId, 'items.published', {
				itemId: item.id,
				kind: 'question',
				spaceId: item.spaceId,
				authorId: item.authorId,
			}),
		);
		await drainEvents(db, handlers);
		expect(await ids('outbox')).toEqual([item.id]);
		const reply = await aReply(db, { itemId: item.id, source: 'It mentions kerfuffling.' });
		await db.transaction().execute((tx) =>
			emit(tx, reply.authorId, 'items.replied', {
				itemId: item.id,
				replyId: reply.id,
				kind: 'answer',
				parentId: null,
				mentions: [],
			}),
		);
		await drainEvents(db, handlers);
		expect(await ids('kerfuffling')).toEqual([item.id]);
		await removeItem(db, item.id);
		expect(await ids('outbox')).toEqual([]);
	});

	it('by the names of its tags in every language', async () => {
		await theTags(db, ['distributed-things']);
		await sql`update tags set names = '{"zh-CN": "分布式家伙", "en": "Distributed things"}' where slug = 'distributed-things'`.execute(
			db,
		);
		const item = await anItem(db, { title: 'No such word here', tags: ['distributed-things'] });
		await indexItem(db, item.id);
		expect(await ids('分布式家伙')).toEqual([item.id]);
	});

	it('by the code of a snippet', async () => {
		const item = await anItem(db, { kind: 'snippet', title: 'Debounce' });
		await sql`insert into snippets (item_id, language, code, code_html)
			values (${item.id}, 'typescript', 'export function debouncedQuokka() {}', '')`.execute(db);
		await indexItem(db, item.id);
		expect(await ids('debouncedQuokka')).toEqual([item.id]);
	});

	it('once, when many index it at the same time', async () => {
		const item = await anItem(db, { title: 'Contended snarkfest' });
		await Promise.all(Array.from({ length: 6 }, () => indexItem(db, item.id)));
		expect(await search(db, visitor, { q: 'snarkfest' })).toMatchObject({ total: 1 });
	});

	it('however large and strange its text', async () => {
		const odd = `${'𠮷野家'.repeat(3000)} ${"it's \\ 'quoted' & | ! ( ) : * <-> ".repeat(2000)} ${'x'.repeat(30_000)} ${'词'.repeat(30_000)} endlessly`;
		const item = await anItem(db, { title: "Oddities 'quoted' \\ and more", source: odd });
		await indexItem(db, item.id);
		expect(await ids("'quoted' oddities")).toEqual([item.id]);
		const long = await anItem(db, {
			title: 'A long thread',
			source: Array.from({ length: 60_000 }, (_, i) => `word${i}`).join(' '),
		});
		for (let i = 0; i < 5; i++) await aReply(db, { itemId: long.id, source: 'reply '.repeat(10_000) });
		await indexItem(db, long.id);
		expect(await ids('word77 "word78 word79"')).toEqual([long.id]);
	});
});

it('indexes everything anew with progress, and twice with the same result', async () => {
	await aSpace(db);
	const steps: number[] = [];
	const done = await reindexAll(db, (progress) => steps.push(progress.done));
	expect(steps.at(-1)).toBe(done);
	const snapshot = () =>
		sql`select item_id, part, length, terms::text from search_documents order by item_id, part`.execute(db);
	const first = (await snapshot()).rows;
	await reindexAll(db);
	expect((await snapshot()).rows).toEqual(first);
});

describe('tiers', () => {
	const count = 3_200;

	it('hold the best documents first, and searches find the same in whatever tiers they are', async () => {
		const person = await aPerson(db);
		const space = await aSpace(db);
		await sql`insert into items (kind, space_id, author_id, slug, title, score, published_at)
			select 'question', ${space.id}, ${person.id}, 'tiered-' || n, 'Tiered number ' || n, n % 1000, timestamptz '2026-01-01'
			from generate_series(1, ${count}::int) n`.execute(db);
		await sql`insert into item_bodies (item_id, source, html) select id, 'Everywhere the same.', '' from items where slug like 'tiered-%'`.execute(
			db,
		);
		// Into the first tier all of them, as on a young site.
		await sql`update search_tiers set floor = '-infinity'`.execute(db);
		const tiered = await sql<{ id: number }>`select id from items where slug like 'tiered-%'`.execute(db);
		for (const { id } of tiered.rows.slice(0, 50)) await indexItem(db, id);
		await sql`insert into search_documents (item_id, part, tier, kind, space_id, author_id, access, score, solved, published_at, length, terms)
			select id, 0, 0, kind, space_id, author_id, access, score, false, published_at, 4, '''tier'':1A ''number'':2A ''everywher'':30C'::tsvector
			from items where slug like 'tiered-%' and id not in (select item_id from search_documents)`.execute(db);
		await sql`update search_terms set documents = ${count} where lexeme in ('everywher', 'tier')`.execute(db);
		const before = await search(db, visitor, { q: 'everywhere tiered' });
		expect(before.total).toBe(1000);
		expect(before.more).toBe(true);

		expect(await rebalanceTiers(db)).toBeGreaterThan(1000);
		const tiers = await sql<{ tier: number; documents: number; worst: number; best: number }>`
			select tier, count(*) as documents, min(quality) as worst, max(quality) as best from search_documents group by tier order by tier`.execute(
			db,
		);
		expect(tiers.rows.length).toBe(2);
		expect(tiers.rows[0]!.documents).toBeGreaterThanOrEqual(2000);
		expect(tiers.rows[0]!.worst).toBeGreaterThanOrEqual(tiers.rows[1]!.best);
		expect(await rebalanceTiers(db)).toBe(0);

		const after = await search(db, visitor, { q: 'everywhere tiered' });
		expect(after.hits.map((hit) => hit.item.score)).toEqual(before.hits.map((hit) => hit.item.score));
		expect(after).toMatchObject({ total: 1000, more: true, pages: 50 });
		const last = await search(db, visitor, { q: 'everywhere tiered', page: 50 });
		expect(last.hits.length).toBe(20);
	});

	it('are read through their index, never from end to end', async () => {
		const one = openDatabase(url, { max: 1 });
		afterAll(() => one.db.destroy());
		const scans = async () => {
			await sql`select pg_stat_force_next_flush()`.execute(one.db);
			const { rows } = await sql<{
				n: number;
			}>`select sum(seq_scan) as n from pg_stat_user_tables where relname like 'search_documents_%'`.execute(
				one.db,
			);
			return Number(rows[0]!.n);
		};
		await search(one.db, visitor, { q: 'everywhere tiered' });
		const before = await scans();
		for (const q of ['everywhere tiered', 'everywhere', 'number kind:question', '"tiered number"'])
			await search(one.db, visitor, { q });
		expect(await scans()).toBe(before);
	});
});
