import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anItem } from '../../modules/items/testing.ts';
import { testDatabase } from '../db/testing.ts';
import { enqueue } from '../jobs/index.ts';
import { restoreBackup, writeBackup, writeExport } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'stoa-backup-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const data = join(dir, 'data');
const file = join(dir, 'whole.tar.gz');
const source = await testDatabase();

/** Rows and a checksum of the rows of every table, bookkeeping of migrations included. */
async function sums(pool: pg.Pool): Promise<Record<string, string>> {
	const { rows } = await pool.query<{ name: string }>(
		`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'graphile_worker') and c.relkind = 'r'`,
	);
	const result: Record<string, string> = {};
	for (const { name } of rows) {
		// The times at which migrations ran are each database's own.
		const row = /\.migrations$/.test(name) ? `to_jsonb(t) - 'applied_at' - 'ts'` : 't';
		const sum = await pool.query(
			`select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as sum from (select (${row})::text as line from ${name} t) as lines`,
		);
		result[name] = sum.rows[0].sum;
	}
	return result;
}

/** What the tables are made of, besides rows. */
async function guards(pool: pg.Pool): Promise<unknown[]> {
	const { rows } = await pool.query(
		`select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as text from pg_constraint
			where connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
		union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2, 3`,
	);
	return rows;
}

const wrong = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => expect.unreachable('it was taken'),
		(error) => {
			expect(error.name).toBe('BackupError');
			return error.message;
		},
	);

beforeAll(async () => {
	await anItem(source.db, {
		title: 'Tabs\tand \\ backslashes, 书院 and "quotes"',
		source: 'a\r\nb\u2028c\\.\n\\N',
	});
	await source.pool.query(
		`insert into users (handle, name, email, created_at) select 'person-' || n, 'Person ' || n, n || '@example.org', '2020-02-29 23:59:59.123456+05:30' from generate_series(1, 3000) n`,
	);
	await source.pool.query('insert into settings (values) values ($1)', [{ siteName: '书院 \\ "\t"' }]);
	await enqueue(source.db, 'mail.deliver', { id: 1, text: 'waiting \\ 邮件' });
	mkdirSync(join(data, 'postgres/cluster'), { recursive: true });
	writeFileSync(join(data, 'postgres/cluster/PG_VERSION'), '18');
	mkdirSync(join(data, 'media/a'), { recursive: true });
	writeFileSync(join(data, 'media/a/face.svg'), '<svg/>');
	writeFileSync(join(data, 'secret'), 'of this instance\n', { mode: 0o600 });
	await writeBackup(source.url, file, data);
});

describe('a backup', () => {
	test('brings every row of every table back, with triggers, constraints and the files beside', async () => {
		const target = await testDatabase();
		const restored = join(dir, 'restored');
		const done = await restoreBackup(target.url, file, restored, 'migrations');
		expect(await sums(target.pool)).toEqual(await sums(source.pool));
		expect(await guards(target.pool)).toEqual(await guards(source.pool));
		expect(done).toMatchObject({ files: 2, jobsLeftOut: false, upgraded: [] });
		expect(readFileSync(join(restored, 'secret'), 'utf8')).toBe('of this instance\n');
		expect(statSync(join(restored, 'secret')).mode & 0o777).toBe(0o600);
		expect(readFileSync(join(restored, 'media/a/face.svg'), 'utf8')).toBe('<svg/>');
		expect(readdirSync(restored).sort()).toEqual(['media', 'secret']);
		// Numbers go on where they were.
		const next = (pool: pg.Pool) =>
			pool.query(
				`insert into users (handle, name, email) values ('next', 'Next', 'next@example.org') returning id`,
			);
		expect((await next(target.pool)).rows).toEqual((await next(source.pool)).rows);
		await source.pool.query(`delete from users where handle = 'next'`);
	});

	test('is the database at one moment: what is written meanwhile is not in it', async () => {
		const at = join(dir, 'moment.tar.gz');
		let during = 0;
		const before = await sums(source.pool);
		await writeBackup(source.url, at, data, {
			note() {},
			step: () => ({
				advance() {
					if (during++ === 0)
						void source.pool.query(
							`insert into users (handle, name, email) values ('late', 'Late', 'late@example.org')`,
						);
				},
				finish() {},
			}),
		});
		expect(during).toBeGreaterThan(0);
		const target = await testDatabase();
		await restoreBackup(target.url, at, join(dir, 'moment'), 'migrations');
		expect(await sums(target.pool)).toEqual(before);
		await source.pool.query(`delete from users where handle = 'late'`);
	});

	test('is a tar that tar reads and sha256sum proves', () => {
		const out = join(dir, 'taken-apart');
		mkdirSync(out);
		execFileSync('tar', ['-xzf', file, '-C', out]);
		expect(execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' })).toBe(
			'',
		);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(existsSync(`${file}.part`)).toBe(false);
	});

	test('does not overwrite, and says so', async () => {
		expect(await wrong(writeBackup(source.url, file, data))).toMatch(/there already.*another file/);
	});

	test('of an earlier version is brought up to this one', async () => {
		const names = readdirSync('migrations')
			.filter((name) => /^\d{4}_/.test(name))
			.sort();
		const later = join(dir, 'later-migrations');
		cpSync('migrations', later, { recursive: true });
		writeFileSync(join(later, '9999_later.sql'), 'create table later (id int primary key);');
		const target = await testDatabase();
		const done = await restoreBackup(target.url, file, join(dir, 'later'), later);
		expect(done.upgraded).toEqual(['9999_later.sql']);
		const { rows } = await target.pool.query('select name from migrations order by name');
		expect(rows.map(({ name }) => name)).toEqual([...names, '9999_later.sql']);
	});

	test('goes into a database that is further but empty', async () => {
		const target = await testDatabase();
		await target.pool.query(
			`create table later (id int); insert into migrations (name, checksum) values ('9999_later.sql', 'x')`,
		);
		await restoreBackup(target.url, file, join(dir, 'further'), 'migrations');
		expect(await sums(target.pool)).toEqual(await sums(source.pool));
	});
});

describe('a restore refuses, and leaves the database as it was,', () => {
	const attempt = async (path: string, migrations = 'migrations') => {
		const target = await testDatabase();
		const before = await sums(target.pool);
		const message = await wrong(restoreBackup(target.url, path, join(dir, 'refused'), migrations));
		expect(await sums(target.pool)).toEqual(before);
		expect(existsSync(join(dir, 'refused/secret'))).toBe(false);
		expect(existsSync(join(dir, 'refused/secret.restoring'))).toBe(false);
		return message;
	};

	test('when anybody is there', async () => {
		const target = await testDatabase();
		await anItem(target.db, {});
		const before = await sums(target.pool);
		expect(await wrong(restoreBackup(target.url, file, join(dir, 'full'), 'migrations'))).toMatch(
			/not empty.*STOA_DATA_DIR to a new directory/,
		);
		expect(await sums(target.pool)).toEqual(before);
	});

	test('a file that is cut off', async () => {
		const cut = join(dir, 'cut.tar.gz');
		cpSync(file, cut);
		truncateSync(cut, Math.floor(statSync(file).size / 2));
		expect(await attempt(cut)).toMatch(/cut off/);
	});

	test('a file in which one letter was changed', async () => {
		const plain = gunzipSync(readFileSync(file));
		const at = plain.indexOf('Person 1500');
		expect(at).toBeGreaterThan(0);
		plain[at] = 'Q'.charCodeAt(0);
		const changed = join(dir, 'changed.tar.gz');
		writeFileSync(changed, gzipSync(plain));
		expect(await attempt(changed)).toMatch(/damaged: tables\/public\.users\/\d+/);
	});

	test('a file that is something else', async () => {
		const other = join(dir, 'other.tar.gz');
		writeFileSync(other, createHash('sha512').update('x').digest());
		expect(await attempt(other)).toMatch(/damaged or no backup/);
		expect(await attempt(join(dir, 'absent'))).toMatch(/is not there/);
	});

	test('a backup of a newer version', async () => {
		const fewer = join(dir, 'fewer-migrations');
		cpSync('migrations', fewer, { recursive: true });
		const last = readdirSync(fewer)
			.filter((name) => /^\d{4}_/.test(name))
			.sort()
			.at(-1)!;
		rmSync(join(fewer, last));
		expect(await attempt(file, fewer)).toContain(`the migration ${last}, which this one does not have`);
	});
});

describe('an export', () => {
	test('is every portable row as JSON, one a line, counted and summed', async () => {
		const out = join(dir, 'export');
		const { rows } = await writeExport(source.url, out);
		const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
		let counted = 0;
		for (const { file: name, rows: stated, sha256 } of manifest.files) {
			const text = readFileSync(join(out, name), 'utf8');
			expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
			const table = name.replace('.jsonl', '');
			const there = await source.pool.query(`select to_jsonb(t) as row from ${table} t`);
			const lines = text
				.split('\n')
				.slice(0, -1)
				.map((line) => JSON.parse(line));
			expect(lines).toHaveLength(stated);
			expect(new Set(lines.map((line) => JSON.stringify(sorted(line))))).toEqual(
				new Set(there.rows.map(({ row }) => JSON.stringify(sorted(row)))),
			);
			counted += stated;
		}
		expect(counted).toBe(rows);
		const files = readdirSync(out);
		expect(files).toContain('items.jsonl');
		for (const left of ['sessions.jsonl', 'search_documents_0.jsonl', 'verifications.jsonl'])
			expect(files).not.toContain(left);
		expect(await wrong(writeExport(source.url, out))).toMatch(/not empty/);
	});
});

const sorted = (row: Record<string, unknown>): [string, unknown][] =>
	Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
