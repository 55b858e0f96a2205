import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Billed, linesOf, taxLinesBack, taxLinesOf, taxOfRefunded } from './invoice.ts';

const order = { title: 'A column', quantity: 1 };

test('a tax that is added stands in a line of its own, and the rest is what was bought', () => {
	const billed: Billed = {
		...order,
		amount: 1130,
		tax: 130,
		quote: [
			{ what: 'price', amount: 1200, data: { each: 1200, quantity: 1 } },
			{ what: 'coupon', amount: -200, data: { code: 'SPRING' } },
			{ what: 'tax', amount: 130, data: { name: 'VAT', bps: 1300, region: 'CN' } },
		],
	};
	expect(taxLinesOf(billed)).toEqual([{ name: 'VAT', bps: 1300, region: 'CN', amount: 130 }]);
	expect(linesOf(billed).map(({ what, amount }) => [what, amount])).toEqual([
		['price', 1200],
		['coupon', -200],
	]);
});

test('a tax that is in the price is taken out of it', () => {
	const billed: Billed = {
		...order,
		amount: 1190,
		tax: 190,
		quote: [
			{ what: 'price', amount: 1190 },
			{ what: 'tax', amount: 0, data: { name: 'MwSt', bps: 1900, region: 'DE', included: 190 } },
		],
	};
	expect(taxLinesOf(billed)).toEqual([{ name: 'MwSt', bps: 1900, region: 'DE', amount: 190 }]);
	expect(linesOf(billed)).toEqual([
		{ what: 'price', title: 'A column', quantity: 1, amount: 1000, data: {} },
	]);
});

test('an order that says nothing of its tax still has it on its invoice', () => {
	expect(taxLinesOf({ tax: 7, quote: [] })).toEqual([{ name: '', region: '', bps: null, amount: 7 }]);
	expect(linesOf({ ...order, amount: 107, tax: 7, quote: [] })).toMatchObject([
		{ what: 'price', amount: 100 },
	]);
});

test('whatever the order, its lines and taxes sum to what was paid, and refunds in parts take back the whole tax', () => {
	const some = fc.record({
		price: fc.integer({ min: 1, max: 1_000_000 }),
		off: fc.integer({ min: 0, max: 1_000_000 }),
		bps: fc.integer({ min: 0, max: 3000 }),
		included: fc.boolean(),
		parts: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }),
	});
	fc.assert(
		fc.property(some, ({ price, off, bps, included, parts }) => {
			const less = price - Math.min(off, price - 1);
			const tax = included
				? less - Math.round((less * 10_000) / (10_000 + bps))
				: Math.round((less * bps) / 10_000);
			const amount = included ? less : less + tax;
			const quote: Billed['quote'] = [
				{ what: 'price', amount: price },
				...(less < price ? [{ what: 'promotion', amount: less - price }] : []),
				{
					what: 'tax',
					amount: included ? 0 : tax,
					data: { name: 'T', bps, region: 'X', ...(included ? { included: tax } : {}) },
				},
			];
			const billed: Billed = { ...order, amount, tax, quote };
			const sum = (lines: { amount: number }[]) => lines.reduce((total, line) => total + line.amount, 0);
			expect(sum(linesOf(billed))).toBe(amount - tax);
			expect(sum(taxLinesOf(billed))).toBe(tax);
			const whole = parts.reduce((total, part) => total + part, 0);
			let sent = 0;
			let back = 0;
			for (const [at, part] of parts.entries()) {
				sent =
					at === parts.length - 1 ? amount : Math.min(amount, sent + Math.floor((amount * part) / whole));
				const due = taxOfRefunded(billed, sent) - back;
				back += due;
				expect(due + sum(taxLinesBack(taxLinesOf(billed), due))).toBe(0);
			}
			expect(back).toBe(tax);
		}),
	);
});
