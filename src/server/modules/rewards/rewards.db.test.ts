import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { earnPoints, growthHandlers, pointsOf } from '../growth/index.ts';
import { anItem, aPerson, plainKinds, unique } from '../items/testing.ts';
import {
	cancelOrder,
	closeChallenges,
	fulfilOrder,
	giveBadge,
	giveHonour,
	listBadgesOf,
	listGoodsOrders,
	listHonours,
	listMyGoodsOrders,
	listParticipants,
	monthOf,
	orderGoods,
	poolTerms,
	previewPool,
	readCommunityStreak,
	readGoods,
	readPool,
	readQuest,
	rewardHandlers,
	setBadge,
	setGoods,
	setPoolTerms,
	setQuest,
	shareDue,
	sharePool,
	takeBackOrder,
	withdrawHonour,
} from './index.ts';

const { db } = await testDatabase();
plainKinds();
afterEach(() => travel(0));
const DAY = 86_400_000;
const admin = await aPerson(db, { role: 'admin' });
const drain = () => drainEvents(db, [...growthHandlers, ...rewardHandlers]);
const texts = { 'zh-CN': '名', en: 'Name' };

async function vote(userId: number): Promise<void> {
	const item = await anItem(db, { kind: 'article' });
	await sql`insert into votes (user_id, item_id, value, created_at) values (${userId}, ${item.id}, 1, ${now()})`.execute(
		db,
	);
	await emit(db, userId, 'items.voted', { itemId: item.id, replyId: null, authorId: null, from: 0, to: 1 });
}
const rich = async (points: number) => {
	const person = await aPerson(db);
	await db.transaction().execute((tx) => earnPoints(tx, person.id, { amount: points, reason: 'badge' }));
	return person;
};

test('a quest shows how far one is, and gives points and badge once when all of it is done', async () => {
	const badge = await setBadge(db, admin.actor, {
		slug: unique('b'),
		tier: 'bronze',
		names: texts,
		descriptions: texts,
	});
	const { rows } = await sql<{ slug: string }>`select slug from badges where id = ${badge.id}`.execute(db);
	const { id } = await setQuest(db, admin.actor, {
		slug: unique('q'),
		kind: 'quest',
		names: texts,
		descriptions: texts,
		steps: [
			{ metric: 'votes', atLeast: 2 },
			{ metric: 'profile', atLeast: 1 },
		],
		points: 20,
		badge: rows[0]!.slug,
	});
	const member = await aPerson(db);
	await vote(member.id);
	await drain();
	expect(await readQuest(db, member.actor, id)).toMatchObject({ progress: 0.25, completedAt: null });
	await vote(member.id);
	await sql`update users set headline = 'Writes', bio = 'Much' where id = ${member.id}`.execute(db);
	await emit(db, member.id, 'accounts.profile-changed', { userId: member.id });
	await drain();
	await vote(member.id);
	await drain();
	expect((await readQuest(db, member.actor, id)).completedAt).not.toBeNull();
	expect(await listBadgesOf(db, member.actor, member.id)).toHaveLength(1);
	const { rows: booked } = await sql<{
		n: number;
	}>`select count(*)::int as n from point_entries where user_id = ${member.id} and reason = 'quest'`.execute(
		db,
	);
	expect(booked[0]!.n).toBe(1);
	// The badge that a quest gives is none that has a rule of its own, and a quest's steps are looked at.
	for (const wrong of [
		{ badge: 'no-such-badge' },
		{ steps: [] },
		{ steps: [{ metric: 'nothing', atLeast: 1 }] },
		{ goalOfAll: 5 },
	])
		await expect(
			setQuest(db, admin.actor, {
				slug: unique('q'),
				kind: 'quest',
				names: texts,
				descriptions: texts,
				steps: [{ metric: 'votes', atLeast: 1 }],
				...wrong,
			} as never),
		).rejects.toMatchObject({ status: expect.any(Number) });
});

test('a challenge counts what is done between its moments, and closes once with what came of it', async () => {
	const [one, two] = [await aPerson(db), await aPerson(db)];
	await vote(one.id);
	await drain();
	const at = Date.now();
	const { id } = await setQuest(db, admin.actor, {
		slug: unique('c'),
		kind: 'challenge',
		names: texts,
		descriptions: texts,
		steps: [{ metric: 'votes', atLeast: 2 }],
		goalOfAll: 3,
		points: 30,
		startsAt: new Date(at),
		endsAt: new Date(at + 2 * DAY),
	});
	await vote(one.id);
	await vote(one.id);
	await vote(two.id);
	await drain();
	expect(await readQuest(db, two.actor, id)).toMatchObject({
		state: 'running',
		progress: 0.5,
		people: 2,
		completed: 1,
		total: 3,
	});
	expect((await listParticipants(db, id)).map(({ total }) => total)).toEqual([2, 1]);
	expect(await closeChallenges(db)).toBe(0);
	travel(3 * DAY);
	await vote(two.id);
	await drain();
	expect((await Promise.all([closeChallenges(db), closeChallenges(db)])).sort()).toEqual([0, 1]);
	expect((await readQuest(db, two.actor, id)).result).toEqual({
		people: 2,
		completed: 1,
		total: 3,
		reached: true,
	});
	await expect(
		setQuest(db, admin.actor, {
			slug: unique('c'),
			kind: 'challenge',
			names: texts,
			descriptions: texts,
			steps: [{ metric: 'votes', atLeast: 1 }],
			startsAt: new Date(at),
			endsAt: new Date(at),
		}),
	).rejects.toMatchObject({ fields: { endsAt: 'rewards.days_order' } });
});

test('days are those of where somebody is, as clocks and places change', async () => {
	const traveller = await aPerson(db);
	const moments: [zone: string, at: string][] = [
		['Asia/Shanghai', '2026-06-01T04:00:00Z'],
		['Asia/Shanghai', '2026-06-02T03:00:00Z'],
		// Shanghai to Honolulu: the second of June again.
		['Pacific/Honolulu', '2026-06-03T02:00:00Z'],
		['Pacific/Honolulu', '2026-06-04T02:00:00Z'],
		// And on to Auckland: no fourth of June.
		['Pacific/Auckland', '2026-06-04T22:00:00Z'],
	];
	for (const [zone, at] of moments) {
		await sql`update users set time_zone = ${zone} where id = ${traveller.id}`.execute(db);
		travel(Date.parse(at) - Date.now());
		await vote(traveller.id);
		await drain();
	}
	const streak = await readCommunityStreak(db, traveller.id, 6);
	expect(streak).toMatchObject({ current: 4, longest: 4, today: { day: '2026-06-05', done: true } });
	expect(streak.days.map(({ acts }) => acts)).toEqual([0, 1, 2, 1, 0, 1]);
	// What badges count is counted by the same rule.
	const { rows } = await sql<{
		n: number;
	}>`with marked as (select day, (day - lag(day) over w = 1 or begins_at - lag(ends_at) over w <= interval '12 hours') is not true as b
		from community_days where user_id = ${traveller.id} window w as (order by day)) select count(*) filter (where b)::int as n from marked`.execute(
		db,
	);
	expect(rows[0]!.n).toBe(1);
});

test('of the last thing there is one buyer, however many order at once; nobody pays for nothing', async () => {
	const { id } = await setGoods(db, admin.actor, null, {
		names: texts,
		descriptions: texts,
		price: 40,
		stock: 3,
	});
	const people = await Promise.all(Array.from({ length: 10 }, () => rich(100)));
	const outcomes = await Promise.allSettled(
		people.map(({ actor }, n) => orderGoods(db, actor, { goodsId: id, key: `order-key-${n}` })),
	);
	expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
	for (const one of outcomes)
		if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'rewards.sold_out' });
	expect((await readGoods(db, admin.actor, id)).stock).toBe(0);
	const left = await Promise.all(people.map((one) => pointsOf(db, one.id)));
	expect(left.sort((a, b) => a - b)).toEqual([60, 60, 60, 100, 100, 100, 100, 100, 100, 100]);
});

test('an order is placed once for its key, within the limit and what one has; cancelled, points and stock are back, once', async () => {
	const { id } = await setGoods(db, admin.actor, null, {
		names: texts,
		descriptions: texts,
		price: 30,
		stock: 5,
		perPerson: 2,
		asks: 'address',
	});
	const buyer = await rich(75);
	const order = (key: string, note = 'Somewhere 1') =>
		orderGoods(db, buyer.actor, { goodsId: id, key, note });
	await expect(order('key-0000', ' ')).rejects.toMatchObject({ code: 'rewards.address_missing' });
	const [first, again] = await Promise.all([order('key-0001'), order('key-0001')]);
	expect(again.id).toBe(first.id);
	const second = await order('key-0002');
	await expect(order('key-0003')).rejects.toMatchObject({ code: 'rewards.limit_reached' });
	expect([await pointsOf(db, buyer.id), (await readGoods(db, buyer.actor, id)).stock]).toEqual([15, 3]);
	const tries = await Promise.allSettled([
		takeBackOrder(db, buyer.actor, first.id),
		cancelOrder(db, admin.actor, first.id, 'none left'),
	]);
	expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect([await pointsOf(db, buyer.id), (await readGoods(db, buyer.actor, id)).stock]).toEqual([45, 4]);
	await fulfilOrder(db, admin.actor, second.id, 'SF-1');
	await expect(cancelOrder(db, admin.actor, second.id)).rejects.toMatchObject({
		code: 'rewards.order_settled',
	});
	expect((await listMyGoodsOrders(db, buyer.actor)).items.map(({ status }) => status)).toEqual([
		'fulfilled',
		'cancelled',
	]);
	const other = await rich(10);
	await expect(takeBackOrder(db, other.actor, second.id)).rejects.toMatchObject({
		code: 'rewards.order_not_found',
	});
	await expect(
		orderGoods(db, other.actor, { goodsId: id, key: 'key-0009', note: 'x' }),
	).rejects.toMatchObject({ code: 'growth.points_short' });
	expect((await readGoods(db, other.actor, id)).stock).toBe(4);
	await expect(listGoodsOrders(db, other.actor)).rejects.toMatchObject({ code: 'common.forbidden' });
});

test('honours stand on a person until they are withdrawn', async () => {
	const person = await aPerson(db);
	const { id } = await giveHonour(db, admin.actor, {
		handle: person.handle,
		names: texts,
		year: 2026,
		reason: 'A year of answers.',
	});
	expect((await listHonours(db, { person: person.id })).items).toMatchObject([{ year: 2026, names: texts }]);
	await expect(
		giveHonour(db, person.actor, { handle: person.handle, names: texts, year: 2026 }),
	).rejects.toMatchObject({ code: 'common.forbidden' });
	await withdrawHonour(db, admin.actor, id);
	expect((await listHonours(db, { person: person.id })).items).toEqual([]);
	await expect(withdrawHonour(db, admin.actor, id)).rejects.toMatchObject({
		code: 'rewards.honour_not_found',
	});
	await expect(
		giveBadge(db, admin.actor, 999_999, { handle: person.handle, reason: 'x' }),
	).rejects.toMatchObject({ code: 'rewards.badge_not_found' });
});

test('the pool of a month is shared once, by the formula that held then, and preview and outcome are one', async () => {
	const month = monthOf(new Date());
	expect(await poolTerms(db, month)).toMatchObject({ points: 0 });
	const formula = { voterDays: 0, mostPercent: 100, least: 1 };
	expect(await setPoolTerms(db, admin.actor, { points: 1000, formula })).toEqual({ month });
	const [author, friend] = [await aPerson(db), await aPerson(db)];
	const voters = await Promise.all(Array.from({ length: 6 }, () => aPerson(db)));
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	const other = await anItem(db, { kind: 'article', authorId: friend.id });
	for (const { id } of voters)
		await sql`insert into votes (user_id, item_id, value, created_at) values (${id}, ${item.id}, 1, now())`.execute(
			db,
		);
	await sql`insert into votes (user_id, item_id, value, created_at) values (${voters[0]!.id}, ${other.id}, 1, now())`.execute(
		db,
	);
	// One's own vote, had it slipped in, counts nothing.
	await sql`insert into votes (user_id, item_id, value) values (${friend.id}, ${other.id}, 1)`.execute(db);
	await expect(async () => sharePool(db, month)).rejects.toMatchObject({ code: 'rewards.month_over' });
	const preview = await previewPool(db, admin.actor, { month });
	const shareIn = (of: { userId: number; points: number }[], id: number) =>
		of.find(({ userId }) => userId === id)?.points ?? 0;
	// Six votes to one; a point either way is rounding.
	expect(
		Math.abs(shareIn(preview.shares, author.id) - 6 * shareIn(preview.shares, friend.id)),
	).toBeLessThanOrEqual(6);
	expect(preview.shares.reduce((sum, { points }) => sum + points, 0)).toBe(1000);
	travel(35 * DAY);
	// What is set now holds from the month after.
	expect(
		(await setPoolTerms(db, admin.actor, { points: 5, formula })).month >
			monthOf(new Date(Date.now() + 35 * DAY)),
	).toBe(true);
	const before = await pointsOf(db, author.id);
	const outcomes = await Promise.all([sharePool(db, month), sharePool(db, month), shareDue(db)]);
	expect(outcomes.filter((n) => typeof n === 'number').length).toBeLessThanOrEqual(1);
	const { pool, shares } = await readPool(db, author.id, month);
	expect(shares.map(({ person, points }) => [person.id, points])).toEqual(
		preview.shares.map(({ userId, points }) => [userId, points]),
	);
	expect(pool.shared).toBe(shares.reduce((sum, { points }) => sum + points, 0));
	expect((await pointsOf(db, author.id)) - before).toBe(shareIn(preview.shares, author.id));
	expect(await sharePool(db, month)).toBe(null);
	await expect(previewPool(db, author.actor, { month })).rejects.toMatchObject({ code: 'common.forbidden' });
	await expect(previewPool(db, admin.actor, { month: '2026-13' })).rejects.toMatchObject({
		code: 'common.invalid_input',
	});
});
