export { type Buyer, levelOf, levelsFrom } from './buyer.ts';
export type { Discount, Stacking } from './discount.ts';
export { catalogError } from './errors.ts';
export { type Offer, type Sells, sellable, selling } from './offer.ts';
export { catalogPolicy } from './policy.ts';
export { couponCode, type PriceQuestion, readPriceFacts, stackingOf, type Via } from './price-facts.ts';
export { priceItem } from './price-item.ts';
export type { PriceRow } from './price-rows.ts';
export { priceSpace } from './price-space.ts';
export { findOffer, listOffers, type OffersOf, offerAsOrdered } from './queries.ts';
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
export { setTerms } from './set-terms.ts';
