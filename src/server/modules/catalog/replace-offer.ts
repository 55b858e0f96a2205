import { now } from '../../kernel/clock.ts';
import type { ItemId, OfferId, SpaceId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import type { Price } from './schemas.ts';

/** What an offer sells, as the columns that say so. */
export type Sold =
	| { sells: 'item' | 'group' | 'bounty'; item_id: ItemId }
	| { sells: 'space' | 'seats'; space_id: SpaceId; months: number; renews: boolean }
	| { sells: 'bundle'; bundle_id: number }
	| { sells: 'tier'; tier_id: number; months: number; renews: boolean }
	| { sells: 'question' | 'slot' | 'tip'; person_id: UserId };

/** How it is sold, beside the price; what is left out stays as it was. */
export interface Manner {
	pricing?: 'fixed' | 'open';
	trialDays?: number | null;
	/** How many more there are; null: as many as are asked for. */
	left?: number | null;
}

type AnySold = { sells: string; item_id: number; space_id: number };

/**
 * Retires what a thing is offered for now and offers it at `price`; null only retires. An offer at that very price and
 * in that manner stays, so that who is at the till is not sent back. Prices of regions, levels and times go over to
 * the new offer while they last. The caller holds a lock on the thing: two prices never race.
 *
 * @returns whether anything changed
 */
export async function replaceOffer(
	tx: Tx,
	sold: Sold,
	price: Price | null,
	manner: Manner = {},
): Promise<boolean> {
	// Locked: an order that takes stock of it is either counted here, or finds it retired.
	const current = await tx
		.selectFrom('offers')
		.select(['id', 'amount', 'currency', 'pricing', 'trial_days', 'stock', 'sold'])
		.where((eb) => eb.and(sold as Partial<AnySold>))
		.where('retired_at', 'is', null)
		.orderBy('id', 'desc')
		.forUpdate()
		.execute();
	const [last] = current;
	const left = last?.stock == null ? null : last.stock - last.sold;
	const next = {
		pricing: manner.pricing ?? last?.pricing ?? 'fixed',
		trial_days: manner.trialDays === undefined ? (last?.trial_days ?? null) : manner.trialDays,
		stock: manner.left === undefined ? left : manner.left,
	};
	const same = price
		? current.length === 1 &&
			last!.amount === price.amount &&
			last!.currency === price.currency &&
			last!.pricing === next.pricing &&
			last!.trial_days === next.trial_days &&
			left === next.stock
		: current.length === 0;
	if (same) return false;
	await tx
		.updateTable('offers')
		.set({ retired_at: now() })
		.where((eb) => eb.and(sold as Partial<AnySold>))
		.where('retired_at', 'is', null)
		.execute();
	if (!price) return true;
	const { id } = await tx
		.insertInto('offers')
		.values({ ...sold, ...price, ...next })
		.returning('id')
		.executeTakeFirstOrThrow();
	if (last) await keepPrices(tx, last.id, id);
	return true;
}

async function keepPrices(tx: Tx, from: OfferId, to: OfferId): Promise<void> {
	await sql`insert into offer_prices (offer_id, amount, currency, region, segment, min_level, starts_at, ends_at, created_by)
		select ${to}, amount, currency, region, segment, min_level, starts_at, ends_at, created_by from offer_prices
		where offer_id = ${from} and (ends_at is null or ends_at > ${now()}) order by id`.execute(tx);
}
