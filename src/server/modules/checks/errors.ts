import { defineErrors } from '../../kernel/errors.ts';

export const checksError = defineErrors('checks', {
	/** A watched word that is refused, named in `words`. */
	refused: 422,
	too_fast: 429,
	word_too_long: 422,
	word_list_too_long: 422,
	word_list_faulty: 422,
	list_unknown: 404,
	list_taken: 409,
	list_shipped: 409,
	domain_shape: 422,
	domain_unknown: 404,
	rule_unknown: 404,
	model_unknown: 404,
	too_few_examples: 409,
	run_under_way: 409,
	run_unknown: 404,
	set_unreadable: 422,
});
