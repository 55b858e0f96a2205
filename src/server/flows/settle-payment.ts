import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import { type Currency, splitAmount } from '../kernel/money.ts';
import { grantEntitlement } from '../modules/entitlements/index.ts';
import { postTransfer } from '../modules/ledger/index.ts';
import { type Heard, hearNotice, type Notice } from '../modules/orders/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import { emit } from '../platform/events/index.ts';

/**
 * A provider's message about a payment, from inbox to entitlement: one transaction, so that who paid always gets
 * what was paid for and the ledger always says where the money is.
 *
 * @param platformShareBps the platform's share of a sale in basis points
 */
export async function settlePayment(db: Db, notice: Notice, platformShareBps: number): Promise<Heard> {
	return inTransaction(db, async (tx) => {
		const heard = await hearNotice(tx, notice);
		if (heard.result === 'settled') await fulfil(tx, heard.orderId, notice.provider, platformShareBps);
		if (heard.result === 'overpaid') {
			await postTransfer(tx, {
				...owedBack(notice.provider, heard.amount, heard.currency),
				reference: `payment:${heard.paymentId}`,
				key: `overpayment:${heard.paymentId}`,
			});
		}
		return heard;
	});
}

/** Money that came in for nothing: it is with the provider, nobody has earned it, and it is to be sent back. */
function owedBack(provider: string, amount: number, currency: string) {
	return {
		kind: 'overpayment',
		currency: currency as Currency,
		entries: [
			{ account: { kind: 'clearing' as const, provider }, amount },
			{ account: { kind: 'refunds' as const }, amount: -amount },
		],
	};
}

async function fulfil(tx: Tx, orderId: OrderId, provider: string, platformShareBps: number): Promise<void> {
	const order = await tx
		.selectFrom('orders')
		.innerJoin('offers', 'offers.id', 'orders.offer_id')
		.leftJoin('items', 'items.id', 'offers.item_id')
		.leftJoin('spaces', 'spaces.id', 'offers.space_id')
		.select([
			'orders.user_id',
			'orders.amount',
			'orders.currency',
			'offers.item_id',
			'offers.space_id',
			'offers.months',
			'items.author_id',
			'spaces.owner_id',
		])
		.where('orders.id', '=', orderId)
		.executeTakeFirstOrThrow();

	// Two orders for one item may both be on their way to the provider, from two windows: the second one earns nobody
	// anything. The buyer's row is locked, so that of two notices at once one sees what the other gave.
	await tx.selectFrom('users').select('id').where('id', '=', order.user_id).forNoKeyUpdate().execute();
	const twice = order.item_id !== null && (await hasBought(tx, order.user_id, order.item_id));
	const sellerId = order.item_id === null ? order.owner_id : order.author_id;
	const [platform, seller] = splitAmount(
		order.amount,
		sellerId === null ? [1, 0] : [platformShareBps, 10_000 - platformShareBps],
	) as [number, number];
	const sale = {
		kind: 'sale',
		currency: order.currency as Currency,
		entries: [
			{ account: { kind: 'clearing' as const, provider }, amount: order.amount },
			{ account: { kind: 'platform' as const }, amount: -platform },
			...(sellerId === null
				? []
				: [{ account: { kind: 'author' as const, ownerId: sellerId }, amount: -seller }]),
		],
	};
	await postTransfer(tx, {
		...(twice ? owedBack(provider, order.amount, order.currency) : sale),
		reference: `order:${orderId}`,
		key: `sale:${orderId}`,
	});

	const bought = order.item_id === null ? { spaceId: order.space_id! } : { itemId: order.item_id };
	const startsAt = order.months === null ? now() : await endOfPaidTime(tx, order.user_id, order.space_id!);
	await grantEntitlement(tx, {
		userId: order.user_id,
		...bought,
		source: 'purchase',
		sourceRef: `order:${orderId}`,
		startsAt,
		endsAt: order.months === null ? null : addMonths(startsAt, order.months),
	});
	if (order.space_id !== null) {
		await tx
			.insertInto('space_members')
			.values({ space_id: order.space_id, user_id: order.user_id })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	await emit(tx, order.user_id, 'orders.paid', {
		orderId,
		userId: order.user_id,
		itemId: order.item_id,
		spaceId: order.space_id,
	});
}

async function hasBought(tx: Tx, userId: number, itemId: number): Promise<boolean> {
	const row = await tx
		.selectFrom('entitlements')
		.select('id')
		.where('user_id', '=', userId)
		.where('item_id', '=', itemId)
		.where('source', '=', 'purchase')
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}

// Paying again before the time is over adds to it: nobody pays twice for the same days.
async function endOfPaidTime(tx: Tx, userId: number, spaceId: number): Promise<Date> {
	const row = await tx
		.selectFrom('entitlements')
		.select((eb) => eb.fn.max('ends_at').as('end'))
		.where('user_id', '=', userId)
		.where('space_id', '=', spaceId)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return row?.end && row.end > now() ? row.end : now();
}

/** The same day `months` later, or the last day of a shorter month. */
export function addMonths(from: Date, months: number): Date {
	const to = new Date(from);
	to.setUTCDate(1);
	to.setUTCMonth(from.getUTCMonth() + months);
	const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
	to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
	return to;
}
