import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateJobs } from '../jobs/index.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { withDatabase } from './testing-url.ts';

/** Vitest's global set-up: one PostgreSQL for the run, one migrated template that every test file clones. */
export default async function setup(): Promise<() => Promise<void>> {
	const dir = mkdtempSync(join(tmpdir(), 'stoa-test-'));
	const server = process.env.STOA_TEST_SERVER_URL
		? { url: process.env.STOA_TEST_SERVER_URL, stop: async () => {} }
		: await startEmbedded({ dataDir: dir, durable: false });
	const admin = new pg.Client({ connectionString: withDatabase(server.url, 'postgres') });
	await admin.connect();
	await admin.query('drop database if exists stoa_template with (force)');
	await admin.query('create database stoa_template');
	await admin.end();
	const url = withDatabase(server.url, 'stoa_template');
	await migrate(url, 'migrations');
	const pool = new pg.Pool({ connectionString: url });
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	await migrateJobs(pool);
	await pool.end();
	process.env.STOA_TEST_DATABASE_URL = url;
	return async () => {
		await server.stop();
		rmSync(dir, { recursive: true, force: true });
	};
}
