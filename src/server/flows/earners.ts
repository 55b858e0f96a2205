import { bundleWeights, findBundle } from '../modules/catalog/index.ts';
import type { Earners, Sale, Thing } from '../modules/orders/index.ts';
import { splitOf, splitsOfItems } from '../modules/payouts/index.ts';
import type { Tx } from '../platform/db/index.ts';

/**
 * Whose money a sale becomes. A split that is in force goes before what the kind of thing says, and that before the
 * seller alone; what is in escrow is nobody's yet. Of a bundle without a split of its own, the splits of its items: who
 * shares a text earns of it however it is sold.
 *
 * @param at when it was bought: of what was held, not when it is released, as a later split changes no deal
 */
export async function earnersOf(tx: Tx, thing: Thing, sale: Sale, at: Date): Promise<Earners> {
	const own = await thing.earners?.(tx, sale);
	if (own === 'escrow') return own;
	const { offer } = sale;
	const split = await splitOf(tx, offer, at);
	if (split.length > 0) return split;
	if (offer.bundleId !== null) return ofBundle(tx, offer.bundleId, at);
	if (own) return own;
	return offer.sellerId === null ? [] : [{ userId: offer.sellerId, weight: 1 }];
}

async function ofBundle(tx: Tx, bundleId: number, at: Date): Promise<Earners> {
	const { items } = (await findBundle(tx, { id: bundleId }))!;
	const splits = await splitsOfItems(
		tx,
		items.map(({ id }) => id),
		at,
	);
	return bundleWeights(items, (id) => splits.get(id) ?? []);
}
