import { expect, it } from 'vitest';
import { lastTier, tierFor, tierSizes, tierWithin } from './tiers.ts';

const full = [...tierSizes, 5_000_000];

it('reads the first tier for a word that is everywhere, and all for one that is rare', () => {
	expect(tierFor(1, full, 1000)).toBe(0);
	expect(tierFor(0.00001, full, 1000)).toBe(lastTier);
});

it('reads at most about three times the documents wanted, however many there are', () => {
	const before = (tier: number) => full.slice(0, tier + 1).reduce((sum, n) => sum + n, 0);
	for (let share = 1; share > 0.003; share *= 0.9) {
		const tier = tierFor(share, full, 1000);
		expect(before(tier) * share).toBeGreaterThanOrEqual(1000);
		if (tier > 0) expect(before(tier) * share).toBeLessThan(3100);
	}
});

it('stops before more documents than allowed would be opened', () => {
	expect(tierWithin(0, full, 20_000)).toBe(lastTier);
	expect(tierWithin(0.25, full, 20_000)).toBe(3);
	expect(tierWithin(1, full, 1)).toBe(0);
});
