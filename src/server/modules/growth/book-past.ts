import { sql, type Tx } from '../../platform/db/index.ts';
import { activeRules } from './active-rules.ts';
import { worthOf } from './rules.ts';

/**
 * Books what votes and acceptances were worth that came in without facts, as in the demo: each on its own day, by the
 * rules in force, without caps. What was booked before is left alone.
 *
 * @returns how many entries were written
 */
export async function bookPast(tx: Tx): Promise<number> {
	const { version, rules } = await activeRules(tx);
	const { rows } = await sql<Past>`select v.item_id, v.reply_id, coalesce(r.kind, i.kind) as kind,
			case when r.id is null then i.author_id else r.author_id end as user_id, v.user_id as giver_id,
			case when v.value > 0 then 'up' else 'down' end as cause, v.created_at
		from votes v join items i on i.id = v.item_id left join replies r on r.id = v.reply_id
		where case when r.id is null then i.author_id else r.author_id end is not null
	union all
		select i.id, r.id, null, p.user_id, p.giver_id, p.cause, greatest(r.created_at, i.published_at) + interval '6 hours'
		from items i join replies r on r.id = i.accepted_reply_id
		cross join lateral (values (r.author_id, i.author_id, 'accepted'), (i.author_id, null::bigint, 'accepting')) as p (user_id, giver_id, cause)
		where p.user_id is not null and r.author_id is distinct from i.author_id
	order by created_at`.execute(tx);
	const worth = rows.flatMap((row) =>
		(['reputation', 'points'] as const).map((ledger) => ({
			...row,
			ledger,
			amount: worthOf(rules, ledger, row.cause, row.kind),
		})),
	);
	let written = 0;
	for (const ledger of ['reputation', 'points'] as const) {
		const entries = worth.filter((one) => one.ledger === ledger && one.amount !== 0);
		const table = ledger === 'reputation' ? 'reputation_entries' : 'point_entries';
		for (let at = 0; at < entries.length; at += 2000) {
			await tx
				.insertInto(table)
				.values(
					entries.slice(at, at + 2000).map(({ ledger: _, kind: __, ...one }) => ({
						...one,
						reason: one.cause === 'up' || one.cause === 'down' ? 'vote' : one.cause,
						rules: version,
					})),
				)
				.execute();
		}
		written += entries.length;
	}
	await sql`update users set reputation = s.sum from (select user_id, sum(amount)::int as sum from reputation_entries group by 1) s
		where id = s.user_id and reputation <> s.sum`.execute(tx);
	await sql`insert into standings (user_id, points) select user_id, sum(amount)::int from point_entries group by 1
		on conflict (user_id) do update set points = excluded.points`.execute(tx);
	return written;
}

interface Past {
	item_id: number;
	reply_id: number | null;
	kind: string | null;
	user_id: number;
	giver_id: number | null;
	cause: 'up' | 'down' | 'accepted' | 'accepting';
	created_at: Date;
}
