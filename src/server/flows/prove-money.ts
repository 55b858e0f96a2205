import { type Discrepancy, verifyLedger } from '../modules/ledger/index.ts';
import { verifyOrders } from '../modules/orders/index.ts';
import { verifyPayouts } from '../modules/payouts/index.ts';
import { verifySubscriptions } from '../modules/subscriptions/index.ts';
import type { Db } from '../platform/db/index.ts';

/**
 * Recomputes everything that is known of money: each transfer from its entries, and orders, payments, refunds, disputes,
 * escrow, entitlements, subscriptions and payouts from what the ledger says of them.
 *
 * @returns what does not add up; empty when not one cent is missing
 */
export async function proveMoney(db: Db): Promise<Discrepancy[]> {
	const found = [];
	for (const verify of [verifyLedger, verifyOrders, verifySubscriptions, verifyPayouts])
		found.push(...(await verify(db)));
	return found;
}
