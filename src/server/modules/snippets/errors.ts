import { defineErrors } from '../../kernel/errors.ts';

export const snippetError = defineErrors('snippets', { not_a_snippet: 422, held: 402 });
