export { catalogError } from './errors.ts';
export type { Offer } from './offer.ts';
export { catalogPolicy } from './policy.ts';
export { priceItem } from './price-item.ts';
export { priceSpace } from './price-space.ts';
export { findOffer, listOffers } from './queries.ts';
