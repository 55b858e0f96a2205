import type { Earners, Sale, Thing } from '../modules/orders/index.ts';
import { splitOf } from '../modules/payouts/index.ts';
import type { Tx } from '../platform/db/index.ts';

/**
 * Whose money a sale becomes. A split that is in force goes before what the kind of thing says, and that before the
 * seller alone; what is in escrow is nobody's yet.
 *
 * @param at when it was bought: of what was held, not when it is released, as a later split changes no deal
 */
export async function earnersOf(tx: Tx, thing: Thing, sale: Sale, at: Date): Promise<Earners> {
	const own = await thing.earners?.(tx, sale);
	if (own === 'escrow') return own;
	const split = await splitOf(tx, sale.offer, at);
	if (split.length > 0) return split;
	if (own) return own;
	return sale.offer.sellerId === null ? [] : [{ userId: sale.offer.sellerId, weight: 1 }];
}
