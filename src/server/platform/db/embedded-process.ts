import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError, fromSystem, onDisk } from './embedded-error.ts';

/** The claim of one Stoa process on a data directory, as written to owner.json. */
interface Owner {
	pid: number;
	/** When that process began; tells it from a later one that was given the same number. */
	born: string;
}

/**
 * Claims `home` for this process. A claim left by a process that is gone is taken over; that is what makes
 * `kill -9` harmless.
 *
 * @returns lets go of the claim
 * @throws EmbeddedError `in_use` with the other process's id
 */
export async function claim(home: string): Promise<() => void> {
	const file = join(home, 'owner.json');
	const mine: Owner = { pid: process.pid, born: bornAt(process.pid) };
	const text = JSON.stringify(mine);
	const release = () => {
		if (readOwner(file)?.pid === mine.pid) rmSync(file, { force: true });
	};
	// Linking makes the file appear with its text in one step; written in place it could be read while empty.
	const draft = `${file}.${process.pid}`;
	onDisk(home, () => writeFileSync(draft, text, { mode: 0o600 }));
	try {
		linkSync(draft, file);
		rmSync(draft);
		return release;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw fromSystem(cause, home);
	}
	try {
		refuseWhenAlive(readOwner(file), home);
		// Two starts may find the same dead claim: each replaces it whole, and the one that was replaced gives way.
		onDisk(home, () => renameSync(draft, file));
	} finally {
		rmSync(draft, { force: true });
	}
	await sleep(10);
	const now = readOwner(file);
	if (now && now.pid !== mine.pid) refuseWhenAlive(now, home);
	return release;
}

/** Whether a living process holds `home`. */
export function isClaimed(home: string): boolean {
	return lives(readOwner(join(home, 'owner.json')));
}

function lives(owner: Owner | undefined): owner is Owner {
	return owner !== undefined && isAlive(owner.pid) && bornAt(owner.pid) === owner.born;
}

function refuseWhenAlive(owner: Owner | undefined, home: string): void {
	if (!lives(owner)) return;
	throw new EmbeddedError(
		'in_use',
		`Another Stoa (process ${owner.pid}) is using ${dirname(home)}. Stop it first (kill ${owner.pid}), or set STOA_DATA_DIR to another directory.`,
	);
}

function readOwner(file: string): Owner | undefined {
	try {
		const owner = JSON.parse(readFileSync(file, 'utf8'));
		return Number.isSafeInteger(owner?.pid) && owner.pid > 0 ? owner : undefined;
	} catch {
		return undefined; // Absent, or torn by a crash: nobody's.
	}
}

/** What PostgreSQL writes about itself into its data directory. */
export interface Postmaster {
	pid: number;
	socketDir: string;
	ready: boolean;
}

/** Reads postmaster.pid of a cluster; undefined when there is none or it is not complete yet. */
export function readPostmaster(cluster: string): Postmaster | undefined {
	let lines: string[];
	try {
		lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
	} catch {
		return undefined;
	}
	const pid = Number(lines[0]);
	return Number.isSafeInteger(pid) && pid > 0
		? { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
		: undefined;
}

/**
 * Clears what a killed Stoa left in `cluster`, which the caller has claimed: a PostgreSQL that outlived it is
 * stopped as cleanly as it will go, its socket directory is removed, and a lock file whose process number
 * means something else by now is made harmless.
 *
 * @throws EmbeddedError `in_use` when a PostgreSQL runs there that Stoa did not start, or that will not stop
 */
export async function clearRemains(cluster: string, log: (line: string) => void): Promise<void> {
	const left = readPostmaster(cluster);
	if (!left) return;
	const ours = basename(left.socketDir).startsWith('stoa-');
	if (isPostgresOf(left.pid, cluster)) {
		if (!ours) {
			throw new EmbeddedError(
				'in_use',
				`A PostgreSQL that Stoa did not start (process ${left.pid}) is running on ${cluster}. Stop it first (kill -INT ${left.pid}).`,
			);
		}
		log(`Stopping the PostgreSQL (process ${left.pid}) that a killed Stoa left behind`);
		if (!(await stopProcess(left.pid))) {
			throw new EmbeddedError(
				'in_use',
				`The PostgreSQL of an earlier Stoa (process ${left.pid}) does not stop. End it with "kill -9 ${left.pid}" and start again.`,
			);
		}
	} else if (isAlive(left.pid)) {
		// PostgreSQL would take the stranger with this number for itself and refuse. Its parent's number it knows
		// to be no rival, and the rest of the file must stay: with it, it checks that no old backend still lives.
		const file = join(cluster, 'postmaster.pid');
		onDisk(cluster, () =>
			writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid))),
		);
	}
	if (ours) rmSync(left.socketDir, { recursive: true, force: true });
}

/**
 * Ends a PostgreSQL: fast (sessions are cut, everything is written), after 20 s hard (recovers at the next
 * start).
 *
 * @returns whether it is gone
 */
export async function stopProcess(pid: number): Promise<boolean> {
	for (const [signal, patience] of [
		['SIGINT', 20_000],
		['SIGQUIT', 5_000],
		['SIGKILL', 2_000],
	] as const) {
		try {
			process.kill(pid, signal);
		} catch {
			return true;
		}
		for (const until = Date.now() + patience; Date.now() < until; await sleep(5))
			if (!isAlive(pid)) return true;
	}
	return false;
}

/** Whether a process with this number runs; one that has ended and waits to be collected does not. */
function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
	return procStat(pid)?.[0] !== 'Z';
}

/** A text that differs between two processes that had the same number one after the other. */
function bornAt(pid: number): string {
	const ticks = procStat(pid)?.[19];
	if (ticks) return `${readQuietly('/proc/sys/kernel/random/boot_id').trim()}/${ticks}`;
	try {
		return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}).trim();
	} catch {
		return '';
	}
}

function isPostgresOf(pid: number, cluster: string): boolean {
	if (!isAlive(pid)) return false;
	// PostgreSQL lives in its data directory, so on Linux the kernel can tell for certain.
	try {
		const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
		return there.dev === here.dev && there.ino === here.ino;
	} catch {
		// Not Linux, or not ours to look at.
	}
	try {
		return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
			'postgres',
		);
	} catch {
		return false;
	}
}

/** Fields of /proc/PID/stat from the state on (the name before it may hold anything). */
function procStat(pid: number): string[] | undefined {
	const text = readQuietly(`/proc/${pid}/stat`);
	return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : undefined;
}

function readQuietly(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
