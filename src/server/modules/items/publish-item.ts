import type { Insertable } from 'kysely';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type DB, type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { takeTurn } from '../accounts/index.ts';
import { looksAfter } from '../spaces/index.ts';
import { announceItem } from './announce.ts';
import { checkForKind, kindNamed, spaceToPostIn } from './checks.ts';
import { itemError } from './errors.ts';
import { itemPolicy, relationsTo } from './policy.ts';
import { type NewItem, newItemSchema } from './schemas.ts';
import { storeBody, storeRevision, tagItem } from './store.ts';
import { slugOf } from './tag-slug.ts';
import { mayCreateTags, mayTagFreely, resolveTags } from './tags.ts';
import { mentionsTold, openExcerpt, renderText } from './text.ts';
import { checkText, lookAhead, statusAfter, type TextStatus } from './text-check.ts';

/**
 * Publishes a new item, or the draft `draftId`. When the checks say so it waits for somebody to look, or is out of
 * sight; then nobody is told of it until it is shown.
 *
 * @returns what its address is made of, and where it stands
 * @throws common.invalid_input with a code per field; items.kind_unknown, items.space_not_found,
 *   items.space_archived, items.not_in_space, items.tag_reserved; content.too_complex for a text that cannot be rendered
 */
export async function publishItem(
	db: Db,
	actor: Actor,
	input: NewItem,
): Promise<{ id: ItemId; kind: string; slug: string; status: TextStatus }> {
	const given = validate(newItemSchema, input);
	const kind = kindNamed(given.kind);
	const data = checkForKind(kind, given);
	const body = await renderText(db, given.source, { base: 'post', locale: given.language });
	const ahead = await lookAhead(db, actor, given);
	return inTransaction(db, async (tx) => {
		const space = await spaceToPostIn(tx, actor, given.spaceId);
		const { userId } = itemPolicy.require(actor, 'publish', relationsTo(actor, actor.userId, space.role));
		const tags = await resolveTags(tx, given.tags, {
			mayCreate: mayCreateTags(actor),
			moderator: mayTagFreely(actor, looksAfter(space.role)),
		});
		await takeTurn(tx, actor);
		const verdict = await checkText(
			tx,
			{
				what: 'item',
				itemId: null,
				replyId: null,
				spaceId: space.id,
				title: given.title,
				source: given.source,
				writer: { ...actor, userId },
				trusted: looksAfter(space.role) || isStaff(actor),
				before: null,
			},
			ahead,
		);
		const status = statusAfter(verdict.decision, null);
		const at = now();
		const slug = slugOf(given.title, kind.name);
		const tag_slugs = tags.map((tag) => tag.slug);
		const id = await storeItem(tx, userId, given.draftId, {
			kind: kind.name,
			space_id: space.id,
			author_id: userId,
			slug,
			title: given.title,
			excerpt: openExcerpt(given.access, body),
			language: given.language,
			difficulty: given.difficulty,
			access: given.access,
			status,
			announced: status === 'published',
			tag_slugs,
			reading_minutes: Math.max(1, body.readingMinutes),
			created_at: at,
			published_at: at,
			last_activity_at: at,
		});
		await storeBody(tx, id, given.source, body);
		await storeRevision(tx, id, 1, {
			title: given.title,
			source: given.source,
			tag_slugs,
			data,
			editor_id: userId,
			created_at: at,
		});
		await tagItem(tx, id, tags);
		await kind.write?.(tx, id, data);
		await verdict.settle?.(tx, { itemId: id, replyId: null, revision: 1 });
		if (status === 'published')
			await announceItem(tx, { id, kind: kind.name, spaceId: space.id, authorId: userId }, body.mentions);
		return { id, kind: kind.name, slug, status };
	});
}

/** A new row, or the author's draft written over: of two who publish one draft at once, one finds it gone. */
async function storeItem(
	tx: Tx,
	userId: UserId,
	draftId: ItemId | undefined,
	values: Insertable<DB['items']>,
): Promise<ItemId> {
	const row =
		draftId === undefined
			? await tx.insertInto('items').values(values).returning('id').executeTakeFirst()
			: await tx
					.updateTable('items')
					.set(values)
					.where('id', '=', draftId)
					.where('author_id', '=', userId)
					.where('status', '=', 'draft')
					.returning('id')
					.executeTakeFirst();
	if (!row) throw itemError('not_found', { detail: `There is no draft ${draftId} of this author.` });
	return row.id;
}
