import { randomBytes } from 'node:crypto';
import type { KyselyPlugin } from 'kysely';
import pg from 'pg';
import { afterAll } from 'vitest';
import { type Db, openDatabase } from './index.ts';
import { withDatabase } from './testing-url.ts';

/**
 * A database of its own for one test file: a clone of the migrated template that the global set-up made on a
 * real PostgreSQL (see test-database.ts). Dropped when the file is done.
 *
 * @returns `db` for use cases and `pool` and `url` for what needs them
 */
export async function testDatabase(): Promise<{ db: Db; pool: pg.Pool; url: string }> {
	const template = process.env.STOA_TEST_DATABASE_URL;
	if (!template)
		throw new Error(
			"STOA_TEST_DATABASE_URL is not set: run database tests through the repository's vitest config.",
		);
	const name = `t_${randomBytes(6).toString('hex')}`;
	const admin = new pg.Client({ connectionString: withDatabase(template, 'postgres') });
	await admin.connect();
	await admin.query(`create database ${name} template stoa_template strategy file_copy`);
	const url = withDatabase(template, name);
	const { db, pool } = openDatabase(url, { max: 8 });
	afterAll(async () => {
		await db.destroy();
		await drop(admin, name);
		await admin.end();
	});
	return { db, pool, url };
}

// While PostgreSQL cleans up a table in it, nobody but a superuser may end that; it takes moments.
async function drop(admin: pg.Client, name: string, tries = 20): Promise<void> {
	try {
		await admin.query(`drop database ${name} with (force)`);
	} catch (error) {
		if (tries === 0) throw error;
		await new Promise((resolve) => setTimeout(resolve, 250));
		await drop(admin, name, tries - 1);
	}
}

/** What went over the wire while something ran. */
export interface Watched<T> {
	result: T;
	/** Statements, without begin and commit. */
	statements: number;
	/** Every row that the database sent. */
	rows: unknown[];
}

/** Runs `work` with a handle that notes every statement and every row sent back. */
export async function watch<T>(db: Db, work: (db: Db) => Promise<T>): Promise<Watched<T>> {
	const rows: unknown[] = [];
	let statements = 0;
	const plugin: KyselyPlugin = {
		transformQuery: ({ node }) => node,
		transformResult: async ({ result }) => {
			statements += 1;
			rows.push(...(result.rows ?? []));
			return result;
		},
	};
	const result = await work(db.withPlugin(plugin));
	return { result, statements, rows };
}
