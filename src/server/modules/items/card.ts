import { now } from '../../kernel/clock.ts';
import type { Currency } from '../../kernel/money.ts';
import type { PersonCard } from '../accounts/index.ts';
import type { Localised, SpaceAccess } from '../spaces/index.ts';
import type { Difficulty, ItemAccess, ItemCard, ItemStatus } from './item.ts';
import { hrefOf, pathOf } from './kinds.ts';

/** The columns of a person's card, over `users u`, with their names prefixed so that they never clash. */
export const personColumns = `u.id as p_id, u.handle as p_handle, u.name as p_name, u.image as p_image, u.face as p_face,
	u.reputation as p_reputation, u.role as p_role, u.headline as p_headline, u.expert as p_expert`;

/** The columns of an item's card, over `items i`, `spaces s` and `users u`. Bodies are not among them. */
export const cardColumns = `i.id, i.kind, i.slug, i.title, i.excerpt, i.language, i.difficulty, i.access, i.status,
	i.price_amount, i.price_currency, i.score, i.answer_count, i.comment_count, i.reply_count, i.view_count, i.bookmark_count,
	i.reading_minutes, i.tag_slugs, i.author_name, i.accepted_reply_id, i.closed_at, i.locked_at, i.pinned_at,
	i.bounty_amount, i.bounty_ends_at, i.community_wiki, i.published_at, i.last_activity_at, i.edited_at,
	i.space_id, s.slug as s_slug, s.name as s_name, s.names as s_names, s.access as s_access, ${personColumns}`;

/** What {@link cardColumns} reads from, to stand after `items i`. */
export const cardJoins = 'join spaces s on s.id = i.space_id left join users u on u.id = i.author_id';

export interface PersonRow {
	p_id: number | null;
	p_handle: string;
	p_name: string;
	p_image: string | null;
	p_face: unknown;
	p_reputation: number;
	p_role: PersonCard['role'];
	p_headline: string;
	p_expert: boolean;
}

export interface CardRow extends PersonRow {
	id: number;
	kind: string;
	slug: string;
	title: string;
	excerpt: string;
	language: string;
	difficulty: Difficulty | null;
	access: ItemAccess;
	status: ItemStatus;
	price_amount: number | null;
	price_currency: Currency | null;
	score: number;
	answer_count: number;
	comment_count: number;
	reply_count: number;
	view_count: number;
	bookmark_count: number;
	reading_minutes: number;
	tag_slugs: string[];
	author_name: string | null;
	accepted_reply_id: number | null;
	closed_at: Date | null;
	locked_at: Date | null;
	pinned_at: Date | null;
	bounty_amount: number | null;
	bounty_ends_at: Date | null;
	community_wiki: boolean;
	published_at: Date;
	last_activity_at: Date;
	edited_at: Date | null;
	space_id: number;
	s_slug: string;
	s_name: string;
	s_names: Localised;
	s_access: SpaceAccess;
}

export function personOf(row: PersonRow): PersonCard | null {
	if (row.p_id === null) return null;
	return {
		id: row.p_id,
		handle: row.p_handle,
		name: row.p_name,
		image: row.p_image,
		face: row.p_face,
		reputation: row.p_reputation,
		role: row.p_role,
		headline: row.p_headline,
		expert: row.p_expert,
	};
}

/** @param row as the driver reads it, or out of a JSON aggregate, where times are text */
export function cardOf(row: CardRow): ItemCard {
	const author = personOf(row);
	const offered =
		row.bounty_amount !== null && row.bounty_ends_at !== null && new Date(row.bounty_ends_at) > now();
	return {
		id: row.id,
		kind: row.kind,
		path: pathOf(row.kind),
		slug: row.slug,
		href: hrefOf(row),
		title: row.title,
		excerpt: row.excerpt,
		language: row.language,
		difficulty: row.difficulty,
		access: row.access,
		price:
			row.price_amount === null || row.price_currency === null
				? null
				: { amount: row.price_amount, currency: row.price_currency },
		status: row.status,
		score: row.score,
		answerCount: row.answer_count,
		commentCount: row.comment_count,
		replyCount: row.reply_count,
		viewCount: row.view_count,
		bookmarkCount: row.bookmark_count,
		readingMinutes: row.reading_minutes,
		tags: row.tag_slugs,
		author,
		authorName: author?.name ?? row.author_name ?? '',
		space: { id: row.space_id, slug: row.s_slug, name: row.s_name, names: row.s_names, access: row.s_access },
		accepted: row.accepted_reply_id !== null,
		closed: row.closed_at !== null,
		locked: row.locked_at !== null,
		pinned: row.pinned_at !== null,
		bounty: offered ? row.bounty_amount : null,
		communityWiki: row.community_wiki,
		publishedAt: new Date(row.published_at),
		lastActivityAt: new Date(row.last_activity_at),
		editedAt: row.edited_at && new Date(row.edited_at),
	};
}
