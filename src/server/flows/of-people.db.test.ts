import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import {
	addSlot,
	listBounties,
	listSlots,
	listTalks,
	listTips,
	offerTalks,
	takeTips,
	withdrawSlot,
} from '../modules/asks/index.ts';
import { listOffers } from '../modules/catalog/index.ts';
import { anItem, aPerson, aReply, type PersonBuilt } from '../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { acceptAnswer } from '../modules/questions/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { drainEvents } from '../platform/events/index.ts';
import { bountyHandlers, offerCashBounty } from './cash-bounty.ts';
import { checkout } from './checkout.ts';
import { sweepRefunds } from './send-refund.ts';
import { settleDue } from './settle-due.ts';
import { settlePayment } from './settle-payment.ts';
import { cancelTalk } from './talk.ts';
import { fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
let keys = 0;
const provider = fakeProvider();
/** The provider sends whatever was promised back. */
const sendBack = () => sweepRefunds(db, new Map([['fake', provider]]), undefined, { idleMs: -1000 });
const key = () => `people-key-${++keys}`;
const hour = 3_600_000;

async function begin(buyer: PersonBuilt, orderId: number) {
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'fake');
	provider.pay(reference, price.amount);
	const notice = { provider: 'fake', reference, outcome: 'succeeded' as const, ...price, body: '' };
	return () => settlePayment(db, { ...notice, noticeId: `n-${reference}` }, 2000);
}
const pay = async (buyer: PersonBuilt, orderId: number) => (await begin(buyer, orderId))();
const owed = async (person: PersonBuilt) =>
	(await balanceOf(db, { kind: 'author', ownerId: person.id })).CNY ?? 0;
const stateOf = async (buyer: PersonBuilt, orderId: number) => {
	await sendBack();
	return (await findOrder(db, buyer.actor, orderId)).status;
};

afterEach(async () => {
	travel(0);
	await sendBack();
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
});

test('a tip is what the giver pleases, the least at least, and is earned at once', async () => {
	const [author, reader] = [await aPerson(db), await aPerson(db)];
	await takeTips(db, author.actor, { price: { amount: 100, currency: 'CNY' } });
	const [offer] = await listOffers(db, { personId: author.id }, 'tip');
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	const tip = (details: object, amount: number) =>
		checkout(db, reader.actor, { offerId: offer!.id, key: key(), amount, details });
	expect(await code(tip({}, 99))).toBe('catalog.too_little');
	expect(await code(tip({ itemId: (await anItem(db)).id }, 500))).toBe('catalog.not_for_sale');
	expect(await code(checkout(db, author.actor, { offerId: offer!.id, key: key(), amount: 500 }))).toBe(
		'asks.of_oneself',
	);
	await pay(reader, (await tip({ itemId: item.id, message: 'Saved my day' }, 500)).orderId);
	expect(await owed(author)).toBe(-400);
	expect((await listTips(db, author.id)).map(({ amount, message }) => [amount, message])).toEqual([
		[500, 'Saved my day'],
	]);
});

async function aBounty(days = 7) {
	const [asker, helper] = [await aPerson(db), await aPerson(db)];
	const question = await anItem(db, { authorId: asker.id });
	const { orderId } = await offerCashBounty(db, asker.actor, question.id, {
		amount: 5000,
		currency: 'CNY',
		days,
		key: key(),
	});
	await pay(asker, orderId);
	return { asker, helper, question, orderId };
}

const cashOf = async (id: number) =>
	(await db.selectFrom('items').select('cash_amount').where('id', '=', id).executeTakeFirstOrThrow())
		.cash_amount;

test('a bounty in money is held, shown, and paid to the author of the accepted answer, once', async () => {
	const { asker, helper, question, orderId } = await aBounty();
	expect(await cashOf(question.id)).toBe(5000);
	const reply = await aReply(db, { itemId: question.id, authorId: helper.id });
	await acceptAnswer(db, asker.actor, { itemId: question.id, replyId: reply.id });
	await Promise.all([drainEvents(db, bountyHandlers), drainEvents(db, bountyHandlers), settleDue(db)]);
	expect(await owed(helper)).toBe(-4000);
	expect(await cashOf(question.id)).toBeNull();
	expect((await listBounties(db, question.id)).map(({ status, winner }) => [status, winner?.id])).toEqual([
		['paid', helper.id],
	]);
	travel(8 * 24 * hour);
	expect(await settleDue(db)).toBe(0);
	expect(await stateOf(asker, orderId)).toBe('paid');
	expect(
		await code(offerCashBounty(db, asker.actor, question.id, { amount: 500, currency: 'CNY', key: key() })),
	).toBe('asks.bounty_not_open');
});

test('a bounty without an accepted answer goes back by itself, and so does one whose offerer wrote the answer', async () => {
	const { asker, question, orderId } = await aBounty(3);
	const own = await aReply(db, { itemId: question.id, authorId: asker.id });
	await acceptAnswer(db, asker.actor, { itemId: question.id, replyId: own.id });
	await drainEvents(db, bountyHandlers);
	expect(await settleDue(db)).toBe(0);
	travel(3 * 24 * hour + 1000);
	expect(await settleDue(db)).toBe(1);
	expect(await stateOf(asker, orderId)).toBe('refunded');
	expect(await cashOf(question.id)).toBeNull();
	expect(await owed(asker)).toBe(0);
});

test('an answer that was accepted while the payment was on its way is paid', async () => {
	const [asker, helper] = [await aPerson(db), await aPerson(db)];
	const question = await anItem(db, { authorId: asker.id });
	const { orderId } = await offerCashBounty(db, asker.actor, question.id, {
		amount: 500,
		currency: 'CNY',
		key: key(),
	});
	const settle = await begin(asker, orderId);
	const reply = await aReply(db, { itemId: question.id, authorId: helper.id });
	await acceptAnswer(db, asker.actor, { itemId: question.id, replyId: reply.id });
	await settle();
	expect(await owed(helper)).toBe(-400);
});

async function aTalk() {
	const expert = await aPerson(db);
	await offerTalks(db, expert.actor, {
		price: { amount: 20_000, currency: 'CNY' },
		minutes: 30,
		cancelHours: 24,
		place: 'https://meet.example.org/ada',
	});
	const startsAt = new Date(now().getTime() + 72 * hour);
	const { id: slotId } = await addSlot(db, expert.actor, { startsAt });
	const [offer] = await listOffers(db, { personId: expert.id }, 'slot');
	const book = (buyer: PersonBuilt) =>
		checkout(db, buyer.actor, { offerId: offer!.id, key: key(), details: { slotId, note: 'Indexes' } });
	return { expert, slotId, startsAt, book };
}

test('a booked talk is told to both, and its price earned a day after it', async () => {
	const { expert, book, slotId } = await aTalk();
	const buyer = await aPerson(db);
	await pay(buyer, (await book(buyer)).orderId);
	const [talk] = await listTalks(db, buyer.actor);
	expect([talk!.slotId, talk!.place, talk!.other?.id]).toEqual([
		slotId,
		'https://meet.example.org/ada',
		expert.id,
	]);
	expect((await listSlots(db, expert.id)).map(({ booked }) => booked)).toEqual([true]);
	expect(await code(book(await aPerson(db)))).toBe('asks.slot_taken');
	expect(await code(withdrawSlot(db, expert.actor, slotId))).toBe('asks.slot_taken');
	travel(72.5 * hour + 23 * hour);
	expect(await settleDue(db)).toBe(0);
	travel(72.5 * hour + 25 * hour);
	expect(await settleDue(db)).toBe(1);
	expect(await owed(expert)).toBe(-16_000);
});

test('of fifty who pay for one hour at once, one has it, and the others their money', async () => {
	const { expert, book } = await aTalk();
	const buyers = await Promise.all(Array.from({ length: 50 }, () => aPerson(db)));
	const begun = [];
	for (const buyer of buyers) {
		const { orderId } = await book(buyer);
		begun.push({ orderId, settle: await begin(buyer, orderId) });
	}
	await Promise.all(begun.map(({ settle }) => settle()));
	const states = [];
	for (const [i, { orderId }] of begun.entries()) states.push(await stateOf(buyers[i]!, orderId));
	expect(states.filter((state) => state === 'paid')).toHaveLength(1);
	expect(states.filter((state) => state === 'refunded')).toHaveLength(49);
	expect((await listTalks(db, expert.actor)).map(({ status }) => status)).toEqual(['booked']);
}, 60_000);

test('a talk is called off in time for the whole price, by its expert at any time, and is free again', async () => {
	const { expert, book, slotId } = await aTalk();
	const buyer = await aPerson(db);
	const one = (await book(buyer)).orderId;
	await pay(buyer, one);
	expect(await code(cancelTalk(db, (await aPerson(db)).actor, one))).toBe('asks.not_found');
	await cancelTalk(db, buyer.actor, one);
	expect(await stateOf(buyer, one)).toBe('refunded');
	expect(await code(cancelTalk(db, buyer.actor, one))).toBe('asks.wrong_status');
	const two = (await book(buyer)).orderId;
	await pay(buyer, two);
	travel(50 * hour);
	expect(await code(cancelTalk(db, buyer.actor, two))).toBe('asks.cancel_late');
	await cancelTalk(db, expert.actor, two);
	expect(await stateOf(buyer, two)).toBe('refunded');
	// The expert has no time then: it is not offered again.
	expect((await listSlots(db, expert.id)).map(({ id }) => id)).not.toContain(slotId);
});

test('times do not overlap, lie ahead, and need an offer', async () => {
	const { expert, startsAt } = await aTalk();
	const at = (minutes: number) => ({ startsAt: new Date(startsAt.getTime() + minutes * 60_000) });
	expect(await code(addSlot(db, expert.actor, at(29)))).toBe('asks.slot_twice');
	expect(await code(addSlot(db, expert.actor, at(-29)))).toBe('asks.slot_twice');
	expect(await code(addSlot(db, expert.actor, at(30)))).toBe('no refusal');
	expect(await code(addSlot(db, expert.actor, { startsAt: new Date(now().getTime() - 1000) }))).toBe(
		'asks.slot_past',
	);
	expect(await code(addSlot(db, (await aPerson(db)).actor, at(0)))).toBe('asks.not_open');
});
