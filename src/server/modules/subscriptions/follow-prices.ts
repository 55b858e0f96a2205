import { now } from '../../kernel/clock.ts';
import type { OfferId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { listPriceOf } from './price-bill.ts';
import { lockSubscription, move } from './store.ts';
import { addDays } from './subscription.ts';
import { tellSubscriber } from './tell.ts';

/** So many days who has a plan keeps its price after it was raised, at least until the next renewal. */
export const NOTICE_DAYS = 30;

/**
 * Tells those who have a plan that its price has changed since. A higher price holds for periods that begin after the
 * notice is over, a lower one from the next renewal. Each change is told once.
 */
export async function followPrices(db: Db): Promise<void> {
	for (const { id, offerId } of await outdated(db)) await announce(db, id, offerId);
}

/** Subscriptions whose plan, or the one that is to follow, is offered at another price by now. */
async function outdated(db: Db): Promise<{ id: number; offerId: OfferId }[]> {
	const { rows } = await sql<{ id: number; offerId: OfferId }>`
		select s.id, new.id as "offerId"
			from subscriptions s
			join offers old on old.id = coalesce(s.next_offer_id, s.offer_id) and old.retired_at is not null
			join offers new on new.retired_at is null and new.renews and new.sells = old.sells and new.months = old.months
				and new.currency = old.currency
				and (new.space_id = old.space_id or new.tier_id = old.tier_id)
			where s.status not in ('ended', 'cancelled')
				-- What somebody chose begins at the price that was seen; only then does it follow.
				and s.next_offer_why is distinct from 'chosen'
			order by s.id limit 1000`.execute(db);
	return rows;
}

function announce(db: Db, id: number, offerId: OfferId): Promise<void> {
	return inTransaction(db, async (tx) => {
		const one = await lockSubscription(tx, id);
		if (one.status === 'ended' || one.status === 'cancelled') return;
		if (one.next && (one.next.why === 'chosen' || one.next.offerId === offerId)) return;
		const { amount: before, currency } = one.price;
		const { amount: after, ...listed } = await listPriceOf(tx, offerId, one.userId);
		// A price in another currency is not a change of this one: who has theirs keeps it.
		if (listed.currency !== currency) return;
		const notice = after > before ? addDays(now(), NOTICE_DAYS) : now();
		const from = after > before && one.next && one.next.from > notice ? one.next.from : notice;
		const told = await move(
			tx,
			one,
			{ next_offer_id: offerId, next_offer_from: from, next_offer_why: 'price' },
			{ what: 'price_announced', data: { plan: offerId, from: from.toISOString() } },
		);
		// Changed and changed back: nothing is different for who had it.
		if (after !== before) await tellSubscriber(tx, told, 'price_change', { until: from, nextOffer: offerId });
	});
}
