import type { Db } from '../../platform/db/index.ts';
import type { Offer, Sells } from '../catalog/index.ts';
import { registerThing, type Thing, thingOf } from '../orders/index.ts';
import { subscriptionError } from './errors.ts';
import { settle, takeBack } from './settle.ts';
import { liveSubscription } from './store.ts';

/** What is sold once, and by subscription where the offer renews itself. */
function subscribable(once: Thing): Thing {
	return {
		...once,
		async demandBuyable(db, buyer, offer) {
			await once.demandBuyable(db, buyer, offer);
			if (offer.renews) await demandSubscribable(db, buyer.userId, offer);
		},
		async hasAlready(tx, userId, offer) {
			return offer.renews ? false : ((await once.hasAlready?.(tx, userId, offer)) ?? false);
		},
		give: (tx, sale) => (sale.offer.renews ? settle(tx, sale) : once.give(tx, sale)),
		takeBack: (tx, sale) => (sale.offer.renews ? takeBack(tx, sale) : once.takeBack(tx, sale)),
	};
}

/** One subscription to a thing is enough. What is still to be paid of it may be paid, of course. */
async function demandSubscribable(db: Db, userId: number, offer: Offer): Promise<void> {
	const live = await liveSubscription(db, userId, offer.spaceId);
	if (!live) return;
	const bill = await db
		.selectFrom('subscription_bills')
		.select('id')
		.where('subscription_id', '=', live.id)
		.where('status', '=', 'open')
		.where('offer_id', '=', offer.id)
		.executeTakeFirst();
	if (!bill)
		throw subscriptionError('already_subscribed', { detail: `Subscription ${live.id} is for this already.` });
}

/** What is sold by subscription, too. */
for (const kind of ['space'] as const satisfies Sells[]) registerThing(kind, subscribable(thingOf(kind)));
