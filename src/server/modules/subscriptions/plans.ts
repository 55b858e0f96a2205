import type { OfferId, SpaceId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** An offer that renews itself, as something to choose from. */
export interface Plan {
	offerId: OfferId;
	spaceId: SpaceId | null;
	/** Name of the space or tier. */
	title: string;
	/** The same in each language, where it has another. */
	names: Partial<Record<'zh-CN' | 'en', string>>;
	price: Money;
	months: number;
	/** The higher tier includes the lower; 0 for a space. */
	rank: number;
	trialDays: number | null;
	/** It can be begun now: a retired one keeps running for who has it. */
	open: boolean;
}

function plans(db: Db) {
	return db
		.selectFrom('offers as o')
		.leftJoin('spaces as s', 's.id', 'o.space_id')
		.leftJoin('tiers as t', 't.id', 'o.tier_id')
		.select([
			'o.id as offerId',
			'o.space_id as spaceId',
			'o.amount',
			'o.currency',
			'o.trial_days as trialDays',
			sql<string>`coalesce(s.name, t.name, '')`.as('title'),
			sql<Plan['names']>`coalesce(s.names, t.names, '{}')`.as('names'),
			sql<number>`coalesce(o.months, 1)`.as('months'),
			sql<number>`coalesce(t.rank, 0)`.as('rank'),
			sql<boolean>`o.retired_at is null and t.retired_at is null`.as('open'),
		])
		.where('o.renews', '=', true);
}

type Row = Awaited<ReturnType<ReturnType<typeof plans>['executeTakeFirstOrThrow']>>;

const toPlan = ({ amount, currency, ...row }: Row): Plan => ({
	...row,
	price: { amount, currency: currency as Currency },
});

/** The plans that a subscriber of a space, or (null) of any tier, may choose from now; the shortest first. */
export async function listPlans(db: Db, spaceId: SpaceId | null): Promise<Plan[]> {
	const rows = await plans(db)
		.where('o.space_id', spaceId === null ? 'is' : '=', spaceId)
		.where('o.retired_at', 'is', null)
		.where('t.retired_at', 'is', null)
		.orderBy('rank')
		.orderBy('months')
		.orderBy('o.amount')
		.execute();
	return rows.map(toPlan);
}

/** Plans by their offers, retired ones too. One statement. */
export async function findPlans(db: Db, offerIds: readonly OfferId[]): Promise<Map<OfferId, Plan>> {
	if (offerIds.length === 0) return new Map();
	const rows = await plans(db)
		.where('o.id', 'in', [...offerIds])
		.execute();
	return new Map(rows.map((row) => [row.offerId, toPlan(row)]));
}

/** @throws when the offer does not renew: a bug */
export async function planOf(db: Db, offerId: OfferId): Promise<Plan> {
	const plan = (await findPlans(db, [offerId])).get(offerId);
	if (!plan) throw new Error(`Offer ${offerId} is no plan.`);
	return plan;
}
