import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { type Audience, type Buyer, isFor, isWithin } from './buyer.ts';
import type { Offer, Sells } from './offer.ts';

/** What makes things cheaper: a coupon where it has a code, a promotion that applies by itself where it has none. */
export interface Discount extends Audience {
	id: number;
	/** Whose things it is for; null: everybody's. */
	sellerId: UserId | null;
	code: string | null;
	name: string;
	/** Exactly one: a share in basis points, or an amount in `currency`. */
	percentBps: number | null;
	amount: number | null;
	/** Of the amount and the minimum. */
	currency: string | null;
	/** What it is for; null: anything. */
	sells: readonly Sells[] | null;
	itemId: ItemId | null;
	spaceId: SpaceId | null;
	bundleId: number | null;
	tierId: number | null;
	/** What the order must come to before discounts. */
	minimum: number | null;
	startsAt: Date;
	endsAt: Date | null;
	firstOrder: boolean;
	perPerson: number | null;
	total: number | null;
	used: number;
	/** It goes together with no other discount. */
	exclusive: boolean;
}

/** How discounts go together, set by the operator. */
export interface Stacking {
	/** Of several promotions that match: the best alone, or all, one after another. */
	promotions: 'best' | 'all';
	/** A coupon on top of promotions, or whichever takes more. */
	coupon: 'on_top' | 'better';
	/** The most that discounts take together, in basis points of the price. */
	atMostBps: number;
}

/** What holds until the operator says otherwise. */
export const usualStacking: Stacking = { promotions: 'best', coupon: 'on_top', atMostBps: 10_000 };

/** Why a discount does not apply, as the end of an error code; null when it does. */
export type Refused = 'early' | 'over' | 'not_for_this' | 'minimum' | 'first_order' | 'used' | 'gone';

type Sold = Pick<Offer, 'sells' | 'sellerId' | 'itemId' | 'spaceId' | 'bundleId' | 'tierId'>;

/**
 * Asks every condition of a discount, the most telling first.
 *
 * @param usedByBuyer how often this buyer has it reserved or used
 */
export function refusedBecause(
	discount: Discount,
	of: { offer: Sold; price: Money; buyer: Buyer; at: Date; usedByBuyer: number },
): Refused | null {
	const { offer, price, buyer, at } = of;
	if (!isWithin(discount, at)) return at < discount.startsAt ? 'early' : 'over';
	if (!coversThing(discount, offer) || !isFor(discount, buyer)) return 'not_for_this';
	if (discount.currency !== null && discount.currency !== price.currency) return 'not_for_this';
	if (discount.minimum !== null && price.amount < discount.minimum) return 'minimum';
	if (discount.firstOrder && buyer.bought) return 'first_order';
	if (discount.perPerson !== null && of.usedByBuyer >= discount.perPerson) return 'used';
	if (discount.total !== null && discount.used >= discount.total) return 'gone';
	return null;
}

function coversThing(discount: Discount, offer: Sold): boolean {
	const same = <T>(asked: T | null, given: T | null) => asked === null || asked === given;
	return (
		(discount.sells === null || discount.sells.includes(offer.sells)) &&
		same(discount.sellerId, offer.sellerId) &&
		same(discount.itemId, offer.itemId) &&
		same(discount.spaceId, offer.spaceId) &&
		same(discount.bundleId, offer.bundleId) &&
		same(discount.tierId, offer.tierId)
	);
}

/** One discount and what it takes off. */
export interface Taken {
	discount: Discount;
	amount: number;
}

/**
 * Chooses the discounts that together take the most off a price, among those combinations that the stacking rules
 * allow. Of two that take the same, the one without the coupon: nobody uses up a coupon for nothing.
 *
 * @param promotions those that apply
 * @param coupon null where there is none, or it does not apply
 * @returns in the order in which they are taken; none takes more than is left, all together at most the operator's share
 */
export function stackDiscounts(
	price: number,
	promotions: readonly Discount[],
	coupon: Discount | null,
	rules: Stacking,
): Taken[] {
	const together = promotions.filter(({ exclusive }) => !exclusive);
	const sets: Discount[][] = [[], ...promotions.map((one) => [one])];
	if (rules.promotions === 'all') sets.push([...together]);
	const combinations = coupon
		? [
				...sets,
				[coupon],
				...(rules.coupon === 'on_top' && !coupon.exclusive
					? sets
							.filter((set) => set.length > 0 && set.every(({ exclusive }) => !exclusive))
							.map((set) => [...set, coupon])
					: []),
			]
		: sets;
	let best: Taken[] = [];
	for (const combination of combinations) {
		const taken = takeOff(price, combination, rules.atMostBps);
		if (sum(taken) > sum(best)) best = taken;
	}
	return best;
}

function takeOff(price: number, discounts: readonly Discount[], atMostBps: number): Taken[] {
	let left = price;
	let allowed = share(price, atMostBps);
	return discounts.map((discount) => {
		const asked = discount.percentBps === null ? discount.amount! : share(left, discount.percentBps);
		const amount = Math.min(asked, left, allowed);
		left -= amount;
		allowed -= amount;
		return { discount, amount };
	});
}

/** So many basis points of an amount, rounded down. */
export const share = (amount: number, bps: number): number =>
	Number((BigInt(amount) * BigInt(bps)) / 10_000n);

const sum = (taken: readonly Taken[]) => taken.reduce((total, { amount }) => total + amount, 0);
