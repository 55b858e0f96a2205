import { defineErrors } from '../../kernel/errors.ts';

export const entitlementError = defineErrors('entitlements', {
	target_missing: 422,
	not_found: 404,
});
