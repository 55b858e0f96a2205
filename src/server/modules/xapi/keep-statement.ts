import { now } from '../../kernel/clock.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { type Happened, type Speaker, statementOf } from './statement.ts';

export interface Keeper extends Speaker {
	/** Names of the stores that everything is sent to. */
	stores: readonly string[];
}

/** Keeps a statement and puts it on its way to every store, in one transaction. One that is there already is left alone. */
export async function keepStatement(
	tx: Tx,
	keeper: Keeper,
	given: Happened,
	courseId: number | null,
): Promise<void> {
	const statement = statementOf(keeper, given);
	const row = await tx
		.insertInto('xapi_statements')
		.values({
			id: statement.id,
			user_id: given.learner.id,
			course_id: courseId,
			verb: given.verb,
			happened_at: given.at,
			statement: JSON.stringify(statement),
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('number')
		.executeTakeFirst();
	if (!row || keeper.stores.length === 0) return;
	await sql`insert into xapi_deliveries (store, number, next_at)
		select store, ${row.number}, ${now()} from unnest(${[...keeper.stores]}::text[]) as given(store)
		on conflict do nothing`.execute(tx);
	// Several facts of one moment go together.
	await enqueue(tx, 'xapi.deliver', {}, { key: 'xapi.deliver', runAt: new Date(Date.now() + 2000) });
}
