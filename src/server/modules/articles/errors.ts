import { defineErrors } from '../../kernel/errors.ts';

export const articleError = defineErrors('articles', {
	not_a_column: 422,
	not_an_article: 422,
	not_in_column: 404,
	in_another_column: 409,
	wrong_order: 422,
});
