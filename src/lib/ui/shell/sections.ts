import { m } from '#lib/paraglide/messages.js';

/** Pages that belong together: each leads to the others. */
export interface Section {
	label: string;
	places: { href: string; label: string; current: boolean }[];
}

type Places = readonly (readonly [href: string, label: () => string, mine?: 'mine'])[];

const sections: readonly (readonly [label: () => string, places: Places])[] = [
	[
		() => m.rw_nav(),
		[
			['/standing', () => m.standing_menu(), 'mine'],
			['/quests', () => m.rw_quests()],
			['/badges', () => m.rw_badges()],
			['/leaderboard', () => m.rw_board()],
			['/shop', () => m.rw_shop()],
			['/pool', () => m.rw_pool()],
			['/privileges', () => m.standing_privileges()],
		],
	],
	[
		() => m.gov_title(),
		[
			['/rules', () => m.gov_rules()],
			['/elections', () => m.gov_elections()],
			['/juries', () => m.gov_juries()],
			['/health-of-the-place', () => m.gov_health()],
			['/moderation-log', () => m.community_log_title()],
			['/moderation/reversals', () => m.mod_reversals()],
			['/moderation/reports', () => m.mod_my_reports(), 'mine'],
		],
	],
	[
		() => m.learn_mine(),
		[
			['/learning', () => m.learn_mine(), 'mine'],
			['/cohorts', () => m.cohorts_title(), 'mine'],
			['/organisations', () => m.org_title(), 'mine'],
		],
	],
	[
		() => m.library_title(),
		[
			['/library', () => m.library_title(), 'mine'],
			['/orders', () => m.checkout_orders(), 'mine'],
			['/subscriptions', () => m.subscriptions_title(), 'mine'],
			['/asks', () => m.deals_asks(), 'mine'],
			['/gifts', () => m.deals_gifts(), 'mine'],
			['/invoices', () => m.invoices_title(), 'mine'],
		],
	],
];

const under = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/** The section that a page lies in, for who looks at it; null where it lies in none. */
export function sectionOf(path: string, signedIn: boolean): Section | null {
	const found = sections.find(([, places]) => places.some(([href]) => under(path, href)));
	if (!found) return null;
	const [label, places] = found;
	return {
		label: label(),
		places: places
			.filter(([, , mine]) => signedIn || !mine)
			.map(([href, name]) => ({ href, label: name(), current: under(path, href) })),
	};
}
