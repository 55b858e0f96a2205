import { createHash } from 'node:crypto';
import {
	createWriteStream,
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { type Progress, silentProgress } from '../progress.ts';
import { neverStop, type Stop } from '../stop-signal.ts';
import { BackupError, BackupStopped, explainFile } from './backup-error.ts';
import { listTables, plainTexts, quoteName, type StoredTable } from './catalogue.ts';
import { copyOut } from './copy.ts';

/** Made from the rest, or of use to this instance only: who is signed in, half-done sign-ins, what was handled. */
const notPortable = /^(?:search_.*|sessions|verifications|idempotency_keys|handled_events)$/;

export interface Exported {
	files: number;
	rows: number;
}

/**
 * Writes everything as JSON Lines, one file a table, as it is at one moment: see `docs/operations.md`. Private things
 * are in it, as this is the operator's own export.
 *
 * @param dir made by this; must not hold anything yet
 * @throws BackupError with a sentence
 */
export async function writeExport(
	url: string,
	dir: string,
	progress: Progress = silentProgress,
	stop: Stop = neverStop,
): Promise<Exported> {
	if (existsSync(dir) && readdirSync(dir).length > 0)
		throw new BackupError(`${dir} is not empty. Name a new directory.`);
	const half = `${dir.replace(/\/+$/, '')}.part`;
	const client = new pg.Client({ connectionString: url, application_name: 'stoa-export' });
	client.on('error', () => {});
	await client.connect();
	try {
		rmSync(half, { recursive: true, force: true });
		mkdirSync(half, { recursive: true, mode: 0o700 });
		await client.query(plainTexts);
		await client.query('begin isolation level repeatable read read only');
		const tables = (await listTables(client)).filter(
			({ schema, name }) => schema === 'public' && !notPortable.test(name),
		);
		const { rows: steps } = await client.query<{ name: string }>('select name from migrations order by name');
		const step = progress.step('export', 'rows');
		const files: { file: string; rows: number; sha256: string }[] = [];
		for (const table of tables) {
			if (stop.requested) throw new BackupStopped();
			files.push(await writeTable(client, table, half));
			step.advance(files.at(-1)!.rows, files.length / tables.length);
		}
		step.finish();
		await client.query('commit');
		const about = {
			format: 'stoa-export/1',
			createdAt: new Date().toISOString(),
			migrations: steps.map(({ name }) => name),
			files,
		};
		writeFileSync(join(half, 'manifest.json'), `${JSON.stringify(about, null, '\t')}\n`, { mode: 0o600 });
		rmSync(dir, { recursive: true, force: true });
		renameSync(half, dir);
		return { files: files.length, rows: files.reduce((sum, { rows }) => sum + rows, 0) };
	} catch (error) {
		rmSync(half, { recursive: true, force: true });
		throw explainFile(error, dir);
	} finally {
		await client.end();
	}
}

async function writeTable(client: pg.Client, table: StoredTable, dir: string) {
	const file = `${table.name}.jsonl`;
	const out = createWriteStream(join(dir, file), { mode: 0o600 });
	const done = finished(out);
	done.catch(() => {});
	const hash = createHash('sha256');
	let rows = 0;
	const order = await primaryKey(client, table);
	const text = `copy (select row_to_json(t)::text from ${quoteName(table.schema, table.name)} t${order ? ` order by ${order}` : ''}) to stdout`;
	for await (const line of copyOut(client, text)) {
		// COPY doubles backslashes; other control characters JSON has written as escapes already.
		const json = line.includes(92) ? Buffer.from(line.toString().replaceAll('\\\\', '\\')) : line;
		hash.update(json);
		rows++;
		if (!out.write(json))
			await Promise.race([new Promise<void>((resolve) => out.once('drain', resolve)), done]);
	}
	out.end();
	await done;
	return { file, rows, sha256: hash.digest('hex') };
}

async function primaryKey(client: pg.Client, { schema, name }: StoredTable): Promise<string> {
	const { rows } = await client.query<{ column: string }>(
		`select quote_ident(a.attname) as column from pg_index i, unnest(i.indkey::int[]) with ordinality as k(number, place)
			join pg_attribute a on a.attnum = k.number
		where i.indrelid = $1::regclass and i.indisprimary and a.attrelid = i.indrelid order by k.place`,
		[quoteName(schema, name)],
	);
	return rows.map(({ column }) => column).join(', ');
}
