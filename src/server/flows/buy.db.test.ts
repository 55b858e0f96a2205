import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { listOffers, priceItem, priceSpace } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { anItem, aPerson, aSpace } from '../modules/items/testing.ts';
import { balanceOf, entriesOf, postTransfer, verifyLedger } from '../modules/ledger/index.ts';
import {
	findOrder,
	listOrders,
	placeOrder,
	readSandboxMessage,
	signSandboxMessage,
	startPayment,
	verifyOrders,
} from '../modules/orders/index.ts';
import { sql } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { settlePayment } from './settle-payment.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
const secret = 'a secret of the instance';
const SHARE = 2000;

async function paidArticle(amount = 1900) {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: item.id });
	return { author, item, offer: offer! };
}

async function pay(buyer: Awaited<ReturnType<typeof aPerson>>, offerId: number, key = 'key-00000001') {
	const { orderId } = await placeOrder(db, buyer.actor, { offerId, key });
	const order = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'sandbox');
	const message = signSandboxMessage(secret, { reference, outcome: 'succeeded', ...order.price });
	return { orderId, reference, message, notice: readSandboxMessage(secret, message) };
}

test('a paid article is opened by paying for it, and the ledger says where the money is', async () => {
	const { author, item, offer } = await paidArticle();
	const buyer = await aPerson(db);
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('preview');
	const { orderId, notice } = await pay(buyer, offer.id);
	expect((await settlePayment(db, notice, SHARE)).result).toBe('settled');
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('full');
	expect((await findOrder(db, buyer.actor, orderId)).status).toBe('paid');
	expect(await entriesOf(db, `order:${orderId}`)).toEqual([
		{ transfer: 'sale', account: 'clearing', ownerId: null, currency: 'CNY', amount: 1900 },
		{ transfer: 'sale', account: 'platform', ownerId: null, currency: 'CNY', amount: -380 },
		{ transfer: 'sale', account: 'author', ownerId: author.id, currency: 'CNY', amount: -1520 },
	]);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: -1520 });
	expect(await code(placeOrder(db, buyer.actor, { offerId: offer.id, key: 'key-00000002' }))).toBe(
		'orders.already_owned',
	);
});

test('pressing the button twice at once makes one order', async () => {
	const { offer } = await paidArticle();
	const buyer = await aPerson(db);
	const placed = await Promise.all(
		Array.from({ length: 6 }, () => placeOrder(db, buyer.actor, { offerId: offer.id, key: 'same-key-1' })),
	);
	expect(new Set(placed.map((order) => order.orderId)).size).toBe(1);
	expect((await listOrders(db, buyer.actor)).items).toHaveLength(1);
});

test('a notice that comes many times at once settles once', async () => {
	const { author, offer } = await paidArticle(999);
	const buyer = await aPerson(db);
	const { notice } = await pay(buyer, offer.id);
	const again = { ...notice, noticeId: 'another id for the same payment' };
	const results = await Promise.all(
		[notice, notice, again, notice, again].map((one) => settlePayment(db, one, SHARE)),
	);
	expect(results.filter(({ result }) => result === 'settled')).toHaveLength(1);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: -799 });
});

test('a notice with another amount, an unknown payment or a failure opens nothing, and is kept', async () => {
	const { item, offer } = await paidArticle();
	const buyer = await aPerson(db);
	const { notice } = await pay(buyer, offer.id);
	expect((await settlePayment(db, { ...notice, noticeId: 'n1', amount: 1 }, SHARE)).result).toBe('mismatch');
	expect((await settlePayment(db, { ...notice, noticeId: 'n2', currency: 'USD' }, SHARE)).result).toBe(
		'mismatch',
	);
	expect((await settlePayment(db, { ...notice, noticeId: 'n3', reference: 'nobody' }, SHARE)).result).toBe(
		'unknown',
	);
	expect(
		(await settlePayment(db, { ...notice, noticeId: 'n4', outcome: 'failed', failure: 'declined' }, SHARE))
			.result,
	).toBe('failed');
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('preview');
	const kept = await db
		.selectFrom('payment_notices')
		.select('outcome')
		.where('notice_id', 'in', ['n1', 'n2', 'n3', 'n4'])
		.orderBy('notice_id')
		.execute();
	expect(kept.map((row) => row.outcome)).toEqual(['mismatch', 'mismatch', 'unknown', 'failed']);
	// The decline was of one try: the success that follows still counts.
	expect((await settlePayment(db, notice, SHARE)).result).toBe('settled');
});

test('a forged, altered or old sandbox message is refused', () => {
	const message = signSandboxMessage(secret, {
		reference: 'r',
		outcome: 'succeeded',
		amount: 1,
		currency: 'CNY',
	});
	expect(() => readSandboxMessage('another secret', message)).toThrow();
	expect(() =>
		readSandboxMessage(secret, { ...message, body: message.body.replace('"amount":1', '"amount":2') }),
	).toThrow();
	expect(() => readSandboxMessage(secret, { ...message, signature: '' })).toThrow();
	expect(readSandboxMessage(secret, message).amount).toBe(1);
});

test('paying a space opens it for its months, and paying again adds to them', async () => {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	const item = await anItem(db, {
		kind: 'article',
		spaceId: space.id,
		authorId: owner.id,
		access: 'members',
	});
	await priceSpace(db, owner.actor, space.id, 1, { amount: 3900, currency: 'CNY' });
	const [offer] = await listOffers(db, { spaceId: space.id });
	const buyer = await aPerson(db);
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('preview');
	for (const key of ['month-one', 'month-two'])
		await settlePayment(db, (await pay(buyer, offer!.id, key)).notice, SHARE);
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('full');
	const times = await db
		.selectFrom('entitlements')
		.select(['starts_at', 'ends_at'])
		.where('user_id', '=', buyer.id)
		.orderBy('starts_at')
		.execute();
	expect(times).toHaveLength(2);
	expect(times[1]!.starts_at).toEqual(times[0]!.ends_at);
});

test('a price is changed by a new offer, and the old one cannot be bought any more', async () => {
	const { author, item, offer } = await paidArticle();
	await priceItem(db, author.actor, item.id, { amount: 2900, currency: 'CNY' });
	expect(
		await code(placeOrder(db, (await aPerson(db)).actor, { offerId: offer.id, key: 'late-buyer' })),
	).toBe('catalog.offer_retired');
	expect(await code(priceItem(db, (await aPerson(db)).actor, item.id, { amount: 1, currency: 'CNY' }))).toBe(
		'common.forbidden',
	);
	expect(await code(priceItem(db, author.actor, item.id, { amount: 1.5, currency: 'CNY' }))).toBe(
		'common.invalid_input',
	);
});

test("another person cannot see or pay somebody's order", async () => {
	const { offer } = await paidArticle();
	const { orderId } = await placeOrder(db, (await aPerson(db)).actor, {
		offerId: offer.id,
		key: 'mine-only',
	});
	const thief = await aPerson(db);
	expect(await code(findOrder(db, thief.actor, orderId))).toBe('orders.not_found');
	expect(await code(startPayment(db, thief.actor, orderId, 'sandbox'))).toBe('orders.not_found');
});

test('the database refuses what does not balance and what rewrites history', async () => {
	await expect(
		db.transaction().execute(async (tx) => {
			const { id } = await tx
				.insertInto('ledger_transfers')
				.values({ kind: 'x', reference: 'x', key: 'x1' })
				.returning('id')
				.executeTakeFirstOrThrow();
			const account = await tx
				.insertInto('ledger_accounts')
				.values({ kind: 'tax', currency: 'JPY' })
				.returning('id')
				.executeTakeFirstOrThrow();
			await tx
				.insertInto('ledger_entries')
				.values({ transfer_id: id, account_id: account.id, currency: 'JPY', amount: 5 })
				.execute();
		}),
	).rejects.toThrow(/does not balance/);
	await expect(
		db.insertInto('ledger_transfers').values({ kind: 'x', reference: 'x', key: 'x2' }).execute(),
	).rejects.toThrow(/no entries/);
	await expect(sql`update ledger_entries set amount = amount + 1`.execute(db)).rejects.toThrow(/append-only/);
	await expect(sql`delete from ledger_transfers`.execute(db)).rejects.toThrow(/append-only/);
});

test('whatever is posted, every account recomputes from its entries and the whole sums to zero', async () => {
	const people = await Promise.all([aPerson(db), aPerson(db), aPerson(db)]);
	await fc.assert(
		fc.asyncProperty(
			fc.array(
				fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat({ max: 2 }), fc.nat({ max: 10_000 })),
				{ minLength: 1, maxLength: 6 },
			),
			fc.uuid(),
			async (sales, run) => {
				for (const [n, [amount, who, bps]] of sales.entries()) {
					const share = Math.floor((amount * bps) / 10_000);
					await postTransfer(db, {
						kind: 'sale',
						reference: `p:${run}`,
						key: `p:${run}:${n}`,
						currency: 'EUR',
						entries: [
							{ account: { kind: 'clearing', provider: 'test' }, amount },
							{ account: { kind: 'platform' }, amount: -share },
							{ account: { kind: 'author', ownerId: people[who]!.id }, amount: -(amount - share) },
						],
					});
				}
				const { rows } = await sql<{
					total: number;
				}>`select coalesce(sum(amount), 0)::bigint as total from ledger_entries where currency = 'EUR'`.execute(
					db,
				);
				expect(rows[0]!.total).toBe(0);
			},
		),
		{ numRuns: 25 },
	);
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
});

test('a month later is the same day, or the last of a shorter month', () => {
	expect(addMonths(new Date('2026-01-31T10:00:00Z'), 1).toISOString()).toBe('2026-02-28T10:00:00.000Z');
	expect(addMonths(new Date('2024-01-31T10:00:00Z'), 1).toISOString()).toBe('2024-02-29T10:00:00.000Z');
	expect(addMonths(new Date('2026-03-15T10:00:00Z'), 12).toISOString()).toBe('2027-03-15T10:00:00.000Z');
});
