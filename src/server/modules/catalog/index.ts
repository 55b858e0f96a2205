export { catalogError } from './errors.ts';
export { type Offer, type Sells, sellable } from './offer.ts';
export { catalogPolicy } from './policy.ts';
export { priceItem } from './price-item.ts';
export { priceSpace } from './price-space.ts';
export { findOffer, listOffers, type OffersOf, offerAsOrdered } from './queries.ts';
export { type Choice, type Quote, type QuoteLine, quote } from './quote.ts';
export { type Price, priceSchema } from './schemas.ts';
export { setTerms } from './set-terms.ts';
