import { now } from '../../../kernel/clock.ts';
import type { ItemId, ReplyId } from '../../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../../platform/db/index.ts';
import type { Example } from '../text-model/text-model.ts';
import { type ModelTask, modelTasks } from './task.ts';

/** Of one origin at most so many; of one task, the newest so many are learned from. */
export const mostLearned = 100_000;

/** Keeps a labelled set, in the place of what was kept of the same origin before. */
export async function keepSet(
	db: Db,
	set: { task: ModelTask; origin: string; examples: readonly Example[] },
	onPart?: (done: number) => void,
): Promise<void> {
	await inTransaction(db, async (tx) => {
		await tx
			.deleteFrom('text_examples')
			.where('task', '=', set.task)
			.where('origin', '=', set.origin)
			.execute();
		for (let from = 0; from < set.examples.length; from += 5000) {
			const part = set.examples.slice(from, from + 5000);
			await sql`insert into text_examples (task, origin, body, positive, created_at)
				select ${set.task}, ${set.origin}, e.body, e.positive, ${now()}::timestamptz
				from unnest(${part.map(({ text }) => text)}::text[], ${part.map(({ positive }) => positive)}::boolean[]) as e (body, positive)`.execute(
				tx,
			);
			onPart?.(part.length);
		}
	});
}

/** Removes a set. @returns how many texts went */
export async function dropSet(db: Db, task: ModelTask, origin: string): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('text_examples')
		.where('task', '=', task)
		.where('origin', '=', origin)
		.executeTakeFirst();
	return Number(numDeletedRows);
}

/** What a person decided of a text, as an example; the last word counts. Texts that are gone teach nothing. */
export async function learnFrom(
	tx: Db,
	subject: { itemId: ItemId; replyId: ReplyId | null },
	says: Partial<Record<ModelTask, boolean>>,
): Promise<void> {
	const { rows } = await sql<{ body: string }>`select ${
		subject.replyId === null
			? sql`i.title || E'\n' || b.source`
			: sql`(select r.source from replies r where r.id = ${subject.replyId} and r.item_id = i.id)`
	} as body from items i join item_bodies b on b.item_id = i.id where i.id = ${subject.itemId}`.execute(tx);
	const body = rows[0]?.body;
	if (!body) return;
	for (const task of modelTasks) {
		const positive = says[task];
		if (positive === undefined) continue;
		await sql`insert into text_examples (task, origin, body, positive, item_id, reply_id, created_at)
			values (${task}, 'decisions', ${body.slice(0, 100_000)}, ${positive}, ${subject.itemId}, ${subject.replyId}, ${now()})
			on conflict (task, item_id, reply_id) where item_id is not null
			do update set positive = excluded.positive, body = excluded.body, created_at = excluded.created_at`.execute(
			tx,
		);
	}
}

export interface OriginCount {
	task: ModelTask;
	origin: string;
	positives: number;
	negatives: number;
}

/** How many examples there are, by task and origin. One statement. */
export async function countExamples(db: Db): Promise<OriginCount[]> {
	const { rows } =
		await sql<OriginCount>`select task, origin, count(*) filter (where positive)::int as positives,
		count(*) filter (where not positive)::int as negatives from text_examples group by task, origin order by task, origin limit 200`.execute(
			db,
		);
	return rows;
}

/** The examples of a task, the newest hundred thousand, in the order in which they came. */
export async function readExamples(db: Db, task: ModelTask): Promise<Example[]> {
	const rows = await db
		.selectFrom((query) =>
			query
				.selectFrom('text_examples')
				.select(['id', 'body', 'positive'])
				.where('task', '=', task)
				.orderBy('id', 'desc')
				.limit(mostLearned)
				.as('e'),
		)
		.select(['body as text', 'positive'])
		.orderBy('id')
		.execute();
	return rows;
}
