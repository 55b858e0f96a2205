import { now } from '../kernel/clock.ts';
import { afterTalkMs } from '../modules/asks/index.ts';
import { type Db, sql } from '../platform/db/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import { closeBounty } from './cash-bounty.ts';
import { settleCohort } from './cohort-deposit.ts';
import { expireAsk } from './decline-ask.ts';
import { expireGift } from './expire-gift.ts';
import { endGroup } from './group-buy.ts';
import { finishTalk } from './talk.ts';

/** What has a deadline: how what is due is found, and what is then done with each, in a transaction of its own. */
const deadlines: {
	due: (at: Date) => ReturnType<typeof sql<{ id: number }>>;
	settle: (db: Db, id: number) => Promise<boolean>;
}[] = [
	{
		due: (at) =>
			sql`select id from asks where status = 'waiting' and due_at <= ${at} order by due_at limit 500`,
		settle: expireAsk,
	},
	{
		due: (at) =>
			sql`select id from group_buys where status = 'open' and ends_at <= ${at} order by ends_at limit 500`,
		settle: endGroup,
	},
	{
		due: (at) =>
			sql`select order_id as id from cash_bounties where status = 'running' and ends_at <= ${at} order by ends_at limit 500`,
		settle: closeBounty,
	},
	{
		due: (at) =>
			sql`select id from gifts where status = 'ready' and expires_at <= ${at} order by expires_at limit 500`,
		settle: expireGift,
	},
	{
		due: (at) => sql`select b.order_id as id from slot_bookings b join slots s on s.id = b.slot_id
			where b.status = 'booked' and s.starts_at + s.minutes * interval '1 minute' <= ${new Date(at.getTime() - afterTalkMs)}
			order by s.starts_at limit 500`,
		settle: finishTalk,
	},
	{
		due: (at) => sql`select id from cohorts c where (status = 'open' and ends_at <= ${at})
			or (status = 'cancelled' and exists (select from cohort_members m where m.cohort_id = c.id and m.status = 'active'))
			order by ends_at limit 100`,
		settle: settleCohort,
	},
];

/**
 * Settles everything whose time is over: unanswered questions, groups that did not fill, bounties without an accepted
 * answer, talks a day after their end, codes that nobody redeemed, cohorts that are over or were called off. One that fails holds up no other; it is tried again the next time.
 *
 * @returns how many were settled
 * @throws AggregateError of what failed, after all had their turn
 */
export async function settleDue(db: Db): Promise<number> {
	let settled = 0;
	const failures: unknown[] = [];
	for (const { due, settle } of deadlines) {
		const { rows } = await due(now()).execute(db);
		for (const { id } of rows) {
			try {
				if (await settle(db, id)) settled += 1;
			} catch (error) {
				failures.push(error);
			}
		}
	}
	if (failures.length > 0)
		throw new AggregateError(failures, `${failures.length} deadlines could not be settled`);
	return settled;
}

/** Looks every minute. */
export function settleDueJob(db: Db): Job<never> {
	return { name: 'asks.settle-due', cron: '* * * * *', work: async () => void (await settleDue(db)) };
}
