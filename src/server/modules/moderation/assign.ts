import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { readSettings } from '../../platform/settings/index.ts';

const DAY = 86_400_000;

/**
 * Gives an open case to who may decide it and has the least before them: fewest open cases given or claimed, and of
 * those the one who has waited longest for one. Left out are the person it is about, who reported it, who is away, who is
 * suspended, who has done their share of today, and `but`. When nobody is left it is everybody's.
 *
 * @returns to whom
 */
export async function assignCase(tx: Tx, id: number, but: UserId | null = null): Promise<UserId | null> {
	const at = now();
	const { moderatorDailyLimit } = await readSettings(tx);
	const { rows } = await sql<{ id: UserId }>`select u.id from moderation_cases c
		join users u on u.id is distinct from c.person_id and not (u.id = any(c.people)) and u.id is distinct from ${but}::bigint
			and (u.role in ('moderator', 'admin') or c.subject in ('item', 'reply') and exists (select from space_members m
				where m.space_id = c.space_id and m.user_id = u.id and m.role in ('owner', 'moderator')))
		left join moderation_duty d on d.user_id = u.id
		where c.id = ${id} and c.status = 'open'
			and not exists (select from moderation_reports r where r.case_id = c.id and r.reporter_id = u.id)
			and not (coalesce(d.away, false) and coalesce(d.away_until >= ${at}::timestamptz::date, true))
			and not exists (select from suspensions s where s.user_id = u.id and s.lifted_at is null
				and (s.ends_at is null or s.ends_at > ${at}))
			and (select count(*) from moderation_decisions x where x.decided_by = u.id and x.created_at > ${new Date(at.getTime() - DAY)})
				< coalesce(d.daily_limit, ${moderatorDailyLimit})
		order by
			-- A space's own people first: what is theirs is not everybody's.
			exists (select from space_members m where m.space_id = c.space_id and m.user_id = u.id and m.role in ('owner', 'moderator')) desc,
			u.role = 'admin',
			(select count(*) from moderation_cases o where o.status = 'open' and (o.assigned_to = u.id or o.claimed_by = u.id)),
			(select max(o.assigned_at) from moderation_cases o where o.assigned_to = u.id) nulls first, u.id
		limit 1`.execute(tx);
	const userId = rows[0]?.id ?? null;
	await tx
		.updateTable('moderation_cases')
		.set({ assigned_to: userId, assigned_at: userId === null ? null : at })
		.where('id', '=', id)
		.execute();
	return userId;
}
