import type { ItemId, OfferId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';

/**
 * What an offer can sell. `seats` are places in a space for a company; `question`, `listen`, `slot` and `tip` are of a
 * person; `group` is an item for several who buy it together, `bounty` money for the answer to a question, `cohort` a
 * seat in a cohort of a course, with its deposit.
 */
export const sellable = [
	'item',
	'space',
	'seats',
	'bundle',
	'tier',
	'question',
	'listen',
	'slot',
	'tip',
	'group',
	'bounty',
	'cohort',
] as const;
export type Sells = (typeof sellable)[number];

/**
 * What differs in pricing them. `many`: one may buy several at once; `discounts`: promotions and coupons are for it;
 * `affiliates`: who brings the buyer gets a share.
 */
// biome-ignore format: a table reads better aligned
export const selling: Record<Sells, { many: boolean; discounts: boolean; affiliates: boolean }> = {
	item:     { many: false, discounts: true,  affiliates: true },
	space:    { many: true,  discounts: true,  affiliates: true },
	seats:    { many: true,  discounts: true,  affiliates: true },
	bundle:   { many: false, discounts: true,  affiliates: true },
	tier:     { many: true,  discounts: true,  affiliates: true },
	question: { many: false, discounts: true,  affiliates: false },
	listen:   { many: false, discounts: true,  affiliates: false },
	slot:     { many: false, discounts: true,  affiliates: false },
	tip:      { many: false, discounts: false, affiliates: false },
	group:    { many: false, discounts: false, affiliates: false },
	bounty:   { many: false, discounts: false, affiliates: false },
	cohort:   { many: false, discounts: false, affiliates: false },
};

/** A thing at a price. Offers never change: a new price is a new offer, and the old one is retired. */
export interface Offer {
	id: OfferId;
	sells: Sells;
	/** Exactly one of these says what is sold. */
	itemId: ItemId | null;
	spaceId: SpaceId | null;
	bundleId: number | null;
	tierId: number | null;
	personId: UserId | null;
	price: Money;
	/** `open`: what the buyer pleases, the price at least. */
	pricing: 'fixed' | 'open';
	/** How many months one payment opens it for; null: for good. */
	months: number | null;
	/** It is a subscription: after those months it is paid again, until it is cancelled. */
	renews: boolean;
	trialDays: number | null;
	/** How many are left; null: as many as are asked for. */
	left: number | null;
	/** What only one kind of offer has. */
	terms: unknown;
	/** Title of the item, name of the space, bundle, tier or person, as it is now. */
	title: string;
	/** Who the author's share goes to. */
	sellerId: UserId | null;
	/** Where the thing is: an item's kind, and the slug or handle. */
	itemKind: string | null;
	slug: string;
}
