import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import { postTransfer } from '../modules/ledger/index.ts';
import {
	divide,
	holdEscrow,
	noteOrder,
	oweBack,
	owedBack,
	type Sale,
	stillKept,
	thingOf,
} from '../modules/orders/index.ts';
import { platformShareOf } from '../modules/payouts/index.ts';
// Plans are things that the module of subscriptions registers.
import '../modules/subscriptions/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { emit } from '../platform/events/index.ts';
import { earnersOf } from './earners.ts';
import { handOver } from './hand-over.ts';
import { readSale } from './read-sale.ts';

/**
 * Hands over what an order bought and books its money, in the transaction in which it became paid: who paid always
 * gets what was paid for, and the ledger always says where the money is.
 *
 * @param provider who holds the money; null when the order costs nothing
 * @param platformShareBps the platform's share of a sale in basis points, where none was agreed with the seller
 */
export async function fulfil(
	tx: Tx,
	orderId: OrderId,
	provider: string | null,
	platformShareBps: number,
): Promise<void> {
	const { sale, affiliate, gift } = await readSale(tx, orderId);
	const thing = thingOf(sale.offer.sells);
	if (!(await stillKept(tx, orderId))) return refuseLate(tx, sale, provider);
	const earners = await earnersOf(tx, thing, sale, now());
	const share = await platformShareOf(tx, sale.offer.sellerId, platformShareBps, now());
	let twice = false;
	// A means of payment that was left for a trial is no money.
	if (provider !== null && sale.amount > 0) {
		// Two orders for one thing may both be on their way to the provider, from two windows: the second one earns nobody
		// anything. The buyer's row is locked, so that of two notices at once one sees what the other gave.
		await tx.selectFrom('users').select('id').where('id', '=', sale.userId).forNoKeyUpdate().execute();
		twice = !gift && ((await thing.hasAlready?.(tx, sale.userId, sale.offer)) ?? false);
		await postTransfer(tx, {
			...(twice
				? owedBack(provider, sale.amount, sale.currency)
				: {
						kind: 'sale',
						currency: sale.currency,
						entries: [
							{ account: { kind: 'clearing', provider }, amount: sale.amount },
							...divide({
								amount: sale.amount,
								tax: sale.tax,
								earners,
								platformShareBps: share,
								affiliate,
							}),
						],
					}),
			reference: `order:${orderId}`,
			key: `sale:${orderId}`,
		});
		if (twice) await oweBack(tx, { cause: 'unearned', orderId });
	}
	if (earners === 'escrow' && !twice) await holdEscrow(tx, orderId, share);
	await handOver(tx, sale, gift);
	await emit(tx, sale.userId, 'orders.paid', {
		orderId,
		userId: sale.userId,
		itemId: sale.offer.itemId,
		spaceId: sale.offer.spaceId,
		sells: sale.offer.sells,
		gift,
	});
}

// Paid after it was closed, and the last place or use went to somebody else meanwhile: nothing is handed over, and all
// of the money is owed back.
async function refuseLate(tx: Tx, sale: Sale, provider: string | null): Promise<void> {
	await noteOrder(tx, sale.orderId, 'paid_too_late', {
		data: { amount: sale.amount, currency: sale.currency },
	});
	if (provider === null || sale.amount === 0) return;
	await postTransfer(tx, {
		...owedBack(provider, sale.amount, sale.currency),
		reference: `order:${sale.orderId}`,
		key: `sale:${sale.orderId}`,
	});
	await oweBack(tx, { cause: 'unearned', orderId: sale.orderId });
}
