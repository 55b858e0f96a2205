import { afterEach, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { askFapiao, decideFapiao } from '../invoices/index.ts';
import { aPaidOrder } from '../invoices/testing.ts';
import { aPerson, type PersonBuilt, unique } from '../items/testing.ts';
import { askPayout, decideAccount, decidePayout, makeBatch, settlePayouts } from '../payouts/index.ts';
import { anEarning, aPayoutAccount } from '../payouts/testing.ts';
import { letterHandlers, listNotifications, notificationHandlers } from './index.ts';
import { letters, writeLetter } from './letters.ts';

const { db } = await testDatabase();
const handlers = [...notificationHandlers, ...letterHandlers('https://stoa.example')];
const admin = await aPerson(db, { role: 'admin' });
const day = 86_400_000;
afterEach(() => travel(0));

/** What somebody was told since the last time, in the app and by letter, the oldest first. */
const heard = new Map<number, number>();
const lettersHeard = new Map<number, number>();
async function told(person: PersonBuilt) {
	await drainEvents(db, handlers);
	const all = (await listNotifications(db, person.actor)).items
		.map(({ kind, path, subject }) => [kind, path, subject])
		.reverse();
	const fresh = all.slice(heard.get(person.id) ?? 0);
	heard.set(person.id, all.length);
	return fresh;
}
async function written(person: PersonBuilt) {
	await drainEvents(db, handlers);
	const { email } = await db
		.selectFrom('users')
		.select('email')
		.where('id', '=', person.id)
		.executeTakeFirstOrThrow();
	const mails = await db
		.selectFrom('mails')
		.select(['kind', 'subject', 'body_text'])
		.where('recipient', '=', email)
		.orderBy('id')
		.execute();
	const fresh = mails.slice(lettersHeard.get(person.id) ?? 0);
	lettersHeard.set(person.id, mails.length);
	return fresh;
}

test('each step of a payout is told to whom it concerns, and where the money is at its end also by letter', async () => {
	const author = await aPerson(db);
	await db.updateTable('users').set({ locale: 'en' }).where('id', '=', author.id).execute();
	const accountId = await aPayoutAccount(db, author);
	await decideAccount(db, admin.actor, accountId, false, { reason: 'The name differs.' });
	expect(await told(author)).toEqual([['payout_account_refused', '/studio/payouts', '···6789']]);
	expect(
		(await written(author)).map(({ kind, body_text }) => [kind, body_text.includes('The name differs.')]),
	).toEqual([['account-refused', true]]);
	await aPayoutAccount(db, author, admin);
	expect((await told(author)).map(([kind]) => kind)).toEqual(['payout_account_approved']);
	expect((await written(author)).map(({ kind }) => kind)).toEqual(['account-approved']);

	await anEarning(db, author.id, 30_000);
	travel(15 * day);
	const terms = { holdDays: 14, affiliateHoldDays: 14, minimums: {} };
	const ask = (amount: number) =>
		askPayout(db, author.actor, { currency: 'CNY', amount, key: unique('key-of-payout') }, terms);
	const sum = '100.00 CNY';
	const { payoutId } = await ask(10_000);
	expect(await told(admin)).toEqual([['payout_asked', '/admin/payouts', sum]]);
	expect(await told(author)).toEqual([]);
	await decidePayout(db, admin.actor, payoutId, true);
	expect(await told(author)).toEqual([['payout_approved', '/studio/payouts', sum]]);
	await makeBatch(db, admin.actor, { currency: 'CNY', kind: 'bank_cn' });
	expect(await told(author)).toEqual([]);
	await settlePayouts(db, admin.actor, { payoutId }, { to: 'sent', bankReference: 'B-7' });
	expect(await told(author)).toEqual([['payout_sent', '/studio/payouts', sum]]);
	const [sent] = await written(author);
	expect(sent).toMatchObject({ kind: 'payout-sent', subject: '¥100 is on its way to you' });
	expect(sent!.body_text).toContain('sent to 招商银行 ···6789. The bank’s reference is B-7. Your bank');
	expect(sent!.body_text).toContain('https://stoa.example/studio/payouts');

	await settlePayouts(db, admin.actor, { payoutId }, { to: 'returned', reason: 'Account closed.' });
	const refused = await ask(5000);
	await decidePayout(db, admin.actor, refused.payoutId, false, { reason: 'Too soon.' });
	const failed = await ask(6000);
	await decidePayout(db, admin.actor, failed.payoutId, true);
	await makeBatch(db, admin.actor, { currency: 'CNY', kind: 'bank_cn' });
	await settlePayouts(db, admin.actor, failed, { to: 'failed', reason: 'No such account.' });
	expect((await told(author)).map(([kind, , subject]) => [kind, subject])).toEqual([
		['payout_returned', sum],
		['payout_refused', '50.00 CNY'],
		['payout_approved', '60.00 CNY'],
		['payout_failed', '60.00 CNY'],
	]);
	expect((await written(author)).map(({ kind }) => kind)).toEqual([
		'payout-returned',
		'payout-refused',
		'payout-failed',
	]);
});

test('a fapiao that is asked for is told to administrators, and what became of it to the buyer', async () => {
	const buyer = await aPerson(db);
	const asking = { holder: 'person', title: '王小明', email: 'w@example.org' };
	const { orderId } = await aPaidOrder(db, { userId: buyer.id, title: '查询规划器' });
	await told(admin);
	const first = await askFapiao(db, buyer.actor, orderId, asking);
	expect(await told(admin)).toEqual([['fapiao_asked', '/admin/invoices', '查询规划器']]);
	await decideFapiao(db, admin.actor, first, { to: 'refused', reason: '抬头不全' });
	const second = await askFapiao(db, buyer.actor, orderId, asking);
	await decideFapiao(db, admin.actor, second, {
		to: 'issued',
		number: '2431200',
		link: 'https://tax.example/2431200',
	});
	expect(await told(buyer)).toEqual([
		['fapiao_refused', '/invoices', '查询规划器'],
		['fapiao_issued', '/invoices', '查询规划器'],
	]);
	const [refused, issued] = await written(buyer);
	expect(refused).toMatchObject({ kind: 'fapiao-refused', subject: '发票申请未通过：查询规划器' });
	expect(refused!.body_text).toContain('抬头不全');
	expect(issued!.body_text).toMatch(
		/号码 2431200。\n\nhttps:\/\/tax\.example\/2431200\n\nhttps:\/\/stoa\.example/,
	);
});

test('administrators are told when a proof of the money finds something', async () => {
	await told(admin);
	await emit(db, null, 'ledger.wrong', { proofId: 4, found: 3 });
	expect(await told(admin)).toEqual([['money_wrong', '/admin/ledger', '3']]);
});

test('every letter is whole in both languages: nothing is left to be filled in, and it leads back here', () => {
	const values = Object.fromEntries(
		['name', 'sum', 'account', 'why', 'bank', 'title', 'number', 'file', 'link'].map((key) => [
			key,
			`<${key}>`,
		]),
	);
	for (const letter of Object.keys(letters) as (keyof typeof letters)[])
		for (const locale of ['zh-CN', 'en'] as const) {
			const { subject, text } = writeLetter(letter, locale, values);
			expect(`${subject}\n${text}`).not.toMatch(/[{}]/);
			expect([letter, locale, text.includes('<name>'), text.endsWith('<link>')]).toEqual([
				letter,
				locale,
				true,
				true,
			]);
		}
});
