import { defineErrors } from '../kernel/errors.ts';

/** Refusals that only the HTTP API knows: what is wrong with the request itself, not with what it asks for. */
export const apiError = defineErrors('api', {
	route_unknown: 404,
	method_not_allowed: 405,
	body_missing: 400,
	body_not_json: 415,
	body_not_text: 400,
	json_broken: 400,
	json_too_deep: 400,
	if_match_missing: 428,
	revision_outdated: 412,
	idempotency_key_shape: 400,
	idempotency_key_reused: 422,
	idempotency_key_in_use: 409,
	browser_only: 403,
	internal: 500,
});
