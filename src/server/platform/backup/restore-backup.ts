import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '../db/migrate.ts';
import { migrateJobs } from '../jobs/index.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { neverStop, type Stop } from '../stop-signal.ts';
import { openStorage, type Storage } from '../storage/index.ts';
import { readArchive, SUMS } from './archive.ts';
import { BackupError, BackupStopped, explainFile } from './backup-error.ts';
import { listTables, plainTexts, quoteName, schemas } from './catalogue.ts';
import { copyIn } from './copy.ts';
import { RestoredObjects } from './restore-objects.ts';
import type { TarEntry } from './tar.ts';
import { COUNTS, FORMAT, MANIFEST, type Manifest } from './write-backup.ts';

export interface Restored {
	rows: number;
	tables: number;
	files: number;
	/** What people had uploaded. */
	objects: number;
	createdAt: string;
	/** Waiting jobs that were left out, because the queue's tables are laid out differently now. */
	jobsLeftOut: boolean;
	/** Migrations that this version added on top. */
	upgraded: string[];
}

/**
 * Brings an empty database and the data directory to what a backup holds. Everything is put in and proved (sums of the
 * file, counts, every foreign key) in one transaction: what fails leaves the database empty.
 *
 * @param storage gets what people had uploaded, whatever kind of storage it came from
 * @param migrations the folder of this version's migrations; an older backup is brought up to it afterwards
 * @throws BackupError with a sentence, when the database is not empty or the file cannot be used
 */
export async function restoreBackup(
	url: string,
	path: string,
	dataDir: string,
	migrations: string,
	progress: Progress = silentProgress,
	stop: Stop = neverStop,
	storage: Storage = openStorage({ dataDir, s3: undefined }),
): Promise<Restored> {
	const client = new pg.Client({ connectionString: url, application_name: 'stoa-restore' });
	client.on('error', () => {});
	await client.connect();
	const files: string[] = [];
	const objects = new RestoredObjects(storage, dataDir);
	try {
		const position = { bytes: 0 };
		const size = statSync(path).size;
		const entries = readArchive(path, position);
		const first = await entries.next();
		if (first.done || first.value.name !== MANIFEST) throw new BackupError(`${path} is no backup of Stoa.`);
		const manifestText = await whole(first.value);
		const manifest = readManifest(manifestText, path);
		refuseNewer(manifest, migrations);
		await refuseFull(client);
		await layOut(client, url, manifest, migrations);

		await client.query(plainTexts);
		await client.query('begin');
		const jobsLeftOut = manifest.queue !== (await queueVersion(client));
		const wanted = manifest.tables.filter(({ schema }) => !(jobsLeftOut && schema === 'graphile_worker'));
		const foreignKeys = await stripGuards(client, wanted);
		const sums = new Map([[MANIFEST, sha256(manifestText)]]);
		const step = progress.step('restore', 'rows');
		const loaded = new Loading(client, manifest, (rows) =>
			step.advance(rows, Math.min(0.99, position.bytes / size)),
		);
		let counts: Record<string, number> | undefined;
		let stated: string | undefined;
		for await (const entry of entries) {
			if (stop.requested) throw new BackupStopped();
			const table = /^tables\/([^/]+)\/\d+$/.exec(entry.name)?.[1];
			if (entry.name === SUMS) stated = (await whole(entry)).toString();
			else if (table !== undefined && !wanted.some(({ schema, name }) => `${schema}.${name}` === table))
				sums.set(entry.name, sha256(await whole(entry)));
			else if (table !== undefined) sums.set(entry.name, await loaded.take(table, entry));
			else if (entry.name.startsWith('storage/')) sums.set(entry.name, await objects.take(entry));
			else {
				const contents = await whole(entry);
				sums.set(entry.name, sha256(contents));
				if (entry.name === COUNTS) counts = JSON.parse(contents.toString());
				else if (entry.name.startsWith('files/'))
					files.push(putBeside(dataDir, entry.name.slice(6), contents));
			}
		}
		const rows = await loaded.close();
		checkSums(stated, sums, path);
		for (const { schema, name } of wanted) {
			const [there, said] = [loaded.counts[`${schema}.${name}`] ?? 0, counts?.[`${schema}.${name}`]];
			if (there !== said)
				throw new BackupError(
					`${path} should hold ${said} rows of ${name} and holds ${there}. Use another copy of it.`,
				);
		}
		await putGuards(client, wanted, foreignKeys);
		await setSequences(client, manifest, jobsLeftOut);
		await client.query('commit');
		for (const file of files) renameSync(`${file}.restoring`, file);
		step.finish();
		const upgraded = await migrate(url, migrations);
		await client.query('analyze');
		return {
			rows,
			tables: wanted.length,
			files: files.length,
			objects: objects.count,
			createdAt: manifest.createdAt,
			jobsLeftOut,
			upgraded,
		};
	} catch (error) {
		for (const file of files) rmSync(`${file}.restoring`, { force: true });
		await objects.undo();
		throw explainFile(error, path);
	} finally {
		await client.end();
	}
}

/** Puts the parts of the tables in, one COPY a table. */
class Loading {
	readonly counts: Record<string, number> = {};
	private current: { table: string; copy: ReturnType<typeof copyIn> } | undefined;
	private readonly client: pg.Client;
	private readonly manifest: Manifest;
	private readonly onRows: (rows: number) => void;

	constructor(client: pg.Client, manifest: Manifest, onRows: (rows: number) => void) {
		this.client = client;
		this.manifest = manifest;
		this.onRows = onRows;
	}

	/** @returns the sum of the part */
	async take(table: string, entry: TarEntry): Promise<string> {
		if (this.current?.table !== table) {
			await this.end();
			const { schema, name, columns } = this.manifest.tables.find(
				(one) => `${one.schema}.${one.name}` === table,
			)!;
			const list = columns.map((column) => quoteName(column)).join(', ');
			this.current = {
				table,
				copy: copyIn(this.client, `copy ${quoteName(schema, name)} (${list}) from stdin`),
			};
		}
		const hash = createHash('sha256');
		for await (const chunk of entry.contents) {
			hash.update(chunk);
			await this.current.copy.write(chunk);
		}
		return hash.digest('hex');
	}

	async close(): Promise<number> {
		await this.end();
		return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
	}

	private async end(): Promise<void> {
		if (!this.current) return;
		const rows = await this.current.copy.end();
		this.counts[this.current.table] = rows;
		this.onRows(rows);
		this.current = undefined;
	}
}

async function whole(entry: TarEntry): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of entry.contents) chunks.push(chunk);
	return Buffer.concat(chunks);
}

const sha256 = (contents: Buffer): string => createHash('sha256').update(contents).digest('hex');

function readManifest(text: Buffer, path: string): Manifest {
	const manifest = JSON.parse(text.toString()) as Manifest;
	if (manifest.format !== FORMAT)
		throw new BackupError(
			`${path} is of the format ${manifest.format}, and this Stoa reads ${FORMAT}. Use the Stoa that made it.`,
		);
	return manifest;
}

function refuseNewer(manifest: Manifest, migrations: string): void {
	const ours = new Map(readMigrations(migrations).map(({ name, checksum }) => [name, checksum]));
	const strange = manifest.migrations.find(({ name, checksum }) => ours.get(name) !== checksum);
	if (strange)
		throw new BackupError(
			`The backup was made by a Stoa with the migration ${strange.name}, which this one does not have. Restore it with that version or a newer one.`,
		);
}

async function refuseFull(client: pg.Client): Promise<void> {
	for (const table of ['users', 'spaces', 'items', 'tags', 'ledger_transfers']) {
		const there = await client.query('select to_regclass($1) as name', [`public.${table}`]);
		if (there.rows[0].name === null) continue;
		const some = await client.query(`select 1 from ${quoteName('public', table)} limit 1`);
		if (some.rows.length > 0)
			throw new BackupError(
				`The database is not empty: it has ${table}. Restore into an empty one: set STOA_DATA_DIR to a new directory, or DATABASE_URL to a new database. Nothing was changed.`,
			);
	}
}

/** Brings the empty database to the tables that the backup was made of. */
async function layOut(client: pg.Client, url: string, manifest: Manifest, migrations: string): Promise<void> {
	const names = new Set(manifest.migrations.map(({ name }) => name));
	const there = await client.query("select to_regclass('public.migrations') as name");
	if (there.rows[0].name !== null) {
		const { rows } = await client.query<{ name: string }>('select name from public.migrations');
		// It is empty, and further than the backup: what is in it can be made again.
		if (rows.some(({ name }) => !names.has(name)))
			await client.query(
				'drop schema public cascade; create schema public; drop schema if exists graphile_worker cascade',
			);
	}
	await migrate(url, migrations, undefined, (name) => names.has(name));
	const pool = new pg.Pool({ connectionString: url, max: 1 });
	pool.on('error', () => {});
	pool.on('connect', (one) => one.on('error', () => {}));
	try {
		await migrateJobs(pool);
	} finally {
		await pool.end();
	}
}

async function queueVersion(client: pg.Client): Promise<number> {
	return (await client.query('select max(id)::int as id from graphile_worker.migrations')).rows[0].id;
}

interface ForeignKey {
	table: string;
	name: string;
	definition: string;
}

/**
 * Takes triggers and foreign keys off, which would count twice what is counted already and ask for an order among
 * tables that refer to each other; and what migrations have put in, which the backup holds too.
 */
async function stripGuards(client: pg.Client, wanted: Manifest['tables']): Promise<ForeignKey[]> {
	const tables = await listTables(client);
	const here = new Set(tables.map(({ schema, name }) => `${schema}.${name}`));
	const lacking = wanted.find(({ schema, name }) => !here.has(`${schema}.${name}`));
	if (lacking)
		throw new BackupError(`The backup has a table ${lacking.name} that its migrations do not make.`);
	const { rows } = await client.query<ForeignKey>(
		`select format('%I.%I', n.nspname, t.relname) as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
		from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
		where c.contype = 'f' and c.conparentid = 0 and n.nspname = any($1) order by 1, 2`,
		[schemas],
	);
	for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
	for (const { schema, name } of wanted)
		await client.query(`alter table ${quoteName(schema, name)} disable trigger user`);
	const list = wanted.map(({ schema, name }) => quoteName(schema, name)).join(', ');
	await client.query(`truncate ${list}`);
	return rows;
}

/** Puts triggers and foreign keys back; the database looks at every row for its other end. */
async function putGuards(
	client: pg.Client,
	wanted: Manifest['tables'],
	foreignKeys: ForeignKey[],
): Promise<void> {
	for (const { table, name, definition } of foreignKeys)
		await client.query(`alter table ${table} add constraint ${name} ${definition}`);
	for (const { schema, name } of wanted)
		await client.query(`alter table ${quoteName(schema, name)} enable trigger user`);
	// Who worked on a job when the backup was made does not work on it here.
	await client.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null;
		update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`);
}

async function setSequences(client: pg.Client, manifest: Manifest, withoutQueue: boolean): Promise<void> {
	for (const { schema, name, last, called } of manifest.sequences)
		if (!(withoutQueue && schema === 'graphile_worker'))
			await client.query('select setval($1::regclass, $2, $3)', [quoteName(schema, name), last, called]);
}

function checkSums(stated: string | undefined, sums: Map<string, string>, path: string): void {
	const said = new Map(
		(stated ?? '')
			.split('\n')
			.filter(Boolean)
			.map((line) => [line.slice(66), line.slice(0, 64)]),
	);
	const wrong =
		[...sums].find(([name, sum]) => said.get(name) !== sum)?.[0] ??
		[...said.keys()].find((name) => !sums.has(name));
	if (wrong !== undefined || said.size === 0)
		throw new BackupError(
			`${path} is damaged: ${wrong ?? SUMS} is not what was written. Use another copy of it.`,
		);
}

/** Writes a file of the data directory next to its place; it is moved there when everything else is in. */
function putBeside(dataDir: string, name: string, contents: Buffer): string {
	const place = normalize(name);
	if (isAbsolute(place) || place.startsWith('..'))
		throw new BackupError(`The backup holds a file ${name} outside of the data directory.`);
	const at = join(dataDir, place);
	mkdirSync(dirname(at), { recursive: true });
	writeFileSync(`${at}.restoring`, contents, { mode: 0o600 });
	chmodSync(`${at}.restoring`, 0o600);
	return at;
}
