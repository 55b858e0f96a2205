import { now } from '../../kernel/clock.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { unseatMember } from '../spaces/index.ts';
import type { OrganisationId } from './organisation.ts';

/**
 * Where the sign-on is a must, who has not come by it for too long is out of the organisation's space until they do:
 * whoever was taken out of the company's own directory loses what lies here within that time, without a word to us. Owners
 * stay, so that a provider which broke can be set right.
 *
 * @returns how many were put out
 */
export async function lapseMembers(db: Db, only: OrganisationId | null = null): Promise<number> {
	return inTransaction(db, async (tx: Tx) => {
		const { rows } = await sql<{
			userId: UserId;
			spaceId: SpaceId;
		}>`select m.user_id as "userId", o.space_id as "spaceId"
			from organisation_sign_ons g join organisations o on o.id = g.organisation_id
				join organisation_members m on m.organisation_id = o.id and m.role <> 'owner'
				join space_members s on s.space_id = o.space_id and s.user_id = m.user_id
			where g.enforced and g.active and (${only}::bigint is null or o.id = ${only}::bigint)
				and (m.signed_on_at is null or m.signed_on_at < ${now()}::timestamptz - g.valid_days * interval '1 day')
			order by m.user_id limit 5000`.execute(tx);
		for (const { userId, spaceId } of rows) await unseatMember(tx, spaceId, userId, userId);
		return rows.length;
	});
}

export function lapseMembersJob(db: Db): Job<never> {
	return {
		name: 'organisations.lapse',
		cron: '37 * * * *',
		work: async () => void (await lapseMembers(db)),
	};
}
