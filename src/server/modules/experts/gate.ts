import { type Actor, isStaff, type Member } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { holders } from '../media/index.ts';
import { expertError } from './errors.ts';

/** Who reviews: whoever looks after the place, and who is a verified expert in one of the application's tags. */
export async function mayReview(db: Db, actor: Actor, applicationId?: number): Promise<boolean> {
	if (actor.userId === null) return false;
	if (isStaff(actor)) return true;
	const { rows } = await sql<{ ok: boolean }>`select exists (select from experts e
		join expert_tags t on t.user_id = e.user_id
		where e.user_id = ${actor.userId} and e.status = 'active' and ${
			applicationId === undefined
				? sql`true`
				: sql`t.tag_id in (select tag_id from expert_application_tags where application_id = ${applicationId})`
		}) as ok`.execute(db);
	return rows[0]!.ok;
}

/** @throws experts.not_a_reviewer; refusals of acting */
export async function requireReviewer(db: Db, actor: Actor, applicationId?: number): Promise<Member> {
	const member = requireActing(actor, 'public');
	if (!(await mayReview(db, actor, applicationId))) throw expertError('not_a_reviewer');
	return member;
}

/** The files of an application are opened by who applied, by its reviewers, and, where they are shown, by everybody. */
holders.register('expert-evidence', async (db, actor, ids) => {
	const { rows } = await sql<{ id: number; applicationId: number; own: boolean; open: boolean }>`
		select e.id, e.application_id as "applicationId", a.user_id = ${actor.userId}::bigint as own,
			e.shown and x.user_id is not null as open
		from expert_evidence e join expert_applications a on a.id = e.application_id
			left join experts x on x.application_id = a.id and x.status = 'active' where e.id = any(${[...ids]}::bigint[])`.execute(
		db,
	);
	const may = new Set<number>();
	for (const row of rows)
		if (row.own || row.open || (await mayReview(db, actor, row.applicationId))) may.add(row.id);
	return may;
});
