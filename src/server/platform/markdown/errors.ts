import { defineErrors } from '../../kernel/errors.ts';

/**
 * Refusals of the text pipeline. `too_complex` carries `params.line`, the 1-based line of the source where the
 * limit was passed; `too_long` carries `params.length` and `params.limit` in characters.
 */
export const contentError = defineErrors('content', {
	too_long: 413,
	too_complex: 422,
});
