import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	chownSync,
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { EmbeddedError, explain, onDisk, outside } from './embedded-error.ts';

/** How PostgreSQL's programs are run on one cluster. */
export interface Runner {
	binaries: Binaries;
	account: Account | undefined;
	/** false: skip every wait for the disk; for tests, whose data may be lost with the machine. */
	durable: boolean;
}

/**
 * The data directory as PostgreSQL is told it. It runs inside that directory, and as another account it may
 * be unable to walk there from the root (a checkout under /root); the kernel's own name for the place it
 * stands in needs no walk.
 */
export function pathFor(cluster: string, account: Account | undefined): string {
	return account && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Options for spawning one of PostgreSQL's programs: its own clean environment, inside the cluster. */
export function spawnOptions(cluster: string, account: Account | undefined) {
	return {
		cwd: cluster,
		env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as NodeJS.ProcessEnv,
		...(account ? { uid: account.uid, gid: account.gid } : {}),
	};
}

/**
 * Looks at what stands at `cluster`.
 *
 * @returns whether a cluster of our major version is there; false when there is nothing
 * @throws EmbeddedError `version_mismatch`, `not_a_cluster`
 */
export function hasCluster(cluster: string, binaries: Binaries): boolean {
	const entries = onDisk(cluster, () => (existsSync(cluster) ? readdirSync(cluster) : []));
	if (entries.length === 0) return false;
	if (!entries.includes('PG_VERSION')) {
		throw new EmbeddedError(
			'not_a_cluster',
			`${cluster} holds files, but no PostgreSQL database. Move them away, or set STOA_DATA_DIR to another directory.`,
		);
	}
	const version = onDisk(cluster, () => readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim());
	if (version !== binaries.major) {
		throw new EmbeddedError(
			'version_mismatch',
			`The database in ${cluster} was made by PostgreSQL ${version || 'of an unknown version'}, and this Stoa brings PostgreSQL ${binaries.major}. Start it with the Stoa that made it, write a backup there (npm run stoa -- backup FILE), and restore that here with STOA_DATA_DIR set to an empty directory.`,
		);
	}
	return true;
}

/**
 * Makes a cluster with a database and a role `stoa`. It is built beside its place and moved there whole, so
 * an interruption at any point leaves nothing that a later start could take for a cluster.
 *
 * @throws EmbeddedError as {@link explain}
 */
export function createCluster(cluster: string, runner: Runner): void {
	const home = dirname(cluster);
	const half = join(home, 'cluster.new');
	onDisk(home, () => {
		rmSync(half, { recursive: true, force: true });
		mkdirSync(half, { mode: 0o700 });
		chmodSync(half, 0o700);
		lendTo(half, runner.account);
	});
	const place = pathFor(half, runner.account);
	const options = { ...spawnOptions(half, runner.account), encoding: 'utf8' as const };
	try {
		const made = firstLocale((locale) =>
			spawnSync(
				runner.binaries.initdb,
				[
					...['-D', place, '-U', 'postgres', '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8'],
					// Letters and their case come from PostgreSQL itself, the same on every machine. The system's locale
					// still tells pg_trgm and the text parser what is a letter: with "C" they would see none in Chinese.
					...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${locale}`],
					...['--text-search-config=simple', '--no-instructions', ...(runner.durable ? [] : ['--no-sync'])],
				],
				options,
			),
		);
		check(made, cluster);
		onDisk(half, () => {
			appendFileSync(join(half, 'postgresql.conf'), `\ninclude 'stoa.conf'\n`);
			writeSettings(half, runner.account);
		});
		// The role is no superuser, like the one a hosted PostgreSQL gives: what works here works there. One right
		// more: tests and benchmarks load rows by the hundred thousand past the triggers.
		const single = [
			'--single',
			'-D',
			place,
			'-c',
			'exit_on_error=true',
			...(runner.durable ? [] : ['-F']),
			'postgres',
		];
		const input = `create role stoa login createdb;
			grant set on parameter session_replication_role to stoa;
			create database stoa owner stoa;
		`.replaceAll(/^\t+/gm, '');
		check(spawnSync(runner.binaries.postgres, single, { ...options, input }), cluster);
		onDisk(home, () => {
			if (existsSync(cluster)) rmSync(cluster, { recursive: true });
			renameSync(half, cluster);
			if (runner.durable) syncDirectory(home);
		});
	} catch (error) {
		rmSync(half, { recursive: true, force: true });
		throw error;
	}
}

function firstLocale(attempt: (locale: string) => SpawnSyncReturns<string>): SpawnSyncReturns<string> {
	let last: SpawnSyncReturns<string> | undefined;
	for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'UTF-8']) {
		last = attempt(locale);
		if (!/invalid locale name|locale .* requires unsupported encoding/i.test(last.stderr ?? '')) return last;
	}
	return last!;
}

function check(done: SpawnSyncReturns<string>, cluster: string): void {
	if (done.error) throw cannotRun(done.error, cluster);
	if (done.status !== 0 || /(FATAL|ERROR|PANIC): /.test(done.stderr))
		throw explain(done.stderr || `ended with ${done.signal ?? done.status}`, cluster);
}

/** The sentence for a program that the system would not even start. */
export function cannotRun(cause: Error, cluster: string): EmbeddedError {
	const { code, path } = cause as NodeJS.ErrnoException;
	if (code === 'ENOENT' && path && existsSync(path)) {
		return new EmbeddedError(
			'unsupported_platform',
			`The embedded PostgreSQL needs the GNU C library, which this system does not have (Alpine and other musl systems): use a Debian-based image, or ${outside}.`,
			{ cause },
		);
	}
	if (code === 'EINVAL' || code === 'EPERM') {
		return new EmbeddedError(
			'no_account',
			`PostgreSQL refuses to run as root, and this root may not switch to another account. Start Stoa as an ordinary user, or ${outside}.`,
			{ cause },
		);
	}
	if (code === 'EACCES') {
		return new EmbeddedError(
			'no_permission',
			`${path ?? 'PostgreSQL'} may not be executed (is its disk mounted noexec?). Move the checkout, or ${outside}.`,
			{ cause },
		);
	}
	return new EmbeddedError(
		'start_failed',
		`PostgreSQL could not be started for ${cluster}: ${cause.message}. Run "npm ci" again, or ${outside}.`,
		{ cause },
	);
}

const settings = `# Written by Stoa at every start. Put your own settings into local.conf beside this file.
cluster_name = 'stoa'
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 128MB
work_mem = 16MB
maintenance_work_mem = 128MB
random_page_cost = 1.1
jit = off
synchronous_commit = on
wal_compression = on
max_logical_replication_workers = 0
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
log_checkpoints = off
log_min_messages = warning
log_min_error_statement = panic
log_error_verbosity = terse
log_line_prefix = '%m [%p] '
include_if_exists 'local.conf'
`;

/** Writes the settings when they differ from what stands there, and an empty local.conf for the operator's own. */
export function writeSettings(cluster: string, account: Account | undefined): void {
	const write = (name: string, text: string, keep: boolean) => {
		const file = join(cluster, name);
		if (existsSync(file) && (keep || readFileSync(file, 'utf8') === text)) return;
		writeFileSync(file, text, { mode: 0o600 });
		lendTo(file, account);
	};
	write('stoa.conf', settings, false);
	write('local.conf', '# Your own settings for the embedded PostgreSQL; they win over stoa.conf.\n', true);
}

/** Makes `path` the account's own. */
export function lendTo(path: string, account: Account | undefined): void {
	if (!account) return;
	try {
		chownSync(path, account.uid, account.gid);
	} catch (cause) {
		throw new EmbeddedError(
			'no_account',
			`PostgreSQL refuses to run as root, and ${path} cannot be given to the account "${account.name}" (${(cause as Error).message}). Start Stoa as an ordinary user, set STOA_DATA_DIR to a local disk, or ${outside}.`,
			{ cause },
		);
	}
}

function syncDirectory(path: string): void {
	const fd = openSync(path, 'r');
	fsyncSync(fd);
	closeSync(fd);
}
