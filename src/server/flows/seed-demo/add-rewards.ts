import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import { addMonths, at, now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { earnPoints, pointsOf } from '../../modules/growth/index.ts';
import { addAllEntries } from '../../modules/leaderboards/index.ts';
import {
	type BadgeInput,
	closeChallenges,
	fulfilOrder,
	type GoodsInput,
	giveBadge,
	giveHonour,
	type HonourInput,
	monthOf,
	orderGoods,
	type PoolTermsInput,
	type QuestInput,
	setBadge,
	setGoods,
	setPoolTerms,
	setQuest,
	settleAll,
	sharePool,
} from '../../modules/rewards/index.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';

const DAY = 86_400_000;

interface Rewards {
	badges: BadgeInput[];
	given: { badge: string; to: string; reason: string }[];
	quests: QuestInput[];
	challenges: (Pick<QuestInput, 'slug' | 'names' | 'descriptions' | 'steps' | 'points'> & {
		from: number;
		to: number;
		goal: number;
	})[];
	goods: GoodsInput[];
	orders: { by: string; goods: number; note?: string; days_ago: number; answer?: string }[];
	honours: (Pick<HonourInput, 'names' | 'reason'> & { to: string })[];
	pool: PoolTermsInput;
}

/** What good work has brought the people of the demo, as if the rules had been there all the time. */
export async function addRewards(tx: Tx, dir: string, people: People): Promise<void> {
	const demo = parse(readFileSync(join(dir, 'rewards.yaml'), 'utf8')) as Rewards;
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const actorOf = (handle: string, role: Actor['role'] = 'member'): Actor => ({
		userId: people.get(handle) as UserId,
		role,
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	const admin = actorOf('mia-c', 'admin');
	const dayAgo = (days: number) => new Date(now().getTime() - days * DAY);

	await addDays(tx);
	for (const badge of demo.badges) await setBadge(tx, admin, badge);
	for (const quest of demo.quests) await setQuest(tx, admin, quest);
	for (const { from, to, goal, ...challenge } of demo.challenges)
		await setQuest(tx, admin, {
			...challenge,
			kind: 'challenge',
			goalOfAll: goal,
			startsAt: dayAgo(-from),
			endsAt: dayAgo(-to),
		});
	await at(dayAgo(2), () => settleAll(tx));
	await closeChallenges(tx);
	const badges = await tx.selectFrom('badges').select(['id', 'slug']).execute();
	for (const { badge, to, reason } of demo.given)
		await giveBadge(tx, admin, badges.find(({ slug }) => slug === badge)!.id, { handle: to, reason });
	for (const { to, ...honour } of demo.honours)
		await giveHonour(tx, admin, { ...honour, handle: to, year: dayAgo(365).getUTCFullYear() });
	// Not all on one day.
	await sql`update badge_awards set awarded_at = awarded_at - make_interval(days => (id * 7 % 80)::int, hours => (id * 5 % 24)::int)
		where given_by is null`.execute(tx);

	const month = monthOf(now());
	await at(new Date(addMonths(new Date(month), -2).getTime() + DAY), () =>
		setPoolTerms(tx, admin, demo.pool),
	);
	await sharePool(tx, monthOf(addMonths(new Date(month), -1)));
	await addOrders(tx, demo, actorOf, admin);
	await addAllEntries(tx);
	// What is told of is what happens from now on.
	await sql`delete from events where type = 'rewards.earned' and id > ${before?.id ?? 0}`.execute(tx);
}

/** The days on which people took part: those of what they wrote and voted for; and a row of days that goes on. */
async function addDays(tx: Tx): Promise<void> {
	await sql`insert into community_days (user_id, day, acts, begins_at, ends_at)
		select user_id, day, acts, day::timestamp at time zone zone, (day + 1)::timestamp at time zone zone from (
			select a.user_id, (a.at at time zone u.time_zone)::date as day, u.time_zone as zone, count(*)::int as acts from (
				select author_id as user_id, published_at as at from items where status = 'published'
				union all select author_id, created_at from replies
				union all select user_id, created_at from votes
				union all select id, ${now()}::timestamptz - make_interval(days => n) from users, generate_series(0, 8) n
					where handle in ('wu-tong', 'he-ping', 'bai-lu') and (handle = 'he-ping' or n < 5)
			) a join users u on u.id = a.user_id where a.at <= ${now()} group by 1, 2, 3
		) d`.execute(tx);
}

async function addOrders(
	tx: Tx,
	{ goods, orders }: Rewards,
	actorOf: (handle: string) => Actor,
	admin: Actor,
): Promise<void> {
	const ids: number[] = [];
	for (const one of goods) ids.push((await setGoods(tx, admin, null, one)).id);
	for (const { by, goods: which, note, days_ago, answer } of orders) {
		const actor = actorOf(by);
		const short = goods[which]!.price as number;
		const has = await pointsOf(tx, actor.userId!);
		// Who came with too little has learnt a little more than the demo tells.
		if (has < short + 60)
			await earnPoints(tx, actor.userId!, { amount: short + 60 - has, reason: 'reward', why: 'Demo' });
		const moment = new Date(now().getTime() - days_ago * DAY);
		const order = await at(moment, () =>
			orderGoods(tx, actor, { goodsId: ids[which]!, key: `demo-order-${by}`, note: note ?? '' }),
		);
		if (answer) await at(moment, () => fulfilOrder(tx, admin, order.id, answer));
	}
}
