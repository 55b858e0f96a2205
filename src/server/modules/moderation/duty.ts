import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { requireModerator } from './access.ts';
import { assignCase } from './assign.ts';
import { dutySchema } from './schemas.ts';

/** How much somebody moderates. */
export interface Duty {
	/** Gets nothing given; may still take what they like. */
	away: boolean;
	/** YYYY-MM-DD, the last day of it; null: until they say otherwise. */
	awayUntil: string | null;
	/** Their own limit of a day, at most the place's; null: the place's. */
	dailyLimit: number | null;
	/** The place's. */
	placeLimit: number;
	/** Decided in the last 24 hours. */
	decidedToday: number;
}

/** @throws common.sign_in_required, common.forbidden */
export async function readDuty(db: Db, actor: Actor): Promise<Duty> {
	const { userId } = await requireModerator(db, actor);
	const { moderatorDailyLimit } = await readSettings(db);
	const { rows } = await sql<
		Omit<Duty, 'placeLimit'>
	>`select coalesce(d.away and coalesce(d.away_until >= ${now()}::timestamptz::date, true), false) as away,
			d.away_until::text as "awayUntil", d.daily_limit as "dailyLimit",
			(select count(*)::int from moderation_decisions x where x.decided_by = u.id and x.created_at > ${new Date(now().getTime() - 86_400_000)}) as "decidedToday"
		from users u left join moderation_duty d on d.user_id = u.id where u.id = ${userId}`.execute(db);
	return { ...rows[0]!, placeLimit: moderatorDailyLimit };
}

/**
 * Says how much one moderates. Who goes away gives back what was given to them, to others.
 *
 * @param input `{ away, awayUntil, dailyLimit }`
 */
export async function setDuty(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = await requireModerator(db, actor);
	const given = validate(dutySchema, input);
	await inTransaction(db, async (tx) => {
		const { moderatorDailyLimit } = await readSettings(tx);
		const values = {
			away: given.away,
			away_until: given.away ? (given.awayUntil ?? null) : null,
			daily_limit: given.dailyLimit ? Math.min(given.dailyLimit, moderatorDailyLimit) : null,
			updated_at: now(),
		};
		await tx
			.insertInto('moderation_duty')
			.values({ user_id: userId, ...values })
			.onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
			.execute();
		if (!given.away) return;
		const cases = await tx
			.selectFrom('moderation_cases')
			.select('id')
			.where('assigned_to', '=', userId)
			.where(sql<boolean>`status = 'open'`)
			.orderBy('id')
			.limit(200)
			.forUpdate()
			.execute();
		for (const { id } of cases) await assignCase(tx, id, userId);
	});
}
