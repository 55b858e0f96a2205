import type { Db, Tx } from '../../../platform/db/index.ts';
import { inTransaction, sql } from '../../../platform/db/index.ts';
import type { Progress } from '../../../platform/progress.ts';
import type { Stop } from '../../../platform/stop-signal.ts';
import { ahead, inBatches, skipRows } from '../batches.ts';
import { type ImportRun, ImportStopped, phaseOf, savePhase, type Tally } from '../import-run.ts';
import type { RenderPool } from '../render-pool.ts';
import type { Row, TableName } from './dump-rows.ts';
import { type Dump, readTable } from './read-dump.ts';
import type { Site } from './site.ts';

/** What every phase of an import works with. */
export interface Importing {
	db: Db;
	dump: Dump;
	site: Site;
	space: { id: number; slug: string };
	run: ImportRun;
	pool: RenderPool;
	progress: Progress;
	stop: Stop;
	/** Whether `$…$` in this site's texts is mathematics. */
	math: boolean;
	/** Upper bound on the rows of one transaction; each phase has its own below it. */
	batch: number;
}

interface RowsPhase<T extends TableName, P> {
	/** Key in the run's record, and what the operator reads. */
	name: string;
	table: T;
	batch: number;
	/** Neighbouring rows that must not be parted by the end of a batch. */
	together?: (a: Row<T>, b: Row<T>) => boolean;
	/** Rows of the table that this phase is about; all when absent. */
	wanted?: (row: Row<T>) => boolean;
	/** Reads and renders ahead of the writes; must not depend on what other batches of this phase write. */
	prepare: (rows: Row<T>[]) => Promise<P>;
	/** Runs in one transaction with the note of how far the phase is. */
	write: (tx: Tx, prepared: P, tally: Tally) => Promise<void>;
	/** After the last row, in a transaction of its own. */
	close?: (tx: Tx, tally: Tally) => Promise<void>;
}

const AHEAD = 3;

/**
 * Takes a table of the dump over in batches. Each batch is one transaction that also records how many rows are
 * behind it, so a process killed anywhere goes on at the row after its last commit.
 *
 * @throws ImportStopped between two batches when that was asked for
 */
export async function importRows<T extends TableName, P>(
	importing: Importing,
	phase: RowsPhase<T, P>,
): Promise<void> {
	const { db, dump, run, progress, stop } = importing;
	const state = phaseOf(run, phase.name);
	if (state.done || !dump.files[phase.table]) return;
	const position = { bytes: 0, totalBytes: 0 };
	const rows = skipRows(readTable(dump, phase.table, position), state.rows);
	const step = progress.step(phase.name, 'rows');
	const batches = ahead(
		inBatches(rows, Math.min(phase.batch, importing.batch), phase.together),
		AHEAD,
		async (batch) => {
			const wanted = phase.wanted ? batch.filter(phase.wanted) : batch;
			return {
				size: batch.length,
				wanted: wanted.length,
				prepared: wanted.length > 0 ? await phase.prepare(wanted) : undefined,
				bytes: position.bytes,
			};
		},
	);
	for await (const { size, wanted, prepared, bytes } of batches) {
		// The state in memory is changed only once the database has it: a failed batch leaves both as they were.
		const tally = structuredClone(state.tally);
		tally.read += wanted;
		await inTransaction(db, async (tx) => {
			// A crash may lose the last batches, and with them the note that they were done: they come again.
			await sql`set local synchronous_commit = off`.execute(tx);
			if (prepared !== undefined) await phase.write(tx, prepared, tally);
			await savePhase(
				tx,
				{ ...run, phases: { [phase.name]: { rows: state.rows + size, done: false, tally } } },
				phase.name,
			);
		});
		state.rows += size;
		state.tally = tally;
		step.advance(wanted, position.totalBytes > 0 ? bytes / position.totalBytes : undefined);
		if (stop.requested) {
			step.finish('stopped');
			throw new ImportStopped();
		}
	}
	await inTransaction(db, async (tx) => {
		const tally = structuredClone(state.tally);
		await phase.close?.(tx, tally);
		state.tally = tally;
		state.done = true;
		await savePhase(tx, run, phase.name);
	});
	step.finish();
}

/** A phase that is one transaction, or repeats harmlessly. */
export async function importOnce(
	importing: Importing,
	name: string,
	unit: string,
	work: (tally: Tally) => Promise<number>,
): Promise<void> {
	const { db, run, progress, stop } = importing;
	const state = phaseOf(run, name);
	if (state.done) return;
	const step = progress.step(name, unit);
	const tally = structuredClone(state.tally);
	step.advance(await work(tally));
	state.tally = tally;
	state.done = true;
	await savePhase(db, run, name);
	step.finish();
	if (stop.requested) throw new ImportStopped();
}
