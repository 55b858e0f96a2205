import { defineErrors } from '../../kernel/errors.ts';

export const moderationError = defineErrors('moderation', {
	word_too_long: 422,
	word_list_too_long: 422,
});
