import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount } from './embedded-account.ts';
import { findBinaries } from './embedded-binaries.ts';
import { createCluster, hasCluster, type Runner, writeSettings } from './embedded-cluster.ts';
import { EmbeddedError, makeDirectory, onDisk } from './embedded-error.ts';
import { addressOf, launch } from './embedded-launch.ts';
import { claim, clearRemains, isClaimed, readPostmaster } from './embedded-process.ts';

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
	makeDirectory(home);
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
		const running = await patiently(() =>
			launch(cluster, join(home, 'postgres.log'), runner, log, options.onCrash),
		);
		return {
			...running,
			started: existing ? 'existing' : 'fresh',
			stop: once(() => running.stop().finally(release)),
		};
	} catch (error) {
		release();
		throw error;
	}
}

/**
 * The address of the database that another, living Stoa runs in `dataDir`: for work that may go on beside it, such as
 * a backup.
 *
 * @returns undefined when none runs
 */
export function findRunning(dataDir: string): string | undefined {
	const home = join(resolve(dataDir), 'postgres');
	if (!isClaimed(home)) return undefined;
	const running = readPostmaster(join(home, 'cluster'));
	return running?.ready ? addressOf(running.socketDir) : undefined;
}

/** Sessions of a PostgreSQL that was killed hard notice it a moment later; until they are gone a start is refused. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
	for (const until = Date.now() + 10_000; ; await sleep(50)) {
		try {
			return await attempt();
		} catch (error) {
			if (!(error instanceof EmbeddedError && error.code === 'in_use') || Date.now() > until) throw error;
		}
	}
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
	let running: Promise<T> | undefined;
	return () => {
		running ??= work();
		return running;
	};
}
