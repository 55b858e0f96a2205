import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Discount } from './discount.ts';
import type { PriceRow } from './price-rows.ts';
import { type PriceFacts, plainFacts, type Quote, quote } from './quote.ts';

const at = new Date('2026-11-27T12:00:00Z');
const day = (offset: number) => new Date(at.getTime() + offset * 86_400_000);

let ids = 0;
const row = (amount: number, given: Partial<PriceRow> & { currency?: Currency } = {}): PriceRow => ({
	id: ++ids,
	price: { amount, currency: given.currency ?? 'CNY' },
	region: null,
	segment: null,
	minLevel: null,
	startsAt: day(-10),
	endsAt: null,
	...given,
});
const discount = (given: Partial<Discount>): Discount => ({
	id: ++ids,
	sellerId: null,
	code: null,
	name: 'Autumn',
	percentBps: null,
	amount: null,
	currency: given.amount || given.minimum ? 'CNY' : null,
	sells: null,
	itemId: null,
	spaceId: null,
	bundleId: null,
	tierId: null,
	minimum: null,
	region: null,
	segment: null,
	minLevel: null,
	startsAt: day(-1),
	endsAt: null,
	firstOrder: false,
	perPerson: null,
	total: null,
	used: 0,
	exclusive: false,
	...given,
});
const coupon = (given: Partial<Discount>, usedByBuyer = 0) => ({
	discount: discount({ code: 'SPRING', ...given }),
	usedByBuyer,
});

interface Case {
	/** The price of the offer; 100 yuan unless told otherwise. */
	price?: number;
	offer?: Partial<Parameters<typeof quote>[0]>;
	quantity?: number;
	amount?: number;
	buyer?: Partial<PriceFacts['buyer']>;
	facts?: Partial<PriceFacts>;
}
const CNY = 'CNY' as const;
const cost = ({ price = 10_000, offer, quantity = 1, amount, buyer, facts }: Case): Quote =>
	quote(
		{
			price: { amount: price, currency: CNY },
			pricing: 'fixed',
			sells: 'space',
			sellerId: 7,
			spaceId: 3,
			...offer,
		},
		{ quantity, amount },
		{ ...plainFacts, at, ...facts, buyer: { ...plainFacts.buyer, userId: 1, ...buyer } },
	);
const shown = ({ lines, total }: Quote) =>
	`${lines.map(({ what, amount }) => `${what} ${amount}`).join(', ')} = ${total}`;

const vat = (bps: number, included: boolean) => ({ region: 'CN', name: 'VAT', bps, included });
const half = { percentBps: 5000 };
const tenth = { percentBps: 1000 };
const twenty = { amount: 2000 };
const rules = (given: Partial<PriceFacts['stacking']>) => ({ ...plainFacts.stacking, ...given });

/** What each circumstance makes of a price: one row a rule. */
const table: [string, Case, string][] = [
	['the offer’s own price', {}, 'price 10000 = 10000'],
	['so many of it', { quantity: 3 }, 'price 30000 = 30000'],

	// Prices of regions, times, levels and segments.
	['a region’s price, lower', { facts: { prices: [row(8000, { region: 'CN' })] } }, 'price 8000 = 8000'],
	['a region’s price, higher', { facts: { prices: [row(12_000, { region: 'CN' })] } }, 'price 12000 = 12000'],
	['not of another region', { facts: { prices: [row(8000, { region: 'US' })] } }, 'price 10000 = 10000'],
	[
		'a region before all regions, whichever began last',
		{ facts: { prices: [row(9000, { startsAt: day(-1) }), row(8000, { region: 'CN' })] } },
		'price 8000 = 8000',
	],
	[
		'a price from a day on',
		{ facts: { prices: [row(11_000, { startsAt: day(-2) }), row(12_000, { startsAt: day(-1) })] } },
		'price 12000 = 12000',
	],
	['not before that day', { facts: { prices: [row(12_000, { startsAt: day(1) })] } }, 'price 10000 = 10000'],
	[
		'a price for some time',
		{ facts: { prices: [row(7000, { endsAt: day(1) })] } },
		'price 10000, special -3000 = 7000',
	],
	['not after it', { facts: { prices: [row(7000, { endsAt: at })] } }, 'price 10000 = 10000'],
	[
		'a limited price never raises',
		{ facts: { prices: [row(11_000, { endsAt: day(1) })] } },
		'price 10000 = 10000',
	],
	[
		'a level’s price',
		{ buyer: { level: 3 }, facts: { prices: [row(6000, { minLevel: 3 })] } },
		'price 10000, special -4000 = 6000',
	],
	[
		'not below the level',
		{ buyer: { level: 2 }, facts: { prices: [row(6000, { minLevel: 3 })] } },
		'price 10000 = 10000',
	],
	[
		'a segment’s price',
		{ buyer: { segments: ['students'] }, facts: { prices: [row(5000, { segment: 'students' })] } },
		'price 10000, special -5000 = 5000',
	],
	['not for others', { facts: { prices: [row(5000, { segment: 'students' })] } }, 'price 10000 = 10000'],
	[
		'the lowest of several special prices, for each',
		{
			quantity: 2,
			buyer: { level: 3 },
			facts: {
				prices: [row(8000, { endsAt: day(1) }), row(6000, { minLevel: 3 }), row(7000, { minLevel: 1 })],
			},
		},
		'price 20000, special -8000 = 12000',
	],
	[
		'a special price of another currency is none',
		{ facts: { prices: [row(10, { endsAt: day(1), currency: 'USD' })] } },
		'price 10000 = 10000',
	],

	// What the buyer pleases.
	['an open price, as asked', { offer: { pricing: 'open' } }, 'price 10000 = 10000'],
	['an open price, more than asked', { offer: { pricing: 'open' }, amount: 15_000 }, 'price 15000 = 15000'],
	['a fixed price is not the buyer’s to choose', { amount: 15_000 }, 'price 10000 = 10000'],
	[
		'who names the price gets no promotion',
		{ offer: { pricing: 'open' }, amount: 12_000, facts: { promotions: [discount(half)] } },
		'price 12000 = 12000',
	],
	['an open price may be nothing', { price: 0, offer: { pricing: 'open' } }, 'price 0 = 0'],

	// Promotions.
	[
		'a promotion by share',
		{ facts: { promotions: [discount(tenth)] } },
		'price 10000, promotion -1000 = 9000',
	],
	[
		'a promotion by amount',
		{ facts: { promotions: [discount(twenty)] } },
		'price 10000, promotion -2000 = 8000',
	],
	[
		'a share is rounded down',
		{ price: 999, facts: { promotions: [discount({ percentBps: 3333 })] } },
		'price 999, promotion -332 = 667',
	],
	[
		'an amount takes no more than there is',
		{ price: 1500, facts: { promotions: [discount(twenty)] } },
		'price 1500, promotion -1500 = 0',
	],
	[
		'of what the special price left',
		{ facts: { prices: [row(7000, { endsAt: day(1) })], promotions: [discount(tenth)] } },
		'price 10000, special -3000, promotion -700 = 6300',
	],
	[
		'not one that has not begun',
		{ facts: { promotions: [discount({ ...half, startsAt: day(1) })] } },
		'price 10000 = 10000',
	],
	[
		'not one that is over',
		{ facts: { promotions: [discount({ ...half, endsAt: at })] } },
		'price 10000 = 10000',
	],
	[
		'not another seller’s',
		{ facts: { promotions: [discount({ ...half, sellerId: 8 })] } },
		'price 10000 = 10000',
	],
	[
		'not for another kind of thing',
		{ facts: { promotions: [discount({ ...half, sells: ['item', 'tier'] })] } },
		'price 10000 = 10000',
	],
	[
		'not for another space',
		{ facts: { promotions: [discount({ ...half, spaceId: 4 })] } },
		'price 10000 = 10000',
	],
	[
		'for this very space',
		{ facts: { promotions: [discount({ ...half, spaceId: 3 })] } },
		'price 10000, promotion -5000 = 5000',
	],
	[
		'not in another currency',
		{ facts: { promotions: [discount({ ...twenty, currency: 'USD' })] } },
		'price 10000 = 10000',
	],
	[
		'not below its minimum',
		{ facts: { promotions: [discount({ ...half, minimum: 10_001, currency: CNY })] } },
		'price 10000 = 10000',
	],
	[
		'not after the first order',
		{ buyer: { bought: true }, facts: { promotions: [discount({ ...half, firstOrder: true })] } },
		'price 10000 = 10000',
	],
	[
		'of two the better alone',
		{ facts: { promotions: [discount(tenth), discount(twenty)] } },
		'price 10000, promotion -2000 = 8000',
	],
	[
		'all, one after another',
		{ facts: { promotions: [discount(tenth), discount(twenty)], stacking: rules({ promotions: 'all' }) } },
		'price 10000, promotion -1000, promotion -2000 = 7000',
	],
	[
		'an exclusive one against all others',
		{
			facts: {
				promotions: [discount(tenth), discount(twenty), discount({ ...half, exclusive: true })],
				stacking: rules({ promotions: 'all' }),
			},
		},
		'price 10000, promotion -5000 = 5000',
	],
	[
		'thanks are not haggled about',
		{ offer: { sells: 'tip' }, facts: { promotions: [discount(half)] } },
		'price 10000 = 10000',
	],

	// Coupons.
	['a coupon', { facts: { coupon: coupon(half) } }, 'price 10000, coupon -5000 = 5000'],
	[
		'a coupon for everything',
		{ facts: { coupon: coupon({ percentBps: 10_000 }) } },
		'price 10000, coupon -10000 = 0',
	],
	[
		'on top of a promotion',
		{ facts: { coupon: coupon(half), promotions: [discount(twenty)] } },
		'price 10000, promotion -2000, coupon -4000 = 4000',
	],
	[
		'or the better of both',
		{
			facts: { coupon: coupon(half), promotions: [discount(twenty)], stacking: rules({ coupon: 'better' }) },
		},
		'price 10000, coupon -5000 = 5000',
	],
	[
		'a coupon that the promotion beats is not used up',
		{
			facts: { coupon: coupon(tenth), promotions: [discount(twenty)], stacking: rules({ coupon: 'better' }) },
		},
		'price 10000, promotion -2000, coupon 0 = 8000',
	],
	[
		'an exclusive coupon alone',
		{ facts: { coupon: coupon({ ...half, exclusive: true }), promotions: [discount(twenty)] } },
		'price 10000, coupon -5000 = 5000',
	],
	[
		'discounts take at most the operator’s share',
		{ facts: { coupon: coupon(half), promotions: [discount(twenty)], stacking: rules({ atMostBps: 5500 }) } },
		'price 10000, promotion -2000, coupon -3500 = 4500',
	],

	// Tax.
	['tax that is added', { facts: { tax: vat(600, false) } }, 'price 10000, tax 600 = 10600'],
	['tax that is included', { facts: { tax: vat(600, true) } }, 'price 10000, tax 0 = 10000'],
	[
		'tax of what is paid',
		{ facts: { tax: vat(1900, false), coupon: coupon(half) } },
		'price 10000, coupon -5000, tax 950 = 5950',
	],
	['halves of tax are rounded up', { price: 50, facts: { tax: vat(100, false) } }, 'price 50, tax 1 = 51'],
	['no line where there is no tax', { facts: { tax: vat(0, false) } }, 'price 10000 = 10000'],
];

test.each(table)('%s', (_, given, expected) => {
	expect(shown(cost(given))).toBe(expected);
});

const code = (given: Case) => {
	try {
		return shown(cost(given));
	} catch (thrown) {
		return thrown instanceof AppError ? thrown.code : thrown;
	}
};

test.each([
	[
		'less than an open price asks',
		{ offer: { pricing: 'open' as const }, amount: 9999 },
		'catalog.too_little',
	],
	['two of one article', { offer: { sells: 'item' as const }, quantity: 2 }, 'catalog.one_only'],
	[
		'a coupon before its time',
		{ facts: { coupon: coupon({ ...half, startsAt: day(1) }) } },
		'catalog.coupon_early',
	],
	[
		'a coupon after its time',
		{ facts: { coupon: coupon({ ...half, endsAt: day(-1) }) } },
		'catalog.coupon_over',
	],
	[
		'a coupon for something else',
		{ facts: { coupon: coupon({ ...half, itemId: 9 }) } },
		'catalog.coupon_not_for_this',
	],
	[
		'a coupon of another seller',
		{ facts: { coupon: coupon({ ...half, sellerId: 8 }) } },
		'catalog.coupon_not_for_this',
	],
	[
		'a coupon for another region',
		{ facts: { coupon: coupon({ ...half, region: 'US' }) } },
		'catalog.coupon_not_for_this',
	],
	[
		'a coupon for a tip',
		{ offer: { sells: 'tip' as const }, facts: { coupon: coupon(half) } },
		'catalog.coupon_not_for_this',
	],
	[
		'a coupon from a higher sum on',
		{ facts: { coupon: coupon({ ...half, minimum: 20_000 }) } },
		'catalog.coupon_minimum',
	],
	[
		'a coupon for a first order',
		{ buyer: { bought: true }, facts: { coupon: coupon({ ...half, firstOrder: true }) } },
		'catalog.coupon_first_order',
	],
	[
		'a coupon used as often as one may',
		{ facts: { coupon: coupon({ ...half, perPerson: 2 }, 2) } },
		'catalog.coupon_used',
	],
	[
		'a coupon that is used up',
		{ facts: { coupon: coupon({ ...half, total: 50, used: 50 }) } },
		'catalog.coupon_gone',
	],
] as [string, Case, string][])('refused: %s', (_, given, expected) => {
	expect(code(given)).toBe(expected);
});

test('the regional price decides the currency of everything after it', () => {
	const price = cost({
		facts: {
			prices: [row(1900, { region: 'CN', currency: 'USD' }), row(900, { endsAt: day(1), currency: 'USD' })],
		},
	});
	expect([price.currency, price.total, price.lines[0]?.data]).toEqual([
		'USD',
		900,
		{ each: 1900, quantity: 1, region: 'CN' },
	]);
});

test('what brought a buyer gets its share of what is left of the price, and never a share of one’s own', () => {
	const affiliate = { linkId: 5, userId: 2, bps: 1000 };
	const share = (given: Case) => cost({ ...given, facts: { affiliate, ...given.facts } }).affiliate?.share;
	expect(share({})).toBe(1000);
	expect(share({ facts: { coupon: coupon(half), tax: vat(600, false) } })).toBe(500);
	expect(share({ facts: { tax: vat(600, true) } })).toBe(943);
	expect(share({ buyer: { userId: 2 } })).toBeUndefined();
	expect(share({ offer: { sellerId: 2 } })).toBeUndefined();
	expect(share({ offer: { sells: 'tip' } })).toBeUndefined();
	expect(share({ facts: { coupon: coupon({ percentBps: 10_000 }) } })).toBeUndefined();
});

const anyDiscount = (isCoupon: boolean) =>
	fc
		.record({
			percent: fc.boolean(),
			value: fc.integer({ min: 1, max: 10_000 }),
			exclusive: fc.boolean(),
		})
		.map(({ percent, value, exclusive }) =>
			discount({
				code: isCoupon ? 'ANY' : null,
				exclusive,
				percentBps: percent ? value : null,
				amount: percent ? null : value,
				currency: percent ? null : CNY,
			}),
		);

test('whatever the rules: the lines sum to the total, discounts stay below the cap, and more of them never cost more', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 1_000_000 }),
			fc.integer({ min: 1, max: 9 }),
			fc.array(anyDiscount(false), { maxLength: 4 }),
			fc.option(anyDiscount(true)),
			fc.record({
				promotions: fc.constantFrom('best' as const, 'all' as const),
				coupon: fc.constantFrom('on_top' as const, 'better' as const),
				atMostBps: fc.integer({ min: 0, max: 10_000 }),
			}),
			fc.integer({ min: 0, max: 10_000 }),
			fc.boolean(),
			(price, quantity, promotions, given, stacking, bps, included) => {
				const facts = { promotions, stacking, tax: vat(bps, included) };
				const without = cost({ price, quantity, facts });
				const made = cost({
					price,
					quantity,
					facts: { ...facts, coupon: given && { discount: given, usedByBuyer: 0 } },
				});
				expect(made.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(made.total);
				expect(made.subtotal - made.discount + made.tax).toBe(made.total);
				expect(made.discount).toBeLessThanOrEqual(
					Math.floor((price * quantity * stacking.atMostBps) / 10_000),
				);
				expect(made.total).toBeGreaterThanOrEqual(0);
				expect(made.total).toBeLessThanOrEqual(without.total);
				expect(Number.isSafeInteger(made.total) && Number.isSafeInteger(made.tax)).toBe(true);
				expect(made.lines.some(({ what }) => what === 'coupon')).toBe(given !== null);
			},
		),
		{ numRuns: 500 },
	);
});
