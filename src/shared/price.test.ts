import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencies, parsePrice, priceText } from './price.ts';

test('a price is read as people type it', () => {
	expect(parsePrice('19', 'CNY')).toBe(1900);
	expect(parsePrice(' 19.9 ', 'CNY')).toBe(1990);
	expect(parsePrice('¥19.90', 'CNY')).toBe(1990);
	expect(parsePrice('１９．９', 'CNY')).toBe(1990);
	expect(parsePrice('1,234.5', 'USD')).toBe(123_450);
	expect(parsePrice('1200', 'JPY')).toBe(1200);
	expect(parsePrice('1200.00', 'JPY')).toBe(1200);
});

test('what is no price, or finer than the currency, is refused', () => {
	for (const text of ['', 'free', '-1', '1e3', '19.999', '1,23', '12.3.4', '9'.repeat(20)])
		expect(parsePrice(text, 'CNY'), text).toBeNull();
	expect(parsePrice('12.5', 'JPY')).toBeNull();
});

test('what a form shows is read back as the same amount', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 100_000_000 }),
			fc.constantFrom(...currencies),
			(amount, currency) => {
				expect(parsePrice(priceText({ amount, currency }), currency)).toBe(amount);
			},
		),
	);
});
