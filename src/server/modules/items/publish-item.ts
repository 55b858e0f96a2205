import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, SpaceId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { Rendered } from '../../platform/markdown/index.ts';
import { type Standing, standingIn } from '../entitlements/index.ts';
import { looksAfter } from '../spaces/index.ts';
import { itemError } from './errors.ts';
import { type Kind, kinds } from './kinds.ts';
import { itemPolicy, relationsTo } from './policy.ts';
import { type NewItem, newItemSchema } from './schemas.ts';
import { slugOf } from './tag-slug.ts';
import { mayTagFreely, resolveTags } from './tags.ts';
import { mentionsTold, renderText } from './text.ts';

/**
 * Publishes a new item, or the draft `draftId`.
 *
 * @returns what its address is made of
 * @throws common.invalid_input with a code per field; items.kind_unknown, items.space_not_found,
 *   items.space_archived, items.not_in_space, items.tag_reserved; content.too_complex for a text that cannot be rendered
 */
export async function publishItem(
	db: Db,
	actor: Actor,
	input: NewItem,
): Promise<{ id: ItemId; kind: string; slug: string }> {
	const given = validate(newItemSchema, input);
	const kind = kindNamed(given.kind);
	const data = checkForKind(kind, given);
	const body = await renderText(db, given.source, { base: 'post', locale: given.language });
	return inTransaction(db, async (tx) => {
		const space = await spaceToPostIn(tx, actor, given.spaceId);
		const member = itemPolicy.require(actor, 'publish', relationsTo(actor, actor.userId, space.role));
		const tags = await resolveTags(tx, given.tags, {
			moderator: mayTagFreely(actor, looksAfter(space.role)),
		});
		const at = now();
		const slug = slugOf(given.title, kind.name);
		const values = {
			kind: kind.name,
			space_id: space.id,
			author_id: member.userId,
			slug,
			title: given.title,
			excerpt: body.excerpt,
			language: given.language,
			difficulty: given.difficulty,
			access: given.access,
			status: 'published',
			tag_slugs: tags.map((tag) => tag.slug),
			reading_minutes: Math.max(1, body.readingMinutes),
			published_at: at,
			last_activity_at: at,
		};
		const id = await itemRow(tx, member.userId, given.draftId, { ...values, created_at: at });
		await storeBody(tx, id, given.source, body);
		await firstRevision(tx, id, {
			title: given.title,
			source: given.source,
			tag_slugs: values.tag_slugs,
			data: data === undefined ? null : JSON.stringify(data),
			editor_id: member.userId,
			created_at: at,
		});
		await tagItem(tx, id, tags);
		await kind.write?.(tx, id, data);
		await emit(tx, member.userId, 'items.published', {
			itemId: id,
			kind: kind.name,
			spaceId: space.id,
			authorId: member.userId,
		});
		const handles = body.mentions.slice(0, mentionsTold);
		if (handles.length > 0)
			await emit(tx, member.userId, 'items.mentioned', { itemId: id, replyId: null, handles });
		return { id, kind: kind.name, slug };
	});
}

type Values = Parameters<ReturnType<Tx['insertInto']>['values']>[0];

async function itemRow(tx: Tx, userId: number, draftId: ItemId | undefined, values: object): Promise<ItemId> {
	if (draftId === undefined) {
		const { id } = await tx
			.insertInto('items')
			.values(values as Values as never)
			.returning('id')
			.executeTakeFirstOrThrow();
		return id;
	}
	const row = await tx
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

// A draft keeps its data in revision 1, which becomes the first that others see.
async function firstRevision(
	tx: Tx,
	id: ItemId,
	values: {
		title: string;
		source: string;
		tag_slugs: string[];
		data: string | null;
		editor_id: number;
		created_at: Date;
	},
): Promise<void> {
	await tx
		.insertInto('revisions')
		.values({ item_id: id, number: 1, ...values })
		.onConflict((conflict) => conflict.columns(['item_id', 'reply_id', 'number']).doUpdateSet(values))
		.execute();
}

/** @throws items.kind_unknown */
export function kindNamed(name: string): Kind {
	const kind = kinds.get(name);
	if (!kind)
		throw itemError('kind_unknown', { params: { kind: name }, fields: { kind: 'items.kind_unknown' } });
	return kind;
}

/**
 * What a kind asks beyond the common schema.
 *
 * @returns the kind's own data, parsed
 */
export function checkForKind(kind: Kind, given: { source: string; tags: string[]; data?: unknown }): unknown {
	const fields: Record<string, string> = {};
	if ([...given.source.trim()].length < kind.minBody) fields.source = 'items.body_too_short';
	if (given.tags.length < kind.tags.min) fields.tags = 'items.tags_missing';
	if (given.tags.length > kind.tags.max) fields.tags = 'items.too_many_tags';
	if (Object.keys(fields).length > 0) {
		throw commonError('invalid_input', {
			fields,
			params: { min: kind.minBody, maxTags: kind.tags.max },
			detail: `Check these fields: ${Object.keys(fields).join(', ')}.`,
		});
	}
	return kind.data ? validate(kind.data, given.data) : undefined;
}

/** @throws items.space_not_found, items.space_archived, items.not_in_space */
export async function spaceToPostIn(db: Db, actor: Actor, spaceId: SpaceId): Promise<Standing> {
	const space = await standingIn(db, actor, spaceId);
	const staff = isStaff(actor);
	if (!space || (space.access === 'private' && space.role === null && !staff)) {
		throw itemError('space_not_found', { fields: { spaceId: 'items.space_not_found' } });
	}
	if (space.archived) throw itemError('space_archived', { fields: { spaceId: 'items.space_archived' } });
	if (!space.belongs && !staff)
		throw itemError('not_in_space', {
			params: { space: space.slug },
			fields: { spaceId: 'items.not_in_space' },
		});
	return space;
}

/** Writes the text of an item, and what was made of it. */
export async function storeBody(tx: Tx, id: ItemId, source: string, body: Rendered): Promise<void> {
	const values = {
		source,
		html: body.html,
		preview_html: body.previewHtml,
		headings: JSON.stringify(body.headings),
		words: body.words,
		has_math: body.hasMath,
		has_mermaid: body.hasMermaid,
	};
	await tx
		.insertInto('item_bodies')
		.values({ item_id: id, ...values })
		.onConflict((conflict) => conflict.column('item_id').doUpdateSet(values))
		.execute();
}

/** Replaces the tags of an item. Rows go in by tag id, so that two writers lock the counters in one order. */
export async function tagItem(tx: Tx, id: ItemId, tags: readonly { id: number }[]): Promise<void> {
	const ids = tags.map((tag) => tag.id).sort((a, b) => a - b);
	await tx
		.deleteFrom('item_tags')
		.where('item_id', '=', id)
		.$if(ids.length > 0, (query) => query.where('tag_id', 'not in', ids))
		.execute();
	if (ids.length === 0) return;
	await tx
		.insertInto('item_tags')
		.values(ids.map((tagId) => ({ item_id: id, tag_id: tagId })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
