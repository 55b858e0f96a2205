import { m } from '#lib/paraglide/messages.js';

/** The pages of the studio, in the order of its navigation. */
export function studioPlaces(): [href: string, label: string][] {
	return [
		['/studio', m.studio_overview()],
		['/studio/courses', m.studio_courses()],
		['/desk', m.mentoring_desk()],
		['/studio/marking', m.marking_title()],
		['/studio/paths', m.path_studio()],
		['/studio/sales', m.studio_sales()],
		['/studio/refunds', m.admin_refunds()],
		['/studio/media', m.media_title()],
		['/studio/offers', m.pricing_offers()],
		['/studio/coupons', m.pricing_coupons()],
		['/studio/affiliate', m.pricing_affiliate()],
		['/asks/offers', m.deals_offers_title()],
		['/studio/payouts', m.studio_payouts()],
		['/studio/statements', m.studio_statements()],
		['/studio/splits', m.studio_splits()],
	];
}
