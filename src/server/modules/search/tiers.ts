import { type Db, inTransaction, sql } from '../../platform/db/index.ts';

/**
 * How many documents each tier holds at most, the best in tier 0; the last takes the rest. Every tier is twice what
 * stands above it, so that a tier chosen for a thousand expected hits gives at most about three thousand.
 */
export const tierSizes = [2_000, 4_000, 12_000, 36_000, 108_000, 324_000] as const;
export const lastTier = tierSizes.length;

const ends = tierSizes.map((_, tier) => tierSizes.slice(0, tier + 1).reduce((sum, size) => sum + size, 0));

/**
 * The first tier up to which `wanted` documents that meet a condition are expected.
 *
 * @param share of documents that meet it
 * @param counts documents in each tier
 * @param from do not look at fewer than these
 */
export function tierFor(share: number, counts: readonly number[], wanted: number, from = 0): number {
	let documents = 0;
	for (let tier = 0; tier < lastTier; tier++) {
		documents += counts[tier] ?? 0;
		if (tier >= from && documents * share >= wanted) return tier;
	}
	return lastTier;
}

/** The last tier up to which at most `limit` documents meet a condition. */
export function tierWithin(share: number, counts: readonly number[], limit: number): number {
	let documents = counts[0] ?? 0;
	for (let tier = 1; tier <= lastTier; tier++) {
		documents += counts[tier] ?? 0;
		if (documents * share > limit) return tier - 1;
	}
	return lastTier;
}

/** Sets where each tier begins so that the published items, once indexed, fill the tiers as they should. */
export async function planTiers(db: Db): Promise<void> {
	const { rows } = await sql<{ n: number; quality: number }>`select n, quality from (
			select search_quality(score, published_at) as quality, row_number() over (order by search_quality(score, published_at) desc) as n
			from items where status = 'published') as ordered
		where n = any(${ends}::bigint[])`.execute(db);
	await setFloors(db, rows);
}

async function setFloors(db: Db, rows: readonly { n: number; quality: number }[]): Promise<void> {
	const floors = [...ends, 0].map((end) => rows.find(({ n }) => n === end)?.quality ?? null);
	await sql`update search_tiers t set floor = coalesce(f.floor, '-infinity')
		from unnest(${floors}::real[]) with ordinality as f(floor, n) where t.tier = f.n - 1`.execute(db);
}

/** Counts the tiers, for the choice that {@link tierFor} makes. */
export async function countTiers(db: Db): Promise<number[]> {
	await sql`update search_tiers t set documents = coalesce(c.documents, 0)
		from search_tiers s left join (select tier, count(*) as documents from search_documents group by tier) c on c.tier = s.tier
		where t.tier = s.tier`.execute(db);
	const { rows } = await sql<{ documents: number }>`select documents from search_tiers order by tier`.execute(
		db,
	);
	return rows.map((row) => row.documents);
}

/** A tier may grow to so many times its size before the borders move: moving one moves documents in all tiers below. */
const slack = 1.5;

/**
 * Puts documents into the tiers that their votes and age have earned. Run by night: results stay right whatever the
 * tiers, only the speed of searches for very common words depends on them.
 *
 * @returns how many documents moved
 */
export async function rebalanceTiers(db: Db): Promise<number> {
	const counts = await countTiers(db);
	if (
		tierSizes.some(
			(size, tier) =>
				(counts[tier] ?? 0) > size * slack ||
				((counts[tier] ?? 0) < size / slack && counts.slice(tier + 1).some((n) => n > 0)),
		)
	) {
		const { rows } = await sql<{ n: number; quality: number }>`select n, quality
			from (select quality, row_number() over (order by quality desc) as n from search_documents) as ordered
			where n = any(${ends}::bigint[])`.execute(db);
		await setFloors(db, rows);
	}
	const { rows: wrong } = await sql<{ tier: number; item_id: number; part: number; goal: number }>`
		select d.tier, d.item_id, d.part, g.goal from search_documents d,
			lateral (select min(t.tier) as goal from search_tiers t where t.floor <= d.quality) as g
		where g.goal <> d.tier`.execute(db);
	const chunk = 200;
	for (let i = 0; i < wrong.length; i += chunk) {
		const rows = wrong.slice(i, i + chunk);
		await inTransaction(db, (tx) =>
			sql`update search_documents d set tier = w.goal
				from unnest(${rows.map((row) => row.tier)}::smallint[], ${rows.map((row) => row.item_id)}::bigint[],
					${rows.map((row) => row.part)}::smallint[], ${rows.map((row) => row.goal)}::smallint[]) as w(tier, item_id, part, goal)
				where d.tier = w.tier and d.item_id = w.item_id and d.part = w.part`.execute(tx),
		);
	}
	if (wrong.length > 0) await countTiers(db);
	return wrong.length;
}
