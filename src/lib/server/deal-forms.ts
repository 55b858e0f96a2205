import { commonError } from '#server/kernel/errors.ts';
import { isCurrency, type Money } from '#server/kernel/money.ts';
import { parsePrice } from '#shared/price.ts';
import { momentIn } from '#shared/time-zone.ts';

/** A text field of a form, with line ends as the rest of the house has them. */
export const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
};

/** Reads the amount and the currency of a form. @throws common.invalid_input at the field that holds the amount */
export function moneyOf(form: FormData, name = 'price'): Money {
	const currency = textOf(form, 'currency');
	if (!isCurrency(currency)) throw refused(name, 'catalog.currency_unknown');
	const text = textOf(form, name);
	if (!text.trim()) throw refused(name, 'catalog.price_missing');
	const amount = parsePrice(text, currency);
	if (amount === null) throw refused(name, 'catalog.price_shape');
	if (amount < 1) throw refused(name, 'catalog.price_low');
	return { amount, currency };
}

/**
 * Reads a day and a time that somebody typed, by the clocks of their time zone.
 *
 * @throws common.invalid_input at the field when it is no time, or one that those clocks leave out that day
 */
export function momentOf(form: FormData, name: string, zone: string): Date {
	const text = textOf(form, name).trim();
	const moment = momentIn(zone, text);
	if (moment) return moment;
	throw refused(name, momentIn('UTC', text) ? 'asks.slot_gap' : 'asks.slot_time');
}

const refused = (field: string, code: string) => commonError('invalid_input', { fields: { [field]: code } });
