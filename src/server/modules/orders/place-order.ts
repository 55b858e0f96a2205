import { z } from 'zod';
import type { Actor, Member } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { findOffer, type Offer, type Quote } from '../catalog/index.ts';
import { noteOrder } from './history.ts';
import { orderError } from './order.ts';
import { priceOrder } from './price-order.ts';
import { takeCoupon, takeStock } from './reserve.ts';
import { thingOf } from './things/index.ts';

const schema = z.object({
	offerId: z.coerce.number().int().positive(),
	key: z.string().min(8).max(100),
	quantity: z.coerce.number().int().min(1).max(1000).default(1),
	/** What the buyer wants to pay where the price is open. */
	amount: z.coerce.number().int().nonnegative().max(100_000_000).nullish(),
	/** Bought to be given away: its codes open it for others. */
	gift: z.boolean().default(false),
	details: z.record(z.string(), z.unknown()).default({}),
	coupon: z.string().trim().max(100).nullish(),
	/** Where the buyer is (ISO 3166): prices and tax differ by it. Kept for the next time. */
	region: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.nullish(),
	/** What the buyer was shown; when it costs something else by now, nothing is ordered. */
	expected: z.object({ amount: z.coerce.number().int().nonnegative(), currency: z.string() }).nullish(),
	/** The affiliate's link by which the buyer came. */
	via: z.object({ code: z.string().max(40), at: z.date() }).nullish(),
});

/** What an order of gifts says beside what it buys. */
export const giftDetails = z.object({
	message: z.string().trim().max(500, 'orders.gift_message').default(''),
});

/** An order, and whether anything is to be paid for it. */
export interface Placed {
	orderId: OrderId;
	toPay: boolean;
}

/** An order of nothing that is scarce waits a day for its payment. */
const DAY_MINUTES = 1440;

/**
 * Orders an offer at its present price, and keeps stock and coupon for it until it is paid or closed. Pressing twice,
 * or in two windows, makes one order: the same key gives the same order back.
 *
 * @throws orders.already_owned when the person may open it already; catalog.offer_retired when the offer was replaced;
 *   orders.price_changed when it costs something else than what was `expected`; catalog.sold_out; as `quote` and
 *   `takeCoupon`; catalog.not_for_sale when it is out of the person's sight; accounts.suspended
 */
export async function placeOrder(db: Db, actor: Actor, input: unknown): Promise<Placed> {
	const member = requireActing(actor);
	const { userId } = member;
	const { offerId, key, quantity, amount, gift, details, coupon, region, expected, via } = validate(
		schema,
		input,
	);
	return inTransaction(db, async (tx) => {
		const before = await orderOf(tx, userId, key);
		if (before) return before;
		// Of one buyer's orders at once each sees the one before: what is for a first order is for one.
		await lockBuyer(tx, userId, region ?? null);
		const offer = await findOffer(tx, offerId as OfferId);
		const thing = thingOf(offer.sells);
		if (gift) await demandGivable(tx, member, offer);
		else await thing.demandBuyable(tx, member, offer);
		const kept = gift
			? validate(giftDetails, details)
			: ((await thing.prepare?.(tx, member, offer, { quantity, details })) ?? {});
		const question = { buyerId: userId, region, coupon: coupon || null, via };
		const price = await priceOrder(tx, offer, { quantity, amount, gift }, question);
		demandAsShown(price, expected);
		const scarce =
			offer.left !== null || price.couponId !== null || price.lines.some(({ data }) => data?.first);
		const minutes = scarce ? price.settings.reserveMinutes : DAY_MINUTES;
		const placed = await tx
			.insertInto('orders')
			.values({
				user_id: userId,
				offer_id: offer.id,
				quantity,
				subtotal: price.subtotal,
				discount: price.discount,
				tax: price.tax,
				amount: price.total,
				currency: price.currency,
				quote: JSON.stringify(price.lines),
				details: JSON.stringify(kept),
				gift,
				title: offer.title,
				key,
				region: price.region,
				affiliate_link_id: price.affiliate?.linkId ?? null,
				affiliate_id: price.affiliate?.userId ?? null,
				affiliate_share: price.affiliate?.share ?? 0,
				holds_stock: offer.left !== null,
				created_at: now(),
				expires_at: new Date(now().getTime() + minutes * 60_000),
			})
			.onConflict((conflict) => conflict.columns(['user_id', 'key']).doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!placed) return (await orderOf(tx, userId, key))!;
		await takeStock(tx, offer, quantity);
		if (price.couponId !== null) await takeCoupon(tx, price.couponId, placed.id, userId, coupon!);
		await noteOrder(tx, placed.id, 'placed', { actorId: userId });
		await emit(tx, userId, 'orders.placed', { orderId: placed.id });
		return { orderId: placed.id, toPay: price.total > 0 };
	});
}

/** The price shown is the price paid: the order carries the total that the buyer saw, or is not made. */
function demandAsShown(
	price: Quote,
	expected: { amount: number; currency: string } | null | undefined,
): void {
	if (!expected || (expected.amount === price.total && expected.currency === price.currency)) return;
	throw orderError('price_changed', {
		params: { amount: price.total, currency: price.currency },
		detail: `It costs ${price.total} ${price.currency} now, and ${expected.amount} ${expected.currency} was shown.`,
	});
}

async function lockBuyer(tx: Tx, userId: UserId, region: string | null): Promise<void> {
	await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
	if (region === null) return;
	await tx
		.updateTable('users')
		.set({ region })
		.where('id', '=', userId)
		.where((eb) => eb('region', 'is distinct from', region))
		.execute();
}

// What keeps somebody from buying a thing for themselves, and not from giving it: they have it, or pay for it monthly.
const onlyOneself = new Set(['orders.already_owned', 'subscriptions.already_subscribed']);

// Who has a thing may give it to others; who may not know of it gives nothing.
async function demandGivable(tx: Tx, member: Member, offer: Offer): Promise<void> {
	const thing = thingOf(offer.sells);
	if (!thing.givable) throw orderError('not_givable');
	try {
		await thing.demandBuyable(tx, member, offer);
	} catch (thrown) {
		if (!(thrown instanceof AppError) || !onlyOneself.has(thrown.code)) throw thrown;
	}
}

/** Pays an order that costs nothing. @returns false when it was paid already */
export async function settleFree(tx: Tx, orderId: OrderId): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('orders')
		.set({ status: 'paid', paid_at: now() })
		.where('id', '=', orderId)
		.where('status', '=', 'pending')
		.where('amount', '=', 0)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) return false;
	await noteOrder(tx, orderId, 'paid');
	return true;
}

async function orderOf(tx: Db, userId: UserId, key: string): Promise<Placed | null> {
	const row = await tx
		.selectFrom('orders')
		.select(['id', 'amount'])
		.where('user_id', '=', userId)
		.where('key', '=', key)
		.executeTakeFirst();
	return row ? { orderId: row.id, toPay: row.amount > 0 } : null;
}
