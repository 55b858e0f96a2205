import type { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { kindNamed, spaceToPostIn } from './checks.ts';
import { itemError } from './errors.ts';
import { itemPolicy, relationsTo } from './policy.ts';
import { draftSchema } from './schemas.ts';

export type DraftInput = z.input<typeof draftSchema>;

export interface Draft {
	id: ItemId;
	kind: string;
	spaceId: SpaceId;
	title: string;
	source: string;
	tags: string[];
	language: string;
	difficulty: string | null;
	access: string;
	data: unknown;
	savedAt: Date;
}

/** More than a person keeps in mind, less than a script may fill a disk with. */
const draftsKept = 200;

/**
 * Keeps what was written so far: nothing is checked but sizes, so that an unfinished text is never lost. With
 * `draftId` the draft is written over. Needs no verified address.
 *
 * @throws common.invalid_input, items.kind_unknown, items.space_not_found, items.not_found, items.too_many_drafts
 */
export async function saveDraft(db: Db, actor: Actor, input: DraftInput): Promise<{ id: ItemId }> {
	const given = validate(draftSchema, input);
	const member = itemPolicy.require(actor, 'draft', relationsTo(actor, actor.userId, null));
	const kind = kindNamed(given.kind);
	return inTransaction(db, async (tx) => {
		await spaceToPostIn(tx, actor, given.spaceId);
		const values = {
			kind: kind.name,
			space_id: given.spaceId,
			title: given.title,
			language: given.language,
			difficulty: given.difficulty,
			access: given.access,
			tag_slugs: given.tags,
			last_activity_at: now(),
		};
		const id = given.draftId ?? (await newDraft(tx, member.userId, values));
		if (given.draftId !== undefined) await writeOver(tx, member.userId, given.draftId, values);
		await sql`insert into item_bodies (item_id, source, html) values (${id}, ${given.source}, '')
			on conflict (item_id) do update set source = excluded.source`.execute(tx);
		await sql`insert into revisions (item_id, number, title, source, data, editor_id)
			values (${id}, 1, ${given.title}, '', ${given.data === undefined ? null : JSON.stringify(given.data)}::jsonb, ${member.userId})
			on conflict (item_id, reply_id, number) do update set data = excluded.data`.execute(tx);
		return { id };
	});
}

interface DraftValues {
	kind: string;
	space_id: number;
	title: string;
	last_activity_at: Date;
}

async function newDraft(tx: Db, userId: number, values: DraftValues): Promise<ItemId> {
	const { count } = await tx
		.selectFrom('items')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('author_id', '=', userId)
		.where('status', '=', 'draft')
		.executeTakeFirstOrThrow();
	if (Number(count) >= draftsKept) throw itemError('too_many_drafts', { params: { max: draftsKept } });
	const at = now();
	const { id } = await tx
		.insertInto('items')
		.values({
			...values,
			author_id: userId,
			slug: 'draft',
			status: 'draft',
			created_at: at,
			published_at: at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

async function writeOver(tx: Db, userId: number, id: ItemId, values: DraftValues): Promise<void> {
	const row = await tx
		.updateTable('items')
		.set(values)
		.where('id', '=', id)
		.where('author_id', '=', userId)
		.where('status', '=', 'draft')
		.returning('id')
		.executeTakeFirst();
	if (!row) throw itemError('not_found', { detail: `There is no draft ${id} of this author.` });
}

function draftsOf(db: Db, userId: number) {
	return db
		.selectFrom('items as i')
		.innerJoin('item_bodies as b', 'b.item_id', 'i.id')
		.leftJoin('revisions as r', (join) =>
			join.onRef('r.item_id', '=', 'i.id').on('r.reply_id', 'is', null).on('r.number', '=', 1),
		)
		.select([
			'i.id',
			'i.kind',
			'i.space_id as spaceId',
			'i.title',
			'b.source',
			'i.tag_slugs as tags',
			'i.language',
			'i.difficulty',
			'i.access',
			'r.data',
			'i.last_activity_at as savedAt',
			'i.created_at as createdAt',
		])
		.where('i.author_id', '=', userId)
		.where('i.status', '=', 'draft');
}

/** The actor's drafts, the newest first; nobody else sees them. One statement. */
export async function listDrafts(
	db: Db,
	actor: Actor,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Draft>> {
	const member = itemPolicy.require(actor, 'draft', relationsTo(actor, actor.userId, null));
	const limit = Math.min(Math.max(input.limit ?? 20, 1), 100);
	const after = decodeCursor(input.cursor, ['integer']);
	const rows = await draftsOf(db, member.userId)
		.$if(after !== null, (query) => query.where('i.id', '<', after![0] as number))
		.orderBy('i.id', 'desc')
		.limit(limit + 1)
		.execute();
	return cutPage(rows, limit, (row) => [row.id]);
}

/** One of the actor's drafts; null when there is none. One statement. */
export async function readDraft(db: Db, actor: Actor, id: ItemId): Promise<Draft | null> {
	if (actor.userId === null) return null;
	return (await draftsOf(db, actor.userId).where('i.id', '=', id).executeTakeFirst()) ?? null;
}

/** Throws a draft away for good. @throws items.not_found */
export async function discardDraft(db: Db, actor: Actor, id: ItemId): Promise<void> {
	const member = itemPolicy.require(actor, 'draft', relationsTo(actor, actor.userId, null));
	const row = await db
		.deleteFrom('items')
		.where('id', '=', id)
		.where('author_id', '=', member.userId)
		.where('status', '=', 'draft')
		.returning('id')
		.executeTakeFirst();
	if (!row) throw itemError('not_found', { detail: `There is no draft ${id} of this author.` });
}
