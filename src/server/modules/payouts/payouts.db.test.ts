import { afterEach, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { aPerson, unique } from '../items/testing.ts';
import { balanceOf, verifyLedger } from '../ledger/index.ts';
import {
	accountsToCheck,
	askPayout,
	decideAccount,
	decidePayout,
	earningsOf,
	exportBatch,
	findPayout,
	listBatches,
	listMyPayouts,
	makeBatch,
	myAccounts,
	settlePayouts,
	verifyPayouts,
	withdrawPayout,
} from './index.ts';
import { type PayoutStatus, payoutTransitions } from './payout.ts';
import { anEarning, aPayoutAccount, testSecret } from './testing.ts';

const { db } = await testDatabase();
const day = 86_400_000;
const hold = { holdDays: 14, affiliateHoldDays: 14 };
const terms = { ...hold, minimums: { CNY: 1000 } };
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
const admin = await aPerson(db, { role: 'admin' });
const ask = (person: { actor: Parameters<typeof askPayout>[1] }, amount?: number, key = unique('key-key')) =>
	askPayout(db, person.actor, { currency: 'CNY', amount, key }, terms);

afterEach(async () => {
	travel(0);
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyPayouts(db)).toEqual([]);
});

test('what was earned lately is held, and set free when its days are over', async () => {
	const author = await aPerson(db);
	await anEarning(db, author.id, 8000);
	const [before] = await earningsOf(db, author.id, hold);
	expect(before).toMatchObject({ currency: 'CNY', balance: 8000, held: 8000, available: 0 });
	expect(before!.freeFrom!.getTime() - Date.now()).toBeGreaterThan(13.9 * day);
	travel(15 * day);
	expect(await earningsOf(db, author.id, hold)).toMatchObject([{ balance: 8000, held: 0, available: 8000 }]);
});

test('what was earned by bringing buyers has a hold of its own', async () => {
	const person = await aPerson(db);
	await anEarning(db, person.id, 4000);
	await anEarning(db, person.id, 500, { kind: 'affiliate' });
	travel(15 * day);
	expect(await earningsOf(db, person.id, { holdDays: 14, affiliateHoldDays: 30 })).toMatchObject([
		{ balance: 4500, held: 500, available: 4000, author: 4000, affiliate: 0 },
	]);
});

test('a refund within the hold holds nothing more; one after it takes from what is free', async () => {
	const author = await aPerson(db);
	await anEarning(db, author.id, 5000, { reference: 'order:a1' });
	await anEarning(db, author.id, -5000, { reference: 'order:a1' });
	await anEarning(db, author.id, 3000, { reference: 'order:a2' });
	await anEarning(db, author.id, -1000, { reference: 'order:a2' });
	expect(await earningsOf(db, author.id, hold)).toMatchObject([{ balance: 2000, held: 2000, available: 0 }]);
	// Of what was earned before the hold began, a refund of today leaves the rest free.
	await sql`alter table ledger_transfers disable trigger ledger_transfers_kept`.execute(db);
	await db
		.updateTable('ledger_transfers')
		.set({ created_at: new Date(Date.now() - 30 * day) })
		.where('reference', '=', 'order:a2')
		.where('kind', '=', 'sale')
		.execute();
	await sql`alter table ledger_transfers enable trigger ledger_transfers_kept`.execute(db);
	expect(await earningsOf(db, author.id, hold)).toMatchObject([{ balance: 2000, held: 0, available: 2000 }]);
});

test('before staff have checked an account nothing is paid, and the number is shown to nobody whole', async () => {
	const author = await aPerson(db);
	await anEarning(db, author.id, 8000);
	travel(15 * day);
	expect(await code(ask(author))).toBe('payouts.account_missing');
	const id = await aPayoutAccount(db, author);
	expect(await code(ask(author))).toBe('payouts.account_missing');
	const [mine] = await myAccounts(db, author.actor);
	expect(mine).toMatchObject({ id, status: 'submitted', tail: '6789', legalName: '王小明' });
	const stored = await db.selectFrom('payout_accounts').selectAll().where('id', '=', id).execute();
	expect(JSON.stringify(stored)).not.toContain('62258801');
	expect(await code(accountsToCheck(db, author.actor))).toBe('common.forbidden');
	const moderator = await aPerson(db, { role: 'moderator' });
	expect(await code(decideAccount(db, moderator.actor, id, true))).toBe('common.forbidden');
	expect((await accountsToCheck(db, admin.actor)).map((one) => one.id)).toContain(id);
	expect(await code(decideAccount(db, admin.actor, id, false))).toBe('payouts.reason_missing');
	await decideAccount(db, admin.actor, id, true);
	expect(await code(decideAccount(db, admin.actor, id, true))).toBe('payouts.account_not_waiting');
	await ask(author);
	// A new one waits while the old one is used.
	await aPayoutAccount(db, author, undefined, { number: '6225880199990000' });
	expect((await myAccounts(db, author.actor)).map((one) => [one.tail, one.status])).toEqual([
		['0000', 'submitted'],
		['6789', 'approved'],
	]);
});

test('numbers that cannot be of such an account are refused at their field', async () => {
	const author = await aPerson(db);
	const refused = async (given: object) => {
		try {
			await aPayoutAccount(db, author, undefined, given as never);
		} catch (error) {
			return (error as AppError).fields;
		}
		return null;
	};
	expect(await refused({ number: '12 34' })).toEqual({ number: 'payouts.number_invalid' });
	expect(await refused({ kind: 'iban', number: 'DE89 3704 0044 0532 0130 01' })).toEqual({
		number: 'payouts.number_invalid',
	});
	expect(await refused({ kind: 'iban', number: 'DE89 3704 0044 0532 0130 00' })).toBe(null);
	expect(await refused({ kind: 'alipay', number: 'not an address' })).toEqual({
		number: 'payouts.number_invalid',
	});
	expect(await refused({ kind: 'alipay', number: '13800138000' })).toBe(null);
});

test('from asking to sent: the money is set aside, batched, exported whole, and leaves the bank once', async () => {
	const author = await aPerson(db);
	await aPayoutAccount(db, author, admin, { legalName: '=cmd|李' });
	await anEarning(db, author.id, 9000);
	await anEarning(db, author.id, 1500, { kind: 'affiliate' });
	travel(15 * day);
	expect(await code(ask(author, 10_501))).toBe('payouts.too_much');
	expect(await code(ask(author, 999))).toBe('payouts.too_little');
	const { payoutId } = await ask(author, 10_000, 'the-same-key');
	expect((await ask(author, 10_000, 'the-same-key')).payoutId).toBe(payoutId);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: 0 });
	expect(await earningsOf(db, author.id, hold)).toMatchObject([{ balance: 500, available: 500 }]);

	expect(await code(settlePayouts(db, admin.actor, { payoutId }, { to: 'sent' }))).toBe(
		'payouts.wrong_state',
	);
	expect(await code(decidePayout(db, author.actor, payoutId, true))).toBe('common.forbidden');
	await decidePayout(db, admin.actor, payoutId, true);
	expect(await code(withdrawPayout(db, author.actor, payoutId))).toBe('payouts.wrong_state');
	const batchId = await makeBatch(db, admin.actor, { currency: 'CNY', kind: 'bank_cn' });
	expect(await code(makeBatch(db, admin.actor, { currency: 'CNY', kind: 'bank_cn' }))).toBe(
		'payouts.nothing_to_send',
	);
	expect(await listBatches(db, admin.actor, batchId)).toMatchObject([{ count: 1, open: 1, total: 10_000 }]);
	const file = await exportBatch(db, admin.actor, batchId, 'cn_bulk', testSecret);
	expect(file).toBe(
		`\uFEFF序号,收款账号,收款户名,开户行,金额,币种,用途\r\n1,6225880123456789,'=cmd|李,招商银行,100.00,CNY,STOA PAYOUT ${payoutId}\r\n`,
	);
	expect(await exportBatch(db, admin.actor, batchId, 'plain', testSecret)).toContain(
		',6225880123456789,100.00,CNY,',
	);
	expect(await code(exportBatch(db, author.actor, batchId, 'plain', testSecret))).toBe('common.forbidden');

	await settlePayouts(db, admin.actor, { batchId }, { to: 'sent', bankReference: 'B-7' });
	expect(await code(settlePayouts(db, admin.actor, { payoutId }, { to: 'sent' }))).toBe(
		'payouts.wrong_state',
	);
	const payout = await findPayout(db, author.actor, payoutId);
	expect(payout).toMatchObject({ status: 'sent', bankReference: 'B-7', account: { tail: '6789' } });
	expect(payout.history.map(({ status }) => status)).toEqual(['asked', 'approved', 'in_batch', 'sent']);
	const stranger = await aPerson(db);
	expect(await code(findPayout(db, stranger.actor, payoutId))).toBe('payouts.not_found');

	// Days later the bank sends it back: it is the author's and the affiliate's again, each their own part, at once.
	await settlePayouts(db, admin.actor, { payoutId }, { to: 'returned', reason: 'account closed' });
	expect(await earningsOf(db, author.id, hold)).toMatchObject([
		{ balance: 10_500, available: 10_500, author: 9000, affiliate: 1500 },
	]);
	expect(await code(settlePayouts(db, admin.actor, { payoutId }, { to: 'sent' }))).toBe(
		'payouts.wrong_state',
	);
});

test('what is refused, withdrawn or failed is the author’s to ask for again', async () => {
	const author = await aPerson(db);
	await aPayoutAccount(db, author, admin);
	await anEarning(db, author.id, 6000);
	travel(15 * day);
	const one = await ask(author);
	expect(await code(decidePayout(db, admin.actor, one.payoutId, false))).toBe('payouts.reason_missing');
	await decidePayout(db, admin.actor, one.payoutId, false, { reason: 'the name differs' });
	const two = await ask(author);
	const stranger = await aPerson(db);
	expect(await code(withdrawPayout(db, stranger.actor, two.payoutId))).toBe('payouts.not_found');
	await withdrawPayout(db, author.actor, two.payoutId);
	const three = await ask(author);
	await decidePayout(db, admin.actor, three.payoutId, true);
	await makeBatch(db, admin.actor, { currency: 'CNY', kind: 'bank_cn' });
	await settlePayouts(db, admin.actor, three, { to: 'failed', reason: 'no such account' });
	expect((await earningsOf(db, author.id, hold))[0]!.available).toBe(6000);
	expect((await listMyPayouts(db, author.actor)).items.map(({ status, reason }) => [status, reason])).toEqual(
		[
			['failed', 'no such account'],
			['withdrawn', null],
			['refused', 'the name differs'],
		],
	);
});

test('fifty requests at once never take more than is available', async () => {
	const author = await aPerson(db);
	await aPayoutAccount(db, author, admin);
	await anEarning(db, author.id, 10_000);
	travel(15 * day);
	const answers = await Promise.all(Array.from({ length: 50 }, () => code(ask(author, 3000))));
	expect(answers.filter((one) => one === 'no refusal')).toHaveLength(3);
	expect(answers.filter((one) => one === 'payouts.too_much')).toHaveLength(47);
	expect((await earningsOf(db, author.id, hold))[0]).toMatchObject({ balance: 1000, available: 1000 });
});

test('fifty tries to batch and to send at once send each payout once', async () => {
	const ids: number[] = [];
	for (let n = 0; n < 5; n++) {
		const author = await aPerson(db);
		await aPayoutAccount(db, author, admin, { kind: 'alipay', number: '13800138000', bankName: '' });
		await anEarning(db, author.id, 2000, { currency: 'CNY' });
		travel(15 * day);
		const { payoutId } = await ask(author);
		await decidePayout(db, admin.actor, payoutId, true);
		travel(0);
		ids.push(payoutId);
	}
	const batches = await Promise.all(
		Array.from({ length: 50 }, () =>
			makeBatch(db, admin.actor, { currency: 'CNY', kind: 'alipay' }).catch(() => null),
		),
	);
	const made = batches.filter((one) => one !== null);
	const lists = await Promise.all(made.map((id) => listBatches(db, admin.actor, id)));
	expect(lists.flat().reduce((sum, { count }) => sum + count, 0)).toBe(5);
	const before = await balanceOf(db, { kind: 'clearing', provider: 'bank' });
	await Promise.all(
		ids.flatMap((payoutId) =>
			Array.from({ length: 10 }, () =>
				settlePayouts(db, admin.actor, { payoutId }, { to: 'sent' }).catch(() => null),
			),
		),
	);
	const after = await balanceOf(db, { kind: 'clearing', provider: 'bank' });
	expect((after.CNY ?? 0) - (before.CNY ?? 0)).toBe(-10_000);
});

test('every move that the table of statuses does not have is refused', async () => {
	const author = await aPerson(db);
	await aPayoutAccount(db, author, admin);
	await anEarning(db, author.id, 100_000);
	travel(15 * day);
	const statuses = Object.keys(payoutTransitions) as PayoutStatus[];
	const { movePayouts } = await import('./move-payouts.ts');
	for (const from of statuses) {
		for (const to of statuses) {
			const { payoutId } = await ask(author, 1000);
			const ways: Record<PayoutStatus, PayoutStatus[]> = {
				asked: [],
				approved: ['approved'],
				in_batch: ['approved', 'in_batch'],
				sent: ['approved', 'in_batch', 'sent'],
				failed: ['approved', 'in_batch', 'failed'],
				returned: ['approved', 'in_batch', 'sent', 'returned'],
				refused: ['refused'],
				withdrawn: ['withdrawn'],
			};
			for (const step of ways[from])
				await db.transaction().execute((tx) => movePayouts(tx, [payoutId], step, { actorId: null }));
			const result = await code(
				db.transaction().execute((tx) => movePayouts(tx, [payoutId], to, { actorId: null })),
			);
			expect([from, to, result]).toEqual([
				from,
				to,
				payoutTransitions[from].includes(to) ? 'no refusal' : 'payouts.wrong_state',
			]);
		}
	}
});

test('a payout whose money is not where its status says is found', async () => {
	const author = await aPerson(db);
	await aPayoutAccount(db, author, admin);
	await anEarning(db, author.id, 5000);
	travel(15 * day);
	const { payoutId } = await ask(author);
	await db.updateTable('payouts').set({ status: 'sent' }).where('id', '=', payoutId).execute();
	expect(await verifyPayouts(db)).toEqual([
		{ what: 'payout and ledger differ', reference: `payout:${payoutId}`, difference: 10_000 },
	]);
	await db.updateTable('payouts').set({ status: 'asked' }).where('id', '=', payoutId).execute();
});
