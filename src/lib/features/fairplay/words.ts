import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export const patternWords = { ring: m.fair_ring, farming: m.fair_farming, referral: m.fair_referral };
export const patternIcons = { ring: 'users', farming: 'circle-question-mark', referral: 'share-2' };
export const statusWords = { open: m.fair_open, confirmed: m.fair_confirmed, dismissed: m.fair_dismissed };
export const statusTones = { open: 'warn', confirmed: 'bad', dismissed: 'neutral' } as const;
export const partWords = { giver: m.fair_giver, taker: m.fair_taker, both: m.fair_both };
export const stepWords: Record<string, () => string> = {
	votes: m.fair_step_votes,
	search: m.fair_step_search,
	keep: m.fair_step_keep,
};

/** A few names as the reader's language lists them. */
export const listed = (names: string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names);

const percent = (share: number | undefined) => String(Math.round((share ?? 0) * 100));
const short = (value: number | undefined) =>
	new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(value ?? 0);

/** What was measured, in sentences, the strongest first. A value that was not measured has no line. */
export function markLines(marks: Record<string, number>): { label: string; text: string }[] {
	const has = (name: string) => marks[name] !== undefined;
	const line = (name: string, label: () => string, text: () => string) =>
		has(name) ? [{ label: label(), text: text() }] : [];
	const of = (name: string) => marks[name] ?? 0;
	return [
		...line('orders', m.fair_m_orders, () =>
			m.fair_m_orders_v({ n: short(of('observed')), of: short(of('orders')) }),
		),
		...(has('orders')
			? []
			: line('observed', m.fair_m_observed, () =>
					m.fair_m_observed_v({ n: short(of('observed')), e: short(of('expected')) }),
				)),
		...line('dependence', m.fair_m_dependence, () => m.fair_m_dependence_v({ p: percent(of('dependence')) })),
		...line('coverage', m.fair_m_coverage, () => m.fair_m_coverage_v({ p: percent(of('coverage')) })),
		...line('unknown', m.fair_m_unknown, () =>
			m.fair_m_unknown_v({ p: percent(of('unknown')), u: percent(of('unknownOfAll')) }),
		),
		...line('spread', m.fair_m_spread, () => m.fair_m_spread_v({ x: short(of('spread')) })),
		...(of('mutual') > 0
			? line('mutual', m.fair_m_mutual, () => m.fair_m_mutual_v({ p: percent(of('mutual')) }))
			: []),
		...line('concentration', m.fair_m_concentration, () =>
			m.fair_m_concentration_v({ p: percent(of('concentration')) }),
		),
		...line('quick', m.fair_m_quick, () => m.fair_m_quick_v({ p: percent(of('quick')) })),
		...line('trivial', m.fair_m_trivial, () => m.fair_m_trivial_v({ p: percent(of('trivial')) })),
		...line('together', m.fair_m_together, () =>
			m.fair_m_together_v({ p: percent(of('together')), u: percent(of('togetherOfAll')) }),
		),
		...line('joinedTogether', m.fair_m_joined, () => m.fair_m_joined_v({ p: percent(of('joinedTogether')) })),
		...(of('signInsKnown') > 1
			? line('signInsNetwork', m.fair_m_signins, () =>
					m.fair_m_signins_v({
						n: short(of('signInsNetwork')),
						known: short(of('signInsKnown')),
						d: short(of('signInsDevice')),
					}),
				)
			: []),
	];
}
