import { commonError } from '#server/kernel/errors.ts';
import { parsePrice } from '#shared/price.ts';

/** The amount of a form, typed as people write money; null when it was left empty: all that is left. */
export function parseAmount(form: FormData, currency: string, name = 'amount'): number | null {
	const typed = String(form.get(name) ?? '').trim();
	if (typed === '') return null;
	const amount = parsePrice(typed, currency);
	if (amount === null || amount === 0)
		throw commonError('invalid_input', { fields: { [name]: 'refunds.amount_shape' } });
	return amount;
}
