import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, SpaceId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import {
	type CardRow,
	cardColumns,
	cardJoins,
	cardOf,
	type ItemCard,
	lockItemRow,
	publishItem,
} from '../items/index.ts';
import { snippetError } from './errors.ts';

/**
 * Publishes the actor's own copy of a snippet, which says where it comes from. In the same space, unless told otherwise.
 *
 * @throws items.not_found, snippets.not_a_snippet, snippets.held; as `publishItem`
 */
export async function forkSnippet(
	db: Db,
	actor: Actor,
	itemId: ItemId,
	input: { spaceId?: SpaceId; title?: string } = {},
): Promise<{ id: ItemId; kind: string; slug: string }> {
	return inTransaction(db, async (tx) => {
		const origin = await lockItemRow(tx, actor, itemId);
		if (origin.kind !== 'snippet')
			throw snippetError('not_a_snippet', { detail: `Item ${itemId} is a ${origin.kind}.` });
		if (origin.access !== 'full')
			throw snippetError('held', { detail: 'Only who may read the code may fork it.' });
		const row = await tx
			.selectFrom('snippets as s')
			.innerJoin('items as i', 'i.id', 's.item_id')
			.innerJoin('item_bodies as b', 'b.item_id', 's.item_id')
			.select(['s.language', 's.code', 'b.source', 'i.tag_slugs', 'i.language as locale', 'i.access'])
			.where('s.item_id', '=', itemId)
			.executeTakeFirstOrThrow();
		const fork = await publishItem(tx, actor, {
			kind: 'snippet',
			spaceId: input.spaceId ?? origin.spaceId,
			title: input.title ?? origin.title,
			source: row.source,
			tags: row.tag_slugs,
			language: row.locale as 'zh-CN' | 'en',
			// A copy is never more open than what it copies.
			access: row.access as 'free' | 'members' | 'paid',
			data: { language: row.language, code: row.code },
		});
		await tx.updateTable('snippets').set({ forked_from: itemId }).where('item_id', '=', fork.id).execute();
		await tx.insertInto('item_links').values({ item_id: fork.id, target_id: itemId, kind: 'fork' }).execute();
		await tx
			.updateTable('snippets')
			.set({ fork_count: sql`fork_count + 1` })
			.where('item_id', '=', itemId)
			.execute();
		await sql`update items set version = version where id in (${itemId}, ${fork.id})`.execute(tx);
		return fork;
	});
}

const forksOf = statement<{ id: ItemId }, CardRow>(
	`select ${cardColumns} from item_links l join items i on i.id = l.item_id and i.status = 'published' and i.listed ${cardJoins}
		where l.target_id = :id::bigint and l.kind = 'fork' order by i.score desc, i.id desc limit 50`,
);

/** Public copies of a snippet, the best first, at most 50. One statement. */
export async function listForks(db: Db, _actor: Actor, itemId: ItemId): Promise<ItemCard[]> {
	return (await forksOf(db, { id: itemId })).map(cardOf);
}
