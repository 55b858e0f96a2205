import { defineErrors } from '../../kernel/errors.ts';

export const assessmentError = defineErrors('assessments', {
	exercise_missing: 422,
	code_empty: 422,
	code_too_long: 422,
	cases_missing: 422,
	case_shape: 422,
	solution_missing: 422,
	solution_fails: 422,
	busy: 503,
	not_a_quiz: 404,
	not_an_exercise: 404,
	quiz_empty: 422,
	question_not_found: 404,
	question_shape: 422,
	question_no_right: 422,
	no_attempt: 409,
	no_attempts_left: 409,
	too_late: 409,
	card_not_found: 404,
	rating_shape: 422,
});
