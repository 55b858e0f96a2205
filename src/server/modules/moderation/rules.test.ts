import { expect, test } from 'vitest';
import { ladder, nextRung } from './ladder.ts';
import { priorityOf, reportWeight } from './priority.ts';
import { harm } from './reasons.ts';

test('priority is harm by reach by confidence, and each of them makes it larger', () => {
	const given = { reasons: ['spam'], people: 99, checks: 0, weights: [1] };
	expect(priorityOf(given)).toEqual({
		harm: 3,
		reach: 3,
		confidence: expect.closeTo(0.4),
		priority: expect.closeTo(3.6),
	});
	expect(priorityOf({ ...given, reasons: ['spam', 'threat'] }).harm).toBe(9);
	expect(priorityOf({ ...given, people: 999 }).reach).toBe(4);
	expect(priorityOf({ ...given, checks: 0.5 }).confidence).toBeCloseTo(0.7);
	expect(priorityOf({ ...given, weights: [] }).priority).toBe(0);
	// A thousand doubted reports are less than certain, and one more never makes it less urgent.
	expect(priorityOf({ ...given, weights: Array(1000).fill(0.1) }).confidence).toBeLessThanOrEqual(1);
});

test('a report begins at full weight, falls with dismissals, and never to nothing', () => {
	expect(reportWeight(0, 0)).toBe(1);
	expect([1, 2, 3].map((n) => reportWeight(0, n))).toEqual([expect.closeTo(2 / 3), 0.5, expect.closeTo(0.4)]);
	expect(reportWeight(50, 0)).toBe(1);
	expect(reportWeight(0, 50)).toBe(0.1);
	expect(harm('something else')).toBe(2);
});

test('the ladder is climbed a step at a time, two for the worst, and has an end', () => {
	expect(nextRung([])).toEqual(ladder[0]);
	expect(nextRung([], 9)).toEqual(ladder[1]);
	expect(nextRung([{ measure: 'warn', days: null }])).toEqual(ladder[1]);
	expect(nextRung([{ measure: 'silence', days: 3 }])).toEqual(ladder[3]);
	// Longer than the ladder's is the last step that is not longer; shorter than its first counts as the first.
	expect(nextRung([{ measure: 'silence', days: 20 }])).toEqual(ladder[4]);
	expect(nextRung([{ measure: 'silence', days: 1 }])).toEqual(ladder[3]);
	expect(nextRung([{ measure: 'suspend', days: null }])).toEqual(ladder.at(-1));
});
