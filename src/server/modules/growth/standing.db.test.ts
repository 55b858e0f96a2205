import { afterEach, expect, test } from 'vitest';
import type { Actor } from '../../contracts/actor.ts';
import { now, travel } from '../../kernel/clock.ts';
import { inTransaction, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { dispatchEvent, drainEvents, emit } from '../../platform/events/index.ts';
import '../questions/index.ts';
import { hideItem, unhideItem, vote } from '../items/index.ts';
import { anItem, aPerson, aReply } from '../items/testing.ts';
import { acceptAnswer, awardBounty, offerBounty } from '../questions/index.ts';
import {
	activateDraft,
	activeRules,
	askSimulation,
	beginDraft,
	bookWaiting,
	flushPresence,
	growthHandlers,
	lastSimulation,
	levelOf,
	listRuleTables,
	noteRead,
	noteVisit,
	pointsOf,
	type Rules,
	readStanding,
	registerDependences,
	reviewEverybody,
	runSimulation,
	saveDraft,
} from './index.ts';

const { db } = await testDatabase();
const [admin, moderator] = await Promise.all([
	aPerson(db, { role: 'admin' }),
	aPerson(db, { role: 'moderator' }),
]);
const drain = () => drainEvents(db, growthHandlers);
const reputationOf = async (id: number) =>
	(await db.selectFrom('users').select('reputation').where('id', '=', id).executeTakeFirstOrThrow())
		.reputation;
const up = (actor: Actor, itemId: number, replyId: number | null = null, value: -1 | 0 | 1 = 1) =>
	vote(db, actor, { itemId, replyId, value });

afterEach(() => travel(0));

/** Switches changed rules on, as an administrator does. */
async function inForce(change: (rules: Rules) => void): Promise<void> {
	const { rules } = await activeRules(db);
	change(rules);
	await beginDraft(db, admin.actor, { name: 'test' });
	await saveDraft(db, admin.actor, { rules });
	await activateDraft(db, admin.actor);
}

test('what is hidden takes back what it earned, replies too; shown again it gives it back', async () => {
	const [asker, author, voter] = await Promise.all([aPerson(db), aPerson(db), aPerson(db)]);
	const item = await anItem(db, { kind: 'question', authorId: asker.id });
	const answer = await aReply(db, { itemId: item.id, authorId: author.id });
	await up(voter.actor, item.id);
	await up(voter.actor, item.id, answer.id);
	await acceptAnswer(db, asker.actor, { itemId: item.id, replyId: answer.id });
	await drain();
	const standing = async () => [await reputationOf(asker.id), await reputationOf(author.id)];
	expect(await standing()).toEqual([7, 25]);
	const points = await pointsOf(db, author.id);
	await hideItem(db, moderator.actor, item.id);
	await drain();
	expect(await standing()).toEqual([0, 0]);
	expect(await pointsOf(db, author.id)).toBe(0);
	await unhideItem(db, moderator.actor, item.id);
	await drain();
	expect(await standing()).toEqual([7, 25]);
	expect(await pointsOf(db, author.id)).toBe(points);
});

test('a vote that is handled only after its item was hidden brings nothing until it is shown again', async () => {
	const [author, voter] = await Promise.all([aPerson(db), aPerson(db)]);
	const item = await anItem(db, { kind: 'discussion', authorId: author.id });
	await up(voter.actor, item.id);
	await hideItem(db, moderator.actor, item.id);
	await drain();
	expect(await reputationOf(author.id)).toBe(0);
	await unhideItem(db, moderator.actor, item.id);
	await drain();
	expect(await reputationOf(author.id)).toBe(10);
});

test('facts of one vote come to the same in whatever order they are handled', async () => {
	const [author, voter] = await Promise.all([aPerson(db), aPerson(db)]);
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	for (const value of [1, 0, 1, -1, 1] as const) await up(voter.actor, item.id, null, value);
	const events = await db
		.selectFrom('events')
		.select('id')
		.where('type', '=', 'items.voted')
		.where(sql<boolean>`(payload->>'itemId')::bigint = ${item.id}`)
		.orderBy('id')
		.execute();
	for (const { id } of [3, 0, 4, 1, 2].map((at) => events[at]!)) await dispatchEvent(db, growthHandlers, id);
	expect(await reputationOf(author.id)).toBe(10);
});

test('a vote that came to nothing by the cap costs nothing when it is taken back', async () => {
	const [author, voter] = await Promise.all([aPerson(db), aPerson(db)]);
	await db
		.insertInto('reputation_entries')
		.values({ user_id: author.id, amount: 200, reason: 'vote', created_at: now() })
		.execute();
	await db.updateTable('users').set({ reputation: 200 }).where('id', '=', author.id).execute();
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	await up(voter.actor, item.id);
	await drain();
	expect(await reputationOf(author.id)).toBe(200);
	await up(voter.actor, item.id, null, 0);
	await drain();
	expect(await reputationOf(author.id)).toBe(200);
});

test('a fact about one’s own text by oneself earns nothing', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	await emit(db, author.id, 'items.voted', {
		itemId: item.id,
		replyId: null,
		authorId: author.id,
		from: 0,
		to: 1,
	});
	await drain();
	expect(await reputationOf(author.id)).toBe(0);
});

test('a bounty is moved whole from who offered it to who won it', async () => {
	const [asker, author] = await Promise.all([aPerson(db, { reputation: 300 }), aPerson(db)]);
	const item = await anItem(db, { kind: 'question', authorId: asker.id });
	const answer = await aReply(db, { itemId: item.id, authorId: author.id });
	await offerBounty(db, asker.actor, { itemId: item.id, amount: 100, days: 7 });
	await awardBounty(db, asker.actor, { itemId: item.id, replyId: answer.id });
	await drain();
	expect([await reputationOf(asker.id), await reputationOf(author.id)]).toEqual([200, 100]);
});

test('days here and items read are counted once each, and lift the level at once', async () => {
	const person = await aPerson(db);
	await db
		.updateTable('users')
		.set({ created_at: new Date(Date.now() - 10 * 86_400_000) })
		.where('id', '=', person.id)
		.execute();
	for (let n = 0; n < 6; n++) {
		const item = await anItem(db, { kind: 'article', authorId: moderator.id });
		noteRead(person.id, item.id);
		noteRead(person.id, item.id);
	}
	noteVisit(person.id, 'Asia/Shanghai');
	noteVisit(person.id, 'Asia/Shanghai');
	expect(await flushPresence(db)).toEqual({ days: 1, reads: 6 });
	noteVisit(person.id, 'no/zone');
	travel(86_400_000);
	noteVisit(person.id, 'no/zone');
	await flushPresence(db);
	expect(await levelOf(db, person.id)).toBe(1);
	const standing = await readStanding(db, person.id);
	expect(standing!.next!.needs.find((need) => need.field === 'itemsRead')).toMatchObject({
		has: 6,
		needed: 30,
		met: false,
	});
	await drain();
	// A point for each day, and nothing of reputation: the ledgers do not mix.
	expect(await pointsOf(db, person.id)).toBeGreaterThan(0);
	expect(await reputationOf(person.id)).toBe(0);
});

test('a level is lost by a decision, and given back when an appeal reverses it', async () => {
	const person = await aPerson(db, { reputation: 1200 });
	await db
		.updateTable('users')
		.set({ created_at: new Date(Date.now() - 90 * 86_400_000) })
		.where('id', '=', person.id)
		.execute();
	await db
		.insertInto('standings')
		.values({ user_id: person.id, visited_days: 50, items_read: 200 })
		.execute();
	await sql`insert into visit_days (user_id, day) select ${person.id}, current_date - n from generate_series(1, 30) n`.execute(
		db,
	);
	expect(await reviewEverybody(db, 2)).toBeGreaterThan(0);
	expect(await levelOf(db, person.id)).toBe(3);
	const decided = {
		caseId: 77,
		itemId: null,
		replyId: null,
		personId: person.id,
		category: 'spam',
		actions: [],
	};
	await emit(db, moderator.id, 'moderation.decided', { ...decided, outcome: 'upheld' });
	await drain();
	expect(await levelOf(db, person.id)).toBe(1);
	await emit(db, moderator.id, 'moderation.appeal-decided', {
		appealId: 1,
		caseId: 77,
		appellantId: person.id,
		reversed: true,
	});
	await drain();
	expect(await levelOf(db, person.id)).toBe(3);
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'growth.level-changed')
		.execute();
	expect(
		told
			.map(({ payload }) => payload as { userId: number; to: number })
			.filter((one) => one.userId === person.id),
	).toMatchObject([{ to: 3 }, { to: 1 }, { to: 3 }]);
});

test('rules are drafted, refused where they loop, tried on past facts, and switched on by administrators', async () => {
	const [author, voter] = await Promise.all([aPerson(db), aPerson(db)]);
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	await up(voter.actor, item.id);
	await drain();
	const before = await activeRules(db);
	await expect(beginDraft(db, moderator.actor, { name: 'x' })).rejects.toMatchObject({
		code: 'common.forbidden',
	});
	await expect(saveDraft(db, admin.actor, { rules: before.rules })).rejects.toMatchObject({
		code: 'growth.no_draft',
	});
	await beginDraft(db, admin.actor, { name: 'More for articles' });
	await expect(beginDraft(db, admin.actor, { name: 'again' })).rejects.toMatchObject({
		code: 'growth.draft_exists',
	});
	await expect(activateDraft(db, admin.actor)).rejects.toMatchObject({ code: 'growth.nothing_changed' });

	const loops = structuredClone(before.rules);
	loops.rules.push({ ledger: 'points', cause: 'reward', of: 'badge', amount: 5 });
	registerDependences('badges', async () => [{ from: 'points', to: 'reward:badge' }]);
	await expect(saveDraft(db, admin.actor, { rules: loops })).rejects.toMatchObject({
		code: 'growth.rules_loop',
		params: { loop: expect.stringContaining('reward:badge') },
	});
	registerDependences('badges', async () => []);
	await expect(
		saveDraft(db, admin.actor, { rules: { ...before.rules, closingVotes: 0 } }),
	).rejects.toMatchObject({
		code: 'common.invalid_input',
	});

	const more = structuredClone(before.rules);
	more.rules.push({ ledger: 'reputation', cause: 'up', of: 'article', amount: 30 });
	await saveDraft(db, admin.actor, { rules: more });
	const id = await askSimulation(db, admin.actor, 30);
	await expect(askSimulation(db, admin.actor)).rejects.toMatchObject({ code: 'growth.simulation_running' });
	await runSimulation(db, id);
	const tried = (await lastSimulation(db))!;
	expect(tried).toMatchObject({ status: 'done', outdated: false });
	expect(tried.done).toBe(tried.total);
	const { reputation } = tried.result!;
	expect(reputation.most.find((one) => one.userId === author.id)).toEqual({
		userId: author.id,
		before: 10,
		after: 30,
	});
	expect(reputation.lose).toBe(0);
	expect(reputation.after - reputation.before).toBeGreaterThanOrEqual(20);
	expect(reputation.spread.reduce((sum, one) => sum + one.after, 0)).toBe(
		reputation.gain + reputation.lose + reputation.same,
	);

	const version = await activateDraft(db, admin.actor, 'Articles are work');
	expect((await listRuleTables(db)).slice(0, 2)).toMatchObject([
		{ version, status: 'active', activatedBy: admin.handle, note: 'Articles are work' },
		{ version: before.version, status: 'retired' },
	]);
	await expect(
		db.updateTable('rule_tables').set({ rules: '{}' }).where('status', '=', 'active').execute(),
	).rejects.toThrow('not changed');
	const other = await anItem(db, { kind: 'article', authorId: author.id });
	await up(voter.actor, other.id);
	await drain();
	// What was booked stays; what comes is weighed anew.
	expect(await reputationOf(author.id)).toBe(40);
});

test('what comes through a new account waits, and counts only if its cause still stands', async () => {
	await inForce((rules) => {
		rules.reputation.newAccount = { days: 3, hours: 24 };
	});
	const [author, voter, other] = await Promise.all([aPerson(db), aPerson(db), aPerson(db)]);
	await db
		.updateTable('users')
		.set({ created_at: new Date(Date.now() - 30 * 86_400_000) })
		.where('id', 'in', [author.id, other.id])
		.execute();
	const item = await anItem(db, { kind: 'discussion', authorId: author.id });
	await up(voter.actor, item.id);
	await up(other.actor, item.id);
	await drain();
	expect(await reputationOf(author.id)).toBe(10);
	travel(25 * 3_600_000);
	await bookWaiting(db);
	expect(await reputationOf(author.id)).toBe(20);
	travel(0);
	const second = await anItem(db, { kind: 'discussion', authorId: author.id });
	await up(voter.actor, second.id);
	await up(voter.actor, second.id, null, 0);
	await drain();
	travel(50 * 3_600_000);
	await bookWaiting(db);
	expect(await reputationOf(author.id)).toBe(20);
	travel(0);
	await inForce((rules) => {
		rules.reputation.newAccount = null;
	});
});

test('every sum is the sum of its entries after all of this', async () => {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from standings s
		where points <> coalesce((select sum(amount) from point_entries e where e.user_id = s.user_id), 0)`.execute(
		db,
	);
	expect(rows[0]!.n).toBe(0);
	await inTransaction(db, async (tx) => {
		expect(
			(
				await sql<{
					n: number;
				}>`select count(*)::int as n from point_entries a join point_entries b on b.reverses = a.id
					where b.amount <> -a.amount or b.user_id <> a.user_id`.execute(tx)
			).rows[0]!.n,
		).toBe(0);
	});
});
