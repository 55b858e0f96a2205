import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { openBillOf } from './bills.ts';
import { subscriptionError } from './errors.ts';
import { ofMine } from './leave.ts';
import { demandBill } from './turn.ts';

/**
 * What its subscriber has to pay of a subscription: what is due, or, during the trial, the first period ahead of time.
 *
 * @returns the order to be paid
 * @throws subscriptions.not_found, subscriptions.nothing_to_pay
 */
export function billToPay(db: Db, actor: Actor, id: number): Promise<{ orderId: OrderId }> {
	return ofMine(db, actor, id, async (tx, one) => {
		const open = await openBillOf(tx, one.id);
		if (open?.kind === 'change' && open.payable) return { orderId: open.orderId };
		const due = one.dueAt !== null && (one.status === 'past_due' || one.status === 'paused');
		const early = one.status === 'trialing' && one.periodEndsAt > now();
		if (!due && !early) throw subscriptionError('nothing_to_pay');
		return { orderId: await demandBill(tx, one) };
	});
}
