import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { OfferId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { PriceRow } from './price-rows.ts';
import { priceRowSchema } from './schemas.ts';
import { ownOffer } from './set-offer.ts';

/**
 * Gives an offer another price: of a region, from a day on, until a day, for a level or a segment; see `bestPrice`.
 *
 * @returns its id
 * @throws common.invalid_input, common.not_found; refusals of the policy
 */
export async function addPrice(db: Db, actor: Actor, offerId: OfferId, input: unknown): Promise<number> {
	const { startsAt, endsAt, minLevel, ...price } = validate(priceRowSchema, input);
	return inTransaction(db, async (tx) => {
		const offer = await ownOffer(tx, actor, offerId);
		const { id } = await tx
			.insertInto('offer_prices')
			.values({
				...price,
				offer_id: offerId,
				min_level: minLevel,
				starts_at: startsAt ?? now(),
				ends_at: endsAt ?? null,
				created_by: actor.userId,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tellPriced(tx, actor, offer);
		return id;
	});
}

/** Takes one of them away. @throws common.not_found; refusals of the policy */
export async function removePrice(db: Db, actor: Actor, priceId: number): Promise<void> {
	return inTransaction(db, async (tx) => {
		const row = await tx
			.selectFrom('offer_prices')
			.select('offer_id')
			.where('id', '=', priceId)
			.executeTakeFirst();
		if (!row) throw commonError('not_found');
		const offer = await ownOffer(tx, actor, row.offer_id);
		await tx.deleteFrom('offer_prices').where('id', '=', priceId).execute();
		await tellPriced(tx, actor, offer);
	});
}

// Pages show prices, and those that are kept become old.
async function tellPriced(
	tx: Tx,
	{ userId }: Actor,
	{ item_id, space_id }: { item_id: number | null; space_id: number | null },
): Promise<void> {
	if (item_id !== null) await emit(tx, userId, 'items.changed', { itemId: item_id, change: 'priced' });
	if (space_id !== null) await emit(tx, userId, 'spaces.changed', { spaceId: space_id, change: 'priced' });
}

/** The other prices of offers that are not over, by offer id. One statement. */
export async function listPrices(db: Db, offerIds: readonly OfferId[]): Promise<Map<OfferId, PriceRow[]>> {
	const found = new Map<OfferId, PriceRow[]>();
	if (offerIds.length === 0) return found;
	const rows = await db
		.selectFrom('offer_prices')
		.selectAll()
		.where('offer_id', 'in', [...offerIds])
		.where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now())]))
		.orderBy('id')
		.execute();
	for (const row of rows) {
		const price: PriceRow = {
			id: row.id,
			price: { amount: row.amount, currency: row.currency as Currency },
			region: row.region,
			segment: row.segment,
			minLevel: row.min_level,
			startsAt: row.starts_at,
			endsAt: row.ends_at,
		};
		found.set(row.offer_id, [...(found.get(row.offer_id) ?? []), price]);
	}
	return found;
}
