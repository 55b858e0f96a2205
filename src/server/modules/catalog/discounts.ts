import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import type { Discount } from './discount.ts';
import { catalogError } from './errors.ts';
import type { Sells } from './offer.ts';
import { requireOperator } from './policy.ts';
import { discountSchema } from './schemas.ts';

/**
 * Makes a coupon, or without a code a promotion, for the asking person's own things; for everybody's
 * (`whose: 'all'`) administrators may.
 *
 * @returns its id
 * @throws common.invalid_input; catalog.code_taken; common.forbidden
 */
export async function makeDiscount(db: Db, actor: Actor, input: unknown): Promise<number> {
	const { whose, startsAt, endsAt, ...given } = validate(discountSchema, input);
	const { userId } = whose === 'all' ? requireOperator(actor) : requireActing(actor);
	// A tier is nobody's but the place's: a seller has no discount to give on it.
	if (whose === 'mine' && given.tierId !== null) throw commonError('forbidden');
	return inTransaction(db, async (tx) => {
		const made = await tx
			.insertInto('discounts')
			.values({
				seller_id: whose === 'mine' ? userId : null,
				code: given.code,
				name: given.name,
				percent_bps: given.percentBps,
				amount: given.amount,
				currency: given.amount === null && given.minimum === null ? null : given.currency,
				sells: given.sells,
				item_id: given.itemId,
				space_id: given.spaceId,
				bundle_id: given.bundleId,
				tier_id: given.tierId,
				minimum: given.minimum,
				region: given.region,
				segment: given.segment,
				min_level: given.minLevel,
				starts_at: startsAt ?? now(),
				ends_at: endsAt ?? null,
				first_order: given.firstOrder,
				per_person: given.perPerson,
				total: given.total,
				exclusive: given.exclusive,
				created_by: userId,
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!made) throw catalogError('code_taken', { fields: { code: 'catalog.code_taken' } });
		return made.id;
	});
}

/**
 * Ends a coupon or promotion. Orders that have it keep it.
 *
 * @throws common.not_found when there is none of the asking person's
 */
export async function retireDiscount(db: Db, actor: Actor, discountId: number): Promise<void> {
	const { userId } = requireActing(actor);
	const row = await db
		.selectFrom('discounts')
		.select(['seller_id', 'retired_at'])
		.where('id', '=', discountId)
		.executeTakeFirst();
	if (!row || (row.seller_id !== userId && actor.role !== 'admin')) throw commonError('not_found');
	if (row.retired_at) return;
	await db.updateTable('discounts').set({ retired_at: now() }).where('id', '=', discountId).execute();
}

/** One as its list shows it. */
export interface DiscountRow extends Discount {
	/** What it is for by name; null: not one thing. */
	thing: string | null;
	/** How many orders have it and were paid, and how many wait. */
	uses: { used: number; reserved: number };
	state: 'planned' | 'open' | 'gone' | 'over';
}

/**
 * Coupons and promotions, the newest first: the asking person's own, or those of the whole place, which
 * administrators see.
 *
 * @throws common.forbidden
 */
export async function listDiscounts(
	db: Db,
	actor: Actor,
	filter: { whose: 'mine' | 'all'; cursor?: string | null; limit?: number },
): Promise<Page<DiscountRow>> {
	const { userId } = filter.whose === 'all' ? requireOperator(actor) : requireActing(actor);
	const limit = Math.min(filter.limit ?? 30, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('discounts as d')
		.leftJoin('items', 'items.id', 'd.item_id')
		.leftJoin('spaces', 'spaces.id', 'd.space_id')
		.leftJoin('bundles', 'bundles.id', 'd.bundle_id')
		.leftJoin('tiers', 'tiers.id', 'd.tier_id')
		.selectAll('d')
		.select((eb) => [
			eb.fn.coalesce('items.title', 'spaces.name', 'bundles.title', 'tiers.name').as('thing'),
			eb
				.selectFrom('coupon_uses as u')
				.select((inner) => inner.fn.countAll<number>().as('n'))
				.whereRef('u.discount_id', '=', 'd.id')
				.where('u.status', '=', 'reserved')
				.as('reserved'),
		])
		.where('d.seller_id', filter.whose === 'mine' ? '=' : 'is', filter.whose === 'mine' ? userId : null)
		.orderBy('d.id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where('d.id', '<', after[0] as number);
	const at = now();
	const rows = (await query.execute()).map((row): DiscountRow => {
		const reserved = Number(row.reserved ?? 0);
		const over = row.retired_at !== null || (row.ends_at !== null && row.ends_at <= at);
		return {
			id: row.id,
			sellerId: row.seller_id,
			code: row.code,
			name: row.name,
			percentBps: row.percent_bps,
			amount: row.amount,
			currency: row.currency,
			sells: row.sells as Sells[] | null,
			itemId: row.item_id,
			spaceId: row.space_id,
			bundleId: row.bundle_id,
			tierId: row.tier_id,
			minimum: row.minimum,
			region: row.region,
			segment: row.segment,
			minLevel: row.min_level,
			startsAt: row.starts_at,
			endsAt: row.ends_at,
			firstOrder: row.first_order,
			perPerson: row.per_person,
			total: row.total,
			used: row.used,
			exclusive: row.exclusive,
			thing: row.thing,
			uses: { used: row.used - reserved, reserved },
			state: over
				? 'over'
				: row.starts_at > at
					? 'planned'
					: row.total !== null && row.used >= row.total
						? 'gone'
						: 'open',
		};
	});
	return cutPage(rows, limit, (row) => [row.id]);
}
