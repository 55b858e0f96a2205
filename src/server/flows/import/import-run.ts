import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { SourceError } from './source-error.ts';

/** What became of the rows of one phase; kept over interruptions. */
export interface Tally {
	read: number;
	created: number;
	updated: number;
	unchanged: number;
	/** Rows that were read and are not in Stoa, by reason. */
	leftOut: Record<string, number>;
	/** Sums over the source that the end result is held against, by name. */
	expected: Record<string, number>;
}

interface PhaseState {
	/** Source rows whose effect is committed: where an interrupted run goes on. */
	rows: number;
	done: boolean;
	tally: Tally;
}

/** One run of an importer over one source. */
export interface ImportRun {
	id: number;
	source: string;
	/** True when this goes on with a run that was stopped or killed. */
	resumed: boolean;
	phases: Record<string, PhaseState>;
}

export class ImportStopped extends Error {
	constructor() {
		super('Stopped. Run the same command again to go on from here.');
	}
}

/**
 * Opens the run for a source, alone: a second process on the same source is refused while this one lives.
 * A run of the same material (`fingerprint`) that did not finish is gone on with, otherwise a new one begins.
 */
export async function withImportRun<T>(
	db: Db,
	source: string,
	fingerprint: string,
	work: (run: ImportRun) => Promise<T>,
): Promise<T> {
	return db.connection().execute(async (lock) => {
		const key = sql`hashtextextended(${`import ${source}`}, 0)`;
		const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(${key}) as held`.execute(lock);
		if (!rows[0]!.held) {
			throw new SourceError(
				'busy',
				{ file: source },
				'is being imported by another process',
				'Wait for it to end, or stop it first.',
			);
		}
		try {
			return await work(await openRun(db, source, fingerprint));
		} finally {
			await sql`select pg_advisory_unlock(${key})`.execute(lock);
		}
	});
}

async function openRun(db: Db, source: string, fingerprint: string): Promise<ImportRun> {
	const open = await db
		.selectFrom('import_runs')
		.select(['id', 'progress'])
		.where('source', '=', source)
		.where('finished_at', 'is', null)
		.orderBy('id', 'desc')
		.executeTakeFirst();
	const kept = open?.progress as { fingerprint?: string; phases?: ImportRun['phases'] } | undefined;
	if (open && kept?.fingerprint === fingerprint) {
		return { id: open.id, source, resumed: true, phases: kept.phases ?? {} };
	}
	const { id } = await db
		.insertInto('import_runs')
		.values({ source, progress: JSON.stringify({ fingerprint, phases: {} }) })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { id, source, resumed: false, phases: {} };
}

/** The state of one phase, begun when it was not. */
export function phaseOf(run: ImportRun, name: string): PhaseState {
	run.phases[name] ??= {
		rows: 0,
		done: false,
		tally: { read: 0, created: 0, updated: 0, unchanged: 0, leftOut: {}, expected: {} },
	};
	return run.phases[name];
}

/** Writes how far a phase is, in the transaction of the rows it speaks of: both are there or neither. */
export async function savePhase(tx: Tx | Db, run: ImportRun, name: string): Promise<void> {
	await sql`update import_runs set phase = ${name},
		progress = jsonb_set(progress, array['phases', ${name}::text], ${JSON.stringify(run.phases[name])}::jsonb)
		where id = ${run.id}`.execute(tx);
}

/** Ends a run. `counts` is what the operator was shown. */
export async function finishRun(db: Db, run: ImportRun, counts: unknown): Promise<void> {
	await db
		.updateTable('import_runs')
		.set({ phase: 'finished', finished_at: sql`now()`, counts: JSON.stringify(counts) })
		.where('id', '=', run.id)
		.execute();
}

/** Counts rows by what was done with them. */
export function countSorted(
	tally: Tally,
	sorted: { fresh: readonly unknown[]; changed: readonly unknown[]; unchanged: number },
): void {
	tally.created += sorted.fresh.length;
	tally.updated += sorted.changed.length;
	tally.unchanged += sorted.unchanged;
}

/** Notes rows that were read and not taken. */
export function leaveOut(tally: Tally, reason: string, count = 1): void {
	if (count > 0) tally.leftOut[reason] = (tally.leftOut[reason] ?? 0) + count;
}

/** Adds to a sum that the result is held against. */
export function expect(tally: Tally, name: string, amount = 1): void {
	tally.expected[name] = (tally.expected[name] ?? 0) + amount;
}
