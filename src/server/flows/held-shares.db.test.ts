import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import {
	followAffiliateLink,
	listOffers,
	makeAffiliateLink,
	makeBundle,
	priceItem,
	readVia,
	setAffiliateRate,
} from '../modules/catalog/index.ts';
import { listOpenGroups, offerGroups } from '../modules/groups/index.ts';
import { anItem, aPerson, aReply, type PersonBuilt, unique } from '../modules/items/testing.ts';
import { entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { askPayout, earningsOf, setSplit, verifyPayouts } from '../modules/payouts/index.ts';
import { aPayoutAccount } from '../modules/payouts/testing.ts';
import { acceptAnswer } from '../modules/questions/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { drainEvents } from '../platform/events/index.ts';
import { bountyHandlers, offerCashBounty } from './cash-bounty.ts';
import { checkout } from './checkout.ts';
import './group-buy.ts';
import { giveRefund } from './refund.ts';
import { sweepRefunds } from './send-refund.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, aPaidArticle, fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const provider = fakeProvider();
const admin = await aPerson(db, { role: 'admin' });
const day = 86_400_000;
const sendBack = () => sweepRefunds(db, new Map([['fake', provider]]), undefined, { idleMs: -1000 });
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

async function pay(buyer: PersonBuilt, orderId: number): Promise<number> {
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'fake');
	provider.pay(reference, price.amount);
	await settlePayment(db, aNotice({ reference, outcome: 'succeeded', ...price }), 2000);
	return orderId;
}
async function buy(offerId: number, more: Record<string, unknown> = {}): Promise<number> {
	const buyer = await aPerson(db);
	const { orderId } = await checkout(db, buyer.actor, { offerId, key: unique('key-of-order'), ...more });
	return pay(buyer, orderId);
}

/** Who has earned what of an order, by person's id; the platform's under 0. */
async function earnedOf(orderId: number): Promise<Record<number, number>> {
	const earned: Record<number, number> = {};
	for (const { account, ownerId, amount } of await entriesOf(db, `order:${orderId}`))
		if (['author', 'affiliate', 'platform'].includes(account))
			earned[ownerId ?? 0] = (earned[ownerId ?? 0] ?? 0) - amount;
	return earned;
}

const shared = (...weights: [PersonBuilt, number][]) => ({
	shares: weights.map(([{ handle }, weight]) => ({ handle, weight })),
});

afterEach(async () => {
	travel(0);
	await sendBack();
	for (const verify of [verifyLedger, verifyOrders, verifyPayouts]) expect(await verify(db)).toEqual([]);
});

test('what a group pays is divided among co-authors as when it is bought alone', async () => {
	const { author, item, offerId } = await aPaidArticle(db, 1900);
	const second = await aPerson(db);
	await setSplit(db, author.actor, { itemId: item.id }, shared([author, 7000], [second, 3000]));
	await offerGroups(db, author.actor, item.id, { amount: 1000, size: 2, hours: 24 });
	const [group] = await listOffers(db, { itemId: item.id }, 'group');

	const alone = await buy(offerId);
	expect(await earnedOf(alone)).toEqual({ 0: 380, [author.id]: 1064, [second.id]: 456 });

	const first = await buy(group!.id, { details: { groupId: null } });
	expect(await earnedOf(first)).toEqual({});
	// A split that is set while the money is held changes no deal that was made before.
	travel(3_600_000);
	await setSplit(db, author.actor, { itemId: item.id }, shared([author, 1000], [second, 9000]));
	travel(2 * 3_600_000);
	const [open] = await listOpenGroups(db, author.actor, item.id);
	const last = await buy(group!.id, { details: { groupId: open!.id } });
	expect(await earnedOf(first)).toEqual({ 0: 200, [author.id]: 560, [second.id]: 240 });
	expect(await earnedOf(last)).toEqual({ 0: 200, [author.id]: 80, [second.id]: 720 });

	// What goes back is taken from each in proportion.
	await giveRefund(db, admin.actor, first, { amount: 500, note: 'half' });
	expect(await earnedOf(first)).toEqual({ 0: 100, [author.id]: 280, [second.id]: 120 });
});

test('who shares a text earns of it in a bundle too, unless the bundle is shared otherwise', async () => {
	const { author, item } = await aPaidArticle(db, 3000);
	const [second, third] = [await aPerson(db), await aPerson(db)];
	const other = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, other.id, { amount: 1000, currency: 'CNY' });
	await setSplit(db, author.actor, { itemId: item.id }, shared([author, 6000], [second, 4000]));
	const { id } = await makeBundle(db, author.actor, {
		title: 'Two of mine',
		itemIds: [item.id, other.id],
		price: { amount: 2000, currency: 'CNY' },
	});
	const [offer] = await listOffers(db, { bundleId: id });
	// 1600 after the platform's share; three quarters of it are the first text's, of which 40 % are shared.
	expect(await earnedOf(await buy(offer!.id))).toEqual({ 0: 400, [author.id]: 1120, [second.id]: 480 });
	await setSplit(db, author.actor, { bundleId: id }, shared([author, 5000], [third, 5000]));
	expect(await earnedOf(await buy(offer!.id))).toEqual({ 0: 400, [author.id]: 800, [third.id]: 800 });
});

test('a bounty is the answerer’s, whoever shares what the question would be sold for', async () => {
	const [asker, friend, helper] = [await aPerson(db), await aPerson(db), await aPerson(db)];
	const question = await anItem(db, { authorId: asker.id });
	await setSplit(db, asker.actor, { itemId: question.id }, shared([asker, 5000], [friend, 5000]));
	const { orderId } = await offerCashBounty(db, asker.actor, question.id, {
		amount: 5000,
		currency: 'CNY',
		key: unique('key-of-bounty'),
	});
	await pay(asker, orderId);
	const reply = await aReply(db, { itemId: question.id, authorId: helper.id });
	await acceptAnswer(db, asker.actor, { itemId: question.id, replyId: reply.id });
	await drainEvents(db, bountyHandlers);
	expect(await earnedOf(orderId)).toEqual({ 0: 1000, [helper.id]: 4000 });
});

test('who brought a buyer is paid out after the hold, not before, and a refund within it leaves nothing to ask for', async () => {
	const hold = { holdDays: 7, affiliateHoldDays: 30 };
	const terms = { ...hold, minimums: {} };
	const { author, offerId } = await aPaidArticle(db, 10_000);
	await setAffiliateRate(db, author.actor, { bps: 1500 });
	const affiliate = await aPerson(db);
	await aPayoutAccount(db, affiliate, admin);
	const link = await makeAffiliateLink(db, affiliate.actor, {});
	const via = readVia(await followAffiliateLink(db, link.code));
	const kept = await buy(offerId, { via });
	const returned = await buy(offerId, { via });
	expect(await earnedOf(kept)).toEqual({ 0: 1700, [affiliate.id]: 1500, [author.id]: 6800 });
	expect(await earningsOf(db, affiliate.id, hold)).toMatchObject([
		{ balance: 3000, held: 3000, available: 0 },
	]);

	const ask = (amount?: number) =>
		askPayout(db, affiliate.actor, { currency: 'CNY', amount, key: unique('key-of-payout') }, terms);
	expect(await code(ask(1))).toBe('payouts.too_much');
	// The author's hold is over; the affiliate's is not.
	travel(8 * day);
	expect((await earningsOf(db, author.id, hold))[0]).toMatchObject({ held: 0, available: 13_600 });
	expect(await code(ask(1))).toBe('payouts.too_much');
	await giveRefund(db, admin.actor, returned, { note: 'whole' });
	expect(await earningsOf(db, affiliate.id, hold)).toMatchObject([
		{ balance: 1500, held: 1500, available: 0 },
	]);
	travel(31 * day);
	expect(await code(ask(1501))).toBe('payouts.too_much');
	expect(await code(ask(1500))).toBe('no refusal');
	expect((await earningsOf(db, affiliate.id, hold))[0]!.available).toBe(0);
});
