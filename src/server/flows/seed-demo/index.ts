import { now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import { reindexAll } from '../../modules/search/index.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { type Demo, type DemoItem, readDemo } from './read-demo.ts';
import { addTraces } from './traces.ts';
import { dealVotes } from './votes.ts';

const DAY = 86_400_000;

/** Handles of the demo that sign-ins are printed for, with what each shows. */
export const demoSignIns = [
	{ handle: 'mia-c', role: 'admin' },
	{ handle: 'lin-wei', role: 'moderator' },
	{ handle: 'he-ping', role: 'author' },
	{ handle: 'wu-tong', role: 'member' },
] as const;

/** The password of every demo account: printed at start, good for nothing but a laptop. */
export const demoPassword = 'stoa-demo-2026';

/**
 * Fills an empty database with the demo community. Does nothing when anybody is there already.
 *
 * @param dir the folder with people.yaml, tags.yaml, spaces.yaml and items/
 * @param passwordHash of {@link demoPassword}, as sign-in stores it
 * @param onProgress called after each item
 * @returns whether it was filled
 */
export async function seedDemo(
	db: Db,
	dir: string,
	passwordHash: string,
	onProgress?: (done: number, total: number) => void,
): Promise<boolean> {
	if (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) return false;
	const demo = readDemo(dir);
	// Rendering waits for nobody; only then is the database touched, in one go: a stopped start leaves nothing half-filled.
	const bodies = new Map<string, Rendered>();
	const render = async (source: string, base: 'post' | 'comment') => {
		bodies.set(`${base}:${source}`, await renderMarkdown(source, { base }));
	};
	for (const [done, item] of demo.items.entries()) {
		await render(item.source, 'post');
		for (const reply of item.replies)
			await render(reply.source, reply.kind === 'comment' ? 'comment' : 'post');
		onProgress?.(done + 1, demo.items.length);
	}
	const spaceAbouts = new Map(
		await Promise.all(
			demo.people.map(
				async (person) =>
					[person.handle, (await renderMarkdown(person.bio, { base: 'comment' })).html] as const,
			),
		),
	);
	await inTransaction(db, async (tx) => {
		const people = await addPeople(tx, demo, passwordHash, spaceAbouts);
		await addTags(tx, demo);
		const spaces = await addSpaces(tx, demo, people);
		await addItems(tx, demo, people, spaces, bodies);
		await addFollows(tx, demo, people);
		await addTraces(tx, people);
	});
	await reindexAll(db);
	await sql`analyze`.execute(db);
	return true;
}

type Rendered = Awaited<ReturnType<typeof renderMarkdown>>;
type People = Map<string, UserId>;

function ago(days: number): Date {
	return new Date(now().getTime() - days * DAY);
}

async function addPeople(tx: Tx, demo: Demo, password: string, bios: Map<string, string>): Promise<People> {
	const rows = await tx
		.insertInto('users')
		.values(
			demo.people.map((person) => ({
				handle: person.handle,
				name: person.shown ?? person.name,
				email: `${person.handle}@demo.stoa.example`,
				email_verified: true,
				face: JSON.stringify(person.face),
				role: person.role ?? 'member',
				locale: person.lang,
				time_zone: person.time_zone,
				headline: person.headline,
				bio: person.bio,
				bio_html: bios.get(person.handle) ?? '',
				expertise: person.expertise,
				origin: 'demo',
				created_at: ago(person.joined_days_ago),
			})),
		)
		.returning(['id', 'handle'])
		.execute();
	await tx
		.insertInto('identities')
		.values(
			rows.map(({ id }) => ({ user_id: id, account_id: String(id), provider_id: 'credential', password })),
		)
		.execute();
	return new Map(rows.map(({ id, handle }) => [handle, id]));
}

async function addTags(tx: Tx, demo: Demo): Promise<void> {
	const rows = await tx
		.insertInto('tags')
		.values(
			demo.tags.map((tag) => ({
				slug: tag.slug,
				name: tag.en,
				names: JSON.stringify({ 'zh-CN': tag.zh, en: tag.en }),
				description: tag.about_en,
				descriptions: JSON.stringify({ 'zh-CN': tag.about_zh, en: tag.about_en }),
			})),
		)
		.returning(['id', 'slug'])
		.execute();
	const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
	const slugs = new Set(demo.tags.map((tag) => tag.slug));
	const synonyms = new Map<string, number>();
	for (const tag of demo.tags) {
		for (const synonym of tag.synonyms ?? [])
			if (!slugs.has(synonym)) synonyms.set(synonym.toLowerCase(), ids.get(tag.slug)!);
	}
	if (synonyms.size > 0)
		await tx
			.insertInto('tag_synonyms')
			.values([...synonyms].map(([slug, tag_id]) => ({ slug, tag_id })))
			.execute();
}

async function addSpaces(tx: Tx, demo: Demo, people: People): Promise<Map<string, SpaceId>> {
	const ids = new Map<string, SpaceId>();
	for (const space of demo.spaces) {
		const { id } = await tx
			.insertInto('spaces')
			.values({
				slug: space.slug,
				name: space.en,
				names: JSON.stringify({ 'zh-CN': space.zh, en: space.en }),
				tagline: space.tagline_en,
				taglines: JSON.stringify({ 'zh-CN': space.tagline_zh, en: space.tagline_en }),
				about: space.about_en,
				abouts: JSON.stringify({ 'zh-CN': space.about_zh, en: space.about_en }),
				rules: JSON.stringify({ 'zh-CN': space.rules_zh, en: space.rules_en }),
				access: space.kind === 'paid' ? 'paid' : 'public',
				owner_id: people.get(space.owner) ?? null,
				created_at: ago(400),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		ids.set(space.slug, id);
		const role = (handle: string) =>
			handle === space.owner
				? 'owner'
				: space.moderators?.includes(handle)
					? 'moderator'
					: space.experts?.includes(handle)
						? 'expert'
						: 'member';
		// Everybody meets in the free spaces; in the paid one, those who run it and those who write there.
		const writers = new Set(
			demo.items.filter((item) => item.space === space.slug).map((item) => item.author),
		);
		const members = demo.people
			.map(({ handle }) => handle)
			.filter((handle) => space.kind !== 'paid' || role(handle) !== 'member' || writers.has(handle));
		await tx
			.insertInto('space_members')
			.values(
				members.map((handle) => ({
					space_id: id,
					user_id: people.get(handle)!,
					role: role(handle),
					invited: space.kind === 'paid',
				})),
			)
			.execute();
		for (const [period, months] of [
			['month', 1],
			['year', 12],
		] as const) {
			const price = space.price?.[period];
			if (price)
				await tx
					.insertInto('offers')
					.values({ space_id: id, months, ...price })
					.execute();
		}
	}
	return ids;
}

async function addItems(
	tx: Tx,
	demo: Demo,
	people: People,
	spaces: Map<string, SpaceId>,
	bodies: Map<string, Rendered>,
): Promise<void> {
	const tagIds = new Map(
		(await tx.selectFrom('tags').select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]),
	);
	const ids = new Map<string, ItemId>();
	const parts = new Map<string, number>();
	const earned = new Map<UserId, { amount: number; reason: string; itemId: ItemId; at: Date }[]>();
	const earn = (userId: UserId | undefined, amount: number, reason: string, itemId: ItemId, at: Date) => {
		if (userId && amount !== 0)
			earned.set(userId, [...(earned.get(userId) ?? []), { amount, reason, itemId, at }]);
	};
	// Columns first, so that their articles find them; then the oldest first, so that ids follow time.
	const ordered = [...demo.items].sort(
		(a, b) => Number(b.kind === 'column') - Number(a.kind === 'column') || b.days_ago - a.days_ago,
	);
	for (const item of ordered) {
		const authorId = people.get(item.author);
		const rendered = bodies.get(`post:${item.source}`)!;
		const published = ago(item.days_ago);
		const partOf = item.column ? ids.get(item.column) : undefined;
		if (item.column) parts.set(item.column, (parts.get(item.column) ?? 0) + 1);
		const top = item.replies.filter((reply) => reply.kind !== 'comment').length;
		const newest = Math.min(item.days_ago, ...item.replies.map((reply) => reply.daysAgo));
		const { id } = await tx
			.insertInto('items')
			.values({
				kind: item.kind,
				space_id: spaces.get(item.space)!,
				author_id: authorId ?? null,
				slug: item.slug.replace(/^(zh|en)-/, ''),
				title: item.title,
				excerpt: rendered.excerpt,
				language: item.lang,
				difficulty: item.difficulty ?? null,
				access: item.access,
				price_amount: item.access === 'paid' ? (item.price ?? null) : null,
				price_currency: item.access === 'paid' ? (item.currency ?? null) : null,
				part_of: partOf ?? null,
				part_number: partOf ? parts.get(item.column!)! : null,
				tag_slugs: item.tags,
				score: item.up - item.down,
				up_count: item.up,
				down_count: item.down,
				answer_count: top,
				comment_count: item.replies.filter((reply) => reply.kind === 'comment' && reply.root === null).length,
				reply_count: item.replies.length,
				view_count: item.views,
				reading_minutes: rendered.readingMinutes,
				bounty_amount: item.bounty ?? null,
				bounty_ends_at: item.bounty ? ago(-6) : null,
				pinned_at: item.pinned ? published : null,
				published_at: published,
				created_at: published,
				last_activity_at: ago(newest),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		ids.set(item.slug, id);
		await tx
			.insertInto('item_bodies')
			.values({
				item_id: id,
				source: item.source,
				html: rendered.html,
				preview_html:
					item.access === 'free' ? null : (rendered.previewHtml ?? `<p>${escapeHtml(rendered.excerpt)}</p>`),
				headings: JSON.stringify(rendered.headings),
				words: rendered.words,
				has_math: rendered.hasMath,
				has_mermaid: rendered.hasMermaid,
			})
			.execute();
		await tx
			.insertInto('item_tags')
			.values(item.tags.map((slug) => ({ item_id: id, tag_id: tagIds.get(slug)! })))
			.execute();
		await tx
			.insertInto('revisions')
			.values({
				item_id: id,
				number: 1,
				title: item.title,
				source: item.source,
				tag_slugs: item.tags,
				editor_id: authorId ?? null,
				created_at: published,
			})
			.execute();
		if (item.kind === 'snippet') await addSnippet(tx, id, item, rendered);
		if (item.access === 'paid' && item.price && item.currency)
			await tx
				.insertInto('offers')
				.values({ item_id: id, amount: item.price, currency: item.currency })
				.execute();
		if (item.bounty)
			await tx
				.insertInto('bounties')
				.values({
					item_id: id,
					offered_by: authorId ?? null,
					amount: item.bounty,
					starts_at: ago(1),
					ends_at: ago(-6),
				})
				.execute();
		await addVotes(tx, people, item.author, item, id, null, published);
		earn(authorId, item.up * (item.kind === 'question' ? 5 : 10) - item.down * 2, 'votes', id, published);
		await addReplies(tx, item, id, people, bodies, earn);
	}
	for (const item of demo.items) {
		const duplicateOf = item.closed_as_duplicate_of ? ids.get(item.closed_as_duplicate_of) : undefined;
		if (!duplicateOf) continue;
		const itemId = ids.get(item.slug)!;
		await tx
			.updateTable('items')
			.set({ closed_at: ago(item.days_ago / 2) })
			.where('id', '=', itemId)
			.execute();
		await tx
			.insertInto('closures')
			.values({
				item_id: itemId,
				reason: 'duplicate',
				duplicate_of: duplicateOf,
				actor_id: people.get('lin-wei') ?? null,
			})
			.execute();
		await tx
			.insertInto('item_links')
			.values({ item_id: itemId, target_id: duplicateOf, kind: 'duplicate' })
			.execute();
	}
	for (const [userId, entries] of earned) {
		await tx
			.insertInto('reputation_entries')
			.values(
				entries.map((entry) => ({
					user_id: userId,
					amount: entry.amount,
					reason: entry.reason,
					item_id: entry.itemId,
					created_at: entry.at,
				})),
			)
			.execute();
		const total = entries.reduce((sum, entry) => sum + entry.amount, 0);
		await tx.updateTable('users').set({ reputation: total }).where('id', '=', userId).execute();
	}
}

async function addSnippet(tx: Tx, id: ItemId, item: DemoItem, rendered: Rendered): Promise<void> {
	// The code of a snippet is the first code block of its text.
	const block = /```[\w+#-]*\n([\s\S]*?)\n```/.exec(item.source);
	const html = /<pre[\s\S]*?<\/pre>/.exec(rendered.html)?.[0] ?? '';
	await tx
		.insertInto('snippets')
		.values({
			item_id: id,
			language: item.language ?? 'text',
			code: block?.[1] ?? item.source,
			code_html: html,
		})
		.execute();
}

async function addReplies(
	tx: Tx,
	item: DemoItem,
	itemId: ItemId,
	people: People,
	bodies: Map<string, Rendered>,
	earn: (userId: UserId | undefined, amount: number, reason: string, itemId: ItemId, at: Date) => void,
): Promise<void> {
	const replyIds: number[] = [];
	let answers = 0;
	for (const reply of item.replies) {
		const rendered = bodies.get(`${reply.kind === 'comment' ? 'comment' : 'post'}:${reply.source}`)!;
		const createdAt = ago(reply.daysAgo);
		const authorId = people.get(reply.author);
		const index = replyIds.length;
		const { id } = await tx
			.insertInto('replies')
			.values({
				item_id: itemId,
				kind: reply.kind,
				root_id: reply.root === null ? null : replyIds[reply.root]!,
				parent_id: reply.parent === null ? null : replyIds[reply.parent]!,
				author_id: authorId ?? null,
				source: reply.source,
				html: rendered.html,
				has_math: rendered.hasMath,
				score: reply.up - reply.down,
				up_count: reply.up,
				down_count: reply.down,
				comment_count: item.replies.filter((other) => other.root === index).length,
				created_at: createdAt,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		replyIds.push(id);
		await tx
			.insertInto('revisions')
			.values({
				item_id: itemId,
				reply_id: id,
				number: 1,
				source: reply.source,
				editor_id: authorId ?? null,
				created_at: createdAt,
			})
			.execute();
		await addVotes(tx, people, reply.author, reply, itemId, id, createdAt);
		if (reply.kind !== 'comment') earn(authorId, reply.up * 10 - reply.down * 2, 'votes', itemId, createdAt);
		if (reply.kind === 'answer' && ++answers === item.accepted) {
			await tx.updateTable('items').set({ accepted_reply_id: id }).where('id', '=', itemId).execute();
			earn(authorId, 15, 'accepted', itemId, createdAt);
		}
	}
}

async function addVotes(
	tx: Tx,
	people: People,
	author: string,
	counts: { up: number; down: number },
	itemId: ItemId,
	replyId: number | null,
	after: Date,
): Promise<void> {
	const dealt = dealVotes(
		[...people.keys()].filter((handle) => handle !== author),
		counts,
		`${itemId}:${replyId}`,
	);
	if (dealt.length === 0) return;
	const span = now().getTime() - after.getTime();
	await tx
		.insertInto('votes')
		.values(
			dealt.map(({ handle, value }, i) => ({
				user_id: people.get(handle)!,
				item_id: itemId,
				reply_id: replyId,
				value,
				created_at: new Date(after.getTime() + (span * (i + 1)) / (dealt.length + 2)),
			})),
		)
		.execute();
}

async function addFollows(tx: Tx, demo: Demo, people: People): Promise<void> {
	const tagIds = new Map(
		(await tx.selectFrom('tags').select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]),
	);
	const rows = demo.people.flatMap((person) =>
		person.expertise
			.filter((slug) => tagIds.has(slug))
			.map((slug) => ({ user_id: people.get(person.handle)!, tag_id: tagIds.get(slug)! })),
	);
	const teachers = ['lin-wei', 'he-ping', 'ada-k', 'jonas-w'];
	const persons = demo.people.flatMap((person) =>
		teachers
			.filter((handle) => handle !== person.handle)
			.map((handle) => ({ user_id: people.get(person.handle)!, person_id: people.get(handle)! })),
	);
	await tx.insertInto('follows').values(rows).execute();
	await tx.insertInto('follows').values(persons).execute();
	await sql`update tags set follower_count = (select count(*) from follows where follows.tag_id = tags.id)`.execute(
		tx,
	);
}

function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
