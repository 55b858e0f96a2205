import { defineErrors } from '../../kernel/errors.ts';

export const mentoringError = defineErrors('mentoring', {
	question_not_found: 404,
	post_not_found: 404,
	faq_not_found: 404,
	title_short: 422,
	title_long: 422,
	text_short: 422,
	text_long: 422,
	too_many_waiting: 429,
	wrong_status: 409,
	not_the_asker: 403,
	not_a_mentor: 403,
	nobody_else: 409,
	person_unknown: 422,
	faq_question_long: 422,
	faq_leaks: 422,
	faq_full: 422,
	faq_twice: 409,
	tag_unknown: 422,
	own_question: 422,
});
