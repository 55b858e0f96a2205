import { defineErrors } from '../../kernel/errors.ts';

export const growthError = defineErrors('growth', {
	points_short: 409,
	amount: 422,
	key_taken: 409,
	entry_not_found: 404,
	no_draft: 404,
	draft_exists: 409,
	draft_changed: 409,
	nothing_changed: 409,
	rules_not_found: 404,
	rules_loop: 422,
	rule_twice: 422,
	rule_unknown: 422,
	levels_order: 422,
	not_a_number: 422,
	simulation_not_found: 404,
	simulation_running: 409,
});
