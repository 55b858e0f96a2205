import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { partsOf, type QualityFacts, scoreOf } from './score.ts';

/** So many items are scored by two statements. */
const BATCH = 500;

async function factsOf(db: Db, ids: readonly number[]): Promise<(QualityFacts & { id: ItemId })[]> {
	const { rows } = await sql<
		QualityFacts & { id: ItemId }
	>`select i.id, i.kind, i.up_count as up, i.down_count as down,
		i.view_count as views, i.bookmark_count as bookmarks, i.follower_count as followers, i.answer_count as answers,
		i.reply_count as replies, i.accepted_reply_id is not null as accepted, coalesce(u.reputation, 0) as reputation,
		(select count(*)::int from item_upheld r where r.item_id = i.id) as upheld
		from items i left join users u on u.id = i.author_id
		where i.id = any(${ids}::bigint[]) and i.status = 'published'`.execute(db);
	return rows;
}

/** Scores items anew. Those that are not published have no score. Two statements for each 500. */
export async function scoreItems(db: Db, ids: readonly number[]): Promise<number> {
	let scored = 0;
	for (let from = 0; from < ids.length; from += BATCH) {
		const facts = await factsOf(db, ids.slice(from, from + BATCH));
		if (facts.length === 0) continue;
		const rows = facts
			.map(({ id, ...known }) => ({ id, parts: partsOf(known) }))
			.sort((one, other) => one.id - other.id);
		const at = now();
		await sql`insert into item_quality (item_id, score, parts, computed_at)
			select id, score, parts::jsonb, ${at}::timestamptz
			from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ parts }) => scoreOf(parts))}::real[],
				${rows.map(({ parts }) => JSON.stringify(parts))}::text[]) as q(id, score, parts)
			on conflict (item_id) do update set score = excluded.score, parts = excluded.parts, computed_at = excluded.computed_at`.execute(
			db,
		);
		scored += rows.length;
	}
	return scored;
}

/**
 * Scores what was touched since it was scored last, and what was never scored: readers and the author's standing change
 * without a fact of the item's own. At most 20,000 a run, the longest waiting first.
 */
export async function scoreStale(db: Db, most = 20_000): Promise<number> {
	const day = new Date(now().getTime() - 86_400_000);
	const { rows } = await sql<{
		id: number;
	}>`select i.id from items i left join item_quality q on q.item_id = i.id
		where i.status = 'published' and (q.item_id is null
			or (q.computed_at < ${day}::timestamptz and i.last_activity_at > q.computed_at - interval '30 days'))
		order by q.computed_at nulls first, i.id limit ${most}::int`.execute(db);
	return scoreItems(
		db,
		rows.map(({ id }) => id),
	);
}
