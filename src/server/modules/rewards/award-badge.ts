import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { earnPoints, reverseEntry } from '../growth/index.ts';
import { type MetricName, measure } from './metrics.ts';
import { type BadgeRule, type Condition, type PersonRule, timesEarned, type WorkRule } from './rule.ts';
import type { Texts } from './schemas.ts';

/** A badge as awarding needs it. */
export interface ActiveBadge {
	id: number;
	names: Texts;
	rule: BadgeRule | null;
	repeatable: boolean;
	points: number;
}

/** Badges that can be earned by rule now; of one alone, when asked. One statement. */
export async function activeBadges(db: Db, id: number | null = null): Promise<ActiveBadge[]> {
	const rows = await db
		.selectFrom('badges')
		.select(['id', 'names', 'rule', 'repeatable', 'points'])
		.where('retired_at', 'is', null)
		.where('rule', 'is not', null)
		.$if(id !== null, (query) => query.where('id', '=', id!))
		.orderBy('id')
		.execute();
	return rows as unknown as ActiveBadge[];
}

interface Cause {
	userId: UserId;
	/** Empty where a badge is earned once. */
	cause: string;
	itemId?: ItemId | null;
	replyId?: ReplyId | null;
	givenBy?: UserId | null;
	reason?: string;
}

/**
 * Awards a badge for a cause, once: who has it for that keeps it, and who had it withdrawn has it again.
 *
 * @returns the award when it is new or stands again; null when nothing changed
 */
export async function award(
	tx: Tx,
	badge: Pick<ActiveBadge, 'id' | 'names' | 'points'>,
	given: Cause,
): Promise<number | null> {
	const at = now();
	const { rows } = await sql<{ id: number; again: boolean; entry: number | null }>`
		insert into badge_awards (badge_id, user_id, cause, item_id, reply_id, given_by, reason, awarded_at)
		values (${badge.id}, ${given.userId}, ${given.cause}, ${given.itemId ?? null}, ${given.replyId ?? null},
			${given.givenBy ?? null}, ${given.reason ?? ''}, ${at})
		on conflict (badge_id, user_id, cause) do update set withdrawn_at = null where badge_awards.withdrawn_at is not null
		returning id, xmax <> 0 as again, point_entry_id as entry`.execute(tx);
	const [row] = rows;
	if (!row) return null;
	await givePoints(tx, row, badge, given.userId);
	if (!row.again)
		await emit(tx, given.givenBy ?? null, 'rewards.earned', {
			userId: given.userId,
			what: 'badge',
			name: badge.names.en,
			id: badge.id,
		});
	return row.id;
}

/** The points of an award: earned, or given again by taking back what took them. */
async function givePoints(
	tx: Tx,
	row: { id: number; entry: number | null },
	badge: Pick<ActiveBadge, 'names' | 'points'>,
	userId: UserId,
): Promise<void> {
	if (row.entry === null && badge.points === 0) return;
	const entry =
		row.entry === null
			? await earnPoints(tx, userId, {
					amount: badge.points,
					reason: 'badge',
					key: `badge-award:${row.id}`,
					why: badge.names.en,
				})
			: await reverseEntry(tx, row.entry, badge.names.en);
	if (entry !== null)
		await tx.updateTable('badge_awards').set({ point_entry_id: entry }).where('id', '=', row.id).execute();
}

/** Takes awards back, with their points; they may be earned again. @returns how many stood */
export async function withdraw(tx: Tx, ids: readonly number[], why: string): Promise<number> {
	if (ids.length === 0) return 0;
	const { rows } = await sql<{
		id: number;
		entry: number | null;
		badge: number;
		user: UserId;
	}>`update badge_awards set withdrawn_at = ${now()}
		where id = any(${[...ids]}::bigint[]) and withdrawn_at is null returning id, point_entry_id as entry, badge_id as badge, user_id as "user"`.execute(
		tx,
	);
	for (const { id, entry, badge, user } of rows) {
		await emit(tx, null, 'rewards.withdrawn', { awardId: id, badgeId: badge, userId: user });
		if (entry === null) continue;
		const reversal = await reverseEntry(tx, entry, why);
		if (reversal !== null)
			await tx.updateTable('badge_awards').set({ point_entry_id: reversal }).where('id', '=', id).execute();
	}
	return rows.length;
}

/** Counts of several conditions for the same people, each asked for once. */
export async function countsOf(
	tx: Db,
	people: readonly UserId[],
	conditions: readonly Condition[],
	time: { from?: Date | null; until?: Date | null } = {},
): Promise<(userId: UserId, condition: Condition) => number> {
	const keyOf = ({ metric, tag }: Condition) => `${metric} ${tag ?? ''}`;
	const counts = new Map<string, Map<UserId, number>>();
	for (const one of conditions)
		if (!counts.has(keyOf(one)))
			counts.set(keyOf(one), await measure(tx, one.metric, { people, tag: one.tag ?? null, ...time }));
	return (userId, condition) => counts.get(keyOf(condition))?.get(userId) ?? 0;
}

/** Which cause is the n-th time that counts earned a badge. */
const causeOf = (repeatable: boolean, n: number) => (repeatable ? `times:${n}` : '');

/**
 * Gives people the badges that their counts have earned. When something was removed, those that were earned by what is
 * gone are withdrawn; a vote taken back withdraws none.
 *
 * @param among counts that may have changed; left out: all
 * @returns how many were awarded
 */
export async function settlePeople(
	tx: Tx,
	badges: readonly ActiveBadge[],
	people: readonly UserId[],
	how: { among?: ReadonlySet<MetricName>; removed?: boolean } = {},
): Promise<number> {
	const concerned = badges.filter(
		({ rule }) =>
			rule?.of === 'person' && (!how.among || rule.all.some(({ metric }) => how.among!.has(metric))),
	) as (ActiveBadge & { rule: PersonRule })[];
	if (concerned.length === 0 || people.length === 0) return 0;
	const count = await countsOf(
		tx,
		people,
		concerned.flatMap(({ rule }) => rule.all),
	);
	const { rows: held } = await sql<{ id: number; badge: number; user: UserId; cause: string }>`
		select id, badge_id as badge, user_id as "user", cause from badge_awards
			where badge_id = any(${concerned.map(({ id }) => id)}::bigint[]) and user_id = any(${[...people]}::bigint[])
				and withdrawn_at is null and given_by is null`.execute(tx);
	const has = new Set(held.map(({ badge, user, cause }) => `${badge} ${user} ${cause}`));
	let awarded = 0;
	for (const userId of [...people].sort((a, b) => a - b)) {
		for (const badge of concerned) {
			const times = timesEarned(badge.rule, badge.repeatable, (one) => count(userId, one));
			for (let n = 1; n <= times; n++) {
				const cause = causeOf(badge.repeatable, n);
				if (has.has(`${badge.id} ${userId} ${cause}`)) continue;
				if ((await award(tx, badge, { userId, cause })) !== null) awarded++;
			}
			if (!how.removed) continue;
			const kept = new Set(Array.from({ length: times }, (_, n) => causeOf(badge.repeatable, n + 1)));
			await withdraw(
				tx,
				held
					.filter(({ badge: of, user, cause }) => of === badge.id && user === userId && !kept.has(cause))
					.map(({ id }) => id),
				'removed',
			);
		}
	}
	return awarded;
}

/** Works that are as good as a rule asks, each once; of one item or reply, or of people. */
export async function worthyWorks(
	db: Db,
	rule: WorkRule,
	of: { itemId?: ItemId; replyId?: ReplyId } | { people: readonly UserId[] },
): Promise<Required<Pick<Cause, 'userId' | 'cause' | 'itemId' | 'replyId'>>[]> {
	const tag = rule.tag ? sql`i.tag_slugs @> array[${rule.tag}::text]` : sql`true`;
	const answers = rule.work === 'answer';
	const author = answers ? sql`r.author_id` : sql`i.author_id`;
	const whose =
		'people' in of
			? sql`${author} = any(${[...of.people]}::bigint[])`
			: answers
				? sql`${of.replyId === undefined ? sql`r.item_id = ${of.itemId ?? null}` : sql`r.id = ${of.replyId}`}`
				: sql`i.id = ${of.itemId ?? null}`;
	const statement = answers
		? sql`select r.author_id as "userId", i.id as "itemId", r.id as "replyId" from replies r join items i on i.id = r.item_id
			where ${whose} and r.kind = 'answer' and r.status = 'published' and i.status = 'published' and r.author_id is not null and ${tag}
				and r.score >= ${rule.score ?? -1_000_000} and (${!rule.accepted} or (i.accepted_reply_id = r.id and i.author_id is distinct from r.author_id))
			order by r.id limit 500`
		: sql`select i.author_id as "userId", i.id as "itemId", null::bigint as "replyId" from items i
			where ${whose} and i.kind = ${rule.work} and i.status = 'published' and i.author_id is not null and ${tag}
				and i.score >= ${rule.score ?? -1_000_000} and i.view_count >= ${rule.views ?? 0} and (${!rule.accepted} or i.accepted_reply_id is not null)
			order by i.id limit 500`;
	const { rows } = await statement.execute(db);
	return (rows as { userId: UserId; itemId: ItemId; replyId: ReplyId | null }[]).map((row) => ({
		...row,
		cause: row.replyId === null ? `item:${row.itemId}` : `reply:${row.replyId}`,
	}));
}

/** Gives the badges that works have earned: for each of them, or for the first one only. @returns how many were awarded */
export async function settleWorks(
	tx: Tx,
	badges: readonly ActiveBadge[],
	of: { itemId?: ItemId; replyId?: ReplyId } | { people: readonly UserId[] },
): Promise<number> {
	let awarded = 0;
	for (const badge of badges) {
		if (badge.rule?.of !== 'work') continue;
		for (const work of await worthyWorks(tx, badge.rule, of)) {
			const cause = badge.repeatable ? work.cause : '';
			if ((await award(tx, badge, { ...work, cause })) !== null) awarded++;
		}
	}
	return awarded;
}

/** What was awarded for an item or a reply that is out of sight now is withdrawn. */
export async function withdrawWorks(tx: Tx, itemId: ItemId, replyId: ReplyId | null): Promise<void> {
	const { rows } = await sql<{ id: number }>`select id from badge_awards
		where withdrawn_at is null and given_by is null and ${replyId === null ? sql`item_id = ${itemId}` : sql`reply_id = ${replyId}`}`.execute(
		tx,
	);
	await withdraw(
		tx,
		rows.map(({ id }) => id),
		'removed',
	);
}
