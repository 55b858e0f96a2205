import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Embedded, EmbeddedError, type EmbeddedOptions, startEmbedded } from './embedded.ts';

const root = mkdtempSync(join(tmpdir(), 'stoa-embedded-test-'));
const base = join(root, 'base');
const running: Embedded[] = [];
const children: ChildProcess[] = [];

async function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
	const server = await startEmbedded({ dataDir, durable: false, ...more });
	running.push(server);
	return server;
}

async function query(server: { url: string }, text: string) {
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
}

/** A stopped cluster of its own for one test: copying one is ten times faster than making one. */
function aCluster(name: string): { dataDir: string; cluster: string } {
	const dataDir = join(root, name);
	execFileSync('cp', ['-a', base, dataDir]);
	return { dataDir, cluster: join(dataDir, 'postgres/cluster') };
}

/** Another process that starts the database and holds it, as Stoa does. */
async function aStoa(
	dataDir: string,
): Promise<{ pid: number; postgres: number; url: string; kill(): Promise<void> }> {
	const face = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'embedded.ts')).href);
	const script = `import { startEmbedded } from ${face};
		const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
		console.log(server.url);
		setInterval(() => {}, 60_000);`;
	const child = spawn(
		process.execPath,
		['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', script],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	children.push(child);
	const [line] = (await once(child.stdout, 'data')) as [Buffer];
	const postgres = Number(
		readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
	);
	return {
		pid: child.pid!,
		postgres,
		url: line.toString().trim(),
		kill: async () => {
			child.kill('SIGKILL');
			await once(child, 'exit');
		},
	};
}

function socketDirOf(server: { url: string }): string {
	return new URL(server.url).searchParams.get('host')!;
}

function watchdogOf(postgres: number): number {
	const line = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
		.split('\n')
		.find((text) => text.includes(`stoa-watchdog ${postgres} `));
	return Number(line?.trim().split(/\s+/)[0]);
}

function isRunning(pid: number): boolean {
	try {
		return !/^\S*Z/.test(execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }));
	} catch {
		return false;
	}
}

async function ended(pid: number): Promise<void> {
	await expect.poll(() => isRunning(pid), { timeout: 15_000, interval: 20 }).toBe(false);
}

function refusal(dataDir: string): Promise<EmbeddedError> {
	return start(dataDir).then(
		() => expect.unreachable('it started'),
		(error) => error,
	);
}

beforeAll(async () => {
	mkdirSync(join(base, 'postgres/cluster.new/base'), { recursive: true });
	writeFileSync(join(base, 'postgres/cluster.new/PG_VERSION'), '18\n');
	const server = await startEmbedded({ dataDir: base, durable: false });
	expect(server.started).toBe('fresh');
	await server.stop();
});

afterAll(async () => {
	for (const child of children) child.kill('SIGKILL');
	await Promise.all(running.map((server) => server.stop()));
	rmSync(root, { recursive: true, force: true });
});

describe('a cluster', () => {
	it('is made whole although an earlier attempt was interrupted half-way', () => {
		expect(readdirSync(join(base, 'postgres')).sort()).toEqual(['cluster', 'postgres.log']);
	});

	it('speaks UTF-8, knows letters of every script and finds similar Chinese text', async () => {
		const server = await start(aCluster('letters').dataDir);
		await query(server, 'create extension pg_trgm');
		const [row] = await query(
			server,
			`select current_setting('server_encoding') as encoding, lower('ÀÉÎ ΣΑΣ Ω') as lower, upper('straße é') as upper,
				similarity('数据库性能优化', '数据库性能调优') as alike, show_trgm('书院') <> '{}' as has_trigrams,
				'数据库性能优化' ilike '%性能%' as contains`,
		);
		expect(row).toMatchObject({
			encoding: 'UTF8',
			lower: 'àéî σασ ω',
			upper: 'STRAßE É',
			has_trigrams: true,
			contains: true,
		});
		expect(row.alike).toBeGreaterThan(0.3);
	});

	it('is reached only through a socket that nobody else may enter, by a role that is no superuser', async () => {
		const server = await start(aCluster('closed').dataDir);
		const [row] = await query(
			server,
			`select current_setting('listen_addresses') as addresses, usesuper, current_database() as database from pg_user where usename = current_user`,
		);
		expect(row).toEqual({ addresses: '', usesuper: false, database: 'stoa' });
		expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
		expect(Buffer.byteLength(join(server.socketDir, '.s.PGSQL.5432'))).toBeLessThan(104);
	});

	it('keeps its data over a stop, and leaves no process and no socket', async () => {
		const { dataDir, cluster } = aCluster('kept');
		const first = await start(dataDir);
		await query(first, `create table notes as select '书院' as text`);
		const postgres = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
		await Promise.all([first.stop(), first.stop()]);
		expect(isRunning(postgres)).toBe(false);
		expect(existsSync(first.socketDir)).toBe(false);
		const second = await start(dataDir);
		expect(second.started).toBe('existing');
		expect(await query(second, 'select text from notes')).toEqual([{ text: '书院' }]);
	});

	it('obeys the settings in local.conf, and says where to look when they are wrong', async () => {
		const { dataDir, cluster } = aCluster('settings');
		appendFileSync(join(cluster, 'local.conf'), `work_mem = '17MB'\n`);
		const server = await start(dataDir);
		expect(await query(server, 'show work_mem')).toEqual([{ work_mem: '17MB' }]);
		await server.stop();
		appendFileSync(join(cluster, 'local.conf'), 'work_memory = lots\n');
		const error = await refusal(dataDir);
		expect(error.code).toBe('start_failed');
		expect(error.message).toContain('local.conf');
	});
});

describe('a process that was killed', () => {
	it('takes its PostgreSQL with it, and the next start finds what was committed', async () => {
		const { dataDir } = aCluster('killed');
		const stoa = await aStoa(dataDir);
		await query(stoa, 'create table notes as select 1 as n');
		await stoa.kill();
		await ended(stoa.postgres);
		await expect.poll(() => existsSync(socketDirOf(stoa)), { timeout: 10_000 }).toBe(false);
		expect(await query(await start(dataDir), 'select n from notes')).toEqual([{ n: 1 }]);
	});

	it('may leave its PostgreSQL running: the next start stops it and goes on', async () => {
		const { dataDir } = aCluster('orphan');
		const stoa = await aStoa(dataDir);
		await query(stoa, 'create table notes as select 2 as n');
		process.kill(watchdogOf(stoa.postgres), 'SIGKILL');
		await stoa.kill();
		expect(isRunning(stoa.postgres)).toBe(true);
		const told: string[] = [];
		const server = await start(dataDir, { log: (line) => told.push(line) });
		expect(told.join()).toContain(String(stoa.postgres));
		expect(isRunning(stoa.postgres)).toBe(false);
		expect(existsSync(socketDirOf(stoa))).toBe(false);
		expect(await query(server, 'select n from notes')).toEqual([{ n: 2 }]);
	});

	it('and whose PostgreSQL was killed too, is recovered from the log', async () => {
		const { dataDir, cluster } = aCluster('both');
		const stoa = await aStoa(dataDir);
		await query(stoa, 'create table notes as select 3 as n');
		process.kill(watchdogOf(stoa.postgres), 'SIGKILL');
		process.kill(stoa.postgres, 'SIGKILL');
		await stoa.kill();
		expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(true);
		expect(await query(await start(dataDir), 'select n from notes')).toEqual([{ n: 3 }]);
	});

	it('may have left numbers that belong to strangers by now', async () => {
		const { dataDir, cluster } = aCluster('stranger');
		const owner = statSync(cluster);
		const stranger = spawn('sleep', ['60'], { uid: owner.uid, gid: owner.gid });
		children.push(stranger);
		writeFileSync(
			join(cluster, 'postmaster.pid'),
			`${stranger.pid}\n/somewhere\n1700000000\n5432\n/tmp/stoa-gone\n\n`,
		);
		execFileSync('chown', [`${owner.uid}:${owner.gid}`, join(cluster, 'postmaster.pid')]);
		writeFileSync(
			join(dataDir, 'postgres/owner.json'),
			JSON.stringify({ pid: stranger.pid, born: 'long ago' }),
		);
		expect(await query(await start(dataDir), 'select 1 as n')).toEqual([{ n: 1 }]);
		expect(isRunning(stranger.pid!)).toBe(true);
	});
});

describe('a start that cannot be', () => {
	it('names the process that uses the directory already, and leaves it alone', async () => {
		const { dataDir } = aCluster('taken');
		const stoa = await aStoa(dataDir);
		const error = await refusal(dataDir);
		expect(error).toBeInstanceOf(EmbeddedError);
		expect(error.code).toBe('in_use');
		expect(error.message).toContain(`process ${stoa.pid}`);
		expect(await query(stoa, 'select 1 as n')).toEqual([{ n: 1 }]);
		await stoa.kill();
		await ended(stoa.postgres);
	});

	it('lets exactly one of two starts at the same moment through', async () => {
		const { dataDir } = aCluster('race');
		const results = await Promise.allSettled([start(dataDir), start(dataDir)]);
		expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(results.find((result) => result.status === 'rejected')?.reason.code).toBe('in_use');
	});

	it('tells the version of a cluster that another PostgreSQL made', async () => {
		const { dataDir, cluster } = aCluster('older');
		writeFileSync(join(cluster, 'PG_VERSION'), '15\n');
		const error = await refusal(dataDir);
		expect(error.code).toBe('version_mismatch');
		expect(error.message).toMatch(/PostgreSQL 15\b.*PostgreSQL 18\b/);
	});

	it('touches nothing where other files lie', async () => {
		const dataDir = join(root, 'photos');
		mkdirSync(join(dataDir, 'postgres/cluster'), { recursive: true });
		writeFileSync(join(dataDir, 'postgres/cluster/photo.jpg'), 'x');
		expect((await refusal(dataDir)).code).toBe('not_a_cluster');
		expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['cluster']);
	});

	it('says so when a file stands in the way', async () => {
		const dataDir = join(root, 'file');
		writeFileSync(dataDir, '');
		expect((await refusal(dataDir)).message).toContain(dataDir);
	});

	it('says so when the cluster is damaged', async () => {
		const { dataDir, cluster } = aCluster('damaged');
		rmSync(join(cluster, 'pg_wal'), { recursive: true });
		mkdirSync(join(cluster, 'pg_wal'));
		execFileSync('chown', ['-R', `${statSync(cluster).uid}`, join(cluster, 'pg_wal')]);
		expect((await refusal(dataDir)).code).toBe('damaged');
	});
});

it('tells when PostgreSQL ends without being asked', async () => {
	const { dataDir, cluster } = aCluster('crash');
	const crashed = Promise.withResolvers<EmbeddedError>();
	const server = await start(dataDir, { onCrash: crashed.resolve });
	process.kill(Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
	expect((await crashed.promise).code).toBe('crashed');
	await server.stop();
	expect((await start(dataDir)).started).toBe('existing');
});
