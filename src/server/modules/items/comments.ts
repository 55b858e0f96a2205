import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import type { Reply } from './item.ts';
import { type Reader, type ReplyRow, replyColumns } from './page-statements.ts';
import { replyFrom } from './replies.ts';

type Asked = Reader & { root: number | null; after: number };

// Two texts rather than "is not distinct from": each is a range of the index on (item_id, root_id, id).
const texts = (root: string) => `select ${replyColumns}, false as lead
	from (select r.* from items i ${accessJoins} cross join lateral (select r.* from replies r where r.item_id = i.id and r.root_id ${root}
		and r.kind = 'comment' and r.status = 'published' and r.id > :after::bigint order by r.id limit 101) r
		where i.id = :id::bigint and ${accessLevel} = 'full') r
	left join users u on u.id = r.author_id order by r.id`;
const underItem = statement<Asked, ReplyRow>(texts('is null'));
const underRoot = statement<Asked, ReplyRow>(texts('= :root::bigint'));

/**
 * Reads on in the comments under an answer, or with `rootId` null under the item itself, oldest first. `Reply.parentId`
 * says what each replies to. Empty for who may not read the whole item. One statement.
 *
 * @param input.cursor what `commentCursor` of the page gave, or `next` of the page before
 * @param input.limit 1..100, default 50
 */
export async function listComments(
	db: Db,
	actor: Actor,
	input: { itemId: ItemId; rootId: ReplyId | null; cursor?: string | null; limit?: number },
): Promise<Page<Reply>> {
	const limit = Math.min(Math.max(input.limit ?? 50, 1), 100);
	const after = decodeCursor(input.cursor, ['integer']);
	const parameters: Asked = {
		id: input.itemId,
		user: actor.userId,
		staff: isStaff(actor),
		now: now(),
		root: input.rootId,
		after: (after?.[0] as number | undefined) ?? 0,
	};
	const rows = await (input.rootId === null ? underItem : underRoot)(db, parameters);
	return cutPage(rows.map(replyFrom), limit, (row) => [row.id]);
}
