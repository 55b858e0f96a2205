/** Currencies that Stoa sells in, the likeliest first. */
export const currencies = ['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD'] as const;

const digitsOf = (currency: string) =>
	new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Reads a price as people type it: `19`, `19.9`, `1,900.00`, also in full-width digits.
 *
 * @returns minor units of the currency; null when it is no number, or has more decimals than the currency
 */
export function parsePrice(text: string, currency: string): number | null {
	const plain = text.normalize('NFKC').replace(/[\s¥$€元]/g, '');
	const parts = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d*))?$/.exec(plain);
	if (!parts) return null;
	const digits = digitsOf(currency);
	const fraction = (parts[2] ?? '').replace(/0+$/, '');
	if (fraction.length > digits) return null;
	return Number(parts[1]!.replaceAll(',', '')) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0);
}

/** The other way, for the field of a form: `1990` CNY is `19.90`, `1900` is `19`. */
export function priceText({ amount, currency }: { amount: number; currency: string }): string {
	const digits = digitsOf(currency);
	const scale = 10 ** digits;
	return amount % scale === 0 ? String(amount / scale) : (amount / scale).toFixed(digits);
}
