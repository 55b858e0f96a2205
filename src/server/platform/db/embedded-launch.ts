import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, canReach } from './embedded-account.ts';
import { cannotRun, lendTo, pathFor, type Runner, spawnOptions } from './embedded-cluster.ts';
import { EmbeddedError, explain } from './embedded-error.ts';
import { openLog } from './embedded-log.ts';
import { readPostmaster, stopProcess } from './embedded-process.ts';

/**
 * Runs PostgreSQL on a cluster that nobody else runs, and waits until it answers.
 *
 * @param onCrash told when it ends later without having been asked to
 * @returns its address, and a way to stop it
 * @throws EmbeddedError as {@link explain}, from what PostgreSQL printed
 */
export async function launch(
	cluster: string,
	logFile: string,
	runner: Runner,
	log: (line: string) => void,
	onCrash?: (error: EmbeddedError) => void,
) {
	const socketDir = makeSocketDir(cluster, runner.account);
	const output = openLog(logFile);
	const loose = runner.durable
		? []
		: [
				...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
				// Tests of races come with fifty connections each.
				...['-c', 'max_connections=250'],
			];
	const postgres = spawn(
		runner.binaries.postgres,
		[
			'-D',
			pathFor(cluster, runner.account),
			'-c',
			'listen_addresses=',
			'-k',
			socketDir,
			'-p',
			'5432',
			...loose,
		],
		{
			...spawnOptions(cluster, runner.account),
			stdio: ['ignore', 'ignore', output.fd],
			// A session of its own: Ctrl-C in the terminal is for Stoa, which stops PostgreSQL when it has drained.
			detached: true,
		},
	);
	const gone = new Promise<Error>((settle) => {
		postgres.once('error', (cause) => settle(cannotRun(cause, cluster)));
		postgres.once('exit', () => settle(explain(output.text(), cluster)));
	});
	let watchdog: ChildProcess | undefined;
	let cleaned = false;
	const clean = () => {
		if (cleaned) return;
		cleaned = true;
		watchdog?.stdin?.end('stopped\n');
		output.close();
		rmSync(socketDir, { recursive: true, force: true });
	};
	try {
		watchdog = postgres.pid ? watch(postgres.pid, cluster, socketDir, runner.account) : undefined;
		await Promise.race([
			gone.then((error) => Promise.reject(error)),
			becomeReady(postgres, cluster, socketDir, log),
		]);
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
		onCrash?.(
			new EmbeddedError(
				'crashed',
				`PostgreSQL ended unexpectedly; look into ${logFile} and start Stoa again.`,
				{ cause: error },
			),
		);
	});
	return {
		url: addressOf(socketDir),
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
async function becomeReady(
	postgres: ChildProcess,
	cluster: string,
	socketDir: string,
	log: (line: string) => void,
): Promise<void> {
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
 * A shell that waits on a pipe from this process. The kernel closes the pipe however this process ends; the
 * shell then asks PostgreSQL to stop, once it has checked that the number is still PostgreSQL's, and removes
 * the socket directory as soon as PostgreSQL has emptied it.
 */
function watch(pid: number, cluster: string, socketDir: string, account: Account | undefined): ChildProcess {
	const script = `read -r _ && exit
		{ read -r pid <postmaster.pid && [ "$pid" = "$1" ] && kill -INT "$1"; } 2>/dev/null
		n=0; while [ -d "$2" ] && [ $n -lt 900 ]; do rmdir "$2" 2>/dev/null; sleep 0.1; n=$((n + 1)); done`;
	const shell = spawn('/bin/sh', ['-c', script, 'stoa-watchdog', String(pid), socketDir], {
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
	throw new EmbeddedError(
		'no_permission',
		`No directory was found for the socket of ${cluster}. Make /tmp writable, or set TMPDIR to a short path that is.`,
		{ cause: refusal },
	);
}

/** The address of the database behind a socket. */
export function addressOf(socketDir: string): string {
	return `postgres://stoa@localhost:5432/stoa?host=${encodeURIComponent(socketDir)}`;
}
