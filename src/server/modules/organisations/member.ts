import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { organisationError } from './errors.ts';
import type { OrganisationId, OrganisationRole } from './organisation.ts';

/** Finds who of an organisation has this handle. @throws organisations.person_unknown */
export async function memberOf(
	tx: Db,
	id: OrganisationId,
	handle: string,
): Promise<{ userId: UserId; role: OrganisationRole }> {
	const row = await tx
		.selectFrom('organisation_members as m')
		.innerJoin('users as u', 'u.id', 'm.user_id')
		.select(['m.user_id as userId', 'm.role'])
		.where('m.organisation_id', '=', id)
		.where('u.handle', '=', handle.trim().replace(/^@/, '').toLowerCase())
		.executeTakeFirst();
	if (!row) throw organisationError('person_unknown', { fields: { handle: 'organisations.person_unknown' } });
	return { userId: row.userId, role: row.role as OrganisationRole };
}
