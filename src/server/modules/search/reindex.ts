import type { ItemId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { indexBatch, Tally, writeTally } from './index-item.ts';
import { countTiers, lastTier, planTiers } from './tiers.ts';

export interface ReindexProgress {
	done: number;
	total: number;
}

const batchSize = 250;
/** The vocabulary is written when so many words have changed; more would only take memory. */
const tallySize = 200_000;

/**
 * Indexes every published item anew, oldest first: after an import, or when the way of indexing has changed. The
 * search keeps working meanwhile, on what is indexed so far when it starts from nothing.
 *
 * @param onProgress called after every batch, counts of items
 * @param signal stops between two batches; run it again to finish
 * @returns how many items were indexed
 */
export async function reindexAll(
	db: Db,
	onProgress?: (progress: ReindexProgress) => void,
	signal?: AbortSignal,
): Promise<number> {
	const total = await countItems(db);
	const fresh = !(await sql`select from search_documents limit 1`.execute(db)).rows.length;
	await planTiers(db);
	await sql`truncate search_terms`.execute(db);
	await sql`update search_totals set documents = 0, words = 0`.execute(db);
	if (fresh) await dropTermIndexes(db);
	let done = 0;
	let tally = new Tally();
	try {
		for (let after: ItemId = 0; !signal?.aborted; ) {
			const ids = await nextItems(db, after);
			if (ids.length === 0) break;
			await inTransaction(db, (tx) => indexBatch(tx, ids, tally, { counted: false, fresh }));
			after = ids.at(-1)!;
			done += ids.length;
			if (tally.terms.size > tallySize) {
				await inTransaction(db, (tx) => writeTally(tx, tally));
				tally = new Tally();
			}
			onProgress?.({ done, total });
		}
		await inTransaction(db, (tx) => writeTally(tx, tally));
		if (!fresh && !signal?.aborted) await removeOrphans(db);
	} finally {
		if (fresh) await createTermIndexes(db);
	}
	await countTiers(db);
	await sql`analyze search_documents`.execute(db);
	await sql`analyze search_terms`.execute(db);
	return done;
}

async function countItems(db: Db): Promise<number> {
	const { rows } = await sql<{
		n: number;
	}>`select count(*) as n from items where status = 'published'`.execute(db);
	return rows[0]!.n;
}

async function nextItems(db: Db, after: ItemId): Promise<ItemId[]> {
	const { rows } = await sql<{
		id: ItemId;
	}>`select id from items where id > ${after} and status = 'published' order by id limit ${batchSize}::int`.execute(
		db,
	);
	return rows.map((row) => row.id);
}

async function removeOrphans(db: Db): Promise<void> {
	await sql`delete from search_documents d where not exists (select from items i where i.id = d.item_id and i.status = 'published')`.execute(
		db,
	);
}

// Building these indexes at once is several times as fast as keeping them through a bulk load.
async function dropTermIndexes(db: Db): Promise<void> {
	for (let tier = 0; tier <= lastTier; tier++)
		await sql`drop index if exists ${sql.ref(`search_documents_${tier}_terms`)}`.execute(db);
}

async function createTermIndexes(db: Db): Promise<void> {
	for (let tier = 0; tier <= lastTier; tier++) {
		await sql`create index if not exists ${sql.ref(`search_documents_${tier}_terms`)} on ${sql.table(`search_documents_${tier}`)}
			using gin (terms) with (fastupdate = off)`.execute(db);
	}
}
