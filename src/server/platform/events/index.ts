import type { EventPayloads, EventType, StoredEvent } from '../../contracts/events.ts';
import { now } from '../../kernel/clock.ts';
import { afterCommit, type Db, inTransaction, type Tx } from '../db/index.ts';
import type { Job } from '../jobs/index.ts';
import { DISPATCH, relay, relaySoon } from './relay.ts';

export { EVENTS_CHANNEL } from './relay.ts';

/**
 * Reacts to facts. Runs in a transaction of its own that also notes the event as handled, so its database
 * writes happen exactly once; what it does outside the database must bear being done twice.
 */
export interface Handler {
	/** Stable name, `module.verb`; renaming it makes it a new handler. */
	name: string;
	types: readonly EventType[];
	handle: (tx: Tx, event: StoredEvent) => Promise<void>;
}

/** Declares a handler whose event has the payloads of `types`. */
export function onEvents<T extends EventType>(
	name: string,
	types: readonly T[],
	handle: (tx: Tx, event: { [K in T]: StoredEvent<K> }[T]) => Promise<void>,
): Handler {
	return { name, types, handle: handle as Handler['handle'] };
}

/**
 * Records a fact in the transaction of the change it tells of; once that is committed, it is passed on.
 *
 * @returns the event's id
 */
export async function emit<T extends EventType>(
	tx: Db,
	actorId: number | null,
	type: T,
	payload: EventPayloads[T],
): Promise<number> {
	const { id } = await tx
		.insertInto('events')
		.values({ type, actor_id: actorId, payload: JSON.stringify(payload), occurred_at: now() })
		.returning('id')
		.executeTakeFirstOrThrow();
	await afterCommit(tx, relaySoon);
	return id;
}

/**
 * Runs every handler of one event that has not yet handled it.
 *
 * @throws AggregateError of what failed, after all had their turn; the queue then tries again
 */
export async function dispatchEvent(db: Db, handlers: readonly Handler[], id: number): Promise<void> {
	const row = await db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) return;
	const event = {
		id: row.id,
		type: row.type,
		actorId: row.actor_id,
		payload: row.payload,
		occurredAt: row.occurred_at,
	} as unknown as StoredEvent;
	const failures: unknown[] = [];
	for (const handler of handlers) {
		if (!handler.types.includes(event.type)) continue;
		try {
			await inTransaction(db, async (tx) => {
				const first = await tx
					.insertInto('handled_events')
					.values({ event_id: id, handler: handler.name })
					.onConflict((conflict) => conflict.doNothing())
					.returning('event_id')
					.executeTakeFirst();
				if (first) await handler.handle(tx, event);
			});
		} catch (error) {
			failures.push(error);
		}
	}
	if (failures.length > 0)
		throw new AggregateError(failures, `${failures.length} handlers of event ${id} (${event.type}) failed`);
}

/** What the worker does with facts: handles what was passed on, and passes on what a process that ended left behind. */
export function eventJobs(db: Db, handlers: readonly Handler[]): Job<never>[] {
	const dispatch: Job<{ ids: number[] }> = {
		name: DISPATCH,
		work: async ({ ids }) => {
			const failures: unknown[] = [];
			for (const id of ids) await dispatchEvent(db, handlers, id).catch((error) => failures.push(error));
			if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
		},
	};
	return [
		dispatch as Job<never>,
		{ name: 'events.relay', cron: '* * * * *', work: async () => void (await relay(db)) },
	];
}

/** Handles all facts there are, in order, on the calling process: for tests and for what fills a database. */
export async function drainEvents(db: Db, handlers: readonly Handler[]): Promise<void> {
	for (let after = 0; ; ) {
		const rows = await db
			.selectFrom('events')
			.select('id')
			.where('id', '>', after)
			.orderBy('id')
			.limit(500)
			.execute();
		if (rows.length === 0) return;
		for (const { id } of rows) await dispatchEvent(db, handlers, id);
		after = rows[rows.length - 1]!.id;
	}
}
