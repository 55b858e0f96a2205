import type { ItemId, SpaceId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { addReplies } from './add-replies.ts';
import { addVotes } from './add-votes.ts';
import { ago } from './ago.ts';
import type { Demo, DemoItem } from './read-demo.ts';
import type { Bodies, Rendered } from './render-demo.ts';

/** Everything that can be opened, with its body, history, price, bounty, votes and replies. */
export async function addItems(
	tx: Tx,
	demo: Demo,
	people: People,
	tagIds: ReadonlyMap<string, number>,
	spaces: ReadonlyMap<string, SpaceId>,
	bodies: Bodies,
): Promise<void> {
	const ids = new Map<string, ItemId>();
	const parts = new Map<string, number>();
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
				.values({ sells: 'item', item_id: id, amount: item.price, currency: item.currency })
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
		await addReplies(tx, item, id, people, bodies);
	}
	await addDuplicates(tx, demo, people, ids);
}

// Closed by a moderator half-way between then and now.
async function addDuplicates(
	tx: Tx,
	demo: Demo,
	people: People,
	ids: ReadonlyMap<string, ItemId>,
): Promise<void> {
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

function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
