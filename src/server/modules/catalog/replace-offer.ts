import { now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Price } from './schemas.ts';

/** What an offer sells, as the columns that say so. */
export type Sold =
	| { sells: 'item' | 'group' | 'bounty'; item_id: ItemId }
	| { sells: 'space' | 'seats'; space_id: SpaceId; months: number; renews: boolean }
	| { sells: 'bundle'; bundle_id: number }
	| { sells: 'tier'; tier_id: number; months: number; renews: boolean }
	| { sells: 'question' | 'slot' | 'tip'; person_id: UserId };

type AnySold = { sells: string; item_id: number; space_id: number };

/**
 * Retires what a thing is offered for now and offers it at `price`; null only retires. An offer at that very price
 * stays, so that who is at the till is not sent back. The caller holds a lock on the thing: two prices never race.
 *
 * @returns whether anything changed
 */
export async function replaceOffer(tx: Tx, sold: Sold, price: Price | null): Promise<boolean> {
	const current = await tx
		.selectFrom('offers')
		.select(['amount', 'currency'])
		.where((eb) => eb.and(sold as Partial<AnySold>))
		.where('retired_at', 'is', null)
		.execute();
	const same = price
		? current.length === 1 && current[0]!.amount === price.amount && current[0]!.currency === price.currency
		: current.length === 0;
	if (same) return false;
	await tx
		.updateTable('offers')
		.set({ retired_at: now() })
		.where((eb) => eb.and(sold as Partial<AnySold>))
		.where('retired_at', 'is', null)
		.execute();
	if (price)
		await tx
			.insertInto('offers')
			.values({ ...sold, ...price })
			.execute();
	return true;
}
