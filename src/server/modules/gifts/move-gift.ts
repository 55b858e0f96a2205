import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { giftError } from './errors.ts';
import { type GiftStatus, giftTransitions } from './gift.ts';

/** A code as it was typed: small letters, blanks and other dashes do not matter. */
export function normaliseCode(text: string): string {
	const plain = text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');
	return plain.match(/.{1,4}/g)?.join('-') ?? '';
}

/**
 * Marks a code as redeemed by somebody, once. Call in the transaction that hands over what it gives.
 *
 * @returns the order that it is of
 * @throws gifts.not_found, gifts.redeemed, gifts.expired; gifts.once when the person has redeemed another of this order
 */
export async function takeGift(
	tx: Tx,
	code: string,
	userId: UserId,
	title: string,
): Promise<{ orderId: OrderId }> {
	const gift = await tx
		.selectFrom('gifts')
		.selectAll()
		.where('code', '=', normaliseCode(code))
		.forUpdate()
		.executeTakeFirst();
	if (!gift || gift.status === 'void') throw giftError('not_found');
	if (gift.status === 'redeemed') throw giftError('redeemed');
	if (gift.status === 'expired' || gift.expires_at <= now()) throw giftError('expired');
	// One source gives one entitlement: a second code of the same order would give nothing.
	const other = await tx
		.selectFrom('gifts')
		.select('id')
		.where('order_id', '=', gift.order_id)
		.where('redeemed_by', '=', userId)
		.executeTakeFirst();
	if (other) throw giftError('once');
	await tx
		.updateTable('gifts')
		.set({ status: 'redeemed', redeemed_by: userId, redeemed_at: now() })
		.where('id', '=', gift.id)
		.execute();
	await emit(tx, userId, 'gifts.changed', {
		giftId: gift.id,
		change: 'redeemed',
		giverId: gift.giver_id,
		redeemedBy: userId,
		title,
	});
	return { orderId: gift.order_id };
}

/** From which statuses a gift may go to one. */
const before = (to: GiftStatus) =>
	(Object.keys(giftTransitions) as GiftStatus[]).filter((from) => giftTransitions[from].includes(to));

/** The order that a gift is of; null when there is no such gift. */
export async function giftOrder(tx: Tx, giftId: number): Promise<OrderId | null> {
	const row = await tx.selectFrom('gifts').select('order_id').where('id', '=', giftId).executeTakeFirst();
	return row?.order_id ?? null;
}

/**
 * Says that a gift's time is over, and tells its giver. The caller holds a lock on its order, and sends the money back.
 *
 * @returns how many other codes of the order are still worth something; null when it is not over, or was settled before
 */
export async function overGift(tx: Tx, giftId: number): Promise<{ others: number } | null> {
	const gift = await tx
		.updateTable('gifts')
		.set({ status: 'expired' })
		.where('id', '=', giftId)
		.where('status', 'in', before('expired'))
		.where('expires_at', '<=', now())
		.returning(['order_id', 'giver_id'])
		.executeTakeFirst();
	if (!gift) return null;
	const order = await tx
		.selectFrom('orders')
		.select('title')
		.select((eb) =>
			eb
				.selectFrom('gifts')
				.select((inner) => inner.fn.countAll<number>().as('n'))
				.whereRef('gifts.order_id', '=', 'orders.id')
				.where('gifts.status', 'in', ['ready', 'redeemed'])
				.as('others'),
		)
		.where('id', '=', gift.order_id)
		.executeTakeFirstOrThrow();
	await emit(tx, null, 'gifts.changed', {
		giftId,
		change: 'expired',
		giverId: gift.giver_id,
		redeemedBy: null,
		title: order.title,
	});
	return { others: Number(order.others) };
}

/** Makes every code of an order void, whose money went back. @returns who had redeemed one */
export async function voidGifts(tx: Tx, orderId: OrderId): Promise<UserId[]> {
	const rows = await tx
		.updateTable('gifts')
		.set({ status: 'void' })
		.where('order_id', '=', orderId)
		.where('status', 'in', before('void'))
		.returning('redeemed_by')
		.execute();
	return rows.flatMap(({ redeemed_by }) => redeemed_by ?? []);
}
