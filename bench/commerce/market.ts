import type { Actor } from '../../src/server/contracts/actor.ts';
import { checkout } from '../../src/server/flows/checkout.ts';
import { settlePayment } from '../../src/server/flows/settle-payment.ts';
import { listOffers, priceItem } from '../../src/server/modules/catalog/index.ts';
import { anItem, aPerson } from '../../src/server/modules/items/testing.ts';
import { startPayment } from '../../src/server/modules/orders/index.ts';
import { type Db, sql } from '../../src/server/platform/db/index.ts';

/** Who buys what, and the payments that were begun and not told of yet. */
export interface Market {
	buyers: Actor[];
	offers: number[];
	begun: string[];
	/** Each order is of another buyer and thing: nobody buys anything twice. */
	next: number;
}

const AMOUNT = 1900;

/** Enough people and articles for every pair to be bought once. */
export async function aMarket(db: Db, { people = 2000, articles = 200 } = {}): Promise<Market> {
	const authors = await Promise.all(Array.from({ length: 20 }, () => aPerson(db)));
	const offers: number[] = [];
	for (let i = 0; i < articles; i++) {
		const author = authors[i % authors.length]!;
		const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
		await priceItem(db, author.actor, item.id, { amount: AMOUNT, currency: 'CNY' });
		offers.push((await listOffers(db, { itemId: item.id }))[0]!.id);
	}
	const { rows } = await sql<{
		id: number;
	}>`insert into users (handle, name, email, email_verified, role, locale)
		select 'buyer-' || i, 'Buyer ' || i, 'buyer-' || i || '@example.org', true, 'member', 'en'
		from generate_series(1, ${people}::int) i returning id`.execute(db);
	const buyers = rows.map(
		({ id }): Actor => ({ userId: id, role: 'member', emailVerified: true, suspended: false, scopes: null }),
	);
	const market: Market = { buyers, offers, begun: [], next: 0 };
	// A shop that has sold before: the planner keeps the plan that it made for empty tables until it is told of rows.
	await sql`analyze`.execute(db);
	for (let sold = 0; sold < people; sold += 16) {
		await Promise.all(Array.from({ length: 16 }, () => order(db, market)));
		await Promise.all(Array.from({ length: 16 }, () => callback(db, market)));
	}
	await sql`analyze`.execute(db);
	return market;
}

/** A checkout: the order is placed and its payment begun. */
export async function order(db: Db, market: Market): Promise<void> {
	const n = market.next++;
	const buyer = market.buyers[n % market.buyers.length]!;
	const offerId = market.offers[Math.floor(n / market.buyers.length) % market.offers.length]!;
	const { orderId } = await checkout(db, buyer, { offerId, key: `bench-order-${n}` });
	const { reference } = await startPayment(db, buyer, orderId, 'sandbox');
	market.begun.push(reference);
}

/** A callback: the provider's message, from inbox to ledger and entitlement. */
export async function callback(db: Db, market: Market): Promise<void> {
	const reference = market.begun.shift();
	if (!reference) throw new Error('No payment is left to be told of: raise the number that is made.');
	const heard = await settlePayment(
		db,
		{
			provider: 'sandbox',
			noticeId: reference,
			reference,
			outcome: 'succeeded',
			amount: AMOUNT,
			currency: 'CNY',
			body: '{}',
		},
		2000,
	);
	if (heard.result !== 'settled') throw new Error(`A callback was ${heard.result}.`);
}
