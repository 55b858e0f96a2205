import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import { itemError } from './errors.ts';
import type { Reader } from './page-statements.ts';

const itemOf = statement<Reader, { id: ItemId }>(
	`select i.id from replies r join items i on i.id = r.item_id ${accessJoins} where r.id = :id::bigint and ${accessLevel} <> 'none'`,
);

/**
 * The item that a reply hangs on, for addresses that name the reply alone. One statement.
 *
 * @throws items.reply_not_found when there is no such reply, or the actor may not know of its item
 */
export async function itemOfReply(db: Db, actor: Actor, replyId: ReplyId): Promise<ItemId> {
	const [row] = await itemOf(db, { id: replyId, user: actor.userId, staff: isStaff(actor), now: now() });
	if (!row) throw itemError('reply_not_found', { detail: `There is no reply ${replyId} here.` });
	return row.id;
}
