import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import {
	listSubscriptions,
	readSubscriptionsOverview,
	type SubscriptionStatus,
	subscriptionTransitions,
} from '#server/modules/subscriptions/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const asked = url.searchParams.get('status') ?? '';
	const status = asked in subscriptionTransitions ? (asked as SubscriptionStatus) : null;
	const [overview, subscriptions] = await Promise.all([
		readSubscriptionsOverview(locals.ctx.db, locals.actor),
		listSubscriptions(locals.ctx.db, locals.actor, { status, cursor: url.searchParams.get('cursor') }),
	]);
	return { overview, subscriptions, status };
});
