import { defineErrors } from '../../kernel/errors.ts';

export const groupError = defineErrors('groups', {
	not_found: 404,
	closed: 409,
	joined: 409,
	price_high: 422,
});
