import type { UserId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import type { Buyer } from './buyer.ts';
import {
	type Discount,
	refusedBecause,
	type Stacking,
	share,
	stackDiscounts,
	usualStacking,
} from './discount.ts';
import { catalogError } from './errors.ts';
import { type Offer, selling } from './offer.ts';
import { bestPrice, type PriceRow } from './price-rows.ts';

/**
 * One step from the price of the offer to what is paid. Negative amounts make it cheaper, and all of them sum to the
 * total. A line of nothing tells something: tax that the price includes, a coupon that was not needed.
 */
export interface QuoteLine {
	/** `trial` and `credit` are of subscriptions: time to try costs nothing, what is unused of a plan is taken off. */
	what: 'price' | 'special' | 'promotion' | 'coupon' | 'trial' | 'credit' | 'tax';
	amount: number;
	/** What a reader needs to understand the line, e.g. a coupon's code or a rate in basis points. */
	data?: Record<string, string | number>;
}

/** What an offer costs somebody now, explained: the price shown is the price paid. */
export interface Quote {
	lines: QuoteLine[];
	/** Without tax. total = subtotal - discount + tax, in minor units of the currency. */
	subtotal: number;
	discount: number;
	/** Whether it was added or is included. */
	tax: number;
	total: number;
	currency: Currency;
	/** The coupon that counts, to be reserved when the order is placed. */
	couponId: number | null;
	/** Who brought the buyer, and what of the total is theirs. */
	affiliate: { linkId: number; userId: UserId; share: number } | null;
}

/** What the buyer chose. */
export interface Choice {
	quantity: number;
	/** For others: of what one has once, several may be given. */
	gift?: boolean;
	/** What the buyer wants to pay each where the price is open; minor units. */
	amount?: number | null;
	/** What a subscriber has to their credit, before tax; minor units, at most the price. */
	credit?: number;
	/** So many days are for trying: they cost nothing. */
	trialDays?: number | null;
}

/** What tax is taken where the buyer is. */
export interface TaxRate {
	region: string;
	name: string;
	bps: number;
	/** The price has it in it; otherwise it is added. */
	included: boolean;
}

/** Everything beside offer and choice that a price depends on. */
export interface PriceFacts {
	buyer: Buyer;
	at: Date;
	/** Other prices of the offer. */
	prices: readonly PriceRow[];
	promotions: readonly Discount[];
	coupon: { discount: Discount; usedByBuyer: number } | null;
	stacking: Stacking;
	tax: TaxRate | null;
	affiliate: { linkId: number; userId: UserId; bps: number } | null;
}

/** A stranger where there are no discounts and no tax: the offer's own price. */
export const plainFacts: PriceFacts = {
	buyer: { userId: null, region: 'CN', level: 1, segments: [], bought: false },
	at: new Date(0),
	prices: [],
	promotions: [],
	coupon: null,
	stacking: usualStacking,
	tax: null,
	affiliate: null,
};

type Priced = Pick<Offer, 'price' | 'pricing'> &
	Partial<Pick<Offer, 'sells' | 'sellerId' | 'itemId' | 'spaceId' | 'bundleId' | 'tierId'>>;

/**
 * The one price function: pages show what it gives, orders keep it. Pure: the same offer, choice and facts cost the
 * same. Prices of regions, levels and times first, then promotions and coupon by the stacking rules, then tax.
 *
 * @throws catalog.too_little when an open price is below what is asked; catalog.one_only for several of what one
 *   has once; catalog.coupon_… when the coupon does not apply, saying why
 */
export function quote(given: Priced, choice: Choice, facts: PriceFacts = plainFacts): Quote {
	const offer = { ...noThing, ...given };
	const rules = selling[offer.sells];
	const { quantity } = choice;
	if (quantity > 1 && !rules.many && !choice.gift)
		throw catalogError('one_only', { detail: 'One of these is enough.' });
	const best = bestPrice(offer.price, facts.prices, facts.buyer, facts.at);
	const asked = best.special?.price ?? best.list;
	const chosen = offer.pricing === 'open' && choice.amount != null ? choice.amount : null;
	if (chosen !== null && chosen < asked.amount)
		throw catalogError('too_little', {
			params: { ...asked },
			detail: `At least ${asked.amount} is asked for.`,
		});

	const each = chosen ?? best.list.amount;
	const list = each * quantity;
	const lines: QuoteLine[] = [
		{
			what: 'price',
			amount: list,
			data: { each, quantity, ...(best.region ? { region: best.region } : {}) },
		},
	];
	if (best.special && chosen === null) {
		const { price, why, row } = best.special;
		lines.push({
			what: 'special',
			amount: (price.amount - each) * quantity,
			data: {
				why,
				...(row.endsAt ? { until: row.endsAt.toISOString() } : {}),
				...(row.minLevel === null ? {} : { level: row.minLevel }),
			},
		});
	}
	const price: Money = { amount: total(lines), currency: best.list.currency };
	// Who names the price needs no discount, and thanks are not haggled about.
	const discountable = rules.discounts && chosen === null;
	const couponId = takeDiscounts(lines, offer, price, discountable, facts);
	if (choice.credit) lines.push({ what: 'credit', amount: -choice.credit });
	if (choice.trialDays)
		lines.push({ what: 'trial', amount: -total(lines), data: { days: choice.trialDays } });

	const before = total(lines);
	const tax = taxOf(before, facts.tax);
	if (facts.tax && facts.tax.bps > 0) {
		const { name, bps, region, included } = facts.tax;
		lines.push({
			what: 'tax',
			amount: included ? 0 : tax,
			data: { name, bps, region, ...(included ? { included: tax } : {}) },
		});
	}
	const discount = list - before;
	return {
		lines,
		subtotal: facts.tax?.included ? list - tax : list,
		discount,
		tax,
		total: total(lines),
		currency: price.currency,
		couponId,
		affiliate: rules.affiliates ? affiliateOf(offer, total(lines) - tax, facts) : null,
	};
}

const noThing = {
	sells: 'item' as const,
	sellerId: null,
	itemId: null,
	spaceId: null,
	bundleId: null,
	tierId: null,
};

const total = (lines: readonly QuoteLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

type Thing = Parameters<typeof refusedBecause>[1]['offer'];

/** Adds the lines of promotions and coupon. @returns the coupon that counts */
function takeDiscounts(
	lines: QuoteLine[],
	offer: Thing,
	price: Money,
	discountable: boolean,
	{ buyer, at, promotions, coupon, stacking }: PriceFacts,
): number | null {
	const of = { offer, price, buyer, at };
	if (coupon) {
		const why = discountable
			? refusedBecause(coupon.discount, { ...of, usedByBuyer: coupon.usedByBuyer })
			: 'not_for_this';
		if (why)
			throw catalogError(`coupon_${why}`, {
				params: {
					code: coupon.discount.code!,
					minimum: coupon.discount.minimum ?? 0,
					currency: price.currency,
				},
			});
	}
	if (!discountable) return null;
	const applying = promotions.filter((one) => refusedBecause(one, { ...of, usedByBuyer: 0 }) === null);
	const taken = stackDiscounts(price.amount, applying, coupon?.discount ?? null, stacking);
	for (const { discount, amount } of taken)
		lines.push({
			what: discount.code === null ? 'promotion' : 'coupon',
			amount: amount === 0 ? 0 : -amount,
			data: {
				...(discount.code === null ? { name: discount.name } : { code: discount.code, name: discount.name }),
				...(discount.percentBps === null ? {} : { bps: discount.percentBps }),
				// An unpaid order that has it is somebody's first order already.
				...(discount.firstOrder ? { first: 1 } : {}),
			},
		});
	if (!coupon) return null;
	if (taken.some(({ discount }) => discount === coupon.discount)) return coupon.discount.id;
	lines.push({ what: 'coupon', amount: 0, data: { code: coupon.discount.code!, why: 'not_needed' } });
	return null;
}

/** Rounded to the nearest minor unit, halves up. */
function taxOf(amount: number, rate: TaxRate | null): number {
	if (!rate) return 0;
	const bps = BigInt(rate.bps);
	const of = rate.included ? 10_000n + bps : 10_000n;
	return Number((BigInt(amount) * bps * 2n + of) / (of * 2n));
}

// Nobody brings themselves, and nobody is paid for bringing buyers to their own things.
function affiliateOf(offer: Thing, earned: number, { buyer, affiliate }: PriceFacts): Quote['affiliate'] {
	if (!affiliate || affiliate.userId === buyer.userId || affiliate.userId === offer.sellerId) return null;
	const part = share(earned, affiliate.bps);
	return part === 0 ? null : { linkId: affiliate.linkId, userId: affiliate.userId, share: part };
}
