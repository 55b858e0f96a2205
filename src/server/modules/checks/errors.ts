import { defineErrors } from '../../kernel/errors.ts';

export const checksError = defineErrors('checks', {
	word_too_long: 422,
	word_list_too_long: 422,
});
