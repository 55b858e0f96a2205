import { defineErrors } from '../../kernel/errors.ts';

export const accountError = defineErrors('accounts', {
	not_found: 404,
	wrong_credentials: 401,
	second_factor_wrong: 401,
	email_taken: 409,
	handle_taken: 409,
	registration_closed: 403,
	link_expired: 410,
	password_wrong: 403,
	too_many_attempts: 429,
	suspended: 403,
	email_not_verified: 403,
	last_admin: 409,
	invalid_profile: 422,
	api_key_invalid: 401,
	api_key_scope: 403,
});
