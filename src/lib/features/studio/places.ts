import { m } from '#lib/paraglide/messages.js';

/** The pages of the studio, in the order in which they are shown. */
export const studioPlaces: readonly (readonly [href: string, label: () => string])[] = [
	['/studio', m.studio_overview],
	['/studio/sales', m.studio_sales],
	['/studio/offers', m.pricing_offers],
	['/studio/coupons', m.pricing_coupons],
	['/studio/affiliate', m.pricing_affiliate],
	['/studio/splits', m.studio_splits],
	['/studio/payouts', m.studio_payouts],
	['/studio/statements', m.studio_statements],
];

/** True on the page itself, and on what lies below it. */
export const isAt = (path: string, href: string): boolean =>
	path === href || (href !== '/studio' && path.startsWith(`${href}/`));
