import {
	type LogFunctionFactory,
	Logger,
	parseCronItems,
	type Runner,
	runMigrations,
	run as runWorker,
	type TaskList,
} from 'graphile-worker';
import type pg from 'pg';
import { type Db, sql } from '../db/index.ts';
import type { Log } from '../log.ts';

export interface JobOptions {
	runAt?: Date;
	/** A job with the same key replaces the one still waiting. */
	key?: string;
	maxAttempts?: number;
	/** Jobs of one queue run one after another. */
	queue?: string;
}

/** One kind of work that runs outside a request: `work` may be called more than once for the same payload. */
export interface Job<P = unknown> {
	name: string;
	work: (payload: P) => Promise<void>;
	/** Cron pattern (UTC) on which the job is also run, with an empty payload. */
	cron?: string;
}

/** Puts a job into the queue as part of the caller's transaction: no commit, no job. */
export async function enqueue(
	db: Db,
	name: string,
	payload: unknown,
	options: JobOptions = {},
): Promise<void> {
	await sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
		run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text,
		max_attempts => ${options.maxAttempts ?? 8}::int, queue_name => ${options.queue ?? null}::text)`.execute(
		db,
	);
}

/** Creates or updates the queue's own tables (schema `graphile_worker`). */
export async function migrateJobs(pool: pg.Pool, log?: Log): Promise<void> {
	await runMigrations({ pgPool: pool, logger: toLogger(log) });
}

/** Starts working on jobs; `stop()` lets the running ones finish. */
export async function startJobs(
	pool: pg.Pool,
	jobs: Job<never>[],
	log: Log,
	concurrency = 4,
): Promise<Runner> {
	const taskList: TaskList = Object.fromEntries(
		jobs.map((job) => [job.name, (payload: unknown) => job.work((payload ?? {}) as never)]),
	);
	const parsedCronItems = parseCronItems(
		jobs.flatMap((job) => (job.cron ? [{ task: job.name, match: job.cron }] : [])),
	);
	return runWorker({
		pgPool: pool,
		taskList,
		parsedCronItems,
		concurrency,
		noHandleSignals: true,
		pollInterval: 5000,
		logger: toLogger(log),
	});
}

function toLogger(log: Log | undefined): Logger {
	const factory: LogFunctionFactory = () => (level, message, meta) => {
		if (!log) return;
		if (level === 'error') log.error({ meta }, message);
		else if (level === 'warning') log.warn(message);
		else log.debug(message);
	};
	return new Logger(factory);
}
