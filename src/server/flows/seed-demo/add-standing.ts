import { bookPast, reviewLevels } from '../../modules/growth/index.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

/** On how many of the last days somebody was here; who is not named was here now and then. */
const regulars: Record<string, number> = {
	'he-ping': 180,
	'lin-wei': 230,
	'mia-c': 130,
	'priya-n': 40,
	'jonas-w': 60,
};
/** Who is new to moderating themselves: the first levels, so that there is something to come. */
export const newcomers: Record<string, number> = { 'wu-tong': 9, 'bai-lu': 6, 'ada-k': 8, 'tom-h': 3 };

/**
 * What the people of the demo have earned: reputation and points of the votes on their texts, days here, things read,
 * and the levels that come of it, by the rules in force.
 */
export async function addStanding(tx: Tx, people: People): Promise<void> {
	await bookPast(tx);
	const items = (
		await tx
			.selectFrom('items')
			.select('id')
			.where('status', '=', 'published')
			.where('access', '=', 'free')
			.orderBy('id')
			.execute()
	).map(({ id }) => id);
	let nth = 0;
	for (const [handle, userId] of people) {
		nth++;
		const days = regulars[handle] ?? newcomers[handle] ?? 11 + ((nth * 7) % 20);
		// Regulars come every day, others every few: the last one is always lately.
		const every = handle in regulars ? 1 : 3;
		await sql`insert into visit_days (user_id, day)
			select ${userId}::bigint, (${ago(1)}::timestamptz at time zone 'UTC')::date - n * ${every}::int from generate_series(0, ${days - 1}::int) n`.execute(
			tx,
		);
		const read = items.slice(0, handle in newcomers ? 14 : items.length);
		await sql`insert into item_reads (user_id, item_id, read_at)
			select ${userId}::bigint, id, ${ago(2)}::timestamptz from unnest(${read}::bigint[]) id`.execute(tx);
		await sql`insert into standings (user_id, visited_days, items_read) values (${userId}, ${days}, ${read.length})
			on conflict (user_id) do update set visited_days = excluded.visited_days, items_read = excluded.items_read`.execute(
			tx,
		);
		const points = days;
		await tx
			.insertInto('point_entries')
			.values({ user_id: userId, amount: points, reason: 'visited', cause: 'visited', created_at: ago(1) })
			.execute();
		await sql`update standings set points = points + ${points} where user_id = ${userId}`.execute(tx);
	}
	await reviewLevels(tx, [...people.values()], { tell: false, at: ago(20) });
}
