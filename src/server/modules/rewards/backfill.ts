import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { enqueue, type Job } from '../../platform/jobs/index.ts';
import { activeBadges, settlePeople, settleWorks } from './award-badge.ts';
import { rewardError } from './errors.ts';
import { requireAdmin } from './gate.ts';

export const BACKFILL = 'rewards.backfill';
/** So many people are looked at in one transaction. */
const AT_ONCE = 500;

/** Looks through everybody for who has earned a badge already. @throws rewards.badge_not_found, rewards.by_hand, rewards.backfill_running */
export async function startBackfill(db: Db, actor: Actor, badgeId: number): Promise<void> {
	requireAdmin(actor);
	await inTransaction(db, async (tx) => {
		const badge = await tx
			.selectFrom('badges')
			.select('rule')
			.where('id', '=', badgeId)
			.where('retired_at', 'is', null)
			.executeTakeFirst();
		if (!badge) throw rewardError('badge_not_found', { detail: 'There is no such badge.' });
		if (!badge.rule) throw rewardError('by_hand', { detail: 'This badge is given by hand.' });
		if (!(await begin(tx, badgeId))) throw rewardError('backfill_running');
	});
}

async function begin(tx: Db, badgeId: number): Promise<boolean> {
	const { rows } = await sql<{ id: number }>`insert into badge_backfills (badge_id, total, started_at)
		select ${badgeId}, count(*)::int, ${now()} from users on conflict (badge_id) where finished_at is null do nothing returning id`.execute(
		tx,
	);
	if (!rows[0]) return false;
	// Two at once would award the same people: one goes after the other.
	await enqueue(tx, BACKFILL, { id: rows[0].id }, { queue: BACKFILL });
	return true;
}

/**
 * Looks at the next people of a backfill. How far it is stands in the same transaction as what was awarded: killed in
 * between, it goes on where it was.
 *
 * @returns whether there is more to do
 */
export function backfillNext(db: Db, id: number): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const run = await tx
			.selectFrom('badge_backfills')
			.select(['badge_id', 'last_user_id'])
			.where('id', '=', id)
			.where('finished_at', 'is', null)
			.forUpdate()
			.executeTakeFirst();
		if (!run) return false;
		const people = await tx
			.selectFrom('users')
			.select('id')
			.where('id', '>', run.last_user_id)
			.orderBy('id')
			.limit(AT_ONCE)
			.execute();
		const ids = people.map((person) => person.id);
		const badges = ids.length > 0 ? await activeBadges(tx, run.badge_id) : [];
		const awarded =
			badges.length === 0
				? 0
				: (await settlePeople(tx, badges, ids)) + (await settleWorks(tx, badges, { people: ids }));
		const done = badges.length === 0 || ids.length < AT_ONCE;
		await sql`update badge_backfills set looked_at = looked_at + ${ids.length}::int, awarded = awarded + ${awarded}::int,
			last_user_id = ${ids.at(-1) ?? run.last_user_id}, finished_at = ${done ? now() : null} where id = ${id}`.execute(
			tx,
		);
		if (!done) await enqueue(tx, BACKFILL, { id }, { queue: BACKFILL });
		return !done;
	});
}

/** How far the last look through everybody is. */
export interface Backfill {
	badgeId: number;
	lookedAt: number;
	total: number;
	awarded: number;
	startedAt: Date;
	finishedAt: Date | null;
}

/** The last backfill of each badge. The caller has checked who asks. One statement. */
export async function listBackfills(db: Db): Promise<Backfill[]> {
	const { rows } =
		await sql<Backfill>`select distinct on (badge_id) badge_id as "badgeId", looked_at as "lookedAt", greatest(total, looked_at) as total,
		awarded, started_at as "startedAt", finished_at as "finishedAt" from badge_backfills order by badge_id, id desc`.execute(
			db,
		);
	return rows;
}

/** Views are no facts: badges that ask for them are looked for once a night. */
export async function backfillViews(db: Db): Promise<void> {
	await inTransaction(db, async (tx) => {
		for (const { id, rule } of await activeBadges(tx))
			if (rule?.of === 'work' && rule.views) await begin(tx, id);
		await sql`delete from badge_backfills b where finished_at < ${now()}::timestamptz - interval '30 days'`.execute(
			tx,
		);
	});
}

export function backfillJobs(db: Db): Job<never>[] {
	const next: Job<{ id: number }> = {
		name: BACKFILL,
		work: async ({ id }) => void (await backfillNext(db, id)),
	};
	return [
		next as Job<never>,
		{ name: 'rewards.backfill-views', cron: '43 2 * * *', work: () => backfillViews(db) },
	];
}
