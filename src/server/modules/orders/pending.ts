import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** A payment of which the provider has not said how it ended. */
export interface Pending {
	provider: string;
	reference: string;
	amount: number;
	currency: string;
	createdAt: Date;
}

/**
 * Takes payments about which their provider is to be asked now. Each is put off as it is taken, at growing intervals up
 * to an hour, so that two processes do not ask about one, and what fails is tried again.
 *
 * @param providers those that are set up: nobody else can be asked
 */
export async function claimPending(db: Db, providers: readonly string[], limit = 100): Promise<Pending[]> {
	if (providers.length === 0) return [];
	const time = now();
	return db
		.updateTable('payments')
		.set({
			asked: sql<number>`asked + 1`,
			ask_at: sql<Date>`${time}::timestamptz + interval '1 minute' * least(60, power(2, asked))`,
		})
		.where('id', 'in', (eb) =>
			eb
				.selectFrom('payments')
				.select('id')
				.where('status', '=', 'started')
				.where('ask_at', '<=', time)
				.where('provider', 'in', [...providers])
				.orderBy('ask_at')
				.limit(limit)
				.forUpdate()
				.skipLocked(),
		)
		.returning(['provider', 'reference', 'amount', 'currency', 'created_at as createdAt'])
		.execute();
}
