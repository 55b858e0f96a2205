import { indexItems, rebalanceTiers } from '../../modules/search/index.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Stop } from '../../platform/stop-signal.ts';
import { insertRows } from './bulk.ts';
import { type ImportRun, ImportStopped } from './import-run.ts';

const BATCH = 125;

/** Notes, in the transaction that changes them, that some items must be indexed anew. */
export async function markForSearch(tx: Tx, source: string, itemIds: Iterable<number>): Promise<void> {
	const rows = [...new Set(itemIds)].map((id) => ({
		source,
		kind: MARK,
		source_id: String(id),
		target_id: id,
		content_hash: '',
	}));
	await insertRows(tx, 'import_refs', rows, 'ignore');
}

const MARK = 'to-index';

/** Indexes what was marked; each batch takes its marks away in its own transaction, so this too goes on where it was. */
export async function indexImported(db: Db, run: ImportRun, progress: Progress, stop: Stop): Promise<number> {
	const step = progress.step('search', 'items');
	const { rows: counted } = await sql<{
		n: number;
	}>`select count(*)::int as n from import_refs where source = ${run.source} and kind = ${MARK}`.execute(db);
	let done = 0;
	/** @returns whether it ended because nothing was left */
	const lane = async (): Promise<boolean> => {
		do {
			const taken = await inTransaction(db, (tx) => indexMarked(tx, run.source));
			if (taken === 0) return true;
			done += taken;
			step.advance(taken, done / counted[0]!.n);
		} while (!stop.requested);
		return false;
	};
	// Two at a time: one takes texts apart while the database writes the other's words.
	const ends = await Promise.allSettled([lane(), lane()]);
	for (const end of ends) if (end.status === 'rejected') throw end.reason;
	if (!ends.every((end) => end.status === 'fulfilled' && end.value)) {
		step.finish('stopped');
		throw new ImportStopped();
	}
	if (done > 0) await rebalanceTiers(db);
	step.finish();
	return done;
}

async function indexMarked(tx: Tx, source: string): Promise<number> {
	const { rows } = await sql<{
		id: number;
	}>`delete from import_refs where source = ${source} and kind = ${MARK} and source_id in
		(select source_id from import_refs where source = ${source} and kind = ${MARK} limit ${BATCH} for update skip locked) returning target_id as id`.execute(
		tx,
	);
	if (rows.length > 0)
		await indexItems(
			tx,
			rows.map((row) => row.id),
		);
	return rows.length;
}
