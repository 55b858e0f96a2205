import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { addMonths, now } from '../../kernel/clock.ts';
import type { OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { findOffer, type Offer } from '../catalog/index.ts';
import { placeBill, thingOf } from '../orders/index.ts';
import { priceBill } from './price-bill.ts';
import { lockSubscriber } from './store.ts';

/** Whether somebody may still try a plan for free: once a person, for each thing that is subscribed to. One statement. */
export async function mayTry(
	db: Db,
	userId: UserId,
	offer: Pick<Offer, 'renews' | 'trialDays' | 'spaceId'>,
): Promise<boolean> {
	if (!offer.renews || !offer.trialDays) return false;
	const before = await db
		.selectFrom('subscriptions')
		.select('id')
		.where('user_id', '=', userId)
		.where('space_id', offer.spaceId === null ? 'is' : '=', offer.spaceId)
		.limit(1)
		.executeTakeFirst();
	return before === undefined;
}

const triable = statement<{ offerId: OfferId }, { id: number }>(
	'select id from offers where id = :offerId::bigint and renews and trial_days > 0',
);

/**
 * Orders the trial of a plan, where there is one for this person: an order of nothing, to be settled at once.
 *
 * @param key pressing twice makes one order
 * @returns the order; null when the plan is to be paid from the first day
 * @throws what the thing says against selling it to them
 */
export function orderTrial(
	db: Db,
	actor: Actor,
	{ offerId, key }: { offerId: OfferId; key: string },
): Promise<OrderId | null> {
	const member = requireActing(actor);
	return inTransaction(db, async (tx) => {
		// Most of what is ordered has no trial: that is all that is asked of it.
		if ((await triable(tx, { offerId })).length === 0) return null;
		const offer = await findOffer(tx, offerId);
		// One after the other: of two trials asked for at once, the second finds the first.
		await lockSubscriber(tx, member.userId);
		const before = await tx
			.selectFrom('orders')
			.select(['id', 'amount'])
			.where('user_id', '=', member.userId)
			.where('key', '=', key)
			.executeTakeFirst();
		if (before) return before.amount === 0 ? before.id : null;
		if (!(await mayTry(tx, member.userId, offer))) return null;
		await thingOf(offer.sells).demandBuyable(tx, member, offer);
		return placeBill(tx, {
			userId: member.userId,
			offer,
			price: await priceBill(tx, offer, member.userId, { kept: null, trialDays: offer.trialDays }),
			key,
			details: { trial: offer.trialDays },
			expiresAt: addMonths(now(), 1),
		});
	});
}
