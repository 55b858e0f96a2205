import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { openBill, openBillOf } from './bills.ts';
import { subscriptionError } from './errors.ts';
import { ofMine } from './leave.ts';
import { addDays, scheduleOf } from './subscription.ts';
import { planOfPeriod } from './turn.ts';

/**
 * What its subscriber has to pay of a subscription: what is due, or, during the trial, the first period ahead of time.
 *
 * @returns the order to be paid
 * @throws subscriptions.not_found, subscriptions.nothing_to_pay
 */
export function billToPay(db: Db, actor: Actor, id: number): Promise<{ orderId: OrderId }> {
	return ofMine(db, actor, id, async (tx, one) => {
		const open = await openBillOf(tx, one.id);
		if (open) return { orderId: open.orderId };
		if (one.status !== 'trialing' || one.periodEndsAt <= now()) throw subscriptionError('nothing_to_pay');
		const until = addDays(one.periodEndsAt, scheduleOf(one).graceDays);
		const { orderId } = await openBill(tx, one, {
			kind: 'renewal',
			offerId: planOfPeriod(one, one.periodEndsAt),
			days: Math.ceil((until.getTime() - now().getTime()) / 86_400_000),
		});
		return { orderId };
	});
}
