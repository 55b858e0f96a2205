import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlanTerms, prorate, timeFor } from './prorate.ts';

const month: PlanTerms = { amount: 3000, months: 1, rank: 0 };
const year: PlanTerms = { amount: 30_000, months: 12, rank: 0 };
const pro: PlanTerms = { amount: 9900, months: 1, rank: 2 };
const proYear: PlanTerms = { amount: 99_000, months: 12, rank: 2 };
const basic: PlanTerms = { amount: 3000, months: 1, rank: 1 };
const basicYear: PlanTerms = { amount: 30_000, months: 12, rank: 1 };

// 30 days; `day` of them are over.
const start = new Date('2026-04-01T00:00:00Z');
const end = new Date('2026-05-01T00:00:00Z');
const on = (day: number) => new Date(start.getTime() + day * 86_400_000);

// biome-ignore format: a table reads better aligned
const table: [string, PlanTerms, PlanTerms, number, number, ReturnType<typeof prorate>][] = [
	//                                                      from       to         paid    day   expected
	['the first day, all of it is unused',                   month,     year,      3000,   0,    { when: 'now', credit: 3000, toPay: 27_000 }],
	['half of a month',                                      month,     year,      3000,   15,   { when: 'now', credit: 1500, toPay: 28_500 }],
	['a third is left, rounded down',                        month,     year,      1000,   20,   { when: 'now', credit: 333, toPay: 29_667 }],
	['the last moment',                                      month,     year,      3000,   30,   { when: 'now', credit: 0, toPay: 30_000 }],
	['after the end: nothing is negative',                   month,     year,      3000,   40,   { when: 'now', credit: 0, toPay: 30_000 }],
	['before the beginning: no more than was paid',          month,     year,      3000,   -5,   { when: 'now', credit: 3000, toPay: 27_000 }],
	['a first month with a coupon is worth what was paid',   month,     year,      1500,   15,   { when: 'now', credit: 750, toPay: 29_250 }],
	['a month that was free is worth nothing',               month,     year,      0,      0,    { when: 'now', credit: 0, toPay: 30_000 }],
	['to a higher tier',                                     basic,     pro,       3000,   10,   { when: 'now', credit: 2000, toPay: 7900 }],
	['to a higher tier for longer',                          basic,     proYear,   3000,   10,   { when: 'now', credit: 2000, toPay: 97_000 }],
	['from a long plan to a higher tier by the month: the credit would be lost', basicYear, pro, 30_000, 3, { when: 'at_end', credit: 0, toPay: 0 }],
	['the same, when little is left of it',                  basicYear, pro,       30_000, 25,   { when: 'now', credit: 5000, toPay: 4900 }],
	['to a shorter time',                                    year,      month,     30_000, 29,   { when: 'at_end', credit: 0, toPay: 0 }],
	['to a lower tier',                                      pro,       basic,     9900,   29,   { when: 'at_end', credit: 0, toPay: 0 }],
	['to a lower tier for longer',                           pro,       basicYear, 9900,   29,   { when: 'at_end', credit: 0, toPay: 0 }],
	['to the same at a lower price',                         month,     { ...month, amount: 2000 }, 3000, 5, { when: 'at_end', credit: 0, toPay: 0 }],
];

test.each(table)('%s', (_, from, to, paid, day, expected) => {
	expect(prorate(from, to, { paid, startsAt: start, endsAt: end }, on(day))).toEqual(expected);
});

test('whatever the plans: credit and payment add up to the price, nobody pays nothing, nobody gets more than was paid', () => {
	const terms = fc.record({
		amount: fc.integer({ min: 1, max: 100_000_000 }),
		months: fc.constantFrom(1, 3, 12),
		rank: fc.integer({ min: 0, max: 3 }),
	});
	fc.assert(
		fc.property(
			terms,
			terms,
			fc.nat(100_000_000),
			fc.double({ min: -10, max: 50, noNaN: true }),
			(from, to, paid, day) => {
				const change = prorate(from, to, { paid, startsAt: start, endsAt: end }, on(day));
				if (change.when === 'at_end') return change.credit === 0 && change.toPay === 0;
				return (
					Number.isSafeInteger(change.credit) &&
					change.credit >= 0 &&
					change.credit <= paid &&
					change.toPay > 0 &&
					change.credit + change.toPay === to.amount
				);
			},
		),
	);
});

test('a part of the price lasts a part of the time', () => {
	expect(timeFor(3000, 3000, 1000)).toBe(1000);
	expect(timeFor(1500, 3000, 1000)).toBe(500);
	expect(timeFor(0, 3000, 1000)).toBe(0);
	expect(timeFor(100_000_000, 100_000_000, 31_622_400_000)).toBe(31_622_400_000);
});
