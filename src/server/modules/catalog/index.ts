export {
	type AffiliateLink,
	affiliateRateOf,
	followAffiliateLink,
	listAffiliateLinks,
	makeAffiliateLink,
	readVia,
	retireAffiliateLink,
	setAffiliateRate,
} from './affiliates.ts';
export {
	type Bundle,
	type BundleItem,
	bundleWeights,
	findBundle,
	listBundles,
	makeBundle,
	retireBundle,
} from './bundles.ts';
export { type Buyer, levelOf, levelsFrom } from './buyer.ts';
export type { Discount, Stacking } from './discount.ts';
export { type DiscountRow, listDiscounts, makeDiscount, retireDiscount } from './discounts.ts';
export { catalogError, isCouponRefusal } from './errors.ts';
export { giveCoupon, type PersonalCoupon } from './give-coupon.ts';
export { type Offer, type Sells, sellable, selling } from './offer.ts';
export { addPrice, listPrices, removePrice } from './offer-prices.ts';
export { catalogPolicy } from './policy.ts';
export {
	couponCode,
	type PriceQuestion,
	readPriceFacts,
	type SharedFacts,
	stackingOf,
	type Via,
} from './price-facts.ts';
export { priceItem } from './price-item.ts';
export type { PriceRow } from './price-rows.ts';
export { priceSpace } from './price-space.ts';
export {
	findOffer,
	listOffers,
	listOwnOffers,
	listSpaceOffers,
	listTierOffers,
	type OffersOf,
	offerAsOrdered,
} from './queries.ts';
export {
	type Choice,
	type PriceFacts,
	plainFacts,
	type Quote,
	type QuoteLine,
	quote,
	type TaxRate,
} from './quote.ts';
export { type Price, priceSchema } from './schemas.ts';
export { listSegments, setSegment } from './segments.ts';
export { setOffer } from './set-offer.ts';
export { setTerms } from './set-terms.ts';
export { endTaxRate, listTaxRates, setTaxRate } from './tax-rates.ts';
export {
	giveTier,
	listTiers,
	retireTier,
	setTier,
	type Tier,
	type TierSpace,
	takeTier,
	tierUntil,
} from './tiers.ts';
