import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError, defineErrors } from '../../kernel/errors.ts';
import type { ItemId, OfferId, SpaceId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';

export const catalogError = defineErrors('catalog', { not_for_sale: 404, offer_retired: 409 });

/** A thing at a price. Offers never change: a new price is a new offer, and the old one is retired. */
export interface Offer {
	id: OfferId;
	itemId: ItemId | null;
	spaceId: SpaceId | null;
	price: Money;
	/** For a space: how many months one payment opens it for. */
	months: number | null;
	/** Title of the item or name of the space, as it is now. */
	title: string;
	/** Who the author's share goes to. */
	sellerId: number | null;
	/** Where the thing is. */
	kind: string | null;
	slug: string;
}

const priceSchema = z.object({
	amount: z.coerce
		.number()
		.int('catalog.price_whole')
		.min(1, 'catalog.price_low')
		.max(100_000_000, 'catalog.price_high'),
	currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD'], 'catalog.currency_unknown'),
});

/**
 * Sets what an item costs. The author and staff may.
 *
 * @param input `{ amount, currency }` in minor units; null takes it off sale
 */
export async function priceItem(db: Db, actor: Actor, itemId: ItemId, input: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const price = input === null ? null : validate(priceSchema, input);
	return inTransaction(db, async (tx) => {
		const item = await tx
			.selectFrom('items')
			.select('author_id')
			.where('id', '=', itemId)
			.forUpdate()
			.executeTakeFirst();
		if (!item) throw commonError('not_found');
		if (item.author_id !== userId && !isStaff(actor)) throw commonError('forbidden');
		const current = await tx
			.selectFrom('offers')
			.select(['id', 'amount', 'currency'])
			.where('item_id', '=', itemId)
			.where('retired_at', 'is', null)
			.execute();
		const same = price
			? current.length === 1 && current[0]!.amount === price.amount && current[0]!.currency === price.currency
			: current.length === 0;
		if (same) return;
		await tx
			.updateTable('offers')
			.set({ retired_at: now() })
			.where('item_id', '=', itemId)
			.where('retired_at', 'is', null)
			.execute();
		if (price)
			await tx
				.insertInto('offers')
				.values({ item_id: itemId, ...price })
				.execute();
		await tx
			.updateTable('items')
			.set({ price_amount: price?.amount ?? null, price_currency: price?.currency ?? null })
			.where('id', '=', itemId)
			.execute();
		// Pages show the price, and what is shown is what is paid: those that are kept become old.
		await emit(tx, userId, 'items.changed', { itemId, change: 'priced' });
	});
}

/** Sets what a paid space costs for `months` at a time. Its owner and staff may. */
export async function priceSpace(
	db: Db,
	actor: Actor,
	spaceId: SpaceId,
	months: number,
	input: unknown,
): Promise<void> {
	const { userId } = requireActing(actor);
	const price = input === null ? null : validate(priceSchema, input);
	return inTransaction(db, async (tx) => {
		const space = await tx
			.selectFrom('spaces')
			.select('owner_id')
			.where('id', '=', spaceId)
			.forUpdate()
			.executeTakeFirst();
		if (!space) throw commonError('not_found');
		if (space.owner_id !== userId && !isStaff(actor)) throw commonError('forbidden');
		const current = await tx
			.selectFrom('offers')
			.select(['amount', 'currency'])
			.where('space_id', '=', spaceId)
			.where('months', '=', months)
			.where('retired_at', 'is', null)
			.execute();
		const same = price
			? current.length === 1 && current[0]!.amount === price.amount && current[0]!.currency === price.currency
			: current.length === 0;
		if (same) return;
		await tx
			.updateTable('offers')
			.set({ retired_at: now() })
			.where('space_id', '=', spaceId)
			.where('months', '=', months)
			.where('retired_at', 'is', null)
			.execute();
		if (price)
			await tx
				.insertInto('offers')
				.values({ space_id: spaceId, months, ...price })
				.execute();
		await emit(tx, userId, 'spaces.changed', { spaceId, change: 'priced' });
	});
}

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
