import { now } from '../../../kernel/clock.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../../platform/db/index.ts';
import type { Sale, Thing } from '../thing.ts';

/** What the operator set. */
export interface CoolingOff {
	/** Days after the payment in which a buyer gets the whole price back by asking; 0: never. */
	coolingOffDays: number;
	/** How many such returns somebody has in ninety days; what is beyond is decided by a person. */
	coolingOffReturns: number;
}

/** Until when an order may be sent back without a reason that convinces somebody; null when it cannot. Pure. */
export function coolingOffEnds(paidAt: Date | null, { coolingOffDays }: CoolingOff): Date | null {
	if (paidAt === null || coolingOffDays === 0) return null;
	return new Date(paidAt.getTime() + coolingOffDays * 86_400_000);
}

/**
 * The rule of the cooling-off period: the whole of what is left, asked for in time, of a thing that was not used up,
 * by somebody who has not sent back too much lately. Everything else is decided by a person.
 */
export async function mayReturn(
	tx: Tx,
	thing: Thing,
	sale: Sale,
	asked: { paidAt: Date | null; gift: boolean; whole: boolean },
	rule: CoolingOff,
): Promise<boolean> {
	const ends = coolingOffEnds(asked.paidAt, rule);
	if (!asked.whole || asked.gift || ends === null || ends < now()) return false;
	// An answer, an hour and thanks are used up by being given.
	if (sale.offer.personId !== null || (await thing.used?.(tx, sale))) return false;
	return (await returnsOf(tx, sale.userId)) < rule.coolingOffReturns;
}

async function returnsOf(db: Db, userId: UserId): Promise<number> {
	const since = new Date(now().getTime() - 90 * 86_400_000);
	const { rows } = await sql<{
		n: number;
	}>`select count(*) as n from refunds r join orders o on o.id = r.order_id
		where o.user_id = ${userId} and r.asked_by = o.user_id and r.decided_by is null and r.decided_at >= ${since}`.execute(
		db,
	);
	return rows[0]!.n;
}
