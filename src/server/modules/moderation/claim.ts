import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { demandUninvolved, lockCase, requireModerator, visibleTo } from './access.ts';
import { assignCase } from './assign.ts';
import type { ModerationCase } from './case.ts';
import { moderationError } from './errors.ts';

/** A claim keeps others off for so long; then anybody may take the case. */
export const claimMinutes = 30;
/** What was given to somebody who does not come is given to somebody else. */
export const assignedHours = 24;
/** How many cases one person holds at once. */
export const claimsAtOnce = 10;

const DAY = 86_400_000;

/** True while a claim of somebody else is in force. */
export function heldByOther(one: ModerationCase, userId: UserId | null): boolean {
	return (
		one.claimedBy !== null &&
		one.claimedBy !== userId &&
		one.claimedUntil !== null &&
		one.claimedUntil > now()
	);
}

/**
 * Takes a case for half an hour; again, for half an hour more.
 *
 * @throws moderation.case_not_found, case_decided, claimed_by_other, own_case, daily_limit; refusals of acting
 */
export async function claimCase(db: Db, actor: Actor, id: number): Promise<{ until: Date }> {
	const { userId } = await requireModerator(db, actor);
	return inTransaction(db, async (tx) => {
		const one = await lockCase(tx, actor, id);
		if (one.status !== 'open') throw moderationError('case_decided', { detail: 'The case is decided.' });
		if (heldByOther(one, userId))
			throw moderationError('claimed_by_other', { detail: 'Another moderator is looking at it.' });
		await demandUninvolved(tx, userId, id);
		await demandToday(tx, userId);
		return { until: await hold(tx, userId, id) };
	});
}

async function hold(tx: Tx, userId: UserId, id: number): Promise<Date> {
	const until = new Date(now().getTime() + claimMinutes * 60_000);
	await tx
		.updateTable('moderation_cases')
		.set(({ fn, val }) => ({
			claimed_by: userId,
			claimed_until: until,
			first_action_at: fn.coalesce('first_action_at', val(now())),
		}))
		.where('id', '=', id)
		.execute();
	return until;
}

/** Gives a claim back. @throws moderation.case_not_found, not_claimed */
export async function releaseCase(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = await requireModerator(db, actor);
	await inTransaction(db, async (tx) => {
		const one = await lockCase(tx, actor, id);
		if (one.claimedBy !== userId || one.status !== 'open')
			throw moderationError('not_claimed', { detail: 'This case is not yours to give back.' });
		await tx
			.updateTable('moderation_cases')
			.set({ claimed_by: null, claimed_until: null })
			.where('id', '=', id)
			.execute();
		if (one.assignedTo === userId) await assignCase(tx, id, userId);
	});
}

/**
 * Claims what is most urgent of what this person may decide and nobody holds; what was given to them comes first.
 *
 * @throws moderation.nothing_waits, daily_limit; refusals of acting
 */
export async function takeNext(db: Db, actor: Actor): Promise<{ id: number }> {
	const { userId } = await requireModerator(db, actor);
	return inTransaction(db, async (tx) => {
		await demandToday(tx, userId);
		const { rows } = await sql<{ id: number }>`select c.id from moderation_cases c
			where c.status = 'open' and ${visibleTo(actor)} and (c.claimed_until is null or c.claimed_until <= ${now()})
				and not exists (select from moderation_reports r where r.case_id = c.id and r.reporter_id = ${userId})
			order by (c.assigned_to is not distinct from ${userId}) desc, (c.assigned_to is null) desc, c.priority desc, c.id
			limit 1 for update of c skip locked`.execute(tx);
		const id = rows[0]?.id;
		if (id === undefined) throw moderationError('nothing_waits', { detail: 'Nothing waits for you.' });
		await hold(tx, userId, id);
		return { id };
	});
}

/**
 * What a moderator may still do today: decisions of the last 24 hours under their limit, and few claims at once. Looking
 * at what hurts is work that must end.
 *
 * @param holds who holds the case already may go on with it, however many they hold
 * @throws moderation.daily_limit
 */
export async function demandToday(tx: Tx, userId: UserId, holds = false): Promise<void> {
	const at = now();
	const { moderatorDailyLimit } = await readSettings(tx);
	const { rows } = await sql<{ decided: number; held: number; most: number }>`select
		(select count(*)::int from moderation_decisions where decided_by = ${userId} and created_at > ${new Date(at.getTime() - DAY)}) as decided,
		(select count(*)::int from moderation_cases where claimed_by = ${userId} and status = 'open' and claimed_until > ${at}) as held,
		coalesce((select daily_limit from moderation_duty where user_id = ${userId}), ${moderatorDailyLimit})::int as most`.execute(
		tx,
	);
	const { decided, held, most } = rows[0]!;
	if (decided >= most || (!holds && held >= claimsAtOnce))
		throw moderationError('daily_limit', {
			params: { n: decided >= most ? most : claimsAtOnce },
			detail: 'Enough for today; others go on.',
		});
}

/**
 * Gives what nobody came for to somebody else, and what belongs to nobody to whoever is there. At most 200 at a time.
 *
 * @returns how many were given anew
 */
export async function reassignWaiting(db: Db): Promise<number> {
	const before = new Date(now().getTime() - assignedHours * 3_600_000);
	const rows = await db
		.selectFrom('moderation_cases')
		.select(['id', 'assigned_to'])
		.where(sql<boolean>`status = 'open'`)
		.where((eb) => eb.or([eb('assigned_to', 'is', null), eb('assigned_at', '<', before)]))
		.where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', now())]))
		.orderBy('priority', 'desc')
		.orderBy('id', 'desc')
		.limit(200)
		.execute();
	let given = 0;
	for (const { id, assigned_to } of rows) {
		given += await inTransaction(db, async (tx) => {
			const one = await tx
				.selectFrom('moderation_cases')
				.select('id')
				.where('id', '=', id)
				.where(sql<boolean>`status = 'open'`)
				.forUpdate()
				.skipLocked()
				.executeTakeFirst();
			return one && (await assignCase(tx, id, assigned_to)) !== null ? 1 : 0;
		});
	}
	return given;
}
