import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, closeSync, copyFileSync, existsSync, fstatSync, mkdirSync, mkdtempSync, openSync, readSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, canReach, chooseAccount } from './embedded-account.ts';
import { findBinaries } from './embedded-binaries.ts';
import { cannotRun, createCluster, hasCluster, lendTo, pathFor, type Runner, spawnOptions, writeSettings } from './embedded-cluster.ts';
import { EmbeddedError, explain, onDisk } from './embedded-error.ts';
import { claim, clearRemains, readPostmaster, stopProcess } from './embedded-process.ts';

export { EmbeddedError, type EmbeddedErrorCode } from './embedded-error.ts';

/** A running embedded PostgreSQL. */
export interface Embedded {
	/** For `pg` and everything on libpq: role and database `stoa`, over a unix socket that only this account may enter. */
	url: string;
	/** The directory of that socket, for drivers that take it apart from the address. */
	socketDir: string;
	/** Whether the cluster was made by this start. */
	started: 'fresh' | 'existing';
	/** Cuts all sessions, writes everything, waits until PostgreSQL is gone. Safe to call twice. */
	stop(): Promise<void>;
}

export interface EmbeddedOptions {
	/** Everything lives in `<dataDir>/postgres`: the cluster, its log, the claim of the running process. */
	dataDir: string;
	/** One line for each thing worth telling. */
	log?: (line: string) => void;
	/** false: never wait for the disk; for tests. */
	durable?: boolean;
	/** Told when PostgreSQL ends without having been asked to. */
	onCrash?: (error: EmbeddedError) => void;
}

/**
 * Starts the PostgreSQL that npm installed, on a cluster of its own in `dataDir`; makes the cluster the first
 * time. It listens on no network address. Should this process be killed, PostgreSQL stops by itself.
 *
 * @throws EmbeddedError with a sentence for the operator; see its codes
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
	const log = options.log ?? (() => {});
	const home = join(resolve(options.dataDir), 'postgres');
	const cluster = join(home, 'cluster');
	onDisk(home, () => mkdirSync(home, { recursive: true, mode: 0o711 }));
	const account = onDisk(cluster, () => chooseAccount(cluster, log));
	const runner: Runner = { binaries: findBinaries(account, log), account, durable: options.durable ?? true };
	const release = await claim(home);
	try {
		const existing = hasCluster(cluster, runner.binaries);
		if (!existing) {
			log('Making a new database');
			createCluster(cluster, runner);
		}
		await clearRemains(cluster, log);
		onDisk(cluster, () => writeSettings(cluster, account));
		const running = await launch(cluster, join(home, 'postgres.log'), runner, log, options.onCrash);
		return { ...running, started: existing ? 'existing' : 'fresh', stop: once(() => running.stop().finally(release)) };
	} catch (error) {
		release();
		throw error;
	}
}

async function launch(cluster: string, logFile: string, runner: Runner, log: (line: string) => void, onCrash?: (error: EmbeddedError) => void) {
	const socketDir = makeSocketDir(cluster, runner.account);
	const output = openLog(logFile);
	const loose = runner.durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
	const postgres = spawn(runner.binaries.postgres, ['-D', pathFor(cluster, runner.account), '-c', 'listen_addresses=', '-k', socketDir, '-p', '5432', ...loose], {
		...spawnOptions(cluster, runner.account),
		stdio: ['ignore', 'ignore', output.fd],
		// A session of its own: Ctrl-C in the terminal is for Stoa, which stops PostgreSQL when it has drained.
		detached: true,
	});
	const gone = new Promise<Error>((settle) => {
		postgres.once('error', (cause) => settle(cannotRun(cause, cluster)));
		postgres.once('exit', () => settle(explain(output.text(), cluster)));
	});
	let watchdog: ChildProcess | undefined;
	const clean = () => {
		watchdog?.stdin?.end('stopped\n');
		output.close();
		rmSync(socketDir, { recursive: true, force: true });
	};
	try {
		watchdog = postgres.pid ? watch(postgres.pid, cluster, runner.account) : undefined;
		await Promise.race([gone.then((error) => Promise.reject(error)), becomeReady(postgres, cluster, socketDir, log)]);
	} catch (error) {
		if (postgres.pid) await stopProcess(postgres.pid);
		clean();
		throw error;
	}
	let asked = false;
	postgres.unref();
	gone.then((error) => {
		if (asked) return;
		clean();
		onCrash?.(new EmbeddedError('crashed', `PostgreSQL ended unexpectedly; look into ${logFile} and start Stoa again.`, { cause: error }));
	});
	return {
		url: `postgres://stoa@localhost:5432/stoa?host=${encodeURIComponent(socketDir)}`,
		socketDir,
		stop: async () => {
			asked = true;
			postgres.ref();
			if (!hasEnded(postgres)) await stopProcess(postgres.pid!);
			await gone;
			clean();
		},
	};
}

/** Waits until PostgreSQL says so in its lock file (cheaper than knocking), then opens one session to be sure. */
async function becomeReady(postgres: ChildProcess, cluster: string, socketDir: string, log: (line: string) => void): Promise<void> {
	let told = Date.now() + 3000;
	for (;;) {
		const found = readPostmaster(cluster);
		if (found?.ready && found.pid === postgres.pid) break;
		if (!postgres.pid || hasEnded(postgres)) return; // The exit handler knows why.
		if (Date.now() > told) {
			// After a crash the log is replayed first; how long that takes depends on what was written.
			log('PostgreSQL is recovering what was written before it was interrupted');
			told = Infinity;
		}
		await sleep(3);
	}
	const answer = await knock(join(socketDir, '.s.PGSQL.5432'));
	if (answer) throw explain(answer, cluster);
}

function hasEnded(process: ChildProcess): boolean {
	return process.exitCode !== null || process.signalCode !== null;
}

/** Opens and drops a session with the bare protocol. Returns the server's refusal, or nothing. */
function knock(socket: string): Promise<string | undefined> {
	return new Promise((settle, fail) => {
		const body = Buffer.from('user\0stoa\0database\0stoa\0\0');
		const head = Buffer.alloc(8);
		head.writeInt32BE(body.length + 8, 0);
		head.writeInt32BE(3 << 16, 4);
		const line = connect(socket, () => line.write(Buffer.concat([head, body])));
		line.once('error', fail);
		let answer = Buffer.alloc(0);
		line.on('data', (chunk) => {
			answer = Buffer.concat([answer, chunk]);
			if (answer[0] === 0x45) settle(`FATAL: ${/\0M([^\0]*)/.exec(answer.toString())?.[1] ?? 'refused'}`);
			// A ReadyForQuery message ends the greeting; Terminate is the polite way to leave.
			else if (answer.subarray(-6, -1).equals(Buffer.from([0x5a, 0, 0, 0, 5]))) settle(undefined);
			else return;
			line.end(Buffer.from([0x58, 0, 0, 0, 4]));
		});
		line.once('close', () => settle('FATAL: the connection was closed'));
	});
}

/**
 * A shell that waits on a pipe from this process. The kernel closes the pipe however this process ends, and
 * the shell then asks PostgreSQL to stop; before that it checks that the number is still PostgreSQL's.
 */
function watch(pid: number, cluster: string, account: Account | undefined): ChildProcess {
	const script = 'read -r _ || { read -r pid <postmaster.pid && [ "$pid" = "$1" ] && kill -INT "$1"; }';
	const shell = spawn('/bin/sh', ['-c', script, 'stoa-watchdog', String(pid)], {
		...spawnOptions(cluster, account),
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true,
	});
	shell.once('error', () => {}); // No shell: the next start stops what is left.
	shell.stdin?.once('error', () => {});
	shell.unref();
	(shell.stdin as unknown as { unref(): void } | null)?.unref();
	return shell;
}

/** The system allows about 100 bytes for a socket's path, so it lives in a short private directory elsewhere. */
function makeSocketDir(cluster: string, account: Account | undefined): string {
	let refusal: unknown;
	for (const base of [tmpdir(), '/tmp', '/var/tmp', '/dev/shm']) {
		if (base.length > 70 || !existsSync(base) || (account && !canReach(base, account))) continue;
		try {
			const dir = mkdtempSync(join(base, 'stoa-'));
			chmodSync(dir, 0o700);
			lendTo(dir, account);
			return dir;
		} catch (cause) {
			refusal = cause;
		}
	}
	throw new EmbeddedError('no_permission', `No directory was found for the socket of ${cluster}. Make /tmp writable, or set TMPDIR to a short path that is.`, { cause: refusal });
}

const logLimit = 4 * 1024 * 1024;

/** PostgreSQL writes its warnings straight into a file, so that they outlive this process; two files at most. */
function openLog(file: string) {
	const before = statSync(file, { throwIfNoEntry: false });
	const fd = onDisk(file, () => {
		if (before && before.size > logLimit) renameSync(file, `${file}.1`);
		return openSync(file, 'a+', 0o600);
	});
	const start = fstatSync(fd).size;
	const rotation = setInterval(() => {
		try {
			if (fstatSync(fd).size < logLimit) return;
			copyFileSync(file, `${file}.1`);
			truncateSync(file);
		} catch {
			// A log that cannot be turned over is no reason to stop.
		}
	}, 600_000).unref();
	return {
		fd,
		text(): string {
			const buffer = Buffer.alloc(16_384);
			return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, start));
		},
		close: once(() => {
			clearInterval(rotation);
			closeSync(fd);
		}),
	};
}

function once<T>(work: () => T): () => T {
	let done: { value: T } | undefined;
	return () => (done ??= { value: work() }).value;
}
