import { defineErrors } from '../../kernel/errors.ts';

export const catalogError = defineErrors('catalog', {
	not_for_sale: 404,
	offer_retired: 409,
	too_little: 400,
});
