import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { aPerson } from '../modules/items/testing.ts';
import { askProof, beginProof, listProofs, noteProof } from '../modules/ledger/index.ts';
import { askPayout } from '../modules/payouts/index.ts';
import { anEarning, aPayoutAccount } from '../modules/payouts/testing.ts';
import { sql } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { proofParts, proveAndKeep, proveMoney, proveMoneyJob } from './prove-money.ts';
import { aPaidArticle, aPaidOrder } from './testing.ts';

const { db } = await testDatabase();
const admin = await aPerson(db, { role: 'admin' });
afterEach(() => travel(0));
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
const latest = async () => (await listProofs(db, admin.actor))[0]!;
const jobs = async () => {
	const { rows } = await sql<{
		n: number;
	}>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'ledger.prove'`.execute(db);
	return rows[0]!.n;
};

test('an administrator has the money proved by a job; what it looked at and what came out is kept', async () => {
	const { offerId, amount } = await aPaidArticle(db);
	await aPaidOrder(db, { buyer: await aPerson(db), offerId, amount });
	const moderator = await aPerson(db, { role: 'moderator' });
	expect(await code(askProof(db, moderator.actor))).toBe('common.forbidden');
	expect(await code(listProofs(db, (await aPerson(db)).actor))).toBe('common.forbidden');
	expect(await listProofs(db, moderator.actor)).toEqual([]);

	const ids = await Promise.all(Array.from({ length: 10 }, () => askProof(db, admin.actor)));
	expect(new Set(ids).size).toBe(1);
	expect(await jobs()).toBe(1);
	expect(await latest()).toMatchObject({ status: 'waiting', askedBy: admin.handle, endedAt: null });

	await proveMoneyJob(db).work({ proofId: ids[0]! });
	const proof = await latest();
	expect(proof).toMatchObject({
		status: 'done',
		found: 0,
		differences: [],
		partsDone: proofParts,
		failure: null,
	});
	expect(proof.counted).toMatchObject({ transfers: 1, entries: 3, orders: 1, payments: 1 });
	// The queue may bring the same job again.
	expect(await proveAndKeep(db, ids[0]!)).toBe(false);
	expect((await listProofs(db, admin.actor)).length).toBe(1);
});

test('a difference is kept with its proof and told of; the next proof is right again', async () => {
	const author = await aPerson(db);
	await aPayoutAccount(db, author, admin);
	await anEarning(db, author.id, 5000);
	const terms = { holdDays: 0, affiliateHoldDays: 0, minimums: {} };
	const { payoutId } = await askPayout(db, author.actor, { currency: 'CNY', key: 'key-of-payout' }, terms);
	await db.updateTable('payouts').set({ status: 'sent' }).where('id', '=', payoutId).execute();
	const wrong = [{ what: 'payout and ledger differ', reference: `payout:${payoutId}`, difference: 10_000 }];
	expect(await proveMoney(db)).toEqual(wrong);
	expect(await proveAndKeep(db, null)).toBe(true);
	const proof = await latest();
	expect(proof).toMatchObject({ status: 'done', askedBy: null, found: 1, differences: wrong });
	const told = await db.selectFrom('events').select('payload').where('type', '=', 'ledger.wrong').execute();
	expect(told.map(({ payload }) => payload)).toEqual([{ proofId: proof.id, found: 1 }]);
	await db.updateTable('payouts').set({ status: 'asked' }).where('id', '=', payoutId).execute();
	await proveAndKeep(db, null);
	expect(await latest()).toMatchObject({ found: 0, differences: [] });
});

test('one proves at a time; one that was killed is given up, and the next one runs', async () => {
	const lost = (await beginProof(db, null))!;
	await noteProof(db, lost, 2);
	expect(await latest()).toMatchObject({ id: lost, status: 'running', partsDone: 2 });
	expect(await proveAndKeep(db, null)).toBe(false);
	expect(await askProof(db, admin.actor)).toBe(lost);
	travel(11 * 60_000);
	expect(await latest()).toMatchObject({ id: lost, status: 'failed', failure: 'interrupted' });
	expect(await proveAndKeep(db, null)).toBe(true);
	const [after, before] = await listProofs(db, admin.actor);
	expect([before!.id, before!.status, before!.failure]).toEqual([lost, 'failed', 'interrupted']);
	expect(after!.status).toBe('done');
});

test('a proof that breaks off says why', async () => {
	await sql`alter table payouts rename to payouts_away`.execute(db);
	try {
		await expect(proveAndKeep(db, null)).rejects.toThrow(/payouts/);
	} finally {
		await sql`alter table payouts_away rename to payouts`.execute(db);
	}
	const proof = await latest();
	expect(proof).toMatchObject({ status: 'failed', counted: {} });
	expect(proof.failure).toMatch(/payouts/);
});
