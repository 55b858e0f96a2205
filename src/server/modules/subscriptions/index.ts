export { beginCharge, type Charge, dueBills, endCharge } from './charge.ts';
export { subscriptionError } from './errors.ts';
export { followPrices, NOTICE_DAYS } from './follow-prices.ts';
export { type SubscriptionEvent, type SubscriptionHappening, subscriptionHistory } from './history.ts';
export {
	cancelSubscription,
	pauseMonths,
	pauseSubscription,
	resumeSubscription,
	undoCancel,
} from './leave.ts';
export {
	type ListedSubscription,
	listSubscriptions,
	readSubscriptionsOverview,
	type SubscriptionMonth,
	type SubscriptionsOverview,
} from './overview.ts';
export { billToPay } from './pay-bill.ts';
export { changePlan, keepPlan, type PlanChoice, planChoices } from './plan-change.ts';
export { listPlans, type Plan } from './plans.ts';
export {
	type BillShown,
	billsOfSubscription,
	findSubscription,
	listMySubscriptions,
	type MySubscription,
} from './queries.ts';
export { liveSubscription } from './store.ts';
export {
	accessUntil,
	mayTurn,
	type Subscription,
	type SubscriptionStatus,
	subscriptionTransitions,
} from './subscription.ts';
export { subscriptionHandlers } from './tell.ts';
export {} from './thing.ts';
export { mayTry, orderTrial } from './try.ts';
export { dueSubscriptions, turnSubscription } from './turn.ts';
export { verifySubscriptions } from './verify.ts';
export { refuseWinBack, type WinBack, winBack } from './win-back.ts';
