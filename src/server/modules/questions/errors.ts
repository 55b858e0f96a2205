import { defineErrors } from '../../kernel/errors.ts';

export const questionError = defineErrors('questions', {
	not_a_question: 422,
	not_an_answer: 422,
	nothing_accepted: 409,
	already_closed: 409,
	not_closed: 409,
	duplicate_missing: 422,
	duplicate_of_itself: 422,
	duplicate_unknown: 422,
	bounty_running: 409,
	bounty_missing: 409,
	bounty_own_answer: 422,
	too_little_reputation: 403,
});
