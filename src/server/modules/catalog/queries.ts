import type { CompiledQuery } from 'kysely';
import type { ItemId, OfferId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, run, sql } from '../../platform/db/index.ts';
import { catalogError } from './errors.ts';
import type { Offer, Sells } from './offer.ts';

function offers(db: Db) {
	return db
		.selectFrom('offers')
		.leftJoin('items', 'items.id', 'offers.item_id')
		.leftJoin('spaces', 'spaces.id', 'offers.space_id')
		.leftJoin('bundles', 'bundles.id', 'offers.bundle_id')
		.leftJoin('tiers', 'tiers.id', 'offers.tier_id')
		.leftJoin('users as person', 'person.id', 'offers.person_id')
		.selectAll('offers')
		.select([
			sql<string>`coalesce(items.title, spaces.name, bundles.title, tiers.name, person.name, '')`.as('title'),
			sql<string>`coalesce(items.slug, spaces.slug, bundles.slug, tiers.slug, person.handle, '')`.as('slug'),
			sql<UserId | null>`case when offers.sells <> 'bounty' then coalesce(items.author_id, spaces.owner_id, bundles.seller_id, offers.person_id) end`.as(
				'seller_id',
			),
			'items.kind as item_kind',
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>;

function toOffer(row: Row): Offer {
	return {
		id: row.id,
		sells: row.sells as Sells,
		itemId: row.item_id,
		spaceId: row.space_id,
		bundleId: row.bundle_id,
		tierId: row.tier_id,
		personId: row.person_id,
		price: { amount: row.amount, currency: row.currency as Currency },
		pricing: row.pricing as Offer['pricing'],
		months: row.months,
		renews: row.renews,
		trialDays: row.trial_days,
		left: row.stock === null ? null : row.stock - row.sold,
		terms: row.terms,
		title: row.title,
		sellerId: row.seller_id,
		itemKind: row.item_kind,
		slug: row.slug,
	};
}

let byId: CompiledQuery<Row> | undefined;

/** Every order reads its offer several times; building the text of the statement costs as much as its answer. */
async function offerRow(db: Db, id: OfferId): Promise<Row | undefined> {
	byId ??= offers(db).where('offers.id', '=', id).compile();
	const [row] = await run<Row>(db, { ...byId, parameters: [id] });
	return row;
}

/** An offer that can be bought now. @throws catalog.not_for_sale, catalog.offer_retired */
export async function findOffer(db: Db, offerId: OfferId): Promise<Offer> {
	const row = await offerRow(db, offerId);
	if (!row) throw catalogError('not_for_sale');
	if (row.retired_at) throw catalogError('offer_retired', { detail: 'The price has changed since.' });
	return toOffer(row);
}

/** An offer as it was ordered: a retired one too. @throws catalog.not_for_sale when there is none of this id */
export async function offerAsOrdered(db: Db, offerId: OfferId): Promise<Offer> {
	const row = await offerRow(db, offerId);
	if (!row) throw catalogError('not_for_sale');
	return toOffer(row);
}

/** Whose offers are asked for. */
export type OffersOf =
	| { itemId: ItemId }
	| { spaceId: SpaceId }
	/** Places in a space, for a company. */
	| { seatsOf: SpaceId }
	| { bundleId: number }
	| { tierId: number }
	| { personId: UserId };

const columns = {
	itemId: 'offers.item_id',
	spaceId: 'offers.space_id',
	seatsOf: 'offers.space_id',
	bundleId: 'offers.bundle_id',
	tierId: 'offers.tier_id',
	personId: 'offers.person_id',
} as const;

/**
 * What a thing, or a person, is sold for now; empty when it is not for sale. Cheapest first.
 *
 * @param sells only offers of this kind; unless told otherwise, of an item the item itself, of a person what is not
 *   somebody else's question
 */
export async function listOffers(db: Db, of: OffersOf, sells?: Sells): Promise<Offer[]> {
	const [[name, id]] = Object.entries(of) as [[keyof typeof columns, number]];
	// Time for oneself and places for others are two things; a group's price is not the item's.
	const kind = sells ?? { itemId: 'item', spaceId: 'space', seatsOf: 'seats' }[name as string] ?? null;
	const rows = await offers(db)
		.where(columns[name], '=', id)
		.where('offers.retired_at', 'is', null)
		.where('offers.sells', kind === null ? '<>' : '=', kind ?? 'listen')
		.orderBy('offers.amount')
		.execute();
	return rows.map(toOffer);
}

/** Everything that a person sells and that is offered now: items, spaces, bundles. The newest first; at most 200. */
export async function listOwnOffers(db: Db, sellerId: UserId): Promise<Offer[]> {
	const rows = await offers(db)
		.where('offers.retired_at', 'is', null)
		.where('offers.sells', 'in', ['item', 'space', 'seats', 'bundle'])
		.where((eb) =>
			eb.or([
				eb('items.author_id', '=', sellerId),
				eb('spaces.owner_id', '=', sellerId),
				eb('bundles.seller_id', '=', sellerId),
			]),
		)
		.orderBy('offers.id', 'desc')
		.limit(200)
		.execute();
	return rows.map(toOffer);
}

/** What all tiers are offered for now, the cheapest first. */
export async function listTierOffers(db: Db): Promise<Offer[]> {
	const rows = await offers(db)
		.where('offers.tier_id', 'is not', null)
		.where('offers.retired_at', 'is', null)
		.orderBy('offers.amount')
		.execute();
	return rows.map(toOffer);
}

/** What time and seats in paid spaces are offered for now, the cheapest first; at most 500. Who reads it asks which spaces may be seen. */
export async function listSpaceOffers(db: Db): Promise<Offer[]> {
	const rows = await offers(db)
		.where('offers.sells', 'in', ['space', 'seats'])
		.where('offers.retired_at', 'is', null)
		.where('spaces.access', '=', 'paid')
		.where('spaces.archived_at', 'is', null)
		.orderBy('offers.amount')
		.limit(500)
		.execute();
	return rows.map(toOffer);
}
