import type { Actor, Role } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, SpaceId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type ReplyKind, registerKind } from './kinds.ts';

/*
 * Builders for tests: each makes the rows it needs, parents included, and gives back what tests ask for. They
 * write tables directly and emit no facts, so that a test starts from a quiet database.
 */

/** The kinds of a plain site without the modules of kinds, for tests of the spine itself. */
export function plainKinds(): void {
	const kind = (name: string, path: string, replyKinds: ReplyKind[], minTags = 0) =>
		registerKind({
			name,
			path,
			icon: 'circle',
			replyKinds,
			acceptsAnswer: name === 'question',
			schemaOrgType: 'CreativeWork',
			tags: { min: minTags, max: 5 },
			minBody: 2,
		});
	kind('question', 'questions', ['answer', 'comment'], 1);
	kind('discussion', 'discussions', ['post', 'comment']);
	kind('article', 'articles', ['comment']);
	kind('column', 'columns', ['comment']);
}

let serial = 0;

/** A word that no other builder of this process has given. */
export function unique(prefix: string): string {
	serial += 1;
	return `${prefix}-${process.pid.toString(36)}-${serial.toString(36)}`;
}

export interface PersonBuilt {
	id: UserId;
	handle: string;
	name: string;
	actor: Actor;
}

/** A person who may act; `actor` is what use cases take. */
export async function aPerson(
	db: Db,
	given: {
		handle?: string;
		name?: string;
		role?: Exclude<Role, 'visitor'>;
		emailVerified?: boolean;
		suspended?: boolean;
		reputation?: number;
		locale?: string;
	} = {},
): Promise<PersonBuilt> {
	const handle = given.handle ?? unique('p');
	const role = given.role ?? 'member';
	const emailVerified = given.emailVerified ?? true;
	const name = given.name ?? `Person ${handle}`;
	const { id } = await db
		.insertInto('users')
		.values({
			handle,
			name,
			email: `${handle}@example.org`,
			email_verified: emailVerified,
			role,
			reputation: given.reputation ?? 0,
			locale: given.locale ?? 'zh-CN',
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	if (given.suspended) await db.insertInto('suspensions').values({ user_id: id, reason: 'test' }).execute();
	return {
		id,
		handle,
		name,
		actor: { userId: id, role, emailVerified, suspended: given.suspended ?? false, scopes: null },
	};
}

export interface SpaceBuilt {
	id: SpaceId;
	slug: string;
	access: 'public' | 'paid' | 'private';
}

/** A space with the members given. */
export async function aSpace(
	db: Db,
	given: {
		slug?: string;
		name?: string;
		access?: SpaceBuilt['access'];
		ownerId?: UserId;
		members?: (
			| UserId
			| { id: UserId; role?: 'owner' | 'moderator' | 'expert' | 'member'; invited?: boolean }
		)[];
	} = {},
): Promise<SpaceBuilt> {
	const slug = given.slug ?? unique('s');
	const access = given.access ?? 'public';
	const { id } = await db
		.insertInto('spaces')
		.values({ slug, name: given.name ?? `Space ${slug}`, access, owner_id: given.ownerId ?? null })
		.returning('id')
		.executeTakeFirstOrThrow();
	const members = (given.members ?? []).map((member) =>
		typeof member === 'number' ? { id: member } : member,
	);
	const rows = members.map((member) => ({
		space_id: id,
		user_id: member.id,
		role: 'role' in member && member.role ? member.role : 'member',
		invited: 'invited' in member ? (member.invited ?? false) : false,
	}));
	if (given.ownerId) rows.push({ space_id: id, user_id: given.ownerId, role: 'owner', invited: false });
	if (rows.length > 0) await db.insertInto('space_members').values(rows).execute();
	return { id, slug, access };
}

export interface ItemBuilt {
	id: ItemId;
	kind: string;
	slug: string;
	spaceId: SpaceId;
	authorId: UserId;
}

/** A published question in a public space of its own, unless told otherwise. */
export async function anItem(
	db: Db,
	given: {
		kind?: string;
		title?: string;
		slug?: string;
		spaceId?: SpaceId;
		authorId?: UserId;
		source?: string;
		html?: string;
		previewHtml?: string | null;
		excerpt?: string;
		language?: string;
		access?: 'free' | 'members' | 'paid';
		status?: 'draft' | 'published' | 'held' | 'hidden' | 'deleted';
		tags?: string[];
		score?: number;
		answerCount?: number;
		publishedAt?: Date;
		price?: { amount: number; currency: string };
		partOf?: ItemId;
	} = {},
): Promise<ItemBuilt> {
	const spaceId = given.spaceId ?? (await aSpace(db)).id;
	const authorId = given.authorId ?? (await aPerson(db)).id;
	const slug = given.slug ?? unique('item');
	const publishedAt = given.publishedAt ?? now();
	const source = given.source ?? `The text of ${slug}, long enough to be read.`;
	const tags = given.tags ?? [];
	const tagIds = tags.length > 0 ? await theTags(db, tags) : [];
	const kind = given.kind ?? 'question';
	const { id } = await db
		.insertInto('items')
		.values({
			kind,
			space_id: spaceId,
			author_id: authorId,
			slug,
			title: given.title ?? `Title of ${slug}`,
			excerpt: given.excerpt ?? source.slice(0, 160),
			language: given.language ?? 'en',
			access: given.access ?? 'free',
			status: given.status ?? 'published',
			tag_slugs: tags,
			score: given.score ?? 0,
			up_count: Math.max(given.score ?? 0, 0),
			answer_count: given.answerCount ?? 0,
			reply_count: given.answerCount ?? 0,
			price_amount: given.price?.amount ?? null,
			price_currency: given.price?.currency ?? null,
			part_of: given.partOf ?? null,
			part_number: given.partOf ? 1 : null,
			published_at: publishedAt,
			created_at: publishedAt,
			last_activity_at: publishedAt,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const held = given.access === 'members' || given.access === 'paid';
	await db
		.insertInto('item_bodies')
		.values({
			item_id: id,
			source,
			html: given.html ?? `<p>${source}</p>`,
			preview_html: given.previewHtml !== undefined ? given.previewHtml : held ? '<p>Preview.</p>' : null,
			words: source.split(/\s+/).length,
		})
		.execute();
	await db
		.insertInto('revisions')
		.values({
			item_id: id,
			number: 1,
			title: given.title ?? `Title of ${slug}`,
			source,
			tag_slugs: tags,
			editor_id: authorId,
		})
		.execute();
	if (tagIds.length > 0) {
		await db
			.insertInto('item_tags')
			.values(tagIds.map((tagId) => ({ item_id: id, tag_id: tagId })))
			.execute();
	}
	return { id, kind, slug, spaceId, authorId };
}

export interface ReplyBuilt {
	id: ReplyId;
	itemId: ItemId;
	authorId: UserId;
}

/** A published answer, unless `kind` says otherwise; counters of the item and of the root are kept. */
export async function aReply(
	db: Db,
	given: {
		itemId: ItemId;
		kind?: 'answer' | 'post' | 'comment';
		parentId?: ReplyId;
		authorId?: UserId;
		source?: string;
		score?: number;
		status?: 'published' | 'held' | 'hidden' | 'deleted';
		createdAt?: Date;
	},
): Promise<ReplyBuilt> {
	const authorId = given.authorId ?? (await aPerson(db)).id;
	const kind = given.kind ?? 'answer';
	const source = given.source ?? `A reply that says something (${unique('r')}).`;
	let rootId: ReplyId | null = null;
	if (given.parentId) {
		const parent = await db
			.selectFrom('replies')
			.select(['id', 'root_id', 'kind'])
			.where('id', '=', given.parentId)
			.executeTakeFirstOrThrow();
		rootId = parent.kind === 'comment' ? parent.root_id : parent.id;
	}
	const { id } = await db
		.insertInto('replies')
		.values({
			item_id: given.itemId,
			kind,
			root_id: rootId,
			parent_id: given.parentId ?? null,
			author_id: authorId,
			source,
			html: `<p>${source}</p>`,
			status: given.status ?? 'published',
			score: given.score ?? 0,
			up_count: Math.max(given.score ?? 0, 0),
			created_at: given.createdAt ?? now(),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('revisions')
		.values({ item_id: given.itemId, reply_id: id, number: 1, source, editor_id: authorId })
		.execute();
	if ((given.status ?? 'published') === 'published') {
		const root = kind !== 'comment' ? 1 : 0;
		const own = kind === 'comment' && rootId === null ? 1 : 0;
		await sql`update items set reply_count = reply_count + 1, answer_count = answer_count + ${root}::int,
			comment_count = comment_count + ${own}::int where id = ${given.itemId}`.execute(db);
		if (rootId !== null)
			await sql`update replies set comment_count = comment_count + 1 where id = ${rootId}`.execute(db);
	}
	return { id, itemId: given.itemId, authorId };
}

/** Makes the tags that are not there yet. @returns their ids in the order given */
export async function theTags(db: Db, slugs: string[]): Promise<number[]> {
	await db
		.insertInto('tags')
		.values(slugs.map((slug) => ({ slug, name: slug })))
		.onConflict((conflict) => conflict.column('slug').doNothing())
		.execute();
	const rows = await db.selectFrom('tags').select(['id', 'slug']).where('slug', 'in', slugs).execute();
	const ids = new Map(rows.map((row) => [row.slug, row.id]));
	return slugs.map((slug) => ids.get(slug)!);
}

/** Gives a person what a purchase would give: an item, or a whole space. */
export async function anEntitlement(
	db: Db,
	given: {
		userId: UserId;
		itemId?: ItemId;
		spaceId?: SpaceId;
		startsAt?: Date;
		endsAt?: Date;
		revokedAt?: Date;
	},
): Promise<number> {
	const { id } = await db
		.insertInto('entitlements')
		.values({
			user_id: given.userId,
			item_id: given.itemId ?? null,
			space_id: given.spaceId ?? null,
			source: 'purchase',
			source_ref: unique('order'),
			// By the clock that readers go by: the database's is finer, and "now" there may be after a reader's.
			starts_at: given.startsAt ?? now(),
			ends_at: given.endsAt ?? null,
			revoked_at: given.revokedAt ?? null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
