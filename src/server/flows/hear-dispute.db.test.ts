import { expect, test } from 'vitest';
import { may } from '../modules/entitlements/index.ts';
import { aPerson } from '../modules/items/testing.ts';
import { balanceOf, entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, listDisputes, orderHistory, verifyOrders } from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { giveRefund } from './refund.ts';
import { sendRefund } from './send-refund.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, aPaidArticle, aPaidOrder, fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const right = async () => expect([...(await verifyLedger(db)), ...(await verifyOrders(db))]).toEqual([]);

async function disputable() {
	const provider = fakeProvider();
	const thing = await aPaidArticle(db);
	const buyer = await aPerson(db);
	const order = await aPaidOrder(db, { buyer, ...thing, provider });
	const hear = async (
		outcome: 'opened' | 'won' | 'lost',
		more: Partial<Parameters<typeof aNotice>[0]> = {},
	) => {
		const notice = aNotice({ about: 'dispute', reference: order.reference, outcome, amount: 1900, ...more });
		const heard = await settlePayment(db, notice, 2000);
		return heard.result === 'handled' ? heard.led : heard.result;
	};
	const access = async () => (await may(db, buyer.actor, 'read', [thing.item])).get(thing.item.id);
	const author = async () => (await balanceOf(db, { kind: 'author', ownerId: thing.author.id })).CNY;
	return { ...thing, ...order, provider, buyer, hear, access, authorHas: author };
}

test('a dispute sets the money aside, and when it is won everybody has theirs again', async () => {
	const { hear, access, authorHas, orderId, buyer } = await disputable();
	expect(await hear('opened')).toBe('dispute_opened');
	expect(await authorHas()).toBe(0);
	expect(await access()).toBe('full');
	await right();
	const admin = await aPerson(db, { role: 'admin' });
	await expect(giveRefund(db, admin.actor, orderId, { note: 'too' })).rejects.toMatchObject({
		code: 'refunds.nothing_left',
	});
	expect(await hear('opened')).toBe('dispute_known');
	expect(await hear('won')).toBe('dispute_won');
	expect(await hear('lost')).toBe('dispute_known');
	expect(await authorHas()).toBe(-1520);
	expect((await findOrder(db, buyer.actor, orderId)).status).toBe('paid');
	expect((await orderHistory(db, orderId)).map(({ what }) => what).slice(-2)).toEqual([
		'disputed',
		'dispute_won',
	]);
	await right();
});

test('a dispute that is lost takes back what was bought, also when its end is heard before its beginning', async () => {
	const { hear, access, authorHas, orderId, buyer } = await disputable();
	expect(await hear('lost')).toBe('dispute_lost');
	expect(await hear('opened')).toBe('dispute_known');
	expect(await authorHas()).toBe(0);
	expect(await access()).toBe('preview');
	expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ status: 'refunded', refunded: 1900 });
	await right();
});

test('what was refunded before and is then taken by a dispute is the platform’s loss, never the author’s', async () => {
	const { hear, authorHas, orderId, provider, buyer } = await disputable();
	const admin = await aPerson(db, { role: 'admin' });
	const id = await giveRefund(db, admin.actor, orderId, { amount: 1500, note: 'Most of it' });
	await sendRefund(db, new Map([['fake', provider]]), id);
	expect(await hear('opened')).toBe('dispute_opened');
	await right();
	expect(await hear('lost')).toBe('dispute_lost');
	expect(await authorHas()).toBe(0);
	expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ status: 'refunded', refunded: 1900 });
	const [dispute] = (await listDisputes(db, admin.actor, { orderId })).items;
	expect(dispute).toMatchObject({ covered: 400, status: 'lost' });
	expect(
		(await entriesOf(db, `dispute:${dispute!.id}`)).map(({ account, amount }) => [account, amount]),
	).toEqual([
		['platform', 1500],
		['clearing', -1500],
	]);
	await right();
});

test('a dispute of nothing we know, of another amount, or in another currency changes nothing', async () => {
	const { hear, authorHas } = await disputable();
	expect(await hear('opened', { reference: 'nobody' })).toBe('unknown');
	expect(await hear('opened', { amount: 1901 })).toBe('mismatch');
	expect(await hear('opened', { currency: 'USD' })).toBe('mismatch');
	expect(await hear('lost', { provider: 'another' })).toBe('unknown');
	expect(await authorHas()).toBe(-1520);
	await right();
});

test('a dispute and a refund at once never take more than was paid', async () => {
	for (let i = 0; i < 5; i++) {
		const { hear, orderId, authorHas } = await disputable();
		const admin = await aPerson(db, { role: 'admin' });
		await Promise.all([
			hear('opened'),
			giveRefund(db, admin.actor, orderId, { amount: 1000, note: 'At once' }).catch((error) =>
				expect(error.code).toMatch(/refunds\.(nothing_left|too_much)/),
			),
		]);
		expect(await authorHas()).toBe(0);
		await right();
	}
});

test('what a bank took is not promised a second time: a refund that was not sent falls away, in whichever order they come', async () => {
	for (const order of ['failed before', 'failed after'] as const) {
		const { hear, access, authorHas, orderId, provider, buyer } = await disputable();
		const admin = await aPerson(db, { role: 'admin' });
		const providers = new Map([['fake', provider]]);
		const id = await giveRefund(db, admin.actor, orderId, { amount: 1000, note: 'Half' });
		provider.manner = order === 'failed before' ? 'failed' : 'pending';
		await sendRefund(db, providers, id);
		expect(await hear('lost')).toBe('dispute_lost');
		await right();
		if (order === 'failed after') {
			expect(await access()).toBe('full');
			for (const refund of provider.refunds.values()) refund.status = 'failed';
			await sendRefund(db, providers, id);
		}
		// The author gave what the buyer got back, and the platform lost nothing of its own.
		expect(await authorHas()).toBe(0);
		expect(await access()).toBe('preview');
		expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ status: 'refunded', refunded: 1900 });
		await right();
	}
});
