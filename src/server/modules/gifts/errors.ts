import { defineErrors } from '../../kernel/errors.ts';

export const giftError = defineErrors('gifts', { not_found: 404, redeemed: 409, expired: 410, once: 409 });
