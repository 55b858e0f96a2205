import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { enqueue, type Job } from '../../platform/jobs/index.ts';
import { checksError } from './errors.ts';
import { type ModelTask, taskSchema } from './models/task.ts';
import { trainModel } from './models/train.ts';
import { requireLooking, requireSetting } from './policy.ts';
import { recheckRecent } from './recheck.ts';

/** The job that trains and rechecks; one after the other. */
export const RUN = 'checks.run';

/** Work that takes a while, and how far it is. */
export interface CheckRun {
	id: number;
	what: 'train' | 'recheck';
	task: ModelTask | null;
	status: 'waiting' | 'running' | 'done' | 'failed';
	done: number;
	total: number;
	/** Of a recheck: texts that stand otherwise now. Of a training: the version that was made. */
	found: number;
	/** The code of why it failed. */
	fault: string | null;
	createdAt: Date;
	endedAt: Date | null;
}

const lostAfter = 30 * 60_000;

/** Work that was asked for, the newest first. One statement. @throws common.forbidden */
export async function listRuns(db: Db, actor: Actor, limit = 10): Promise<CheckRun[]> {
	requireLooking(actor);
	const rows = await db
		.selectFrom('check_runs')
		.selectAll()
		.orderBy('id', 'desc')
		.limit(Math.min(Math.max(limit, 1), 50))
		.execute();
	return rows.map((row) => ({
		id: row.id,
		what: row.what as CheckRun['what'],
		task: row.task as ModelTask | null,
		status: row.status as CheckRun['status'],
		done: row.done,
		total: row.total,
		found: row.found,
		fault: row.fault,
		createdAt: row.created_at,
		endedAt: row.ended_at,
	}));
}

/** Has a new version of a model trained. @throws checks.run_under_way, checks.task_unknown, common.forbidden */
export async function askTraining(db: Db, actor: Actor, task: string): Promise<{ id: number }> {
	const { userId } = requireSetting(actor);
	return inTransaction(db, (tx) => ask(tx, { what: 'train', task: validate(taskSchema, task), by: userId }));
}

/** Has the texts of the last thirty days looked at again. @throws checks.run_under_way, common.forbidden */
export async function askRecheck(db: Db, actor: Actor): Promise<{ id: number }> {
	const { userId } = requireSetting(actor);
	return inTransaction(db, (tx) => ask(tx, { what: 'recheck', task: null, by: userId }));
}

async function ask(
	tx: Tx,
	{ what, task, by }: { what: CheckRun['what']; task: ModelTask | null; by: number | null },
): Promise<{ id: number }> {
	const other = await tx
		.selectFrom('check_runs')
		.select('id')
		.where('what', '=', what)
		.where('task', 'is not distinct from', task)
		.where('status', 'in', ['waiting', 'running'])
		.where('created_at', '>', new Date(now().getTime() - lostAfter))
		.executeTakeFirst();
	if (other) throw checksError('run_under_way', { params: { id: other.id } });
	const { id } = await tx
		.insertInto('check_runs')
		.values({ what, task, asked_by: by, created_at: now() })
		.returning('id')
		.executeTakeFirstOrThrow();
	await enqueue(tx, RUN, { runId: id }, { queue: 'checks', maxAttempts: 2 });
	return { id };
}

/** Does what was asked for. What was done already, or is unknown, is not done again. */
export async function doRun(db: Db, owner: object, id: number): Promise<void> {
	const run = await db
		.updateTable('check_runs')
		.set({ status: 'running', started_at: now(), done: 0 })
		.where('id', '=', id)
		.where('status', 'in', ['waiting', 'running'])
		.returning(['what', 'task', 'asked_by'])
		.executeTakeFirst();
	if (!run) return;
	const note = (values: { done: number; total: number }) =>
		db.updateTable('check_runs').set(values).where('id', '=', id).execute();
	try {
		let found: number;
		if (run.what === 'train') {
			const made = await trainModel(db, run.task as ModelTask, {
				by: run.asked_by,
				onPart: (done, total) => void note({ done, total }).catch(() => {}),
			});
			found = made.version;
		} else found = await recheckRecent(db, owner, (done, total) => note({ done, total }));
		await end(db, id, { status: 'done', found });
	} catch (error) {
		await end(db, id, {
			status: 'failed',
			fault: error instanceof AppError ? error.code : 'common.unavailable',
		});
		if (!(error instanceof AppError)) throw error;
	}
}

const end = (db: Db, id: number, values: { status: string; found?: number; fault?: string }) =>
	db
		.updateTable('check_runs')
		.set({ ...values, ended_at: now() })
		.where('id', '=', id)
		.execute();

/** Trains again by night what moderators have decided enough about since; and forgets old signatures. */
async function nightly(db: Db): Promise<void> {
	await db
		.deleteFrom('text_signatures')
		.where('created_at', '<', new Date(now().getTime() - 90 * 86_400_000))
		.execute();
	for (const task of ['spam', 'toxic'] as const) {
		const made = await db
			.selectFrom('text_models')
			.select('created_at')
			.where('task', '=', task)
			.orderBy('version', 'desc')
			.limit(1)
			.executeTakeFirst();
		const { count } = await db
			.selectFrom('text_examples')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('task', '=', task)
			.where('origin', '=', 'decisions')
			.where('created_at', '>', made?.created_at ?? new Date(0))
			.executeTakeFirstOrThrow();
		if (Number(count) < 20) continue;
		await inTransaction(db, (tx) => ask(tx, { what: 'train', task, by: null })).catch((error) => {
			if (!(error instanceof AppError)) throw error;
		});
	}
}

/** What is done outside requests. @param db the pool: lists and models are kept ready beside it */
export function checkJobs(db: Db): Job<never>[] {
	return [
		{ name: RUN, work: ({ runId }: { runId: number }) => doRun(db, db, runId) },
		{ name: 'checks.nightly', cron: '15 18 * * *', work: () => nightly(db) },
	] as Job<never>[];
}
