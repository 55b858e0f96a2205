import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Access, accessJoins, accessLevel } from './access.ts';

type Asked = { ids: ItemId[]; user: number | null; staff: boolean; now: Date };
type Answer = { id: ItemId; access: Access };

const accessOfMany = statement<Asked, Answer>(
	`select i.id, ${accessLevel} as access from unnest(:ids::bigint[]) as asked(id) join items i on i.id = asked.id ${accessJoins}`,
);

// For a list of unknown length the planner would plan anew each time, which costs five times the answer.
const accessOfOne = statement<Omit<Asked, 'ids'> & { id: ItemId }, Answer>(
	`select i.id, ${accessLevel} as access from items i ${accessJoins} where i.id = :id::bigint`,
);

/**
 * The only gate for reading: what the actor gets of each item. Believes the database only; rows already read may be
 * passed for their ids. One statement for any number of items.
 *
 * @returns an entry for every id asked, 'none' for those that do not exist
 */
export async function may(
	db: Db,
	actor: Actor,
	_action: 'read',
	items: readonly { id: ItemId }[],
): Promise<Map<ItemId, Access>> {
	const answer = new Map<ItemId, Access>(items.map(({ id }) => [id, 'none']));
	if (items.length === 0) return answer;
	const asked = { user: actor.userId, staff: isStaff(actor), now: now() };
	const [id, ...more] = answer.keys();
	const rows =
		more.length === 0
			? await accessOfOne(db, { ...asked, id: id! })
			: await accessOfMany(db, { ...asked, ids: [...answer.keys()] });
	for (const { id, access } of rows) answer.set(id, access);
	return answer;
}
