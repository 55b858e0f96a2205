import { expect, test } from 'vitest';
import { bucketed, spanOf, startOf } from './spans.ts';

const at = new Date('2026-11-27T23:30:00Z');

test('a day belongs to itself, its Monday or the first of its month', () => {
	expect([
		startOf('2026-11-27', 'day'),
		startOf('2026-11-27', 'week'),
		startOf('2026-11-23', 'week'),
		startOf('2026-11-29', 'week'),
		startOf('2026-11-01', 'week'),
		startOf('2026-11-27', 'month'),
	]).toEqual(['2026-11-27', '2026-11-23', '2026-11-23', '2026-11-23', '2026-10-26', '2026-11-01']);
});

test('bars cover the whole time without a gap, and sum to what fell into it', () => {
	const rows = [
		{ day: '2026-11-27', earned: 5, back: 1 },
		{ day: '2026-11-24', earned: 7, back: 0 },
		{ day: '2026-10-29', earned: 11, back: 0 },
		{ day: '2020-01-01', earned: 99, back: 0 },
	];
	const days = bucketed(rows, ['earned', 'back'], 30, at);
	expect([days.length, days[0]!.from, days.at(-1)]).toEqual([
		30,
		'2026-10-29',
		{ from: '2026-11-27', earned: 5, back: 1 },
	]);
	const weeks = bucketed(rows, ['earned'], 91, at);
	expect([weeks.length, weeks.at(-1)]).toEqual([14, { from: '2026-11-23', earned: 12 }]);
	const months = bucketed(rows, ['earned'], 365, at);
	expect([months.length, months.at(-1)!.earned, months.at(-2)!.earned]).toEqual([13, 12, 11]);
});

test('what is asked for and not there is a month', () => {
	expect([spanOf(null), spanOf('365'), spanOf('7'), spanOf('constructor')]).toEqual([30, 365, 30, 30]);
});
