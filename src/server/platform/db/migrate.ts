import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A migration that cannot be applied; its message is one sentence for the operator. */
export class MigrationError extends Error {
	override name = 'MigrationError';
}

/** The migrations of a folder, in their order. */
export function readMigrations(dir: string): { name: string; text: string; checksum: string }[] {
	return readdirSync(dir)
		.filter((file) => /^\d{4}_.+\.sql$/.test(file))
		.sort()
		.map((name) => {
			const text = readFileSync(join(dir, name), 'utf8');
			return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
		});
}

/**
 * Applies the plain SQL files of `dir` that the database has not seen, in the order of their numbers, each in
 * a transaction of its own, under a lock so that two starting processes do not race.
 *
 * @param wanted leaves some out; for a backup of an older version
 * @returns the names applied now
 * @throws MigrationError when a file that was applied has changed since, or its SQL fails
 */
export async function migrate(
	url: string,
	dir: string,
	onStep?: (name: string) => void,
	wanted: (name: string) => boolean = () => true,
): Promise<string[]> {
	const client = new pg.Client({ connectionString: url, application_name: 'stoa-migrate' });
	await client.connect();
	try {
		await refuseUnfit(client);
		await client.query('select pg_advisory_lock(7830)');
		await client.query(
			'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
		);
		const done = new Map<string, string>(
			(await client.query('select name, checksum from migrations')).rows.map((row) => [
				row.name,
				row.checksum,
			]),
		);
		const applied: string[] = [];
		for (const { name, text, checksum } of readMigrations(dir).filter((one) => wanted(one.name))) {
			const before = done.get(name);
			if (before === checksum) continue;
			if (before)
				throw new MigrationError(
					`Migration ${name} was changed after it had been applied; write a new migration instead.`,
				);
			onStep?.(name);
			await client.query('begin');
			try {
				await client.query(text);
				await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum]);
				await client.query('commit');
			} catch (cause) {
				await client.query('rollback');
				throw new MigrationError(`Migration ${name} failed: ${(cause as Error).message}`, { cause });
			}
			applied.push(name);
		}
		return applied;
	} finally {
		await client.end();
	}
}

async function refuseUnfit(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ number: number; version: string; encoding: string; name: string }>(
		`select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
			current_setting('server_encoding') as encoding, current_database() as name`,
	);
	const { number, version, encoding, name } = rows[0]!;
	if (number < 150_000)
		throw new MigrationError(
			`Stoa needs PostgreSQL 15 or newer, and the one at DATABASE_URL is ${version}. Upgrade it, or leave DATABASE_URL unset for the embedded one.`,
		);
	if (encoding !== 'UTF8')
		throw new MigrationError(
			`The database ${name} stores text as ${encoding}, which cannot hold Chinese beside English. Make one with: create database ${name} encoding 'UTF8' template template0`,
		);
}
