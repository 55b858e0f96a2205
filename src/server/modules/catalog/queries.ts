import type { ItemId, OfferId, SpaceId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db } from '../../platform/db/index.ts';
import { catalogError } from './errors.ts';
import type { Offer } from './offer.ts';

function offers(db: Db) {
	return db
		.selectFrom('offers')
		.leftJoin('items', 'items.id', 'offers.item_id')
		.leftJoin('spaces', 'spaces.id', 'offers.space_id')
		.select([
			'offers.id',
			'offers.item_id',
			'offers.space_id',
			'offers.amount',
			'offers.currency',
			'offers.months',
			'offers.retired_at',
		])
		.select([
			'items.title',
			'items.author_id',
			'items.kind',
			'items.slug',
			'spaces.name',
			'spaces.owner_id',
			'spaces.slug as space_slug',
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>;

function toOffer(row: Row): Offer {
	return {
		id: row.id,
		itemId: row.item_id,
		spaceId: row.space_id,
		price: { amount: row.amount, currency: row.currency as Currency },
		months: row.months,
		title: row.title ?? row.name ?? '',
		sellerId: row.item_id === null ? row.owner_id : row.author_id,
		kind: row.kind,
		slug: row.slug ?? row.space_slug ?? '',
	};
}

/** An offer that can be bought now. @throws catalog.not_for_sale, catalog.offer_retired */
export async function findOffer(db: Db, offerId: OfferId): Promise<Offer> {
	const row = await offers(db).where('offers.id', '=', offerId).executeTakeFirst();
	if (!row) throw catalogError('not_for_sale');
	if (row.retired_at) throw catalogError('offer_retired', { detail: 'The price has changed since.' });
	return toOffer(row);
}

/** What an item, or a space, is sold for now; empty when it is not for sale. Cheapest first. */
export async function listOffers(db: Db, of: { itemId: ItemId } | { spaceId: SpaceId }): Promise<Offer[]> {
	const query =
		'itemId' in of
			? offers(db).where('offers.item_id', '=', of.itemId)
			: offers(db).where('offers.space_id', '=', of.spaceId);
	return (await query.where('offers.retired_at', 'is', null).orderBy('offers.amount').execute()).map(toOffer);
}
