import { defineErrors } from '../../kernel/errors.ts';

export const invoiceError = defineErrors('invoices', {
	not_found: 404,
	/** Nothing was paid, or all of it was sent back. */
	nothing_to_bill: 409,
	fapiao_asked: 409,
	/** A fapiao is of the state whose money it is. */
	fapiao_currency: 409,
	wrong_state: 409,
	tax_number_missing: 422,
	tax_number_invalid: 422,
	number_missing: 422,
	reason_missing: 422,
});
