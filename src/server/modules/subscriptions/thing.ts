import { now } from '../../kernel/clock.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Offer, Sells } from '../catalog/index.ts';
import { registerThing, type Sale, type Thing, thingOf } from '../orders/index.ts';
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
		async give(tx, sale) {
			// Given to somebody it is time, once: nobody is charged again for another.
			if (sale.offer.renews && !(await isGift(tx, sale))) return settle(tx, sale);
			return once.give(tx, sale);
		},
		async used(tx, sale) {
			if (sale.offer.renews && !(await isGift(tx, sale))) return halfUsed(tx, sale);
			return (await once.used?.(tx, sale)) ?? false;
		},
		async takeBack(tx, sale) {
			if (sale.offer.renews && !(await isGift(tx, sale))) return takeBack(tx, sale);
			return once.takeBack(tx, sale);
		},
	};
}

async function isGift(tx: Tx, { orderId }: Sale): Promise<boolean> {
	const { gift } = await tx
		.selectFrom('orders')
		.select('gift')
		.where('id', '=', orderId)
		.executeTakeFirstOrThrow();
	return gift;
}

/** Of a period more than half is over: it is not simply sent back any more. */
async function halfUsed(tx: Tx, { orderId }: Sale): Promise<boolean> {
	const bill = await tx
		.selectFrom('subscription_bills')
		.select(['starts_at', 'ends_at'])
		.where('order_id', '=', orderId)
		.executeTakeFirst();
	if (!bill?.starts_at || !bill.ends_at) return false;
	return now().getTime() > (bill.starts_at.getTime() + bill.ends_at.getTime()) / 2;
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
for (const kind of ['space', 'tier'] as const satisfies Sells[])
	registerThing(kind, subscribable(thingOf(kind)));
