import { defineErrors } from '../../kernel/errors.ts';

export const payoutError = defineErrors('payouts', {
	not_found: 404,
	/** The person has no account that staff have checked. */
	account_missing: 409,
	account_not_waiting: 409,
	too_much: 409,
	too_little: 422,
	/** The payout is past the point where this could be done to it. */
	wrong_state: 409,
	nothing_to_send: 409,
	split_not_whole: 422,
	person_unknown: 422,
	person_twice: 422,
	number_invalid: 422,
	reason_missing: 422,
});
