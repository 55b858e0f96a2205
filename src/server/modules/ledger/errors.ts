import { defineErrors } from '../../kernel/errors.ts';

export const ledgerError = defineErrors('ledger', { unbalanced: 500, key_reused: 409, not_posted: 409 });
