import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import type { TagId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { itemError } from './errors.ts';
import { itemPolicy, relationsTo, withPrivileges } from './policy.ts';
import { normaliseTag } from './tag-slug.ts';
import { renderText } from './text.ts';

const text = (max: number) =>
	z
		.string()
		.trim()
		.max(max, 'items.text_too_long')
		.refine((value) => !value.includes('\0') && value.isWellFormed(), 'items.text_broken');
const localised = (max: number) => z.partialRecord(z.enum(['zh-CN', 'en']), text(max));

/** Every field on its own; one left out stays as it is. */
export const tagChangeSchema = z
	.object({
		name: text(60).min(1, 'items.tag_name_missing'),
		names: localised(60),
		description: text(500),
		descriptions: localised(500),
		/** Markdown. */
		wiki: text(30_000),
		moderatorOnly: z.boolean(),
		required: z.boolean(),
	})
	.partial();
export type TagChange = z.input<typeof tagChangeSchema>;

/** Changes what is said of a tag. @throws common.invalid_input, items.tag_not_found; refusals of the policy */
export async function updateTag(db: Db, actor: Actor, tagId: TagId, input: TagChange): Promise<void> {
	const given = validate(tagChangeSchema, input);
	const member = itemPolicy.require(
		actor,
		'editTag',
		withPrivileges(actor, 'editTag', relationsTo(actor, null, null)),
	);
	// Describing is a matter of knowing; who may use a tag is the staff's affair.
	if (!isStaff(actor) && (given.moderatorOnly !== undefined || given.required !== undefined))
		throw commonError('forbidden', { detail: 'Only staff say who may use a tag.' });
	const html =
		given.wiki === undefined ? undefined : (await renderText(db, given.wiki, { base: 'post' })).html;
	await inTransaction(db, async (tx) => {
		await lockTag(tx, tagId);
		const values = {
			name: given.name,
			names: given.names && JSON.stringify(given.names),
			description: given.description,
			descriptions: given.descriptions && JSON.stringify(given.descriptions),
			wiki: given.wiki,
			wiki_html: html,
			moderator_only: given.moderatorOnly,
			required: given.required,
		};
		const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
		if (Object.keys(set).length === 0) return;
		await tx.updateTable('tags').set(set).where('id', '=', tagId).execute();
		await emit(tx, member.userId, 'tags.changed', { tagId, change: 'updated' });
	});
}

/**
 * Makes a word another name of a tag: who types it gets the tag. When the word is a tag itself, that tag is merged:
 * its items, followers and synonyms pass to the tag, and its own page is gone.
 *
 * @throws items.tag_not_found, items.tag_taken (a synonym of another tag, or the tag itself); common.invalid_input;
 *   refusals of the policy
 */
export async function addSynonym(db: Db, actor: Actor, tagId: TagId, word: string): Promise<void> {
	const member = itemPolicy.require(actor, 'editTag', relationsTo(actor, null, null));
	const slug = validate(
		z.object({
			slug: z
				.string()
				.transform(normaliseTag)
				.pipe(z.string().min(1, 'items.tag_shape').max(60, 'items.tag_too_long')),
		}),
		{ slug: word },
	).slug;
	await inTransaction(db, async (tx) => {
		const tag = await lockTag(tx, tagId);
		const taken = await tx
			.selectFrom('tag_synonyms')
			.select('tag_id')
			.where('slug', '=', slug)
			.executeTakeFirst();
		if (taken?.tag_id === tagId) return;
		if (taken || slug === tag.slug)
			throw itemError('tag_taken', { params: { tag: slug }, fields: { slug: 'items.tag_taken' } });
		const twin = await tx
			.selectFrom('tags')
			.select(['id', 'slug'])
			.where('slug', '=', slug)
			.forUpdate()
			.executeTakeFirst();
		if (twin) await mergeInto(tx, tag, twin);
		await tx.insertInto('tag_synonyms').values({ slug, tag_id: tagId }).execute();
		await emit(tx, member.userId, 'tags.changed', { tagId, change: twin ? 'merged' : 'synonym-added' });
	});
}

/** A word is another name no more; items keep the tag. @throws items.tag_not_found; refusals of the policy */
export async function removeSynonym(db: Db, actor: Actor, tagId: TagId, word: string): Promise<void> {
	const member = itemPolicy.require(actor, 'editTag', relationsTo(actor, null, null));
	await inTransaction(db, async (tx) => {
		await lockTag(tx, tagId);
		const gone = await tx
			.deleteFrom('tag_synonyms')
			.where('slug', '=', normaliseTag(word))
			.where('tag_id', '=', tagId)
			.returning('slug')
			.executeTakeFirst();
		if (gone) await emit(tx, member.userId, 'tags.changed', { tagId, change: 'synonym-removed' });
	});
}

async function lockTag(tx: Tx, tagId: TagId): Promise<{ id: TagId; slug: string }> {
	const tag = await tx
		.selectFrom('tags')
		.select(['id', 'slug'])
		.where('id', '=', tagId)
		.forNoKeyUpdate()
		.executeTakeFirst();
	if (!tag) throw itemError('tag_not_found', { detail: `There is no tag ${tagId}.` });
	return tag;
}

async function mergeInto(
	tx: Tx,
	tag: { id: TagId; slug: string },
	twin: { id: TagId; slug: string },
): Promise<void> {
	await sql`update items set tag_slugs = case when ${tag.slug} = any(tag_slugs) then array_remove(tag_slugs, ${twin.slug})
			else array_replace(tag_slugs, ${twin.slug}, ${tag.slug}) end
		where tag_slugs @> array[${twin.slug}]::text[]`.execute(tx);
	await sql`insert into item_tags (item_id, tag_id) select item_id, ${tag.id}::bigint from item_tags where tag_id = ${twin.id} on conflict do nothing`.execute(
		tx,
	);
	const moved =
		await sql`insert into follows (user_id, tag_id, created_at) select user_id, ${tag.id}::bigint, created_at from follows
		where tag_id = ${twin.id} on conflict do nothing returning 1`.execute(tx);
	await sql`update tags set follower_count = follower_count + ${moved.rows.length}::int where id = ${tag.id}`.execute(
		tx,
	);
	await sql`update tag_synonyms set tag_id = ${tag.id} where tag_id = ${twin.id}`.execute(tx);
	await tx.deleteFrom('tags').where('id', '=', twin.id).execute();
}
