import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import { type Progress, silentProgress } from '../progress.ts';
import { neverStop, type Stop } from '../stop-signal.ts';
import { openStorage, type Storage } from '../storage/index.ts';
import { type ArchiveWriter, writeArchive } from './archive.ts';
import { BackupError, BackupStopped, explainFile } from './backup-error.ts';
import {
	listSequences,
	listTables,
	plainTexts,
	quoteName,
	type StoredSequence,
	type StoredTable,
} from './catalogue.ts';
import { copyOut } from './copy.ts';

export const FORMAT = 'stoa-backup/1';
export const MANIFEST = 'manifest.json';
export const COUNTS = 'counts.json';
const PART = 4 * 1024 * 1024;

/** What a backup says of itself, as its first file. */
export interface Manifest {
	format: string;
	createdAt: string;
	/** Version of the server it was made from. */
	postgres: string;
	migrations: { name: string; checksum: string }[];
	/** The newest step of the queue's own tables. */
	queue: number;
	tables: StoredTable[];
	sequences: StoredSequence[];
	files: string[];
}

/**
 * Writes the whole database, as it is at one moment, and the files of the data directory into one file: a gzipped
 * tar. Nothing has to stop meanwhile.
 *
 * @param dataDir whose files (the secret) go with it; the database's own and half-done work do not
 * @param storage whose objects (what people uploaded) go with it, wherever they lie
 * @returns rows, and bytes of the file
 * @throws BackupError with a sentence
 */
export async function writeBackup(
	url: string,
	path: string,
	dataDir: string,
	progress: Progress = silentProgress,
	stop: Stop = neverStop,
	storage: Storage = openStorage({ dataDir, s3: undefined }),
): Promise<{ rows: number; bytes: number; tables: number; objects: number }> {
	if (lstatSync(path, { throwIfNoEntry: false }))
		throw new BackupError(`${path} is there already. Move it away, or name another file.`);
	const client = new pg.Client({ connectionString: url, application_name: 'stoa-backup' });
	client.on('error', () => {});
	await client.connect();
	const archive = writeArchive(path);
	try {
		await client.query(plainTexts);
		await client.query('begin isolation level repeatable read read only');
		const manifest = await describe(client, dataDir);
		await archive.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, '\t')}\n`));
		for (const name of manifest.files) await archive.add(`files/${name}`, readFileSync(join(dataDir, name)));
		const expected = await guessRows(client);
		const step = progress.step('backup', 'rows');
		const counts: Record<string, number> = {};
		let rows = 0;
		for (const table of manifest.tables) {
			const name = `${table.schema}.${table.name}`;
			counts[name] = 0;
			const parts = inParts(
				copyOut(
					client,
					`copy ${quoteName(table.schema, table.name)} (${table.columns.map((column) => quoteName(column)).join(', ')}) to stdout`,
				),
			);
			let part = 0;
			for await (const { text, count } of parts) {
				if (stop.requested) throw new BackupStopped();
				await archive.add(`tables/${name}/${String(++part).padStart(6, '0')}`, text);
				counts[name] += count;
				rows += count;
				step.advance(count, expected > 0 ? Math.min(0.99, rows / expected) : undefined);
			}
		}
		const objects = await addObjects(archive, storage, progress, stop);
		await archive.add(COUNTS, Buffer.from(`${JSON.stringify(counts, null, '\t')}\n`));
		const bytes = await archive.finish();
		step.finish();
		await client.query('commit');
		return { rows, bytes, tables: manifest.tables.length, objects };
	} catch (error) {
		await archive.discard();
		throw explainFile(error, path);
	} finally {
		await client.end();
	}
}

/** Puts in what people uploaded. What is taken away meanwhile is not missed: its row says nothing else. */
async function addObjects(
	archive: ArchiveWriter,
	storage: Storage,
	progress: Progress,
	stop: Stop,
): Promise<number> {
	const step = progress.step('files', 'files');
	let count = 0;
	for await (const { key } of storage.list('')) {
		if (stop.requested) throw new BackupStopped();
		const opened = await storage.open(key);
		if (!opened) continue;
		await archive.addStream(`storage/${key}`, opened.bytes, opened.stream as AsyncIterable<Buffer>);
		count += 1;
		step.advance(1);
	}
	step.finish();
	return count;
}

async function describe(client: pg.Client, dataDir: string): Promise<Manifest> {
	const { rows } = await client.query<{ version: string; queue: number }>(
		`select current_setting('server_version') as version, (select max(id)::int from graphile_worker.migrations) as queue`,
	);
	const migrations = await client.query<{ name: string; checksum: string }>(
		'select name, checksum from migrations order by name',
	);
	return {
		format: FORMAT,
		createdAt: new Date().toISOString(),
		postgres: rows[0]!.version,
		migrations: migrations.rows,
		queue: rows[0]!.queue,
		tables: await listTables(client),
		// After the snapshot was taken, so that they stand behind no row of it.
		sequences: await listSequences(client),
		files: listFiles(dataDir),
	};
}

/** Paths of the ordinary files under the data directory, without the database's own. */
function listFiles(dataDir: string): string[] {
	let entries: string[];
	try {
		entries = readdirSync(dataDir).filter((name) => !['postgres', 'storage', 'work'].includes(name));
	} catch {
		return []; // With an outside database and STOA_SECRET there is none.
	}
	return entries
		.flatMap((name) => {
			const at = join(dataDir, name);
			return lstatSync(at).isDirectory()
				? readdirSync(at, { recursive: true, withFileTypes: true })
						.filter((entry) => entry.isFile())
						.map((entry) => relative(dataDir, join(entry.parentPath, entry.name)))
				: lstatSync(at).isFile()
					? [name]
					: [];
		})
		.sort();
}

async function guessRows(client: pg.Client): Promise<number> {
	const { rows } = await client.query<{ n: number }>(
		"select coalesce(sum(greatest(reltuples, 0)), 0)::float as n from pg_class where relkind = 'r'",
	);
	return rows[0]!.n;
}

/** Gathers rows into pieces of some megabytes; a piece holds whole rows. */
async function* inParts(rows: AsyncIterable<Buffer>): AsyncGenerator<{ text: Buffer; count: number }> {
	let held: Buffer[] = [];
	let bytes = 0;
	for await (const row of rows) {
		held.push(row);
		bytes += row.length;
		if (bytes < PART) continue;
		yield { text: Buffer.concat(held), count: held.length };
		held = [];
		bytes = 0;
	}
	if (held.length > 0) yield { text: Buffer.concat(held), count: held.length };
}
