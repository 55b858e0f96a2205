import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { migrateJobs } from '../../platform/jobs/index.ts';
import { growthHandlers } from '../growth/index.ts';
import { vote } from '../items/index.ts';
import { anItem, aPerson, aSpace, plainKinds } from '../items/testing.ts';
import {
	actAsOne,
	askToLook,
	BURST,
	decideFinding,
	fairplayHandlers,
	fairplayJobs,
	listFindings,
	listRuns,
	lookForRings,
	readFinding,
} from './index.ts';
import { sharedSignIns } from './sign-ins.ts';
import { honestVotes, plantRing, randomFrom, syntheticBase } from './testing/community.ts';
import { writeCommunity } from './testing/plant.ts';

plainKinds();
const { db, pool } = await testDatabase();
await migrateJobs(pool);
const [moderator, admin, member] = await Promise.all([
	aPerson(db, { role: 'moderator' }),
	aPerson(db, { role: 'admin' }),
	aPerson(db),
]);

// A place of 500 people in which the ring props up one author; only what the ring did has earned standing.
const now = Math.floor(Date.now() / 1000);
const base = syntheticBase(randomFrom(7), { people: 500, posts: 400, topics: 10 });
const late = now - 86_400 - Math.max(...base.posts.flatMap(({ at, votes }) => [at, ...votes]));
for (const person of base.people) person.joinedAt += late;
for (const post of base.posts) {
	post.at += late;
	post.votes = post.votes.map((at) => at + late);
}
const honest = honestVotes(base, randomFrom(8));
const ring = plantRing(base, honest, 'master', randomFrom(9));
const { people, items } = await writeCommunity(
	db,
	(await aSpace(db)).id,
	ring.base,
	[...honest.votes, ...ring.votes],
	ring.joinedAt,
	{ told: ({ from, to }) => ring.members.has(from) && to === ring.master },
);
await drainEvents(db, growthHandlers);
const master = people.get(ring.master!)!;
const planted = new Set([...ring.members].map((id) => people.get(id)!));
const reputationOf = async (id: number) =>
	(await db.selectFrom('users').select('reputation').where('id', '=', id).executeTakeFirstOrThrow())
		.reputation;
const standing = await reputationOf(master);
const { found } = await lookForRings(db);
const [card] = (await listFindings(db, moderator.actor)).items;
const id = card!.id;

test('a ring that was planted in the database is found with its acts, and told once', async () => {
	expect(found).toBe(1);
	const finding = await readFinding(db, moderator.actor, id);
	const givers = finding.people.filter(({ part }) => part !== 'taker').map(({ person }) => person.id);
	expect(givers.filter((one) => planted.has(one)).length).toBeGreaterThanOrEqual(24);
	expect(givers.filter((one) => !planted.has(one)).length).toBeLessThanOrEqual(1);
	expect(finding.people.find(({ part }) => part === 'taker')?.person.id).toBe(master);
	expect(finding.edges.length).toBeGreaterThan(200);
	expect(finding.edges.every(({ to }) => to === master)).toBe(true);
	expect(finding.marks).toMatchObject({ observed: finding.edges.length });
	const told = await db.selectFrom('events').select('payload').where('type', '=', 'fairplay.found').execute();
	expect(told).toHaveLength(1);
	expect((await lookForRings(db)).found).toBe(0);
	expect((await listRuns(db, moderator.actor))[0]).toMatchObject({
		status: 'done',
		scope: 'all',
		findings: 0,
	});
});

test('only who looks after the place sees findings, and nobody decides of themselves', async () => {
	for (const actor of [visitor, member.actor]) {
		await expect(listFindings(db, actor)).rejects.toMatchObject({ code: /sign_in_required|forbidden/ });
		await expect(readFinding(db, actor, id)).rejects.toMatchObject({ code: /sign_in_required|forbidden/ });
		await expect(decideFinding(db, actor, id, { decision: 'confirmed', reason: 'x' })).rejects.toMatchObject({
			code: /sign_in_required|forbidden/,
		});
	}
	const one = [...planted][0]!;
	await expect(
		decideFinding(db, { ...moderator.actor, userId: one }, id, { decision: 'dismissed', reason: 'Not me.' }),
	).rejects.toMatchObject({ code: 'fairplay.own_finding' });
	await expect(
		decideFinding(db, moderator.actor, id, { decision: 'confirmed', reason: ' ' }),
	).rejects.toMatchObject({
		code: 'common.invalid_input',
	});
	await expect(readFinding(db, moderator.actor, 999_999)).rejects.toMatchObject({
		code: 'fairplay.finding_not_found',
	});
	await expect(askToLook(db, moderator.actor)).rejects.toMatchObject({ code: 'common.forbidden' });
	await askToLook(db, admin.actor);
});

test('confirmed, the votes among them are worth nothing and stay; reversed, everything comes back', async () => {
	const votes = () =>
		db
			.selectFrom('votes')
			.select((eb) => eb.fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow();
	const before = await votes();
	expect(standing).toBeGreaterThan(100);
	const { worth } = await readFinding(db, moderator.actor, id);
	const { entries } = await decideFinding(db, moderator.actor, id, {
		decision: 'confirmed',
		reason: 'One person.',
	});
	expect(entries).toBeGreaterThan(100);
	const left = await reputationOf(master);
	// What was said beforehand is what it takes.
	expect(standing - left).toBe(worth.reputation);
	expect(left).toBeLessThan(standing * 0.15);
	expect(await votes()).toEqual(before);
	expect(await actAsOne(db, [...planted][0]!, [...planted][1]!)).toBe(true);
	await expect(
		decideFinding(db, moderator.actor, id, { decision: 'confirmed', reason: 'Again.' }),
	).rejects.toMatchObject({
		code: 'fairplay.wrong_status',
	});
	// Nothing is hidden of anybody and nobody is suspended by it.
	expect(await db.selectFrom('suspensions').selectAll().execute()).toEqual([]);

	await decideFinding(db, admin.actor, id, { decision: 'dismissed', reason: 'A class, after all.' });
	expect(await reputationOf(master)).toBe(standing);
	expect((await readFinding(db, moderator.actor, id)).decisions.map(({ decision }) => decision)).toEqual([
		'confirmed',
		'dismissed',
	]);
	// Dismissed stays dismissed: the same people are not found again.
	expect((await lookForRings(db)).found).toBe(0);

	await decideFinding(db, admin.actor, id, { decision: 'confirmed', reason: 'No, it is not.' });
	expect(await reputationOf(master)).toBe(left);
});

test('what a confirmed ring goes on with is discounted too, and what is withdrawn meanwhile does not come back', async () => {
	const left = await reputationOf(master);
	const voter = (await readFinding(db, moderator.actor, id)).people.find(({ part }) => part === 'giver')!
		.person.id;
	const actor = { ...member.actor, userId: voter };
	const fresh = await anItem(db, { authorId: master });
	await vote(db, actor, { itemId: fresh.id, value: 1 });
	await drainEvents(db, [...growthHandlers, ...fairplayHandlers]);
	const queued = await pool.query('select payload from graphile_worker._private_jobs where key = $1', [
		`fairplay.discount:${id}`,
	]);
	expect(queued.rows.map(({ payload }) => payload)).toEqual([{ findingId: id }]);
	const discount = fairplayJobs(db).find(({ name }) => name === 'fairplay.discount')!;
	await discount.work({ findingId: id } as never);
	await discount.work({ findingId: id } as never);
	expect(await reputationOf(master)).toBe(left);
	await vote(db, actor, { itemId: fresh.id, value: 0 });
	await drainEvents(db, [...growthHandlers, ...fairplayHandlers]);
	await decideFinding(db, moderator.actor, id, { decision: 'dismissed', reason: 'Enough.' });
	expect(await reputationOf(master)).toBe(standing);
});

test('a burst of votes asks for one look around its author', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { authorId: author.id });
	const crowd = [...people.values()].slice(0, BURST + 3);
	for (const userId of crowd) await vote(db, { ...member.actor, userId }, { itemId: item.id, value: 1 });
	await drainEvents(db, fairplayHandlers);
	const due = await db
		.selectFrom('fair_pulses')
		.select(['author_id', 'due'])
		.where('due', '=', true)
		.execute();
	expect(due).toContainEqual({ author_id: author.id, due: true });
	const around = fairplayJobs(db).find(({ name }) => name === 'fairplay.look-around')!;
	await around.work({} as never);
	expect((await listRuns(db, moderator.actor))[0]).toMatchObject({
		scope: 'around',
		status: 'done',
		findings: 0,
	});
	expect(await db.selectFrom('fair_pulses').select('due').where('due', '=', true).execute()).toEqual([]);
});

test('shared networks are counted and nothing of them is kept', async () => {
	const [a, b, c] = [...planted];
	const at = { expires_at: new Date(Date.now() + 1e6) };
	await db
		.insertInto('sessions')
		.values([
			{ user_id: a!, token: 'fair-a', ip_address: '192.0.2.7', user_agent: 'One', ...at },
			{ user_id: b!, token: 'fair-b', ip_address: '192.0.2.7', user_agent: 'One', ...at },
			{ user_id: c!, token: 'fair-c', ip_address: '192.0.2.9', user_agent: 'One', ...at },
		])
		.execute();
	expect(await sharedSignIns(db, [...planted])).toEqual({ known: 3, network: 2, device: 2 });
	const kept = await db
		.selectFrom('fair_findings')
		.select('marks')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	expect(JSON.stringify(kept)).not.toContain('192.0.2');
});

test('a search that must stop at so many votes takes the newest days', async () => {
	const { runId } = await lookForRings(db, { most: 500 });
	const run = (await listRuns(db, moderator.actor)).find((one) => one.id === runId)!;
	expect(run.votes).toBeLessThanOrEqual(500);
	expect(run.votes).toBeGreaterThan(0);
	expect(items.size).toBeGreaterThan(300);
});
