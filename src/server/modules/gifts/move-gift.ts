import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { giftError } from './errors.ts';

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
	if (gift.expires_at <= now()) throw giftError('expired');
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

/** Makes every code of an order void, whose money went back. @returns who had redeemed one */
export async function voidGifts(tx: Tx, orderId: OrderId): Promise<UserId[]> {
	const rows = await tx
		.updateTable('gifts')
		.set({ status: 'void' })
		.where('order_id', '=', orderId)
		.where('status', '<>', 'void')
		.returning('redeemed_by')
		.execute();
	return rows.flatMap(({ redeemed_by }) => redeemed_by ?? []);
}
