import { defineErrors } from '../../kernel/errors.ts';

export const subscriptionError = defineErrors('subscriptions', {
	not_found: 404,
	already_subscribed: 409,
	not_a_plan: 404,
	same_plan: 409,
	other_currency: 409,
	not_changeable: 409,
	not_pausable: 409,
	not_cancellable: 409,
	nothing_to_undo: 409,
	nothing_to_pay: 409,
	forbidden_transition: 409,
});
