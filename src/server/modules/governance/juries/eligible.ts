import { now } from '../../../kernel/clock.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { type Db, sql } from '../../../platform/db/index.ts';
import type { CaseForJury } from './case-desk.ts';
import { FRIENDLY_VOTES, SUMMONS_PER_MONTH } from './jury.ts';

/**
 * Everybody who could judge a case but for their level: verified, not suspended, not looking after the place (who does has
 * the queue), not opted out, not summoned too often lately, no party, no hand in the case, in a private space one of its
 * members; and no friend or foe of a party: nobody who follows one or is followed by one, and nobody between whom and a
 * party there were {@link FRIENDLY_VOTES} votes in a year, in either direction. One statement.
 */
export async function whoCouldJudge(db: Db, one: CaseForJury): Promise<UserId[]> {
	const at = now();
	const year = new Date(at.getTime() - 365 * 86_400_000);
	const month = new Date(at.getTime() - 30 * 86_400_000);
	const parties = one.parties as number[];
	const apart = [...new Set([...parties, ...one.handled])] as number[];
	const { rows } = await sql<{ id: UserId }>`
		with cast_votes as (
			-- What parties gave, and what they got: each by an index, however many votes there are.
			select case when v.reply_id is null then i.author_id else r.author_id end as other, v.user_id as party
				from votes v join items i on i.id = v.item_id left join replies r on r.id = v.reply_id
				where v.user_id = any(${parties}::bigint[]) and v.created_at > ${year}::timestamptz
			union all
			select v.user_id, i.author_id from items i join votes v on v.item_id = i.id and v.reply_id is null
				where i.author_id = any(${parties}::bigint[]) and v.created_at > ${year}::timestamptz
			union all
			select v.user_id, r.author_id from replies r join votes v on v.reply_id = r.id
				where r.author_id = any(${parties}::bigint[]) and v.created_at > ${year}::timestamptz
		),
		close as (
			select other from cast_votes where other is not null group by other, party having count(*) >= ${FRIENDLY_VOTES}::int
			union
			select f.user_id from follows f where f.person_id = any(${parties}::bigint[])
			union
			select f.person_id from follows f where f.user_id = any(${parties}::bigint[]) and f.person_id is not null
		)
		select u.id from users u
		where u.role = 'member' and u.email_verified and u.origin <> 'import'
			and u.id <> all(${apart}::bigint[])
			and u.id not in (select other from close)
			and not exists (select from jury_opt_outs o where o.user_id = u.id)
			and not exists (select from suspensions s where s.user_id = u.id and s.lifted_at is null
				and s.starts_at <= ${at}::timestamptz and (s.ends_at is null or s.ends_at > ${at}::timestamptz))
			and (select count(*) from jury_seats j where j.user_id = u.id and j.summoned_at > ${month}::timestamptz)
				< ${SUMMONS_PER_MONTH}::int
			and (${one.spaceId}::bigint is null
				or exists (select from spaces s where s.id = ${one.spaceId}::bigint and s.access <> 'private')
				or exists (select from space_members m where m.space_id = ${one.spaceId}::bigint and m.user_id = u.id))
		order by u.id`.execute(db);
	return rows.map((row) => row.id);
}
