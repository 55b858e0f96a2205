import type { ItemId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';

const seen = new Map<ItemId, number>();

/** Counts a view in memory: a page that is read costs no write. {@link flushViews} writes what was counted. */
export function recordView(itemId: ItemId): void {
	seen.set(itemId, (seen.get(itemId) ?? 0) + 1);
}

/**
 * Adds the views counted since the last flush, in one statement. Rows that a writer holds at the moment are left for
 * the next flush: views never wait. What cannot be written stays counted.
 *
 * @returns how many items were written
 */
export async function flushViews(db: Db): Promise<number> {
	if (seen.size === 0) return 0;
	const counted = [...seen].slice(0, 5000);
	for (const [id] of counted) seen.delete(id);
	const giveBack = (id: ItemId, count: number) => seen.set(id, (seen.get(id) ?? 0) + count);
	try {
		const written = await sql<{ id: number }>`with counted as (
				select * from unnest(${counted.map(([id]) => id)}::bigint[], ${counted.map(([, count]) => count)}::int[]) as c(id, n)
			), free as (select i.id from items i join counted using (id) order by i.id for no key update of i skip locked)
			update items set view_count = view_count + n from counted join free using (id) where items.id = counted.id
			returning items.id`.execute(db);
		const done = new Set(written.rows.map((row) => row.id));
		const missing = counted.filter(([id]) => !done.has(id));
		if (missing.length > 0) {
			const alive = await db
				.selectFrom('items')
				.select('id')
				.where(
					'id',
					'in',
					missing.map(([id]) => id),
				)
				.execute();
			const exists = new Set(alive.map((row) => row.id));
			for (const [id, count] of missing) if (exists.has(id)) giveBack(id, count);
		}
		return done.size;
	} catch (error) {
		for (const [id, count] of counted) giveBack(id, count);
		throw error;
	}
}

/**
 * Writes the views of this process every `seconds`.
 *
 * @returns stops it, after a last write
 */
export function countViews(db: Db, onError: (error: unknown) => void, seconds = 10): () => Promise<void> {
	const flush = () => flushViews(db).then(() => {}, onError);
	const timer = setInterval(flush, seconds * 1000);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await flush();
	};
}
