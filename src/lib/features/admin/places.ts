import { m } from '#lib/paraglide/messages.js';

export interface Place {
	href: string;
	label: string;
}
export interface PlaceGroup extends Place {
	places: Place[];
}

const place = (href: string, label: string): Place => ({ href, label });

/** The pages of the console, in groups: what staff may open, and what administrators alone. */
export function adminPlaces(admin: boolean): PlaceGroup[] {
	const group = (label: string, ...places: Place[]): PlaceGroup => ({
		href: places[0]!.href,
		label,
		places,
	});
	const staff = [
		group(m.admin_overview(), place('/admin', m.admin_overview())),
		group(
			m.admin_group_community(),
			place('/admin/people', m.admin_people()),
			place('/admin/spaces', m.admin_spaces()),
			place('/admin/items', m.admin_items()),
			place('/admin/experts', m.experts_admin_title()),
			place('/admin/reviews', m.review_admin()),
			place('/admin/health', m.gov_health()),
		),
		group(
			m.mod_title(),
			place('/admin/moderation', m.mod_console()),
			place('/admin/checks', m.checks_title()),
			place('/admin/fair-play', m.fair_title()),
		),
		group(
			m.rw_nav(),
			...(admin ? [place('/admin/standing', m.standing_admin())] : []),
			place('/admin/badges', m.rw_admin_badges()),
			...(admin
				? [
						place('/admin/quests', m.rw_admin_quests()),
						place('/admin/shop', m.rw_admin_shop()),
						place('/admin/pool', m.rw_admin_pool()),
					]
				: []),
		),
	];
	if (!admin) return staff;
	return [
		...staff,
		group(
			m.admin_group_money(),
			place('/admin/orders', m.admin_orders()),
			place('/admin/subscriptions', m.subscriptions_admin_title()),
			place('/admin/refunds', m.admin_refunds()),
			place('/admin/disputes', m.admin_disputes()),
			place('/admin/promotions', m.pricing_admin()),
			place('/admin/payouts', m.admin_payouts()),
			place('/admin/invoices', m.admin_invoices()),
			place('/admin/ledger', m.admin_ledger_title()),
			place('/admin/reconciliation', m.payments_rec_nav()),
		),
		group(
			m.admin_group_system(),
			place('/admin/settings', m.admin_settings()),
			place('/admin/platforms', m.lti_platforms()),
			place('/admin/records', m.xapi_title()),
		),
	];
}

/** True for the place that a path is at or below; the overview is only itself. */
export function isAt({ href }: Place, path: string): boolean {
	return href === '/admin' ? path === href : path === href || path.startsWith(`${href}/`);
}
