import { defineErrors } from '../../kernel/errors.ts';

export const fairplayError = defineErrors('fairplay', {
	finding_not_found: 404,
	own_finding: 403,
	wrong_status: 409,
	reason_missing: 422,
	reason_long: 422,
});
