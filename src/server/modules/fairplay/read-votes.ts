import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { type Support, targetOf, type VoteGraph, voteColumns } from './vote-graph.ts';

/** How far back a search looks, and at how many votes at most: twenty megabytes of columns. */
export const WINDOW_DAYS = 400;
export const MOST_VOTES = 1_000_000;
const AT_ONCE = 10_000;

export interface ReadVotes {
	graph: VoteGraph;
	since: Date;
	votes: number;
}

/**
 * Reads up-votes for items, answers and posts of the last days, the database sending them in pieces, so that memory is
 * bounded by the number of votes and not by their rows. Where there are too many, the window is shortened by whole days.
 */
export async function readVotes(
	db: Db,
	{
		most = MOST_VOTES,
		onProgress,
	}: { most?: number; onProgress?: (done: number, total: number) => Promise<void> } = {},
): Promise<ReadVotes> {
	const earliest = new Date(now().getTime() - WINDOW_DAYS * 86_400_000);
	const { rows: days } = await sql<{
		day: Date;
		n: number;
	}>`select date_trunc('day', created_at) as day, count(*)::int as n
		from votes where value = 1 and created_at >= ${earliest} group by 1 order by 1 desc`.execute(db);
	let since = earliest;
	let total = 0;
	for (const { day, n } of days) {
		if (total > 0 && total + n > most) break;
		total += n;
		since = day < earliest ? earliest : day;
	}
	const topics = new Map<string, number>();
	const columns = voteColumns(most);
	let votes = 0;
	await inTransaction(db, async (tx) => {
		await sql`declare fair_votes no scroll cursor for
			select v.user_id as "from", coalesce(r.author_id, i.author_id) as "to", v.item_id as "itemId", v.reply_id as "replyId",
				i.tag_slugs[1] as tag, extract(epoch from v.created_at)::bigint as at
			from votes v join items i on i.id = v.item_id left join replies r on r.id = v.reply_id
			where v.value = 1 and v.created_at >= ${since} and (r.id is null or r.kind <> 'comment')
				and case when v.reply_id is null then i.author_id else r.author_id end is not null`.execute(tx);
		for (;;) {
			const { rows } = await sql<
				Omit<Support, 'target' | 'topic'> & { itemId: number; replyId: number | null; tag: string | null }
			>`
				fetch ${sql.raw(String(AT_ONCE))} from fair_votes`.execute(tx);
			for (const row of rows) {
				let topic = 0;
				if (row.tag !== null) {
					topic = topics.get(row.tag) ?? topics.size + 1;
					topics.set(row.tag, topic);
				}
				if (
					columns.add({
						from: row.from,
						to: row.to,
						target: targetOf(row.itemId, row.replyId),
						topic,
						at: Number(row.at),
					})
				)
					votes++;
			}
			await onProgress?.(votes, total);
			if (rows.length < AT_ONCE) break;
		}
		await sql`close fair_votes`.execute(tx);
	});
	return { graph: columns.graph(), since, votes };
}

/** When people joined, in seconds since 1970, in pieces. */
export async function readJoins(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
	const joined = new Map<number, number>();
	for (let at = 0; at < ids.length; at += AT_ONCE) {
		const { rows } = await sql<{
			id: number;
			at: number;
		}>`select id, extract(epoch from created_at)::bigint as at
			from users where id = any(${ids.slice(at, at + AT_ONCE)}::bigint[])`.execute(db);
		for (const row of rows) joined.set(row.id, Number(row.at));
	}
	return joined;
}
