import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { findPlans, type Plan } from './plans.ts';
import { toSubscription } from './store.ts';
import { accessUntil, type Subscription, type SubscriptionStatus } from './subscription.ts';

function requireOperator(actor: Actor): void {
	requireMember(actor);
	// Who pays for what is no business of moderators.
	if (actor.role !== 'admin') throw commonError('forbidden');
}

/** What was running at the end of a month; of the present one: now. */
export interface SubscriptionMonth {
	/** `2026-11`. */
	month: string;
	/** Paid, without tax, for each month; one for each currency. Minor units. */
	revenue: Money[];
	/** Subscriptions with a paid period. */
	paying: number;
	/** Of those paying a month before, how many are not any more. */
	left: number;
	/** `left` of those paying a month before, in basis points; null when there was nobody. */
	churnBps: number | null;
}

export interface SubscriptionsOverview {
	counts: Record<SubscriptionStatus, number>;
	/** The last twelve months, the oldest first. */
	months: SubscriptionMonth[];
}

/** The operator's view, from the bills that were paid. Two statements. @throws common.forbidden for all but administrators */
export async function readSubscriptionsOverview(db: Db, actor: Actor): Promise<SubscriptionsOverview> {
	requireOperator(actor);
	const counts = { trialing: 0, active: 0, past_due: 0, paused: 0, cancelled: 0, ended: 0 };
	const [states, { rows }] = await Promise.all([
		db
			.selectFrom('subscriptions')
			.select(['status', (eb) => eb.fn.countAll<number>().as('n')])
			.groupBy('status')
			.execute(),
		running(db, points(now())),
	]);
	for (const { status, n } of states) counts[status as SubscriptionStatus] = n;
	const months = points(now()).map((at, i) => {
		const here = rows.filter(({ n }) => n === i + 1);
		const paying = here[0]?.paying ?? 0;
		const before = rows.find(({ n }) => n === i)?.paying ?? 0;
		const left = here[0]?.left ?? (paying === 0 ? before : 0);
		return {
			month: monthOf(at),
			revenue: here
				.filter(({ currency }) => currency !== null)
				.map(({ amount, currency }) => ({ amount, currency: currency as Currency })),
			paying,
			left,
			churnBps: before === 0 ? null : Math.round((left * 10_000) / before),
		};
	});
	// The first point is only there to count who left in the first month shown.
	return { counts, months: months.slice(1) };
}

const monthOf = (at: Date) => at.toISOString().slice(0, 7);

/** The last moments of thirteen months; of the present one, now. */
function points(at: Date): Date[] {
	const ends = Array.from(
		{ length: 12 },
		(_, i) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 11 + i, 1) - 1),
	);
	return [...ends, at];
}

/** A change of plan costs less what was unused; what runs from then on is the whole price. */
const monthly = sql`(o.amount - o.tax + coalesce((select -sum((line->>'amount')::bigint)
	from jsonb_array_elements(o.quote) line where line->>'what' = 'credit'), 0))::numeric / f.months`;

function running(db: Db, at: Date[]) {
	return sql<{ n: number; currency: string | null; amount: number; paying: number; left: number }>`
		with points as (select n, at from unnest(${at}::timestamptz[]) with ordinality as given(at, n)),
		running as (
			select p.n, b.subscription_id, o.currency, sum(${monthly}) as monthly
				from points p
				join subscription_bills b on b.status = 'paid' and b.starts_at <= p.at and b.ends_at > p.at
				join orders o on o.id = b.order_id and o.amount > 0
				join offers f on f.id = b.offer_id
				group by 1, 2, 3),
		paying as (select n, count(distinct subscription_id) as n_paying from running group by n),
		gone as (select before.n + 1 as n, count(distinct before.subscription_id) as n_gone from running before
			where not exists (select from running later
				where later.n = before.n + 1 and later.subscription_id = before.subscription_id)
			group by 1)
		select p.n, r.currency, coalesce(round(sum(r.monthly)), 0)::bigint as amount,
				coalesce(max(y.n_paying), 0)::bigint as paying, coalesce(max(g.n_gone), 0)::bigint as left
			from points p left join running r on r.n = p.n left join paying y on y.n = p.n left join gone g on g.n = p.n
			group by p.n, r.currency order by p.n, amount desc`.execute(db);
}

/** A subscription as the operator sees it. */
export interface ListedSubscription extends Subscription {
	person: { id: number; handle: string; name: string };
	plan: Plan;
	accessUntil: Date | null;
}

/** Everybody's subscriptions, the newest first. Two statements. @throws common.forbidden for all but administrators */
export async function listSubscriptions(
	db: Db,
	actor: Actor,
	filter: { status?: SubscriptionStatus | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<ListedSubscription>> {
	requireOperator(actor);
	const limit = Math.min(filter.limit ?? 50, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('subscriptions as s')
		.innerJoin('users as u', 'u.id', 's.user_id')
		.selectAll('s')
		.select(['u.handle', 'u.name'])
		.orderBy('s.id', 'desc')
		.limit(limit + 1);
	if (filter.status) query = query.where('s.status', '=', filter.status);
	if (after) query = query.where('s.id', '<', after[0] as number);
	const rows = await query.execute();
	const plans = await findPlans(
		db,
		rows.map(({ offer_id }) => offer_id),
	);
	const listed = rows.map((row) => {
		const one = toSubscription(row);
		return {
			...one,
			person: { id: row.user_id, handle: row.handle, name: row.name },
			plan: plans.get(one.offerId) as Plan,
			accessUntil: accessUntil(one),
		};
	});
	return cutPage(listed, limit, ({ id }) => [id]);
}
