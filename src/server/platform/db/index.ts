import { createHash } from 'node:crypto';
import { type CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './types.ts';

export { sql } from 'kysely';
export type { DB } from './types.ts';

/** A database handle: the pool, or a transaction. Use cases take either and never ask which. */
export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

// bigint ids and counts stay below 2^53; numeric is never used for them.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Three times as fast as the driver's own; a page of a list reads eighty of them.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text));

const names = new Map<string, string>();

function statementName(text: string): string {
	let name = names.get(text);
	if (!name) {
		name = createHash('sha1').update(text).digest('base64url');
		// A text built from data would grow this without bound; 5,000 is far above the statements in the code.
		if (names.size < 5000) names.set(text, name);
	}
	return name;
}

/**
 * Opens a pool. Every statement is prepared once per connection: planning a page's joins costs more than
 * running them.
 *
 * @param url a postgres:// address; `?host=/dir` for a unix socket
 */
export function openDatabase(
	url: string,
	options: { max?: number; onError?: (error: Error) => void } = {},
): { db: Db; pool: pg.Pool } {
	const pool = new pg.Pool({
		connectionString: url,
		max: options.max ?? 10,
		application_name: 'stoa',
		idleTimeoutMillis: 60_000,
	});
	const onError = options.onError ?? (() => {});
	pool.on('error', onError);
	// A connection that breaks while it is in use rejects its query; without a listener it would end the process.
	pool.on('connect', (client) => client.on('error', onError));
	const db = new Kysely<DB>({
		dialect: new PostgresDialect({
			pool: {
				connect: async () => prepared(await pool.connect()),
				end: () => pool.end(),
			},
		}),
	});
	return { db, pool };
}

type DialectPool = Exclude<
	ConstructorParameters<typeof PostgresDialect>[0]['pool'],
	(...args: never[]) => unknown
>;
type DialectClient = Awaited<ReturnType<DialectPool['connect']>>;

const wrapped = new WeakMap<pg.PoolClient, DialectClient>();

function prepared(client: pg.PoolClient): DialectClient {
	let face = wrapped.get(client);
	if (!face) {
		face = {
			query: (text: unknown, values?: readonly unknown[]) =>
				typeof text === 'string' && values?.length
					? client.query({ name: statementName(text), text, values: values as unknown[] })
					: client.query(text as string, values as unknown[]),
			release: () => client.release(),
		} as unknown as DialectClient;
		wrapped.set(client, face);
	}
	return face;
}

/**
 * Runs `work` in one transaction: all of its writes and facts, or none. A transaction given is used as it is. When the
 * database ends one of two writers that wait for each other, that one begins anew, so `work` may run more than once:
 * what it does outside the database must bear that.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
	if (db.isTransaction) return work(db as Tx);
	for (let left = 3; ; left--) {
		const after = new Set<AfterCommit>();
		let result: T;
		try {
			result = await db.transaction().execute((tx) => {
				afterCommits.set(tx, after);
				return work(tx);
			});
		} catch (error) {
			if (left === 0 || !askAgain.has((error as { code?: string }).code ?? '')) throw error;
			continue;
		}
		for (const follow of after) await follow(db);
		return result;
	}
}

/** What follows a commit: never throws, and something else sees to it when the process ends before. */
export type AfterCommit = (db: Db) => Promise<void>;

const afterCommits = new WeakMap<Db, Set<AfterCommit>>();

/**
 * Has something done once the transaction is committed, by whoever opened it with {@link inTransaction}, once however
 * often it is asked for. Outside of a transaction it is done at once.
 */
export async function afterCommit(db: Db, follow: AfterCommit): Promise<void> {
	if (db.isTransaction) afterCommits.get(db)?.add(follow);
	else await follow(db);
}

// serialization_failure and deadlock_detected: nothing is wrong with the request, only with the moment.
const askAgain = new Set(['40001', '40P01']);

/** Runs a query that was compiled once; for the hottest reads, where building the text costs as much as the answer. */
export async function run<T>(db: Db, query: CompiledQuery<T>): Promise<T[]> {
	return (await db.executeQuery(query)).rows;
}
