import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** What a link brought in one currency. */
export interface AffiliateEarning {
	linkId: number;
	currency: Currency;
	/** Orders that were paid and not sent back whole. */
	orders: number;
	/** The affiliate's share of them, in minor units. */
	share: number;
	/** What of it is younger than the hold: not to be paid out yet. */
	held: number;
}

/**
 * What the asking person's links brought. One statement.
 *
 * @param holdDays how long a share is held after the sale; a setting
 */
export async function affiliateEarnings(db: Db, actor: Actor, holdDays: number): Promise<AffiliateEarning[]> {
	const { userId } = requireMember(actor);
	const free = new Date(now().getTime() - holdDays * 86_400_000);
	const { rows } = await sql<AffiliateEarning>`select affiliate_link_id as "linkId", currency,
			count(*)::int as orders, sum(left_of)::bigint as share,
			coalesce(sum(left_of) filter (where paid_at > ${free}), 0)::bigint as held
		from (select o.*, case when o.amount = 0 then 0
				else o.affiliate_share - o.affiliate_share * o.refunded / o.amount end as left_of from orders o
			where o.affiliate_id = ${userId} and o.affiliate_link_id is not null and o.status = 'paid') brought
		group by affiliate_link_id, currency order by affiliate_link_id desc`.execute(db);
	return rows;
}
