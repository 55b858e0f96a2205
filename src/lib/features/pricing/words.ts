import { m } from '#lib/paraglide/messages.js';

const kinds: Record<string, () => string> = {
	item: m.pricing_sells_item,
	space: m.pricing_sells_space,
	seats: m.pricing_sells_seats,
	bundle: m.pricing_sells_bundle,
	tier: m.pricing_sells_tier,
	question: m.pricing_sells_question,
	slot: m.pricing_sells_slot,
	tip: m.pricing_sells_tip,
};

/** What is sold, in the reader's language. */
export const sellsWords = (sells: string): string => kinds[sells]?.() ?? sells;

/** `2500` → `25%`. */
export const percentWords = (bps: number): string => `${bps / 100}%`;
