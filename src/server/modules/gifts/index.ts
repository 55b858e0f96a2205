export { giftError } from './errors.ts';
export { type Gift, type GiftStatus, giftMonths, giftTransitions } from './gift.ts';
export { makeGifts } from './make-gifts.ts';
export { giftOrder, normaliseCode, overGift, takeGift, voidGifts } from './move-gift.ts';
export { findGift, listGifts, ordersGivenTo } from './queries.ts';
