import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { growthHandlers, pointsOf } from '../growth/index.ts';
import { hideItem, unhideItem } from '../items/index.ts';
import { anItem, aPerson, aReply, plainKinds, unique } from '../items/testing.ts';
import {
	type BadgeInput,
	backfillNext,
	giveBadge,
	listAwards,
	listBackfills,
	listBadges,
	listBadgesOf,
	readBadge,
	retireBadge,
	rewardHandlers,
	setBadge,
	setQuest,
	startBackfill,
	takeBadge,
} from './index.ts';

const { db } = await testDatabase();
plainKinds();
const admin = await aPerson(db, { role: 'admin' });
const drain = () => drainEvents(db, [...growthHandlers, ...rewardHandlers]);
const texts = { 'zh-CN': '徽章', en: 'Badge' };
const badge = (given: Partial<BadgeInput> = {}): BadgeInput => ({
	slug: unique('b'),
	tier: 'bronze',
	names: texts,
	descriptions: texts,
	...given,
});
const answers = (atLeast: number) => ({
	of: 'person' as const,
	all: [{ metric: 'answers' as const, atLeast }],
});

async function answer(authorId: number, itemId: number): Promise<number> {
	const reply = await aReply(db, { itemId, kind: 'answer', authorId });
	await emit(db, authorId, 'items.replied', {
		itemId,
		replyId: reply.id,
		kind: 'answer',
		parentId: null,
		mentions: [],
	});
	return reply.id;
}

test('a count earns a badge once, with its points; what is hidden takes both back, shown again it gives both', async () => {
	const { id } = await setBadge(db, admin.actor, badge({ rule: answers(2), points: 15 }));
	const [asker, author] = [await aPerson(db), await aPerson(db)];
	const item = await anItem(db, { kind: 'question', authorId: asker.id });
	await answer(author.id, item.id);
	await drain();
	const before = await pointsOf(db, author.id);
	expect(await listBadgesOf(db, visitor, author.id)).toEqual([]);
	await answer(author.id, item.id);
	await drain();
	await answer(author.id, item.id);
	await drain();
	await drain();
	const has = async () => [
		(await listAwards(db, id)).items.length,
		(await readBadge(db, visitor, id)).awards,
	];
	expect(await has()).toEqual([1, 1]);
	const earned = await pointsOf(db, author.id);
	expect(earned - before).toBeGreaterThanOrEqual(15);
	await hideItem(db, admin.actor, item.id, 'off topic');
	await drain();
	expect(await has()).toEqual([0, 0]);
	await unhideItem(db, admin.actor, item.id);
	await drain();
	expect(await has()).toEqual([1, 1]);
	expect(await pointsOf(db, author.id)).toBe(earned);
});

test('a work that is good enough earns its badge each time, or once, as the badge says', async () => {
	const rule = { of: 'work' as const, work: 'article' as const, score: 2 };
	const each = await setBadge(db, admin.actor, badge({ rule, repeatable: true }));
	const once = await setBadge(db, admin.actor, badge({ rule }));
	const author = await aPerson(db);
	for (let n = 0; n < 2; n++) {
		const item = await anItem(db, { kind: 'article', authorId: author.id });
		await sql`update items set score = 2 where id = ${item.id}`.execute(db);
		for (const to of [1, 0, 1] as const)
			await emit(db, null, 'items.voted', {
				itemId: item.id,
				replyId: null,
				authorId: author.id,
				from: 0,
				to,
			});
	}
	await drain();
	expect((await listAwards(db, each.id)).items).toHaveLength(2);
	expect((await listAwards(db, once.id)).items).toHaveLength(1);
});

test('a repeatable count is earned again for each further time', async () => {
	const { id } = await setBadge(db, admin.actor, badge({ rule: answers(2), repeatable: true }));
	const [asker, author] = [await aPerson(db), await aPerson(db)];
	const item = await anItem(db, { kind: 'question', authorId: asker.id });
	for (let n = 0; n < 5; n++) await answer(author.id, item.id);
	await drain();
	expect((await listAwards(db, id)).items.filter(({ person }) => person.id === author.id)).toHaveLength(2);
});

test('who had earned a new badge already is found, whatever dies on the way, and nobody twice', async () => {
	const authors = await Promise.all(Array.from({ length: 4 }, () => aPerson(db)));
	const item = await anItem(db, { kind: 'question' });
	for (const { id } of authors.slice(0, 3))
		for (let n = 0; n < 9; n++) await aReply(db, { itemId: item.id, kind: 'answer', authorId: id });
	const { id } = await setBadge(db, admin.actor, badge({ rule: answers(9) }));
	await startBackfill(db, admin.actor, id);
	await expect(startBackfill(db, admin.actor, id)).rejects.toMatchObject({
		code: 'rewards.backfill_running',
	});
	const { rows } = await sql<{ id: number }>`select id from badge_backfills where badge_id = ${id}`.execute(
		db,
	);
	await Promise.all([backfillNext(db, rows[0]!.id), backfillNext(db, rows[0]!.id)]);
	expect(await backfillNext(db, rows[0]!.id)).toBe(false);
	expect((await listAwards(db, id)).items.map(({ person }) => person.id).sort()).toEqual(
		authors
			.slice(0, 3)
			.map((one) => one.id)
			.sort(),
	);
	const run = (await listBackfills(db)).find(({ badgeId }) => badgeId === id)!;
	expect(run).toMatchObject({ awarded: 3, lookedAt: run.total });
	expect(run.finishedAt).not.toBeNull();
});

test('what would earn itself is refused, alone, by two, and by what quests give', async () => {
	const points = (atLeast: number) => ({
		of: 'person' as const,
		all: [{ metric: 'points' as const, atLeast }],
	});
	const set = (given: Partial<BadgeInput>) => setBadge(db, admin.actor, badge(given));
	await expect(set({ rule: points(10), points: 5 })).rejects.toMatchObject({ code: 'rewards.rule_loops' });
	const gold = { of: 'person' as const, all: [{ metric: 'gold_badges' as const, atLeast: 1 }] };
	await expect(set({ tier: 'gold', rule: gold })).rejects.toMatchObject({ code: 'rewards.rule_loops' });
	const byPoints = await set({ tier: 'gold', rule: points(1_000_000) });
	await expect(set({ tier: 'silver', rule: gold, points: 1 })).rejects.toMatchObject({
		code: 'rewards.rule_loops',
	});
	const bySilver = await set({ tier: 'silver', rule: gold });
	// A quest that counts silver badges and gives points closes the circle, too.
	const quest = { slug: unique('q'), kind: 'quest' as const, names: texts, descriptions: texts, points: 3 };
	await expect(
		setQuest(db, admin.actor, { ...quest, steps: [{ metric: 'silver_badges', atLeast: 1 }] }),
	).rejects.toMatchObject({ code: 'rewards.rule_loops' });
	await retireBadge(db, admin.actor, byPoints.id);
	await setQuest(db, admin.actor, { ...quest, steps: [{ metric: 'silver_badges', atLeast: 1 }] });
	await retireBadge(db, admin.actor, bySilver.id);
});

test('a rule is data of few shapes: code, patterns, unknown counts and tags where none are counted are refused', async () => {
	const bad: unknown[] = [
		{ of: 'sql', text: 'select 1' },
		{ of: 'person', all: [] },
		{ of: 'person', all: [{ metric: 'constructor', atLeast: 1 }] },
		{ of: 'person', all: [{ metric: 'answers', atLeast: 1, where: '1=1' }] },
		{ of: 'person', all: [{ metric: 'answers', atLeast: 0 }] },
		{ of: 'person', all: [{ metric: 'votes', atLeast: 1, tag: 'x' }] },
		{ of: 'work', work: 'question' },
		{ of: 'work', work: 'answer', score: 2, title: '(a+)+$' },
	];
	for (const rule of bad)
		await expect(setBadge(db, admin.actor, badge({ rule: rule as never }))).rejects.toMatchObject({
			code: 'common.invalid_input',
		});
	await expect(setBadge(db, admin.actor, badge({ slug: 'Bad Slug' }))).rejects.toMatchObject({
		code: 'common.invalid_input',
	});
	const member = await aPerson(db);
	await expect(setBadge(db, member.actor, badge())).rejects.toMatchObject({ code: 'common.forbidden' });
});

test('staff give badges by hand and take them back; one by a rule they do not', async () => {
	const [staff, member] = [await aPerson(db, { role: 'moderator' }), await aPerson(db)];
	const { id } = await setBadge(db, admin.actor, badge({ tier: 'gold', points: 7 }));
	await expect(giveBadge(db, staff.actor, id, { handle: member.handle, reason: ' ' })).rejects.toMatchObject({
		code: 'common.invalid_input',
	});
	await expect(
		giveBadge(db, member.actor, id, { handle: member.handle, reason: 'me' }),
	).rejects.toMatchObject({ code: 'common.forbidden' });
	const award = await giveBadge(db, staff.actor, id, {
		handle: `@${member.handle}`,
		reason: 'The meeting in May.',
	});
	await expect(
		giveBadge(db, staff.actor, id, { handle: member.handle, reason: 'again' }),
	).rejects.toMatchObject({ code: 'rewards.has_badge' });
	expect(await pointsOf(db, member.id)).toBe(7);
	await takeBadge(db, staff.actor, award.id, 'given to the wrong one');
	expect(await pointsOf(db, member.id)).toBe(0);
	const ruled = await setBadge(db, admin.actor, badge({ rule: answers(99) }));
	await expect(
		giveBadge(db, staff.actor, ruled.id, { handle: member.handle, reason: 'x' }),
	).rejects.toMatchObject({ code: 'rewards.by_rule' });
});

test('a hidden badge is seen by who has it and by staff, and on nobody else’s list; imported ones stand beside', async () => {
	const [member, other] = [await aPerson(db), await aPerson(db)];
	const { id } = await setBadge(db, admin.actor, badge({ hidden: true }));
	await expect(readBadge(db, member.actor, id)).rejects.toMatchObject({ code: 'rewards.badge_not_found' });
	await giveBadge(db, admin.actor, id, { handle: member.handle, reason: 'found it' });
	expect((await readBadge(db, member.actor, id)).mine).toBe(1);
	expect((await listBadges(db, other.actor)).map((one) => one.id)).not.toContain(id);
	await sql`insert into user_badges (user_id, name, class) values (${member.id}, 'Teacher', 'bronze'), (${member.id}, 'Teacher', 'bronze')`.execute(
		db,
	);
	expect((await listBadgesOf(db, other.actor, member.id)).map(({ name, count }) => [name, count])).toEqual([
		['Teacher', 2],
	]);
	expect(await listBadgesOf(db, member.actor, member.id)).toHaveLength(2);
});
