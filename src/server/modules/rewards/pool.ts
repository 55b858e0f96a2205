import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { addMonths, now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { personCards } from '../accounts/index.ts';
import { earnPoints } from '../growth/index.ts';
import { rewardError } from './errors.ts';
import { requireAdmin } from './gate.ts';
import {
	type Formula,
	formulaSchema,
	qualityOf,
	shareOut,
	type WorkOfMonth,
	type WorkQuality,
} from './pool-formula.ts';
import { whole } from './schemas.ts';

/** A month as `2026-03-01`. */
export const monthSchema = z
	.string()
	.regex(/^20\d\d-(?:0[1-9]|1[0-2])(?:-01)?$/, 'rewards.month')
	.transform((month) => `${month.slice(0, 7)}-01`);

/** The month that a moment is in (UTC), as its first day. */
export const monthOf = (at: Date) => `${at.toISOString().slice(0, 7)}-01`;
const monthAfter = (month: string) => addMonths(new Date(month), 1);

const termsSchema = z.object({ points: whole(0, 10_000_000), formula: formulaSchema });
export type PoolTermsInput = z.input<typeof termsSchema>;

export interface PoolTerms {
	/** From which month on they hold; null before anybody set them. */
	month: string | null;
	points: number;
	formula: Formula;
}

/** What holds in a month: what was set for it, or before it last; without a word nothing is shared. One statement. */
export async function poolTerms(db: Db, month: string): Promise<PoolTerms> {
	const { rows } = await sql<PoolTerms>`select month::text as month, points, formula from pool_terms
		where month <= ${month}::date order by month desc limit 1`.execute(db);
	return rows[0] ?? { month: null, points: 0, formula: formulaSchema.parse({}) };
}

/**
 * Says what is shared, and how, from the next month on: authors know the formula of a month before it begins. Where nothing
 * was ever set, from this month on.
 *
 * @returns the month from which it holds
 * @throws common.invalid_input, common.forbidden; refusals of acting
 */
export async function setPoolTerms(db: Db, actor: Actor, input: PoolTermsInput): Promise<{ month: string }> {
	const { userId } = requireAdmin(actor);
	const { points, formula } = validate(termsSchema, input);
	const at = now();
	const { month: before } = await poolTerms(db, monthOf(at));
	const month = before === null ? monthOf(at) : monthOf(monthAfter(monthOf(at)));
	const values = { points, formula: JSON.stringify(formula), set_by: userId, set_at: at };
	await db
		.insertInto('pool_terms')
		.values({ month: sql<Date>`${month}::date`, ...values })
		.onConflict((conflict) => conflict.column('month').doUpdateSet(values))
		.execute();
	return { month };
}

/** The works of a month, in sight of everybody: items and answers published in it, with what people made of them until its end. */
async function worksOf(db: Db, month: string, { voterDays }: Formula): Promise<WorkOfMonth[]> {
	const until = monthAfter(month);
	const { rows } = await sql<WorkOfMonth>`with works as (
			select i.id as item_id, null::bigint as reply_id, i.author_id, false as solved, i.view_count as views from items i
				where i.status = 'published' and i.listed and i.author_id is not null and i.kind in ('article', 'snippet', 'discussion', 'question')
					and i.published_at >= ${month}::date::timestamp at time zone 'UTC' and i.published_at < ${until}
			union all
			select i.id, r.id, r.author_id, i.accepted_reply_id = r.id and i.author_id is distinct from r.author_id, 0 from replies r
				join items i on i.id = r.item_id and i.status = 'published' and i.listed
				where r.kind = 'answer' and r.status = 'published' and r.author_id is not null
					and r.created_at >= ${month}::date::timestamp at time zone 'UTC' and r.created_at < ${until}
		)
		select w.item_id as "itemId", w.reply_id as "replyId", w.author_id as "authorId", coalesce(w.solved, false) as solved, w.views,
			coalesce(array_agg(v.user_id order by v.created_at, v.user_id) filter (where v.value > 0), '{}') as voters,
			count(*) filter (where v.value < 0)::int as against
		from works w join users a on a.id = w.author_id
			left join (votes v join users p on p.id = v.user_id and p.created_at <= v.created_at - make_interval(days => ${voterDays}::int))
				on v.item_id = w.item_id and v.reply_id is not distinct from w.reply_id and v.created_at < ${until} and v.user_id <> w.author_id
		group by 1, 2, 3, 4, 5 order by 1, 2 nulls first limit 200000`.execute(db);
	return rows.map((row) => ({ ...row, voters: row.voters.map(Number) }));
}

export interface PoolShare {
	userId: UserId;
	points: number;
	quality: number;
	/** The best twenty. */
	works: WorkQuality[];
}

/** What each author of a month would have of its pool; computed, nothing is written. */
export async function computeShares(
	db: Db,
	month: string,
	{ points, formula }: Pick<PoolTerms, 'points' | 'formula'>,
): Promise<PoolShare[]> {
	const byAuthor = new Map<number, WorkOfMonth[]>();
	for (const work of await worksOf(db, month, formula)) {
		const own = byAuthor.get(work.authorId) ?? [];
		own.push(work);
		byAuthor.set(work.authorId, own);
	}
	const works = new Map([...byAuthor].map(([id, own]) => [id, qualityOf(own, formula)]));
	const qualities = new Map(
		[...works].map(([id, own]) => [id, own.reduce((sum, { quality }) => sum + quality, 0)]),
	);
	return [...shareOut(points, qualities, formula)]
		.map(([userId, share]) => ({
			userId,
			points: share,
			quality: qualities.get(userId)!,
			works: works
				.get(userId)!
				.filter(({ quality }) => quality > 0)
				.slice(0, 20),
		}))
		.sort((a, b) => b.points - a.points || a.userId - b.userId);
}

/** What a month would be shared as, by terms that are tried or by those that hold; with names. @throws common.forbidden, common.invalid_input */
export async function previewPool(
	db: Db,
	actor: Actor,
	input: { month: string; terms?: PoolTermsInput | null },
): Promise<{ month: string; terms: PoolTerms; shares: (PoolShare & { name: string; handle: string })[] }> {
	requireAdmin(actor);
	const month = validate(monthSchema, input.month);
	const terms = input.terms ? { month, ...validate(termsSchema, input.terms) } : await poolTerms(db, month);
	const shares = await computeShares(db, month, terms);
	const cards = new Map(
		(
			await personCards(
				db,
				shares.map(({ userId }) => userId),
			)
		).map((card) => [card.id, card]),
	);
	return {
		month,
		terms,
		shares: shares.map((share) => {
			const { name, handle } = cards.get(share.userId)!;
			return { ...share, name, handle };
		}),
	};
}

/**
 * Shares the pool of a month that is over, once: however often it is asked, and by how many at once.
 *
 * @returns how many have a share; null when it was shared before
 * @throws rewards.month_over when the month is not over yet
 */
export function sharePool(db: Db, month: string): Promise<number | null> {
	if (monthAfter(month) > now()) throw rewardError('month_over', { detail: `${month} is not over yet.` });
	return inTransaction(db, async (tx) => {
		const terms = await poolTerms(tx, month);
		const at = now();
		// Whoever shares the same month at the same moment waits here, and then finds it shared.
		const { rows } = await sql<{
			month: string;
		}>`insert into pools (month, points, shared, formula, people, shared_at)
			values (${month}::date, ${terms.points}, 0, ${JSON.stringify(terms.formula)}::jsonb, 0, ${at})
			on conflict do nothing returning month::text`.execute(tx);
		if (rows.length === 0) return null;
		const shares = await computeShares(tx, month, terms);
		for (const share of [...shares].sort((a, b) => a.userId - b.userId)) await pay(tx, month, share);
		await sql`update pools set people = ${shares.length}, shared = ${shares.reduce((sum, { points }) => sum + points, 0)}
			where month = ${month}::date`.execute(tx);
		return shares.length;
	});
}

async function pay(tx: Tx, month: string, { userId, points, quality, works }: PoolShare): Promise<void> {
	const entry = await earnPoints(tx, userId, {
		amount: points,
		reason: 'pool',
		key: `pool:${month}:${userId}`,
		why: month.slice(0, 7),
	});
	await tx
		.insertInto('pool_shares')
		.values({
			month: sql<Date>`${month}::date`,
			user_id: userId,
			points,
			quality,
			works: JSON.stringify(works),
			point_entry_id: entry,
		})
		.execute();
	await emit(tx, null, 'rewards.earned', {
		userId,
		what: 'pool',
		name: month.slice(0, 7),
		id: Number(month.slice(0, 7).replace('-', '')),
	});
}

/** Shares what is over and was not shared: the last month, and the one before where this place slept. Nothing before terms were set. */
export async function shareDue(db: Db): Promise<void> {
	for (const ago of [2, 1]) {
		const month = monthOf(addMonths(new Date(monthOf(now())), -ago));
		if ((await poolTerms(db, month)).points > 0) await sharePool(db, month);
	}
}

export function poolJobs(db: Db): Job<never>[] {
	// A day after the end of the month: votes of its last hours were looked at by whoever looks for rings.
	return [{ name: 'rewards.share-pool', cron: '23 4 2 * *', work: () => shareDue(db) }];
}
