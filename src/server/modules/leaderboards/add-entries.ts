import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { before, KEPT, NEWCOMER_DAYS, startOf } from './periods.ts';

/** So many entries are added by one statement. */
const AT_ONCE = 5000;

const ledgers = ['reputation', 'points'] as const;
type Ledger = (typeof ledgers)[number];
const tables = { reputation: 'reputation_entries', points: 'point_entries' } as const;

/** What the entries count for: what they are about as it is now, or what the entry that they take back counted for. */
async function settle(tx: Tx, ledger: Ledger, ids: number[]): Promise<void> {
	const gain = ledger === 'points' ? sql`e.amount > 0` : sql`true`;
	// Where one reverses another of the same batch, the other one has the smaller id and must be settled before it.
	await sql`update board_entries b set at = e.created_at, space_id = i.space_id, counted = ${gain},
			tag_ids = array(select t.tag_id from item_tags t where t.item_id = e.item_id order by 1),
			newcomer = u.created_at > e.created_at - make_interval(days => ${NEWCOMER_DAYS}::int)
		from ${sql.table(tables[ledger])} e join users u on u.id = e.user_id left join items i on i.id = e.item_id
		where b.ledger = ${ledger} and b.entry_id = any(${ids}::bigint[]) and e.id = b.entry_id and e.reverses is null`.execute(
		tx,
	);
	// A reversal may be reversed again, so they are followed one after the other.
	await sql`with recursive roots as (
			select e.id, e.reverses from ${sql.table(tables[ledger])} e where e.id = any(${ids}::bigint[]) and e.reverses is not null
			union all select r.id, e.reverses from roots r join ${sql.table(tables[ledger])} e on e.id = r.reverses where e.reverses is not null
		), ends as (select id, min(reverses) as root from roots group by id)
		update board_entries b set at = o.at, space_id = o.space_id, tag_ids = o.tag_ids, newcomer = o.newcomer, counted = o.counted
		from ends join board_entries o on o.ledger = ${ledger} and o.entry_id = ends.root
		where b.ledger = ${ledger} and b.entry_id = ends.id`.execute(tx);
}

/** Adds entries that are settled to every board that they count for, and makes the boards that are missing. */
async function addUp(tx: Tx, ledger: Ledger, ids: number[]): Promise<void> {
	const today = now();
	const oldest = {
		week: before('week', startOf('week', today), KEPT.week - 1),
		month: before('month', startOf('month', today), KEPT.month - 1),
	};
	const gains = sql`select e.user_id, e.amount, p.period, p.starts_on, s.space_id, s.tag_id, s.newcomers
		from board_entries b join ${sql.table(tables[ledger])} e on e.id = b.entry_id
			cross join lateral (
				select 'all' as period, date '1970-01-01' as starts_on
				union all select 'week', date_trunc('week', b.at at time zone 'UTC')::date where b.at >= ${oldest.week}::date::timestamp at time zone 'UTC'
				union all select 'month', date_trunc('month', b.at at time zone 'UTC')::date where b.at >= ${oldest.month}::date::timestamp at time zone 'UTC'
			) p
			cross join lateral (
				select null::bigint as space_id, null::bigint as tag_id, false as newcomers
				union all select b.space_id, null, false where b.space_id is not null
				union all select null, t, false from unnest(b.tag_ids) t
				union all select null, null, true where b.newcomer and p.period <> 'all'
			) s
		where b.ledger = ${ledger} and b.entry_id = any(${ids}::bigint[]) and b.counted and b.at is not null`;
	// A space or a tag may be gone since: what stood on its board went with it.
	await sql`insert into boards (measure, period, starts_on, space_id, tag_id, newcomers)
		select distinct ${ledger}, g.period, g.starts_on, g.space_id, g.tag_id, g.newcomers from (${gains}) g
			where (g.space_id is null or exists (select from spaces where id = g.space_id)) and (g.tag_id is null or exists (select from tags where id = g.tag_id))
		on conflict do nothing`.execute(tx);
	await sql`insert into board_scores (board_id, user_id, score)
		select k.id, g.user_id, sum(g.amount)::integer from (${gains}) g
			join boards k on k.measure = ${ledger} and k.period = g.period and k.starts_on = g.starts_on and k.newcomers = g.newcomers
				and k.space_id is not distinct from g.space_id and k.tag_id is not distinct from g.tag_id
			group by 1, 2 having sum(g.amount) <> 0 order by 1, 2
		on conflict (board_id, user_id) do update set score = board_scores.score + excluded.score`.execute(tx);
	await sql`update board_entries set added_at = ${today} where ledger = ${ledger} and entry_id = any(${ids}::bigint[])`.execute(
		tx,
	);
}

/**
 * Adds what the ledgers have gained to the boards, each entry once. One process at a time does it, so that no two change
 * the same rows in another order.
 *
 * @returns how many entries were added
 */
export function addEntries(db: Db): Promise<number> {
	return inTransaction(db, async (tx) => {
		await sql`select pg_advisory_xact_lock(hashtext('leaderboards.add'))`.execute(tx);
		let added = 0;
		for (const ledger of ledgers) {
			const { rows } = await sql<{ id: number }>`select entry_id as id from board_entries
				where ledger = ${ledger} and added_at is null order by entry_id limit ${AT_ONCE}`.execute(tx);
			if (rows.length === 0) continue;
			const ids = rows.map(({ id }) => id);
			await settle(tx, ledger, ids);
			await addUp(tx, ledger, ids);
			added += ids.length;
		}
		return added;
	});
}

/** Adds until nothing waits: after an import, and for tests. @returns how many entries were added */
export async function addAllEntries(db: Db): Promise<number> {
	for (let all = 0; ; ) {
		const added = await addEntries(db);
		all += added;
		if (added === 0) return all;
	}
}

/** Removes boards of weeks and months that are not kept any more. */
export async function dropOldBoards(db: Db): Promise<void> {
	const today = now();
	for (const period of ['week', 'month'] as const)
		await db
			.deleteFrom('boards')
			.where('period', '=', period)
			.where('starts_on', '<', sql<Date>`${before(period, startOf(period, today), KEPT[period] - 1)}::date`)
			.execute();
}

/** What gains come of is added at once; the job adds what else there is. */
export const leaderboardHandlers: Handler[] = [
	onEvents(
		'leaderboards.add',
		[
			'items.voted',
			'questions.accepted',
			'questions.unaccepted',
			'questions.bounty-awarded',
			'rewards.earned',
		],
		async (tx) => void (await addEntries(tx)),
	),
];

export function leaderboardJobs(db: Db): Job<never>[] {
	return [
		{
			name: 'leaderboards.add',
			cron: '* * * * *',
			work: async () => void (await addAllEntries(db)),
		},
		{ name: 'leaderboards.drop-old', cron: '17 3 * * *', work: () => dropOldBoards(db) },
	];
}
