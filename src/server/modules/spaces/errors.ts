import { defineErrors } from '../../kernel/errors.ts';

export const spaceError = defineErrors('spaces', {
	not_found: 404,
	slug_taken: 409,
	membership_needed: 402,
	invitation_needed: 403,
	invitation_spent: 410,
	last_owner: 409,
	not_a_member: 404,
	archived: 409,
});
