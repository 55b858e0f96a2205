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
 * the largest fractions first (largest-remainder method), ties to the earlier part. Exact for every amount and weight
 * that a number holds exactly.
 *
 * @param amount minor units, not negative
 * @throws RangeError when amount or a weight is no safe integer or is negative, or all weights are 0
 */
export function splitAmount(amount: number, weights: number[]): number[] {
	const whole = (value: number) => Number.isSafeInteger(value) && value >= 0;
	if (!whole(amount) || !weights.every(whole) || weights.every((weight) => weight === 0)) {
		throw new RangeError(
			'splitAmount needs an integer amount and integer weights that are not negative and not all zero',
		);
	}
	// BigInt: an amount times a weight leaves the integers that a number holds.
	const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
	const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
	const parts = products.map((product) => Number(product / total));
	const rests = products.map((product, i) => ({ i, rest: product % total }));
	rests.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
	const left = Number(rests.reduce((sum, { rest }) => sum + rest, 0n) / total);
	for (const { i } of rests.slice(0, left)) parts[i]! += 1;
	return parts;
}

/** `{ amount: 1900, currency: 'CNY' }` → `19.00`: for files that other programs read. */
export function plainAmount({ amount, currency }: Money): string {
	const digits = decimals[currency];
	return (amount / 10 ** digits).toFixed(digits);
}
