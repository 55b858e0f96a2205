import { defineErrors } from '../../kernel/errors.ts';

export const askError = defineErrors('asks', {
	not_found: 404,
	of_oneself: 422,
	wrong_status: 409,
	too_late: 409,
	followup_used: 409,
	not_open: 409,
	slot_taken: 409,
	slot_past: 409,
	slot_twice: 409,
	cancel_late: 409,
	bounty_not_open: 409,
});
