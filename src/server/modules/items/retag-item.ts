import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { kindNamed } from './checks.ts';
import { demand } from './gate.ts';
import { noNewerThan } from './revise-item.ts';
import { tagsSchema } from './schemas.ts';
import { storeRevision, tagItem } from './store.ts';
import { lockItemRow } from './subject.ts';
import { mayCreateTags, mayTagFreely, resolveTags } from './tags.ts';

const retagSchema = z.object({ tags: tagsSchema, revision: z.int().min(1) });

/**
 * Changes the tags of an item and nothing else of it, as a revision of its own: for those whose level lets them put
 * things where they belong.
 *
 * @param input.revision the one that the tags were looked at in
 * @returns the revision that now stands
 * @throws items.edit_conflict; items.tag_reserved, items.tag_new; common.invalid_input, items.not_found, items.locked;
 *   refusals of the policy
 */
export async function retagItem(
	db: Db,
	actor: Actor,
	id: ItemId,
	input: { tags: string[]; revision: number },
): Promise<{ revision: number }> {
	const given = validate(retagSchema, input);
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, id);
		const { userId } = demand(actor, item, 'retag');
		noNewerThan(item.revision, given.revision);
		const before = await tx
			.selectFrom('items as i')
			.innerJoin('item_bodies as b', 'b.item_id', 'i.id')
			.leftJoin('revisions as r', (join) =>
				join
					.onRef('r.item_id', '=', 'i.id')
					.on('r.reply_id', 'is', null)
					.onRef('r.number', '=', 'i.revision'),
			)
			.select(['i.title', 'i.tag_slugs', 'b.source', 'r.data'])
			.select(
				sql<number>`greatest(i.revision, (select max(v.number) from revisions v where v.item_id = i.id and v.reply_id is null))`.as(
					'last',
				),
			)
			.where('i.id', '=', id)
			.executeTakeFirstOrThrow();
		const { min, max } = kindNamed(item.kind).tags;
		if (given.tags.length < min || given.tags.length > max) {
			const code = given.tags.length < min ? 'items.tags_missing' : 'items.too_many_tags';
			throw commonError('invalid_input', { fields: { tags: code }, params: { maxTags: max } });
		}
		const tags = await resolveTags(tx, given.tags, {
			mayCreate: mayCreateTags(actor),
			moderator: mayTagFreely(actor, item.moderator),
			standing: before.tag_slugs,
		});
		const tag_slugs = tags.map((tag) => tag.slug);
		if (isDeepStrictEqual(before.tag_slugs, tag_slugs)) return { revision: item.revision };
		const at = now();
		const revision = before.last + 1;
		await tx.updateTable('items').set({ tag_slugs, revision, edited_at: at }).where('id', '=', id).execute();
		await tagItem(tx, id, tags);
		await storeRevision(tx, id, revision, {
			title: before.title,
			source: before.source,
			comment: '',
			tag_slugs,
			data: before.data ?? undefined,
			editor_id: userId,
			created_at: at,
		});
		await emit(tx, userId, 'items.revised', { itemId: id, revision });
		return { revision };
	});
}
