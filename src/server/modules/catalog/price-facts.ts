import { now } from '../../kernel/clock.ts';
import type { AppError } from '../../kernel/errors.ts';
import type { OfferId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Settings, settingsSchema } from '../../platform/settings/index.ts';
import { levelOf } from './buyer.ts';
import type { Discount, Stacking } from './discount.ts';
import { catalogError } from './errors.ts';
import type { Offer } from './offer.ts';
import type { PriceRow } from './price-rows.ts';
import type { PriceFacts, TaxRate } from './quote.ts';

/** Who came by an affiliate's link, and when: what the browser kept of it. */
export interface Via {
	code: string;
	at: Date;
}

/** For whom and with what a price is asked. */
export interface PriceQuestion {
	buyerId: UserId | null;
	/** Where they say they buy from; null: what their account says, or where the place is. */
	region?: string | null;
	coupon?: string | null;
	via?: Via | null;
}

/** A row of the table as JSON: times are texts. */
type Json<T> = { [K in keyof T]: Extract<T[K], Date> extends never ? T[K] : string | Exclude<T[K], Date> };

interface Facts {
	settings: unknown;
	reputation: number | null;
	region: string | null;
	segments: string[];
	bought: boolean;
	prices: (Json<PriceRow> & { offerId: OfferId })[];
	discounts: Json<Discount>[];
	taxes: TaxRate[];
	affiliate: { linkId: number; userId: UserId; own: number | null } | null;
}

const discountJson = `json_build_object('id', d.id, 'sellerId', d.seller_id, 'code', d.code, 'name', d.name,
	'percentBps', d.percent_bps, 'amount', d.amount, 'currency', d.currency, 'sells', d.sells, 'itemId', d.item_id,
	'spaceId', d.space_id, 'bundleId', d.bundle_id, 'tierId', d.tier_id, 'minimum', d.minimum, 'region', d.region,
	'segment', d.segment, 'minLevel', d.min_level, 'startsAt', d.starts_at, 'endsAt', d.ends_at,
	'firstOrder', d.first_order, 'perPerson', d.per_person, 'total', d.total, 'used', d.used, 'exclusive', d.exclusive)`;

/** Everything that a price depends on, in one statement. Tax of all regions: which one counts follows from the rest. */
const factsOf = statement<
	{ buyer: number | null; offers: number[]; sellers: number[]; code: string | null; via: string | null },
	{ facts: Facts }
>(`select json_build_object(
	'settings', (select "values" from settings where id = 1),
	'reputation', (select reputation from users where id = :buyer::bigint),
	'region', (select region from users where id = :buyer::bigint),
	'segments', (select coalesce(json_agg(segment), '[]') from segment_people where user_id = :buyer::bigint),
	'bought', exists (select from orders o where o.user_id = :buyer::bigint and (o.paid_at is not null
		or o.status = 'pending' and o.quote @> '[{"data": {"first": 1}}]')),
	'prices', (select coalesce(json_agg(json_build_object('id', p.id, 'offerId', p.offer_id, 'price', json_build_object('amount', p.amount,
		'currency', p.currency), 'region', p.region, 'segment', p.segment, 'minLevel', p.min_level,
		'startsAt', p.starts_at, 'endsAt', p.ends_at)), '[]') from offer_prices p where p.offer_id = any(:offers::bigint[])),
	'discounts', (select coalesce(json_agg(${discountJson} order by d.id), '[]') from discounts d
		where d.retired_at is null and (d.code is null and (d.seller_id is null or d.seller_id = any(:sellers::bigint[]))
			or d.code = :code::text)),
	'taxes', (select coalesce(json_agg(json_build_object('region', t.region, 'name', t.name, 'bps', t.bps,
		'included', t.included)), '[]') from tax_rates t where t.ended_at is null),
	'affiliate', (select json_build_object('linkId', l.id, 'userId', l.user_id, 'own', (select max(r.bps)
		from affiliate_rates r where r.seller_id = any(:sellers::bigint[])))
		from affiliate_links l where l.code = :via::text and l.retired_at is null)
) as facts`);

/** What is the same for all of some offers; `pricesOf` has each one's other prices. */
export interface SharedFacts extends Omit<PriceFacts, 'prices'> {
	pricesOf: (offerId: OfferId) => PriceRow[];
	settings: Settings;
	/** Why the coupon that was named is not there; it is then null. */
	noCoupon: AppError | null;
	/** The regions that make a difference, that of the buyer among them. */
	regions: string[];
}

/**
 * Reads what the prices of some offers depend on. One statement; `usedByBuyer` of the coupon is for orders to count.
 * Who brought the buyer counts only for offers of one seller: what a page shows of several is not ordered at once.
 */
export async function readPriceFacts(
	db: Db,
	offers: readonly Pick<Offer, 'id' | 'sellerId'>[],
	{ buyerId, region, coupon, via }: PriceQuestion,
): Promise<SharedFacts> {
	const code = coupon ? couponCode(coupon) : null;
	const sellers = [...new Set(offers.map(({ sellerId }) => sellerId).filter((id) => id !== null))];
	const [row] = await factsOf(db, {
		buyer: buyerId,
		offers: offers.map(({ id }) => id),
		sellers,
		code,
		via: via?.code ?? null,
	});
	const { facts } = row!;
	const parsed = settingsSchema.safeParse(facts.settings ?? {});
	const settings = parsed.success ? parsed.data : settingsSchema.parse({});
	const at = now();
	const where = region ?? facts.region ?? settings.defaultRegion;
	const discounts = facts.discounts.map(toDiscount);
	const given = code === null ? null : (discounts.find((one) => one.code === code) ?? null);
	const prices = facts.prices.map(toPrice);
	const named = [...prices.map((price) => price.region), ...facts.taxes.map((rate) => rate.region)];
	return {
		settings,
		buyer: {
			userId: buyerId,
			region: where,
			level: levelOf(facts.reputation ?? 0),
			segments: facts.segments,
			bought: facts.bought,
		},
		at,
		pricesOf: (offerId) => prices.filter((price) => price.offerId === offerId),
		promotions: discounts.filter((one) => one.code === null),
		coupon: given && { discount: given, usedByBuyer: 0 },
		noCoupon: code !== null && !given ? catalogError('coupon_unknown', { params: { code } }) : null,
		regions: [...new Set([where, settings.defaultRegion, ...named.filter((one) => one !== null)])].sort(),
		stacking: stackingOf(settings),
		tax: facts.taxes.find((rate) => rate.region === where) ?? null,
		affiliate: sellers.length > 1 ? null : affiliateOf(facts.affiliate, settings, via ?? null, at),
	};
}

/** A coupon's code as it is kept: `  spring－５0 ` is `SPRING-50`. */
export const couponCode = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

export function stackingOf(settings: Settings): Stacking {
	return {
		promotions: settings.promotionStacking,
		coupon: settings.couponStacking,
		atMostBps: settings.discountAtMostBps,
	};
}

function affiliateOf(
	link: Facts['affiliate'],
	settings: Settings,
	via: Via | null,
	at: Date,
): PriceFacts['affiliate'] {
	if (!link || !via) return null;
	const age = at.getTime() - via.at.getTime();
	// A click that lies ahead was made up by whoever sent it.
	if (age < -60_000 || age > settings.affiliateWindowDays * 86_400_000) return null;
	const bps = link.own ?? settings.affiliateBps;
	return bps === 0 ? null : { linkId: link.linkId, userId: link.userId, bps };
}

function toDiscount({ startsAt, endsAt, ...discount }: Json<Discount>): Discount {
	return {
		...discount,
		startsAt: new Date(startsAt),
		endsAt: endsAt === null ? null : new Date(endsAt),
	} as Discount;
}

function toPrice({ startsAt, endsAt, ...price }: Facts['prices'][number]) {
	return {
		...price,
		startsAt: new Date(startsAt),
		endsAt: endsAt === null ? null : new Date(endsAt),
	};
}
