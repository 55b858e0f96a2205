import { defineErrors } from '../../kernel/errors.ts';

export const credentialError = defineErrors('credentials', {
	certificate_not_found: 404,
	already_revoked: 409,
	already_replaced: 409,
	reason_missing: 422,
	review_not_found: 404,
	/** Only who has learnt enough of a course says what it is worth. */
	too_little_learnt: 403,
	rating_missing: 422,
	own_review: 403,
	already_reported: 409,
	path_not_found: 404,
	path_empty: 422,
	path_step_shape: 422,
	course_unknown: 422,
	course_twice: 422,
	level_no_questions: 422,
	level_too_often: 429,
	level_no_question: 409,
	level_test_not_found: 404,
	goal_missing: 422,
	goal_unreachable: 422,
	too_many_paths: 409,
});
