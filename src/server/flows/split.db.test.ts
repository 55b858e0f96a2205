import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { listOffers, priceItem } from '../modules/catalog/index.ts';
import { anItem, aPerson, unique } from '../modules/items/testing.ts';
import { entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import {
	findOrder,
	placeOrder,
	readSandboxMessage,
	signSandboxMessage,
	startPayment,
} from '../modules/orders/index.ts';
import { listSplits, setPlatformShare, setSplit } from '../modules/payouts/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { settlePayment } from './settle-payment.ts';

const { db } = await testDatabase();
afterEach(() => travel(0));
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

async function paidArticle(amount = 1000) {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount, currency: 'CNY' });
	return { author, item, offer: (await listOffers(db, { itemId: item.id }))[0]! };
}

/** Buys it. @returns who earned what, by person's id; the platform's under 0 */
async function sell(offerId: number) {
	const buyer = await aPerson(db);
	const { orderId } = await placeOrder(db, buyer.actor, { offerId, key: unique('key-of-order') });
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'sandbox');
	const message = signSandboxMessage('s', { reference, outcome: 'succeeded', ...price });
	await settlePayment(db, readSandboxMessage('s', message), 2000);
	const entries = await entriesOf(db, `order:${orderId}`);
	return Object.fromEntries(
		entries.filter(({ amount }) => amount < 0).map(({ ownerId, amount }) => [ownerId ?? 0, -amount]),
	);
}

test('co-authors earn by weight from the day a split is set; what was sold before stays as it was', async () => {
	const { author, item, offer } = await paidArticle();
	const second = await aPerson(db);
	expect(await sell(offer.id)).toEqual({ 0: 200, [author.id]: 800 });
	await setSplit(
		db,
		author.actor,
		{ itemId: item.id },
		{
			shares: [
				{ handle: author.handle, weight: 7000 },
				{ handle: `@${second.handle}`, weight: 3000 },
			],
		},
	);
	expect(await sell(offer.id)).toEqual({ 0: 200, [author.id]: 560, [second.id]: 240 });
	const later = new Date(Date.now() + 10 * 86_400_000);
	await setSplit(
		db,
		author.actor,
		{ itemId: item.id },
		{
			shares: [{ handle: author.handle, weight: 10_000 }],
			startsAt: later,
		},
	);
	expect(await sell(offer.id)).toEqual({ 0: 200, [author.id]: 560, [second.id]: 240 });
	travel(11 * 86_400_000);
	expect(await sell(offer.id)).toEqual({ 0: 200, [author.id]: 800 });
	expect(
		(await listSplits(db, author.actor, { itemId: item.id })).map(({ shares }) => shares.length),
	).toEqual([1, 2]);
});

test('a split that is not the whole, names nobody, or somebody twice, or is of another’s thing is refused', async () => {
	const { author, item } = await paidArticle();
	const of = { itemId: item.id };
	const set = (shares: { handle: string; weight: number }[], actor = author.actor) =>
		code(setSplit(db, actor, of, { shares }));
	expect(await set([{ handle: author.handle, weight: 9999 }])).toBe('payouts.split_not_whole');
	expect(await set([{ handle: 'nobody-of-that-name', weight: 10_000 }])).toBe('payouts.person_unknown');
	expect(
		await set([
			{ handle: author.handle, weight: 5000 },
			{ handle: `@${author.handle}`, weight: 5000 },
		]),
	).toBe('payouts.person_twice');
	const stranger = await aPerson(db);
	expect(await set([{ handle: stranger.handle, weight: 10_000 }], stranger.actor)).toBe('common.not_found');
	expect(await code(listSplits(db, stranger.actor, of))).toBe('common.not_found');
	expect(
		await code(
			setSplit(
				db,
				author.actor,
				{ itemId: 999_999_999 },
				{ shares: [{ handle: author.handle, weight: 10_000 }] },
			),
		),
	).toBe('common.not_found');
	// And past the use case the database refuses it too.
	const rule = db.transaction().execute(async (tx) => {
		const { id } = await tx
			.insertInto('split_rules')
			.values({ item_id: item.id, starts_at: new Date() })
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx.insertInto('split_shares').values({ rule_id: id, user_id: author.id, weight: 9000 }).execute();
	});
	await expect(rule).rejects.toThrow(/not the whole/);
});

test('the platform keeps of an author what was agreed, from when it was agreed, until it is ended', async () => {
	const { author, offer } = await paidArticle();
	const admin = await aPerson(db, { role: 'admin' });
	expect(await code(setPlatformShare(db, author.actor, { handle: author.handle, shareBps: 0 }))).toBe(
		'common.forbidden',
	);
	await setPlatformShare(db, admin.actor, { handle: author.handle, shareBps: 500, note: 'first year' });
	expect(await sell(offer.id)).toEqual({ 0: 50, [author.id]: 950 });
	await setPlatformShare(db, admin.actor, { handle: author.handle, shareBps: null });
	expect(await sell(offer.id)).toEqual({ 0: 200, [author.id]: 800 });
});

test('whatever the price and the weights, not a cent is lost or made', async () => {
	const people = await Promise.all([aPerson(db), aPerson(db), aPerson(db)]);
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 99_999 }),
			fc.integer({ min: 1, max: 9998 }),
			async (amount, cut) => {
				const { author, item, offer } = await paidArticle(amount);
				const rest = 10_000 - cut;
				const parts = [cut, Math.floor(rest / 2), rest - Math.floor(rest / 2)].filter((weight) => weight > 0);
				await setSplit(
					db,
					author.actor,
					{ itemId: item.id },
					{
						shares: parts.map((weight, at) => ({ handle: people[at]!.handle, weight })),
					},
				);
				const earned = await sell(offer.id);
				expect(Object.values(earned).reduce((sum, part) => sum + part, 0)).toBe(amount);
			},
		),
		{ numRuns: 25 },
	);
	expect(await verifyLedger(db)).toEqual([]);
});
