import { m } from '#lib/paraglide/messages.js';

/** The pages of the studio, in the order in which they are shown. */
export const studioPlaces: readonly (readonly [href: string, label: () => string])[] = [
	['/studio/offers', m.pricing_offers],
	['/studio/coupons', m.pricing_coupons],
	['/studio/affiliate', m.pricing_affiliate],
	['/asks/offers', m.deals_offers_title],
];
