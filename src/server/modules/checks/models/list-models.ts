import type { Actor } from '../../../contracts/actor.ts';
import { type Db, inTransaction } from '../../../platform/db/index.ts';
import { checksError } from '../errors.ts';
import { requireLooking, requireSetting } from '../policy.ts';
import { countExamples, type OriginCount } from './examples.ts';
import { type ModelTask, modelTasks } from './task.ts';
import type { ModelReport } from './train.ts';

export interface ModelVersion {
	id: number;
	task: ModelTask;
	version: number;
	active: boolean;
	report: ModelReport;
	createdAt: Date;
}

export interface TaskState {
	task: ModelTask;
	/** Newest first. */
	versions: ModelVersion[];
	examples: Omit<OriginCount, 'task'>[];
}

/** Every task with the versions of its model and what it can learn from. Two statements. @throws common.forbidden */
export async function listModels(db: Db, actor: Actor): Promise<TaskState[]> {
	requireLooking(actor);
	const [rows, counts] = await Promise.all([
		db
			.selectFrom('text_models')
			.select(['id', 'task', 'version', 'active', 'report', 'created_at'])
			.orderBy('version', 'desc')
			.limit(60)
			.execute(),
		countExamples(db),
	]);
	const versions = rows.map((row) => ({
		id: row.id,
		task: row.task as ModelTask,
		version: row.version,
		active: row.active,
		report: row.report as unknown as ModelReport,
		createdAt: row.created_at,
	}));
	return modelTasks.map((task) => ({
		task,
		versions: versions.filter((one) => one.task === task),
		examples: counts.filter((one) => one.task === task).map(({ task: _, ...rest }) => rest),
	}));
}

/** Uses another version of a model, or none of them. @throws checks.model_unknown, common.forbidden */
export async function useModel(db: Db, actor: Actor, id: number, on: boolean): Promise<void> {
	requireSetting(actor);
	await inTransaction(db, async (tx) => {
		const row = await tx.selectFrom('text_models').select('task').where('id', '=', id).executeTakeFirst();
		if (!row) throw checksError('model_unknown');
		await tx
			.updateTable('text_models')
			.set({ active: false })
			.where('task', '=', row.task)
			.where('active', '=', true)
			.execute();
		if (on) await tx.updateTable('text_models').set({ active: true }).where('id', '=', id).execute();
	});
}
