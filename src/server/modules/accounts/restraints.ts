import type { Actor } from '../../contracts/actor.ts';
import { obstacleError } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** From the mildest: a pause between posts; reading only; reading and appealing only. */
export type RestraintKind = 'slow' | 'silence' | 'suspend';

/** What is in force for somebody now. */
export interface Restraint {
	id: number;
	kind: RestraintKind;
	reason: string;
	/** Of slow. */
	pauseSeconds: number | null;
	startsAt: Date;
	/** null: without an end. */
	endsAt: Date | null;
}

const DAY = 86_400_000;

/**
 * Holds somebody back. Who may, and what stands in the public log, is the caller's to say.
 *
 * @param given.by null for a jury
 * @param given.days null for no end
 * @param given.pauseSeconds of slow
 * @returns the id, with which and the kind it is lifted
 */
export async function imposeRestraint(
	tx: Db,
	userId: UserId,
	given: {
		kind: RestraintKind;
		by: UserId | null;
		reason: string;
		days: number | null;
		pauseSeconds?: number;
	},
): Promise<number> {
	const at = now();
	const row = {
		user_id: userId,
		actor_id: given.by,
		reason: given.reason,
		starts_at: at,
		ends_at: given.days === null ? null : new Date(at.getTime() + given.days * DAY),
	};
	const { id } =
		given.kind === 'suspend'
			? await tx.insertInto('suspensions').values(row).returning('id').executeTakeFirstOrThrow()
			: await tx
					.insertInto('restraints')
					.values({
						...row,
						kind: given.kind,
						pause_seconds: given.kind === 'slow' ? (given.pauseSeconds ?? 3600) : null,
					})
					.returning('id')
					.executeTakeFirstOrThrow();
	return id;
}

/** Ends one restraint; what has ended stays ended. */
export async function liftRestraint(tx: Db, kind: RestraintKind, id: number): Promise<void> {
	await tx
		.updateTable(kind === 'suspend' ? 'suspensions' : 'restraints')
		.set({ lifted_at: now() })
		.where('id', '=', id)
		.where('lifted_at', 'is', null)
		.execute();
}

/** What is in force for somebody now, the hardest first; at most 20. One statement. */
export async function listRestraints(db: Db, userId: UserId): Promise<Restraint[]> {
	const at = now();
	const { rows } = await sql<Restraint>`select * from (
			select id, 'suspend' as kind, reason, null::int as "pauseSeconds", starts_at as "startsAt", ends_at as "endsAt", 0 as rank
				from suspensions where user_id = ${userId} and lifted_at is null and (ends_at is null or ends_at > ${at})
			union all select id, kind, reason, pause_seconds, starts_at, ends_at, case kind when 'silence' then 1 else 2 end
				from restraints where user_id = ${userId} and lifted_at is null and (ends_at is null or ends_at > ${at})
		) as one order by rank, id desc limit 20`.execute(db);
	return rows.map(({ id, kind, reason, pauseSeconds, startsAt, endsAt }) => ({
		id,
		kind,
		reason,
		pauseSeconds,
		startsAt,
		endsAt,
	}));
}

/**
 * Where a post is written, of somebody who is slowed: takes the turn that is due, or refuses. Two posts at once find one
 * turn between them. Costs nothing for everybody else.
 *
 * @throws accounts.slowed with `params.minutes`
 */
export async function takeTurn(tx: Db, actor: Actor): Promise<void> {
	if (!actor.nextPostAt || actor.userId === null) return;
	const at = now();
	const { rows } = await sql<{ next: Date | null }>`update restraints set next_at = ${at}::timestamptz
			+ make_interval(secs => pause_seconds) where user_id = ${actor.userId} and kind = 'slow' and lifted_at is null
		and starts_at <= ${at} and (ends_at is null or ends_at > ${at}) and coalesce(next_at, starts_at) <= ${at}
		returning next_at as next`.execute(tx);
	if (rows.length > 0) return;
	const left = await tx
		.selectFrom('restraints')
		.select(({ fn }) => fn.max('next_at').as('next'))
		.where('user_id', '=', actor.userId)
		.where('kind', '=', 'slow')
		.where('lifted_at', 'is', null)
		.where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
		.executeTakeFirst();
	if (left?.next) throw obstacleError('slowed', { ...actor, nextPostAt: left.next });
}
