import { defineErrors } from '../../kernel/errors.ts';

export const xapiError = defineErrors('xapi', { store_unknown: 404 });
