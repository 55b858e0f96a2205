import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { earnPoints } from '../growth/index.ts';
import { award, countsOf } from './award-badge.ts';
import type { MetricName } from './metrics.ts';
import type { Condition } from './rule.ts';
import type { Texts } from './schemas.ts';

/** A quest or challenge as counting needs it. */
export interface RunningQuest {
	id: number;
	kind: 'quest' | 'challenge';
	names: Texts;
	steps: Condition[];
	points: number;
	badgeId: number | null;
	startsAt: Date | null;
	endsAt: Date | null;
}

const counted = sql`id, kind, names, steps, points, badge_id as "badgeId", starts_at as "startsAt", ends_at as "endsAt"`;

/** Quests, and challenges that have begun and are not over. One statement. */
export async function runningQuests(db: Db): Promise<RunningQuest[]> {
	const at = now();
	const { rows } = await sql<RunningQuest>`select ${counted} from quests
		where retired_at is null and closed_at is null and (kind = 'quest' or (starts_at <= ${at} and ends_at > ${at})) order by id`.execute(
		db,
	);
	return rows;
}

/** The same with challenges that are over and not closed. One statement. */
export async function questsToCount(db: Db): Promise<RunningQuest[]> {
	const { rows } = await sql<RunningQuest>`select ${counted} from quests
		where retired_at is null and closed_at is null and (kind = 'quest' or starts_at <= ${now()}) order by id`.execute(
		db,
	);
	return rows;
}

/**
 * Counts for people what they have done of quests and challenges, and gives what completing one brings, once. What was
 * completed stays so.
 *
 * @param among counts that may have changed; left out: all
 */
export async function settleQuests(
	tx: Tx,
	quests: readonly RunningQuest[],
	people: readonly UserId[],
	among?: ReadonlySet<MetricName>,
): Promise<void> {
	for (const quest of quests) {
		if (among && !quest.steps.some(({ metric }) => among.has(metric))) continue;
		const count = await countsOf(tx, people, quest.steps, { from: quest.startsAt, until: quest.endsAt });
		for (const userId of [...people].sort((a, b) => a - b)) {
			const counts = quest.steps.map((step) => count(userId, step));
			// Nobody is on the list of a challenge by doing nothing.
			if (counts.every((n) => n === 0)) continue;
			await keep(tx, quest, userId, counts);
		}
	}
}

async function keep(tx: Tx, quest: RunningQuest, userId: UserId, counts: number[]): Promise<void> {
	const at = now();
	const done = counts.every((n, at) => n >= quest.steps[at]!.atLeast);
	const total = Math.min(counts[0]!, 2_000_000_000);
	const { rows } = await sql<{ completed: Date | null }>`
		insert into quest_progress (quest_id, user_id, counts, total, updated_at) values (${quest.id}, ${userId}, ${counts}::integer[], ${total}, ${at})
		on conflict (quest_id, user_id) do update set counts = excluded.counts, total = excluded.total, updated_at = excluded.updated_at
		returning completed_at as completed`.execute(tx);
	if (!done || rows[0]!.completed) return;
	const entry =
		quest.points > 0
			? await earnPoints(tx, userId, {
					amount: quest.points,
					reason: quest.kind,
					key: `quest:${quest.id}:${userId}`,
					why: quest.names.en,
				})
			: null;
	await tx
		.updateTable('quest_progress')
		.set({ completed_at: at, point_entry_id: entry })
		.where('quest_id', '=', quest.id)
		.where('user_id', '=', userId)
		.execute();
	await emit(tx, null, 'rewards.earned', { userId, what: quest.kind, name: quest.names.en, id: quest.id });
	if (quest.badgeId === null) return;
	const badge = await tx
		.selectFrom('badges')
		.select(['id', 'names', 'points', 'repeatable'])
		.where('id', '=', quest.badgeId)
		.executeTakeFirst();
	if (!badge) return;
	await award(
		tx,
		{ ...badge, names: badge.names as unknown as Texts },
		{
			userId,
			cause: badge.repeatable ? `quest:${quest.id}` : '',
		},
	);
}

/** What came of a challenge. */
export interface ChallengeResult {
	/** Who took part. */
	people: number;
	completed: number;
	/** All together, of the first step. */
	total: number;
	/** Whether the goal of all was reached; null where there was none. */
	reached: boolean | null;
}

/** Closes challenges that are over, each once, after counting once more for all who took part. @returns how many were closed */
export async function closeChallenges(db: Db): Promise<number> {
	const at = now();
	const { rows } = await sql<RunningQuest & { goal: number | null }>`select ${counted}, goal_of_all as goal
		from quests where kind = 'challenge' and closed_at is null and retired_at is null and ends_at <= ${at} order by ends_at limit 50`.execute(
		db,
	);
	let closed = 0;
	for (const quest of rows)
		closed += await inTransaction(db, async (tx) => {
			const first = await tx
				.selectFrom('quests')
				.select('id')
				.where('id', '=', quest.id)
				.where('closed_at', 'is', null)
				.forUpdate()
				.executeTakeFirst();
			if (!first) return 0;
			for (let after = 0; ; ) {
				const people = await tx
					.selectFrom('quest_progress')
					.select('user_id')
					.where('quest_id', '=', quest.id)
					.where('user_id', '>', after)
					.orderBy('user_id')
					.limit(500)
					.execute();
				if (people.length === 0) break;
				await settleQuests(
					tx,
					[quest],
					people.map(({ user_id }) => user_id),
				);
				after = people.at(-1)!.user_id;
			}
			await sql`update quests set closed_at = ${at}, result = (
				select jsonb_build_object('people', count(*), 'completed', count(completed_at), 'total', coalesce(sum(total), 0),
					'reached', case when ${quest.goal}::int is not null then coalesce(sum(total), 0) >= ${quest.goal}::int end)
					from quest_progress where quest_id = ${quest.id}) where id = ${quest.id}`.execute(tx);
			return 1;
		});
	return closed;
}

export function questJobs(db: Db): Job<never>[] {
	return [
		{
			name: 'rewards.close-challenges',
			cron: '*/5 * * * *',
			work: async () => void (await closeChallenges(db)),
		},
	];
}
