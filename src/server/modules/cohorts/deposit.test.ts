import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, daysFrom, isTimeZone, streakOf } from './days.ts';
import { judge, partOfPaid } from './deposit.ts';
import { spread } from './plan.ts';

const met = fc.record({
	lessonsDone: fc.nat({ max: 40 }),
	lessonsNeeded: fc.nat({ max: 40 }),
	checkIns: fc.nat({ max: 60 }),
});
const rule = fc.record({ lessons: fc.boolean(), checkIns: fc.nat({ max: 60 }), partly: fc.boolean() });

test('who meets the rule has everything back, who meets nothing of it has nothing, and nobody more than the deposit', () => {
	fc.assert(
		fc.property(rule, met, fc.nat({ max: 1_000_000 }), (given, done, deposit) => {
			const { passed, returned } = judge(given, done, deposit);
			expect(Number.isInteger(returned) && returned >= 0 && returned <= deposit).toBe(true);
			if (passed) expect(returned).toBe(deposit);
			if (!passed && !given.partly) expect(returned).toBe(0);
			const nothing = judge(given, { ...done, lessonsDone: 0, checkIns: 0 }, deposit);
			if (!nothing.passed) expect(nothing.returned).toBe(0);
		}),
	);
});

test('doing more never returns less', () => {
	fc.assert(
		fc.property(rule, met, fc.nat({ max: 100_000 }), (given, done, deposit) => {
			const more = { ...done, lessonsDone: done.lessonsDone + 1, checkIns: done.checkIns + 1 };
			expect(judge(given, more, deposit).returned).toBeGreaterThanOrEqual(
				judge(given, done, deposit).returned,
			);
		}),
	);
});

test('of several conditions the one that was met least decides', () => {
	const both = { lessons: true, checkIns: 10, partly: true };
	expect(judge(both, { lessonsDone: 4, lessonsNeeded: 4, checkIns: 5 }, 999)).toEqual({
		passed: false,
		returned: 499,
	});
	expect(judge(both, { lessonsDone: 1, lessonsNeeded: 4, checkIns: 9 }, 1000)).toEqual({
		passed: false,
		returned: 250,
	});
	expect(
		judge(
			{ lessons: false, checkIns: 0, partly: false },
			{ lessonsDone: 0, lessonsNeeded: 9, checkIns: 0 },
			5,
		),
	).toEqual({
		passed: true,
		returned: 5,
	});
});

test('what goes back of a payment is never more than was paid, and all of it where the deposit is all', () => {
	fc.assert(
		fc.property(
			fc.nat({ max: 99_999 }),
			fc.nat({ max: 99_999 }),
			fc.nat({ max: 20_000 }),
			fc.nat({ max: 100 }),
			(deposit, price, tax, percent) => {
				const paid = deposit + price + tax;
				const returned = Math.floor((deposit * percent) / 100);
				const back = partOfPaid(paid, { deposit, price }, returned);
				expect(back >= 0 && back <= paid).toBe(true);
				if (deposit === 0) expect(back).toBe(0);
				if (price === 0 && deposit > 0 && returned === deposit) expect(back).toBe(paid);
				if (tax === 0) expect(back).toBeLessThanOrEqual(returned);
			},
		),
	);
	expect(partOfPaid(15_001, { deposit: 5000, price: 10_001 }, 5000)).toBe(5000);
});

test('days follow the calendar through leap years and the ends of years', () => {
	expect([addDays('2024-02-28', 1), addDays('2023-02-28', 1), addDays('2026-12-31', 1)]).toEqual([
		'2024-02-29',
		'2023-03-01',
		'2027-01-01',
	]);
	fc.assert(
		fc.property(
			fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
			fc.integer({ min: 0, max: 700 }),
			(date, n) => {
				const day = date.toISOString().slice(0, 10);
				expect(daysBetween(day, addDays(day, n))).toBe(n);
				expect(daysFrom(day, addDays(day, n))).toHaveLength(n + 1);
			},
		),
	);
});

test('a row of days ends with a missed one, and is not broken before today is over', () => {
	const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-05'];
	expect(streakOf(days, '2026-03-05')).toEqual({ current: 1, longest: 3 });
	expect(streakOf(days, '2026-03-06')).toEqual({ current: 1, longest: 3 });
	expect(streakOf(days, '2026-03-07')).toEqual({ current: 0, longest: 3 });
	expect(streakOf([...days, '2026-03-04'], '2026-03-05')).toEqual({ current: 5, longest: 5 });
	expect(streakOf([], '2026-03-05')).toEqual({ current: 0, longest: 0 });
});

test('only names of the calendar are time zones', () => {
	expect(['Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires'].map(isTimeZone)).toEqual([
		true,
		true,
		true,
	]);
	expect(['', 'Mars/Base', '+08:00', "x'; drop table"].map(isTimeZone)).toEqual([false, false, false, false]);
});

test('lessons are spread over the days in their order, as evenly as whole days go', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 90 }), (count, length) => {
			const days = daysFrom('2026-01-01', addDays('2026-01-01', length - 1));
			const on = spread(count, days);
			expect(on).toHaveLength(count);
			expect([...on].sort()).toEqual(on);
			const loads = days.map((day) => on.filter((one) => one === day).length);
			expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
		}),
	);
});
