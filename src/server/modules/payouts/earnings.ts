import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';

/** What a person has earned in one currency and not been paid, in minor units. */
export interface Earnings {
	currency: Currency;
	/** All of it; negative when more was taken back than is left. */
	balance: number;
	/** Of it, earned so lately that it may yet be taken back. */
	held: number;
	/** What may be paid out now; never negative. */
	available: number;
	/** Where it lies: as author and as affiliate. What is available of each; may be negative. */
	author: number;
	affiliate: number;
	/** When the next of what is held is set free; null when nothing is held. */
	freeFrom: Date | null;
}

/*
 * From the ledger alone. What is held of one reference (an order) is what was credited within the hold, but no more
 * than what is left of the reference: a sale that was refunded holds nothing.
 */
const earned = statement<
	{ user: number; since: Date; affiliateSince: Date },
	{ currency: Currency; kind: 'author' | 'affiliate'; balance: number; held: number; first: Date | null }
>(
	`select currency, kind, sum(net)::bigint as balance, sum(greatest(least(net, lately), 0))::bigint as held,
		min(first) filter (where least(net, lately) > 0) as first
	from (select a.currency, a.kind, t.reference, -sum(e.amount) as net,
			coalesce(-sum(e.amount) filter (where e.amount < 0 and t.created_at > case a.kind when 'author' then :since::timestamptz else :affiliateSince::timestamptz end), 0) as lately,
			min(t.created_at) filter (where e.amount < 0 and t.created_at > case a.kind when 'author' then :since::timestamptz else :affiliateSince::timestamptz end) as first
		from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transfers t on t.id = e.transfer_id
		where a.owner_id = :user::bigint and a.kind in ('author', 'affiliate')
		group by a.currency, a.kind, t.reference) of_reference
	group by currency, kind order by currency`,
);

const dayMs = 86_400_000;

/** For how long what was earned is held: as author, and for having brought the buyer. */
export interface Hold {
	holdDays: number;
	affiliateHoldDays: number;
}

/**
 * What a person may be paid, by currency. One statement.
 *
 * @param hold days after which what was earned may be paid out
 */
export async function earningsOf(db: Db, userId: UserId, hold: Hold): Promise<Earnings[]> {
	const ms = { author: hold.holdDays * dayMs, affiliate: hold.affiliateHoldDays * dayMs };
	const present = now().getTime();
	const rows = await earned(db, {
		user: userId,
		since: new Date(present - ms.author),
		affiliateSince: new Date(present - ms.affiliate),
	});
	const all = new Map<Currency, Earnings>();
	for (const { currency, kind, balance, held, first } of rows) {
		const one: Earnings = all.get(currency) ?? {
			currency,
			balance: 0,
			held: 0,
			available: 0,
			author: 0,
			affiliate: 0,
			freeFrom: null,
		};
		one.balance += balance;
		one.held += held;
		one[kind] = balance - held;
		const free = first && new Date(first.getTime() + ms[kind]);
		if (free && (!one.freeFrom || free < one.freeFrom)) one.freeFrom = free;
		all.set(currency, one);
	}
	for (const one of all.values()) one.available = Math.max(0, one.balance - one.held);
	return [...all.values()];
}
