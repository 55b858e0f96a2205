/** ISO 4217 code of a currency that Stoa sells in. */
export type Currency = 'CNY' | 'USD' | 'EUR' | 'JPY' | 'HKD' | 'SGD';

/** An amount in integer minor units (fen, cents; whole yen) of a currency. */
export interface Money {
	amount: number;
	currency: Currency;
}

const decimals: Record<Currency, number> = { CNY: 2, USD: 2, EUR: 2, JPY: 0, HKD: 2, SGD: 2 };

/** True when `code` is a currency that Stoa sells in. */
export function isCurrency(code: string): code is Currency {
	return Object.hasOwn(decimals, code);
}

/** `{ amount: 1900, currency: 'CNY' }` → `¥19.00` in the reader's language. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
	const digits = decimals[currency];
	return new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		currencyDisplay: 'narrowSymbol',
		minimumFractionDigits: amount % 10 ** digits === 0 ? 0 : digits,
	}).format(amount / 10 ** digits);
}

/**
 * Splits an amount by weights so that the parts are integers and add up to it exactly; the remainder goes to
 * the largest fractions first (largest-remainder method), ties to the earlier part.
 */
export function splitAmount(amount: number, weights: number[]): number[] {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (!Number.isSafeInteger(amount) || !(total > 0) || weights.some((weight) => weight < 0)) {
		throw new RangeError(
			'splitAmount needs an integer amount and weights that are not negative and not all zero',
		);
	}
	const exact = weights.map((weight) => (amount * weight) / total);
	const parts = exact.map(Math.floor);
	let rest = amount - parts.reduce((sum, part) => sum + part, 0);
	const order = exact
		.map((value, i) => ({ i, fraction: value - Math.floor(value) }))
		.sort((a, b) => b.fraction - a.fraction || a.i - b.i);
	for (const { i } of order) {
		if (rest <= 0) break;
		parts[i]! += 1;
		rest -= 1;
	}
	return parts;
}

/** `{ amount: 1900, currency: 'CNY' }` → `19.00`: for files that other programs read. */
export function plainAmount({ amount, currency }: Money): string {
	const digits = decimals[currency];
	return (amount / 10 ** digits).toFixed(digits);
}
