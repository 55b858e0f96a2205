import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { Relation } from '../../contracts/policy.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { spaceError } from './errors.ts';
import { spaceRelations } from './policy.ts';
import type { SpaceAccess, SpaceRole } from './space.ts';

export interface LockedSpace {
	id: SpaceId;
	slug: string;
	access: SpaceAccess;
	archivedAt: Date | null;
	role: SpaceRole | null;
	held: Relation[];
}

/**
 * Locks a space for the rest of the transaction, and says how the actor stands to it.
 *
 * @throws spaces.not_found when it does not exist, or is private and the actor a stranger to it
 */
export async function lockSpace(tx: Tx, actor: Actor, id: SpaceId): Promise<LockedSpace> {
	const row = await tx
		.selectFrom('spaces as s')
		.leftJoin('space_members as m', (join) =>
			join.onRef('m.space_id', '=', 's.id').on('m.user_id', '=', actor.userId ?? -1),
		)
		.select(['s.id', 's.slug', 's.access', 's.archived_at as archivedAt', 'm.role'])
		.where('s.id', '=', id)
		.forNoKeyUpdate(['s'])
		.executeTakeFirst();
	const role = (row?.role ?? null) as SpaceRole | null;
	if (!row || (row.access === 'private' && role === null && !isStaff(actor))) {
		throw spaceError('not_found', { detail: `There is no space ${id} here.` });
	}
	return { ...row, access: row.access as SpaceAccess, role, held: spaceRelations(actor, role) };
}
