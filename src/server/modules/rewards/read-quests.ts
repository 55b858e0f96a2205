import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { PersonCard } from '../accounts/index.ts';
import { rewardError } from './errors.ts';
import type { ChallengeResult } from './quest-progress.ts';
import type { Condition } from './rule.ts';
import type { Texts } from './schemas.ts';

export interface Quest {
	id: number;
	slug: string;
	kind: 'quest' | 'challenge';
	names: Texts;
	descriptions: Texts;
	steps: (Condition & { done: number })[];
	/** What part of all steps the actor has done, 0 to 1. */
	progress: number;
	completedAt: Date | null;
	points: number;
	badge: { id: number; slug: string; names: Texts; tier: 'bronze' | 'silver' | 'gold' } | null;
	startsAt: Date | null;
	endsAt: Date | null;
	/** Of a challenge: `soon`, `running`, `over`. */
	state: 'open' | 'soon' | 'running' | 'over';
	/** Of a challenge: who take part, what all together have reached of how much, who completed it. */
	people: number;
	completed: number;
	total: number;
	goalOfAll: number | null;
	result: ChallengeResult | null;
	retired: boolean;
}

type Row = Omit<Quest, 'steps' | 'progress' | 'state'> & {
	steps: Condition[];
	counts: number[] | null;
	closed: boolean;
};

const all = statement<{ user: UserId | null; staff: boolean; id: number | null; since: Date }, Row>(
	`select q.id, q.slug, q.kind, q.names, q.descriptions, q.steps, q.points, q.starts_at as "startsAt", q.ends_at as "endsAt", q.goal_of_all as "goalOfAll",
			q.result, q.retired_at is not null as retired, q.closed_at is not null as closed, p.counts, p.completed_at as "completedAt",
			case when b.id is not null then json_build_object('id', b.id, 'slug', b.slug, 'names', b.names, 'tier', b.tier) end as badge,
			coalesce(t.people, 0)::int as people, coalesce(t.completed, 0)::int as completed, coalesce(t.total, 0)::float8 as total
		from quests q left join quest_progress p on p.quest_id = q.id and p.user_id = :user::bigint
			left join badges b on b.id = q.badge_id and (not b.hidden or :staff::boolean)
			left join lateral (select count(*) as people, count(completed_at) as completed, sum(total) as total from quest_progress x where x.quest_id = q.id) t on q.kind = 'challenge'
		where (:id::bigint is null or q.id = :id::bigint) and (q.retired_at is null or :staff::boolean)
			and (:id::bigint is not null or q.ends_at is null or q.ends_at > :since::timestamptz)
		order by q.kind desc, q.ends_at nulls first, q.id limit 100`,
);

function questFrom({ counts, closed, steps, ...row }: Row): Quest {
	const shown = steps.map((step, at) => ({ ...step, done: Math.min(counts?.[at] ?? 0, step.atLeast) }));
	const at = now();
	const state =
		row.kind === 'quest'
			? 'open'
			: row.startsAt! > at
				? 'soon'
				: closed || row.endsAt! <= at
					? 'over'
					: 'running';
	const sum = shown.reduce((all, { done, atLeast }) => all + done / atLeast, 0);
	return { ...row, steps: shown, progress: row.completedAt ? 1 : sum / shown.length, state };
}

/** Quests and challenges, with what the actor has done of them; challenges that ended longer ago than two months are left out. One statement. */
export async function listQuests(db: Db, actor: Actor): Promise<Quest[]> {
	const since = new Date(now().getTime() - 60 * 86_400_000);
	return (await all(db, { user: actor.userId, staff: isStaff(actor), id: null, since })).map(questFrom);
}

/** @throws rewards.quest_not_found */
export async function readQuest(db: Db, actor: Actor, id: number): Promise<Quest> {
	const [row] = await all(db, { user: actor.userId, staff: isStaff(actor), id, since: now() });
	if (!row) throw rewardError('quest_not_found', { detail: 'There is no such quest.' });
	return questFrom(row);
}

export interface Participant {
	total: number;
	completedAt: Date | null;
	person: Pick<PersonCard, 'id' | 'handle' | 'name' | 'image' | 'face' | 'role'>;
}

/** Who did the most in a challenge: the first fifty. One statement. */
export async function listParticipants(db: Db, questId: number): Promise<Participant[]> {
	const { rows } = await sql<Participant>`select p.total, p.completed_at as "completedAt",
			json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'image', u.image, 'face', u.face, 'role', u.role) as person
		from quest_progress p join quests q on q.id = p.quest_id and q.kind = 'challenge' join users u on u.id = p.user_id
		where p.quest_id = ${questId} and p.total > 0 order by p.total desc, p.user_id desc limit 50`.execute(db);
	return rows;
}
