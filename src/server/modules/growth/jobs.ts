import type { StoredEvent } from '../../contracts/events.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { StandingEvent } from './causes.ts';
import { fade } from './fade.ts';
import { applyFact } from './handlers.ts';
import { reviewEverybody } from './review-levels.ts';
import { runSimulation, SIMULATE } from './simulate.ts';

/** What the worker does for standing. */
export function growthJobs(db: Db): Job<never>[] {
	const simulate: Job<{ id: number }> = {
		name: SIMULATE,
		work: ({ id }) => runSimulation(db, id),
	};
	return [
		{
			// After midnight in UTC, when a day has passed for everybody.
			name: 'growth.review-levels',
			cron: '17 0 * * *',
			work: async () => {
				await fade(db);
				await reviewEverybody(db);
			},
		},
		{
			name: 'growth.book-waiting',
			cron: '*/5 * * * *',
			work: async () => void (await bookWaiting(db)),
		},
		simulate as Job<never>,
	];
}

/** Books what was kept back of new accounts and is due: as it stands now. @returns how many facts there were */
export async function bookWaiting(db: Db): Promise<number> {
	for (let booked = 0; ; booked++) {
		const more = await inTransaction(db, async (tx) => {
			const due = await tx
				.selectFrom('waiting_earnings')
				.select(['id', 'event_id'])
				.where('due_at', '<=', now())
				.orderBy('due_at')
				.limit(1)
				.forUpdate()
				.skipLocked()
				.executeTakeFirst();
			if (!due) return false;
			await tx.deleteFrom('waiting_earnings').where('id', '=', due.id).execute();
			const row = await tx
				.selectFrom('events')
				.selectAll()
				.where('id', '=', due.event_id)
				.executeTakeFirstOrThrow();
			const event = {
				id: row.id,
				type: row.type,
				actorId: row.actor_id,
				payload: row.payload,
				occurredAt: row.occurred_at,
			} as unknown as StoredEvent;
			await applyFact(tx, event as StandingEvent, { waited: true });
			return true;
		});
		if (!more) return booked;
	}
}
