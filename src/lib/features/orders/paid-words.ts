import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Order } from '#server/modules/orders/index.ts';
import { formatDay } from '#shared/format.ts';

type Sells = Order['sells'];

/** What a paid order means to its buyer. `until`: the last day of what was bought for a time. */
export function paidWords(sells: Sells, until: Date | null): string {
	switch (sells) {
		case 'question':
		case 'slot':
		case 'group':
		case 'bounty':
		case 'cohort':
			return m.deals_paid_held();
		case 'listen':
		case 'tip':
			return m.deals_paid_text();
		case 'seats':
			return m.checkout_paid_seats();
		case 'tier':
			return m.checkout_paid_tier();
		case 'bundle':
			return m.checkout_paid_bundle();
		case 'space':
			return until
				? m.checkout_paid_space_text({ day: formatDay(until, getLocale()) })
				: m.checkout_paid_text();
		case 'item':
			return m.checkout_paid_text();
	}
}

/** What the button says that leads to what was bought. */
export function goWords(sells: Sells): string {
	if (sells === 'seats') return m.pricing_give_seat();
	if (sells === 'space') return m.checkout_enter_space();
	if (sells === 'item' || sells === 'bundle' || sells === 'tier') return m.checkout_read_now();
	return m.deals_see();
}
