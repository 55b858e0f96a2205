import { m } from '#lib/paraglide/messages.js';
import type { SubscriptionHappening } from '#server/modules/subscriptions/index.ts';

const words: Record<SubscriptionHappening, () => string> = {
	trial_begun: m.subscriptions_did_trial_begun,
	begun: m.subscriptions_did_begun,
	due: m.subscriptions_did_due,
	paid: m.subscriptions_did_paid,
	paid_ahead: m.subscriptions_did_paid_ahead,
	time_added: m.subscriptions_did_time_added,
	time_taken: m.subscriptions_did_time_taken,
	asked_for_money: m.subscriptions_did_asked_for_money,
	not_paid: m.subscriptions_did_not_paid,
	reminded: m.subscriptions_did_reminded,
	plan_changed: m.subscriptions_did_plan_changed,
	plan_change_begun: m.subscriptions_did_plan_change_begun,
	plan_change_planned: m.subscriptions_did_plan_change_planned,
	plan_change_undone: m.subscriptions_did_plan_change_undone,
	price_announced: m.subscriptions_did_price_announced,
	pause_asked: m.subscriptions_did_pause_asked,
	pause_undone: m.subscriptions_did_pause_undone,
	paused: m.subscriptions_did_paused,
	resuming: m.subscriptions_did_resuming,
	cancelled: m.subscriptions_did_cancelled,
	cancel_undone: m.subscriptions_did_cancel_undone,
	ended: m.subscriptions_did_ended,
	asked_back: m.subscriptions_did_asked_back,
	letters_refused: m.subscriptions_did_letters_refused,
};

/** What happened to a subscription, in words. */
export function happened(what: SubscriptionHappening): string {
	return words[what]();
}
