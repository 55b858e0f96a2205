import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { bounded } from '../../platform/cache/bounded.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Access } from '../entitlements/index.ts';
import { cardOf } from './card.ts';
import type { Closure, ItemPage, Reply } from './item.ts';
import { hrefOf, kinds } from './kinds.ts';
import { type BodyRow, bodyOf, glance, type ReplySort } from './page-statements.ts';
import { noReplies, readReplies } from './replies.ts';

/**
 * What a page shows that is the same for everybody who may read as much of it. People's names and pictures and related
 * items are not part of an item's version: they may lag by the cache's lifetime.
 */
const pages = bounded<ItemPage>(8 * 1024 * 1024);
let forgotten = 0;

export interface PageInput {
	replySort?: ReplySort;
	replyCursor?: string | null;
}

/**
 * Everything a page shows of an item that is not personal. When this reader may not have the whole body, the page
 * carries what stands before the fold and says `held`; the rest was not read from the database.
 *
 * One statement when this version of the page was read before in this process; three when not (four for a kind with
 * a table of its own).
 *
 * @returns null when there is no such item, it is a draft, or this reader may not know of it. Authors and moderators
 *   also get hidden and deleted items; `item.status` tells.
 */
export async function readItem(
	db: Db,
	actor: Actor,
	id: ItemId,
	input: PageInput = {},
): Promise<ItemPage | null> {
	const begun = forgotten;
	const reader = { id, user: actor.userId, staff: isStaff(actor), now: now() };
	const [seen] = await glance(db, reader);
	if (!seen || seen.level === 'none' || seen.status === 'draft') return null;
	const sort = input.replySort ?? 'top';
	const key = `${id} ${seen.version} ${seen.level} ${sort} ${input.replyCursor ?? ''}`;
	const cached = pages.get(key);
	if (cached) {
		// Views are no new version. The page stays the same object: what was rendered of it is known by that.
		cached.item.viewCount = seen.view_count;
		return cached;
	}

	const [row] = await bodyOf(db, reader);
	if (!row) return null;
	const held = row.level !== 'full';
	const asked = { id, acceptedReplyId: row.accepted_reply_id, commentCount: row.comment_count };
	const [shown, parts] = await Promise.all([
		held ? noReplies : readReplies(db, asked, { sort, cursor: input.replyCursor }),
		kinds.get(row.kind)?.read?.(db, id, !held),
	]);
	const page: ItemPage = {
		...parts,
		item: {
			...cardOf(row),
			html: row.html,
			headings: row.headings,
			words: row.words,
			hasMath: row.has_math,
			hasMermaid: row.has_mermaid,
			held,
			level: row.level as Exclude<Access, 'none'>,
			revision: row.revision,
			version: row.version,
			bountyEndsAt: row.bounty_ends_at,
			cash:
				row.cash_amount === null || row.cash_currency === null
					? null
					: { amount: row.cash_amount, currency: row.cash_currency },
			group:
				row.group_amount === null || row.group_size === null || row.price_amount === null
					? null
					: { amount: row.group_amount, size: row.group_size },
			tips: row.tips,
			partOf: row.part_of,
			reactions: row.reaction_counts,
			closure: closureOf(row),
			source: row.source,
		},
		...shown,
		related: row.related.map(cardOf),
	};
	// What was read before everything was forgotten may name what is out of sight now.
	if (begun === forgotten)
		pages.set(`${id} ${row.version} ${row.level} ${sort} ${input.replyCursor ?? ''}`, page, weightOf(page));
	return page;
}

function closureOf(row: BodyRow): Closure | null {
	const closure = row.closure;
	if (!closure) return null;
	const twin = closure.duplicateOf;
	return {
		reason: closure.reason,
		duplicateOf: twin && { id: twin.id, title: twin.title, href: hrefOf(twin) },
		actor: closure.actor,
		createdAt: new Date(closure.createdAt),
	};
}

/** Roughly what a page takes in memory: its texts at two bytes a character, and a kilobyte for each thing on it. */
function weightOf(page: ItemPage): number {
	const reply = (one: Reply): number =>
		1024 + 2 * one.html.length + one.comments.reduce((sum, comment) => sum + reply(comment), 0);
	const replies = [...page.replies.items, ...page.comments].reduce((sum, one) => sum + reply(one), 0);
	return 4096 + 2 * page.item.html.length + replies + 1024 * page.related.length;
}

const authors = new WeakMap<ItemPage, Set<number>>();

/** Whether somebody wrote the item or a reply that its page shows. */
export function wroteOnPage(page: ItemPage, userId: number): boolean {
	let known = authors.get(page);
	if (!known) {
		const replies = [
			...page.comments,
			...page.replies.items,
			...page.replies.items.flatMap((one) => one.comments),
		];
		known = new Set([page.item, ...replies].flatMap(({ author }) => (author ? [author.id] : [])));
		authors.set(page, known);
	}
	return known.has(userId);
}

/** Forgets all pages kept in this process: when something goes out of sight that any of them may name. */
export function forgetPages(): void {
	forgotten += 1;
	pages.clear();
}
