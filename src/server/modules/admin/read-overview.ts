import type { Actor } from '../../contracts/actor.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { requireStaff } from './policy.ts';

/** The place in numbers. */
export interface Overview {
	people: number;
	peopleThisWeek: number;
	items: number;
	itemsThisWeek: number;
	replies: number;
	repliesThisWeek: number;
	paidOrders: number;
	jobsWaiting: number;
}

/** What an operator sees first. Totals of big tables are the planner's estimates, which cost nothing to read. */
export async function readOverview(db: Db, actor: Actor): Promise<Overview> {
	requireStaff(actor);
	const { rows } = await sql<Overview>`select
		(select count(*) from users) as people,
		(select count(*) from users where created_at > now() - interval '7 days') as "peopleThisWeek",
		(select coalesce(sum(item_count), 0)::bigint from spaces) as items,
		(select count(*) from items where status = 'published' and listed and published_at > now() - interval '7 days') as "itemsThisWeek",
		(select greatest(reltuples, 0)::bigint from pg_class where oid = 'replies'::regclass) as replies,
		(select count(*) from events where type = 'items.replied' and occurred_at > now() - interval '7 days') as "repliesThisWeek",
		(select count(*) from orders where status = 'paid') as "paidOrders",
		(select count(*) from graphile_worker.jobs where locked_at is null and run_at <= now()) as "jobsWaiting"`.execute(
		db,
	);
	return rows[0]!;
}
