import { afterEach, beforeAll, expect, test } from 'vitest';
import { now, travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import {
	answerAsk,
	followUp,
	listAsks,
	offerAnswers,
	readAsk,
	replyToFollowUp,
} from '../modules/asks/index.ts';
import { listOffers } from '../modules/catalog/index.ts';
import { readItem } from '../modules/items/index.ts';
import { aPerson, aSpace, type PersonBuilt } from '../modules/items/testing.ts';
import { balanceOf, entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import '../modules/questions/index.ts';
import { declineAsk } from './decline-ask.ts';
import { openAsk } from './open-ask.ts';
import { sweepRefunds } from './send-refund.ts';
import { settleDue } from './settle-due.ts';
import { settlePayment } from './settle-payment.ts';
import { fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const SHARE = 2000;
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
let keys = 0;
const provider = fakeProvider();
/** The provider sends whatever was promised back. */
const sendBack = () => sweepRefunds(db, new Map([['fake', provider]]), undefined, { idleMs: -1000 });

/** Pays an order as the provider would report it. */
async function pay(buyer: PersonBuilt, orderId: number) {
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'fake');
	provider.pay(reference, price.amount);
	const body = { provider: 'fake', reference, outcome: 'succeeded' as const, ...price, body: '' };
	return settlePayment(db, { ...body, noticeId: `n-${reference}` }, SHARE);
}

const words = 'How do I keep a queue in PostgreSQL from being locked by readers?';
const answer = 'With for update skip locked, and an index that serves the order.';

async function anExpert(listenAmount: number | null = 100) {
	const expert = await aPerson(db);
	await offerAnswers(db, expert.actor, { price: { amount: 9900, currency: 'CNY' }, hours: 48, listenAmount });
	const [offer] = await listOffers(db, { personId: expert.id }, 'question');
	return { expert, offerId: offer!.id };
}

async function anAsk(open = false, given?: { expert: PersonBuilt; offerId: number }) {
	const { expert, offerId } = given ?? (await anExpert());
	const asker = await aPerson(db);
	const { orderId } = await checkout(db, asker.actor, {
		offerId,
		key: `ask-${++keys}-key`,
		details: { title: 'A queue without locks', source: words, open },
	});
	await pay(asker, orderId);
	const { items } = await listAsks(db, asker.actor, { list: 'asked' });
	return { asker, expert, orderId, askId: items[0]!.id };
}

const owed = async (person: PersonBuilt) =>
	(await balanceOf(db, { kind: 'author', ownerId: person.id })).CNY ?? 0;
const moved = async (orderId: number) =>
	(await entriesOf(db, `order:${orderId}`)).map(({ transfer, account, amount }) => [
		transfer,
		account,
		amount,
	]);

beforeAll(() => travel(0));
afterEach(async () => {
	travel(0);
	await sendBack();
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
});

test('what is paid for a question is held; the answer gives it to the expert, less the platform’s share', async () => {
	const { asker, expert, orderId, askId } = await anAsk();
	expect(await moved(orderId)).toEqual([
		['sale', 'clearing', 9900],
		['sale', 'escrow', -9900],
	]);
	expect((await listAsks(db, expert.actor, { list: 'to-answer' })).items.map(({ id }) => id)).toEqual([
		askId,
	]);
	await answerAsk(db, expert.actor, { askId, source: answer });
	expect((await moved(orderId)).slice(2)).toEqual([
		['release', 'escrow', 9900],
		['release', 'platform', -1980],
		['release', 'author', -7920],
	]);
	const read = await readAsk(db, asker.actor, askId);
	expect([read.status, read.relation, read.texts.map(({ part }) => part)]).toEqual([
		'answered',
		'asker',
		['question', 'answer'],
	]);
});

test('a question that nobody answers in time is refunded by itself, and can be answered no more', async () => {
	const { asker, expert, orderId, askId } = await anAsk();
	expect(await settleDue(db)).toBe(0);
	travel(48 * 3_600_000 + 60_000);
	expect(await code(answerAsk(db, expert.actor, { askId, source: answer }))).toBe('asks.too_late');
	expect(await settleDue(db)).toBe(1);
	expect(await settleDue(db)).toBe(0);
	expect((await readAsk(db, asker.actor, askId)).status).toBe('expired');
	await sendBack();
	const order = await findOrder(db, asker.actor, orderId);
	expect([order.status, order.refunded]).toEqual(['refunded', 9900]);
	expect((await moved(orderId)).slice(2)).toEqual([
		['refund', 'escrow', 9900],
		['refund', 'refunds', -9900],
		['refund sent', 'refunds', 9900],
		['refund sent', 'clearing', -9900],
	]);
	expect(await code(answerAsk(db, expert.actor, { askId, source: answer }))).toBe('asks.wrong_status');
	expect(await owed(expert)).toBe(0);
});

test('a declined question is refunded at once, with the reason told', async () => {
	const { asker, expert, orderId, askId } = await anAsk();
	expect(await code(declineAsk(db, asker.actor, { askId }))).toBe('asks.not_found');
	await declineAsk(db, expert.actor, { askId, reason: 'Not my field' });
	const read = await readAsk(db, asker.actor, askId);
	expect([read.status, read.reason]).toEqual(['declined', 'Not my field']);
	await sendBack();
	expect((await findOrder(db, asker.actor, orderId)).status).toBe('refunded');
	expect(await code(declineAsk(db, expert.actor, { askId }))).toBe('asks.wrong_status');
});

test('fifty answers, refusals and timeouts at once move the money once', async () => {
	for (let round = 0; round < 3; round++) {
		const { asker, expert, orderId, askId } = await anAsk();
		// At the last moment of its time, so that answers and timeouts are both possible.
		const { dueAt } = await readAsk(db, asker.actor, askId);
		travel(dueAt.getTime() - now().getTime() - 40);
		const done = await Promise.all(
			Array.from({ length: 50 }, (_, i) =>
				i % 3 === 0
					? code(answerAsk(db, expert.actor, { askId, source: answer }))
					: i % 3 === 1
						? code(declineAsk(db, expert.actor, { askId }))
						: settleDue(db).then((n) => (n ? 'no refusal' : 'nothing due')),
			),
		);
		travel(3 * 86_400_000);
		const late = await settleDue(db);
		expect(done.filter((result) => result === 'no refusal').length + late).toBe(1);
		await sendBack();
		const entries = await moved(orderId);
		expect(entries.filter(([, account]) => account === 'escrow').map(([, , amount]) => amount)).toEqual([
			-9900, 9900,
		]);
		const order = await findOrder(db, asker.actor, orderId);
		const earned = await owed(expert);
		expect([order.status, earned]).toEqual(earned === 0 ? ['refunded', 0] : ['paid', -7920]);
		travel(0);
	}
});

test('the asker asks back once, the expert answers once, and nobody else', async () => {
	const { asker, expert, askId } = await anAsk();
	const back = { askId, source: 'And with two workers?' };
	expect(await code(followUp(db, asker.actor, back))).toBe('asks.wrong_status');
	await answerAsk(db, expert.actor, { askId, source: answer });
	expect(await code(replyToFollowUp(db, expert.actor, { askId, source: answer }))).toBe('asks.wrong_status');
	expect(await code(followUp(db, expert.actor, back))).toBe('asks.not_found');
	const twice = await Promise.all([
		code(followUp(db, asker.actor, back)),
		code(followUp(db, asker.actor, back)),
	]);
	expect(twice.sort()).toEqual(['asks.followup_used', 'no refusal']);
	await replyToFollowUp(db, expert.actor, {
		askId,
		source: 'Each takes rows that the other has not locked.',
	});
	expect((await readAsk(db, asker.actor, askId)).texts.map(({ part }) => part)).toEqual([
		'question',
		'answer',
		'followup',
		'reply',
	]);
});

test('who listens in pays asker, expert and platform by the rule, once, and reads everything', async () => {
	const { asker, expert, askId } = await anAsk(true);
	await answerAsk(db, expert.actor, { askId, source: answer });
	const listener = await aPerson(db);
	const teaser = await readAsk(db, listener.actor, askId);
	expect([teaser.relation, teaser.texts, teaser.listen?.price.amount]).toEqual(['passer', [], 100]);
	const before = [await owed(asker), await owed(expert)];
	const listen = () =>
		checkout(db, listener.actor, { offerId: teaser.listen!.offerId, key: `listen-${++keys}-key` });
	const [one, two] = [await listen(), await listen()];
	await pay(listener, one.orderId);
	expect((await readAsk(db, listener.actor, askId)).texts).toHaveLength(2);
	expect((await moved(one.orderId)).slice(1)).toEqual([
		['sale', 'platform', -20],
		['sale', 'author', -40],
		['sale', 'author', -40],
	]);
	expect([(await owed(asker)) - before[0]!, (await owed(expert)) - before[1]!]).toEqual([-40, -40]);
	expect(await code(startPayment(db, listener.actor, two.orderId, 'fake'))).toBe('orders.already_owned');
	expect(
		await code(checkout(db, asker.actor, { offerId: teaser.listen!.offerId, key: 'own-listening' })),
	).toBe('orders.already_owned');
	expect((await listAsks(db, listener.actor, { list: 'heard' })).items.map(({ id }) => id)).toEqual([askId]);
});

test('what was not opened to listeners is nobody’s business, a moderator’s neither', async () => {
	const { expert, askId } = await anAsk(false);
	await answerAsk(db, expert.actor, { askId, source: answer });
	const [stranger, moderator, admin] = [
		await aPerson(db),
		await aPerson(db, { role: 'moderator' }),
		await aPerson(db, { role: 'admin' }),
	];
	expect(await code(readAsk(db, stranger.actor, askId))).toBe('asks.not_found');
	expect(await code(readAsk(db, moderator.actor, askId))).toBe('asks.not_found');
	expect((await readAsk(db, admin.actor, askId)).relation).toBe('admin');
});

test('nobody asks themselves for pay, and an order without a question is refused before it is paid', async () => {
	const { expert, offerId } = await anExpert();
	const question = { title: 'A queue without locks', source: words };
	expect(await code(checkout(db, expert.actor, { offerId, key: 'ask-myself', details: question }))).toBe(
		'asks.of_oneself',
	);
	const asker = await aPerson(db);
	expect(await code(checkout(db, asker.actor, { offerId, key: 'ask-nothing' }))).toBe('common.invalid_input');
	expect(
		await code(checkout(db, asker.actor, { offerId, key: 'ask-twofold', quantity: 2, details: question })),
	).toBe('catalog.not_for_sale');
	expect(await code(checkout(db, asker.actor, { offerId, key: 'ask-as-gift', gift: true }))).toBe(
		'orders.not_givable',
	);
});

test('opened, it is a free question of the spine with the accepted answer, and nobody pays for listening any more', async () => {
	const { asker, expert, askId } = await anAsk(true);
	const space = await aSpace(db);
	const open = { askId, spaceId: space.id, tags: ['postgresql'] };
	expect(await code(openAsk(db, asker.actor, open))).toBe('asks.wrong_status');
	await answerAsk(db, expert.actor, { askId, source: answer });
	await followUp(db, asker.actor, { askId, source: 'And with two workers?' });
	const { listen } = await readAsk(db, asker.actor, askId);
	expect(await code(openAsk(db, (await aPerson(db)).actor, open))).toBe('asks.not_found');
	const room = await aSpace(db, { access: 'private', ownerId: asker.id });
	expect(await code(openAsk(db, asker.actor, { ...open, spaceId: room.id }))).toBe('common.invalid_input');
	const item = await openAsk(db, expert.actor, open);
	const page = await readItem(db, (await aPerson(db)).actor, item.id);
	expect([page?.item.author?.id, page?.item.accepted, page?.replies.items[0]?.author?.id]).toEqual([
		asker.id,
		true,
		expert.id,
	]);
	expect(page?.item.html).toContain('And with two workers?');
	const late = checkout(db, (await aPerson(db)).actor, { offerId: listen!.offerId, key: 'listen-too-late' });
	expect(await code(late)).toBe('catalog.offer_retired');
	expect(await code(openAsk(db, asker.actor, open))).toBe('asks.wrong_status');
	const closed = await anAsk(false);
	await answerAsk(db, closed.expert.actor, { askId: closed.askId, source: answer });
	expect(await code(openAsk(db, closed.expert.actor, { ...open, askId: closed.askId }))).toBe(
		'asks.not_open',
	);
});

test('money that is in escrow of an order that is not held is found', async () => {
	const { expert, askId, orderId } = await anAsk();
	await db
		.updateTable('escrows')
		.set({ status: 'released', closed_at: now() })
		.where('order_id', '=', orderId)
		.execute();
	expect(await verifyOrders(db)).toEqual([
		{ what: 'released or returned, and in escrow', reference: `order:${orderId}`, difference: 9900 },
	]);
	await db
		.updateTable('escrows')
		.set({ status: 'held', closed_at: null })
		.where('order_id', '=', orderId)
		.execute();
	await answerAsk(db, expert.actor, { askId, source: answer });
});
