import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import type { BillLine } from './provider.ts';

/** A line that is not on both sides, or not the same there. */
export interface Difference {
	/** `unsettled`: the provider has it, and we know of it, but not that it came about: a notice was lost. */
	what: 'missing_here' | 'missing_there' | 'amount' | 'unsettled' | 'mended';
	kind: 'payment' | 'refund' | 'dispute';
	reference: string;
	currency: string;
	ours: number | null;
	theirs: number | null;
	orderId: number | null;
}

/** What a day's lines come to, by kind and currency. */
export interface Sum {
	kind: BillLine['kind'];
	currency: string;
	amount: number;
	lines: number;
}

/** A provider's day beside ours. */
export interface Comparison {
	matched: number;
	differences: Difference[];
	sums: Sum[];
}

/** Keeps a provider's bill of a day in place of what was kept of that day before. */
export async function keepBill(
	tx: Tx,
	provider: string,
	day: string,
	lines: readonly BillLine[],
): Promise<void> {
	await tx.deleteFrom('bill_lines').where('provider', '=', provider).where('day', '=', day).execute();
	const piece = 2000;
	for (let i = 0; i < lines.length; i += piece)
		await tx
			.insertInto('bill_lines')
			.values(lines.slice(i, i + piece).map((line) => ({ ...line, provider, day })))
			.execute();
}

/**
 * Compares a day that {@link keepBill} kept with what we have. Lines are found by our references, whatever day we
 * booked them; what we have is looked for in the bills of every day. Clocks and midnights differ: what we settled in the
 * last hour of a day is looked for when the next one is compared.
 *
 * @param utcOffset of the provider's calendar, in hours
 */
export async function compareBill(
	db: Db,
	provider: string,
	day: string,
	utcOffset: number,
): Promise<Comparison> {
	const midnight = Date.parse(`${day}T00:00:00Z`) - utcOffset * 3_600_000;
	const from = new Date(midnight - 3_600_000);
	const to = new Date(midnight + 23 * 3_600_000);
	const { rows: theirs } = await sql<Omit<Difference, 'what'> & { what: Difference['what'] | 'matched' }>`
		select l.kind, l.reference, l.currency, known.amount as ours, l.amount as theirs, known.order_id as "orderId",
			case
				when known.order_id is null then 'missing_here'
				when known.currency <> l.currency or known.amount <> l.amount then 'amount'
				when not known.settled then 'unsettled'
				else 'matched'
			end as what
		from bill_lines l
		left join lateral (
			select p.order_id, p.amount, p.currency, p.status = 'succeeded' as settled
				from payments p where l.kind = 'payment' and p.reference = l.reference and p.provider = l.provider
			union all
			select r.order_id, -r.amount, r.currency, r.status = 'succeeded'
				from refunds r join payments p on p.id = r.payment_id
				where l.kind = 'refund' and r.reference = l.reference and p.provider = l.provider
			union all
			select d.order_id, sign(l.amount)::bigint * d.amount, d.currency, l.amount < 0 or d.status = 'won'
				from payments p join disputes d on d.payment_id = p.id
				where l.kind = 'dispute' and p.reference = l.reference and p.provider = l.provider
		) known on true
		where l.provider = ${provider} and l.day = ${day} and l.kind <> 'fee'
		order by l.at, l.id`.execute(db);
	const { rows: missing } = await sql<Difference>`
		select 'missing_there' as what, kind, reference, currency, amount as ours, null::bigint as theirs,
			order_id as "orderId"
		from (
			select 'payment' as kind, p.reference, p.currency, p.amount, p.order_id, p.settled_at
				from payments p where p.provider = ${provider} and p.status = 'succeeded' and p.amount > 0
					and p.settled_at >= ${from} and p.settled_at < ${to}
			union all
			select 'refund', r.reference, r.currency, -r.amount, r.order_id, r.settled_at
				from refunds r join payments p on p.id = r.payment_id
				where p.provider = ${provider} and r.status = 'succeeded' and r.settled_at >= ${from} and r.settled_at < ${to}
		) ours
		where not exists (select from bill_lines l
			where l.reference = ours.reference and l.kind = ours.kind and l.provider = ${provider})
		order by settled_at`.execute(db);
	const { rows: sums } = await sql<Sum>`
		select kind, currency, sum(amount)::bigint as amount, count(*)::int as lines
			from bill_lines where provider = ${provider} and day = ${day}
			group by kind, currency order by currency, kind`.execute(db);
	return {
		matched: theirs.filter(({ what }) => what === 'matched').length,
		differences: [
			...theirs.flatMap(({ what, ...line }) => (what === 'matched' ? [] : [{ what, ...line }])),
			...missing,
		],
		sums,
	};
}
