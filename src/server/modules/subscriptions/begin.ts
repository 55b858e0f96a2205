import { addMonths, now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Offer } from '../catalog/index.ts';
import { termsOfOrder } from './price-bill.ts';
import { settleDown, toSubscription } from './store.ts';
import { addDays, type Subscription } from './subscription.ts';
import { tellSubscriber } from './tell.ts';

/** By which payment later ones of an order's buyer may be taken; nulls when nothing was paid. */
export async function agreementOf(
	tx: Tx,
	orderId: OrderId,
): Promise<{ provider: string | null; agreement: string | null }> {
	const payment = await tx
		.selectFrom('payments')
		.select(['provider', 'reference as agreement'])
		.where('order_id', '=', orderId)
		.where('status', '=', 'succeeded')
		.orderBy('id', 'desc')
		.executeTakeFirst();
	return payment ?? { provider: null, agreement: null };
}

/**
 * A subscription begins with its first payment, or with an order of nothing: the trial. The caller has locked the
 * subscriber and found none that lives.
 */
export async function begin(
	tx: Tx,
	sale: { orderId: OrderId; userId: number; quantity: number; offer: Offer },
): Promise<Subscription> {
	const { orderId, offer } = sale;
	const { trial, each } = await termsOfOrder(tx, orderId);
	const at = now();
	const months = (offer.months as number) * sale.quantity;
	const endsAt = trial ? addDays(at, offer.trialDays as number) : addMonths(at, months);
	const row = await tx
		.insertInto('subscriptions')
		.values({
			user_id: sale.userId,
			status: trial ? 'trialing' : 'active',
			offer_id: offer.id,
			price_amount: each.amount,
			price_currency: each.currency,
			space_id: offer.spaceId,
			period: trial ? 0 : 1,
			period_starts_at: at,
			period_ends_at: endsAt,
			anchored_at: trial ? endsAt : at,
			anchored_months: trial ? 0 : months,
			trial_ends_at: trial ? endsAt : null,
			created_at: at,
			...(await agreementOf(tx, orderId)),
		})
		.returningAll()
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('subscription_bills')
		.values({
			subscription_id: row.id,
			period: row.period,
			kind: trial ? 'trial' : 'first',
			status: 'paid',
			offer_id: offer.id,
			order_id: orderId,
			starts_at: at,
			ends_at: endsAt,
			created_at: at,
			paid_at: at,
		})
		.execute();
	const one = await settleDown(tx, toSubscription(row), {
		what: trial ? 'trial_begun' : 'begun',
		actorId: sale.userId,
		data: { order: orderId },
	});
	await tellSubscriber(tx, one, trial ? (one.agreement ? 'trial_begun_means' : 'trial_begun') : 'begun');
	return one;
}
