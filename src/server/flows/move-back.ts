import type { OrderId } from '../kernel/ids.ts';
import { type Currency, splitAmount } from '../kernel/money.ts';
import { type Entry, holdersOf, postTransfer } from '../modules/ledger/index.ts';
import type { Tx } from '../platform/db/index.ts';

const onItsWay = new Set(['clearing', 'refunds']);

/** Who has what of an order's money, as the ledger says: everybody but the provider and what is promised back already. */
async function holders(tx: Tx, orderId: OrderId): Promise<Entry[]> {
	const all = await holdersOf(tx, `order:${orderId}`);
	return all.filter(({ account, amount }) => !onItsWay.has(account.kind) && amount < 0);
}

/** What could be taken back of an order, in minor units. */
export async function heldOf(tx: Tx, orderId: OrderId): Promise<number> {
	return (await holders(tx, orderId)).reduce((sum, { amount }) => sum - amount, 0);
}

/**
 * Sets an amount aside to be sent back: everybody who has something of the order (platform, authors, affiliate, tax,
 * escrow) gives up a part in proportion to what they still have of it. So parts of several refunds add up to the cent,
 * and the last one leaves nothing. Call with the order locked.
 */
export async function promiseBack(
	tx: Tx,
	promise: { orderId: OrderId; amount: number; currency: Currency; kind: string; key: string },
): Promise<void> {
	const from = await holders(tx, promise.orderId);
	const held = from.reduce((sum, { amount }) => sum - amount, 0);
	if (promise.amount > held)
		throw new Error(`Order ${promise.orderId} has ${held} to give back, not ${promise.amount}.`);
	const parts = splitAmount(
		promise.amount,
		from.map(({ amount }) => -amount),
	);
	await postTransfer(tx, {
		kind: promise.kind,
		key: promise.key,
		reference: `order:${promise.orderId}`,
		currency: promise.currency,
		entries: [
			...from.map(({ account }, i) => ({ account, amount: parts[i]! })),
			{ account: { kind: 'refunds' }, amount: -promise.amount },
		],
	});
}

/** What was promised has left: the provider sent it. */
export async function sendBack(
	tx: Tx,
	sent: {
		provider: string;
		/** `order:12`, or `payment:12` of one that was too much. */
		reference: string;
		amount: number;
		currency: Currency;
		kind: string;
		key: string;
	},
): Promise<void> {
	await postTransfer(tx, {
		kind: sent.kind,
		key: sent.key,
		reference: sent.reference,
		currency: sent.currency,
		entries: [
			{ account: { kind: 'refunds' }, amount: sent.amount },
			{ account: { kind: 'clearing', provider: sent.provider }, amount: -sent.amount },
		],
	});
}
