import { AppError } from '../../kernel/errors.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { type Dependence, refuseLoops, registerDependences } from '../growth/index.ts';
import { rewardError } from './errors.ts';
import type { BadgeRule, Condition } from './rule.ts';

/** What of a badge, a quest or a challenge can go round in a circle. */
interface Rewarding {
	kind: 'badge' | 'quest' | 'challenge';
	slug: string;
	/** What it counts; nothing when it is given by hand or for works. */
	counts: readonly Condition[];
	points: number;
	/** Of the badge that it is, or that is given with it. */
	tier: 'bronze' | 'silver' | 'gold' | null;
}

/**
 * What a reward needs and gives, as growth looks for circles in it: points and reputation lead to what counts them, badges
 * of a metal to what counts those, and each reward to what the rules of standing give for one of its sort.
 */
function dependencesOf({ kind, slug, counts, points, tier }: Rewarding): Dependence[] {
	const self = `${kind}:${slug}`;
	const needs = counts.flatMap(({ metric }) =>
		metric === 'points' || metric === 'reputation'
			? [metric]
			: metric.endsWith('_badges')
				? [`badges:${metric.slice(0, -'_badges'.length)}`]
				: [],
	);
	return [
		...needs.map((from) => ({ from, to: self })),
		{ from: self, to: `reward:${kind}` },
		...(points > 0 ? [{ from: self, to: 'points' }] : []),
		...(tier ? [{ from: self, to: `badges:${tier}` }] : []),
		...(tier && kind !== 'badge' ? [{ from: self, to: 'reward:badge' }] : []),
	];
}

/** Everything that is earned now. One statement. */
async function allRewards(db: Db): Promise<Rewarding[]> {
	const { rows } = await sql<
		Omit<Rewarding, 'counts'> & { rule: BadgeRule | null; steps: Condition[] | null }
	>`
		select 'badge' as kind, slug, rule, null::jsonb as steps, points, tier from badges where retired_at is null
		union all select q.kind, q.slug, null, q.steps, q.points, b.tier from quests q left join badges b on b.id = q.badge_id
			where q.retired_at is null and q.closed_at is null`.execute(db);
	return rows.map(({ rule, steps, ...row }) => ({
		...row,
		counts: steps ?? (rule?.of === 'person' ? rule.all : []),
	}));
}

registerDependences('rewards', async (db) => (await allRewards(db)).flatMap(dependencesOf));

/**
 * Refuses what would earn itself, by what there is already or by the rules of standing: points give a badge that gives
 * points. Whoever else sets something at the same time waits, so that two halves of a circle do not slip by each other.
 *
 * @throws rewards.rule_loops with the circle in `params.circle`
 */
export async function demandNoCircle(tx: Tx, next: Rewarding, field: 'rule' | 'steps'): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('what is earned is set'))`.execute(tx);
	const others = (await allRewards(tx)).filter(({ kind, slug }) => kind !== next.kind || slug !== next.slug);
	try {
		await refuseLoops(tx, null, {
			source: 'rewards',
			dependences: [next, ...others].flatMap(dependencesOf),
		});
	} catch (error) {
		if (!(error instanceof AppError) || error.code !== 'growth.rules_loop') throw error;
		throw rewardError('rule_loops', {
			params: { circle: String(error.params.loop) },
			fields: { [field]: 'rewards.rule_loops' },
			detail: error.message,
			cause: error,
		});
	}
}
