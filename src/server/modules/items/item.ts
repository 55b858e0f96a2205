import type { ItemId, ReplyId, SpaceId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Page } from '../../kernel/pagination.ts';
import type { PersonCard } from '../accounts/index.ts';
import type { Access } from '../entitlements/index.ts';
import type { Localised, SpaceAccess } from '../spaces/index.ts';
import type { ReplyKind } from './kinds.ts';

export type ItemStatus = 'draft' | 'published' | 'held' | 'hidden' | 'deleted';
export type ItemAccess = 'free' | 'members' | 'paid';
export type Difficulty = 'beginner' | 'intermediate' | 'advanced';

/** An item as it stands in a list. */
export interface ItemCard {
	id: ItemId;
	kind: string;
	/** First part of the address, e.g. `questions`. */
	path: string;
	slug: string;
	href: string;
	title: string;
	excerpt: string;
	language: string;
	difficulty: Difficulty | null;
	access: ItemAccess;
	price: Money | null;
	status: ItemStatus;
	score: number;
	/** Answers or posts. */
	answerCount: number;
	/** Comments under the item itself. */
	commentCount: number;
	/** Every reply of any kind. */
	replyCount: number;
	viewCount: number;
	bookmarkCount: number;
	readingMinutes: number;
	tags: string[];
	author: PersonCard | null;
	/** Shown when there is no account. */
	authorName: string;
	space: { id: SpaceId; slug: string; name: string; names: Localised; access: SpaceAccess };
	accepted: boolean;
	closed: boolean;
	locked: boolean;
	pinned: boolean;
	/** Points offered for an answer, while the offer runs. */
	bounty: number | null;
	communityWiki: boolean;
	publishedAt: Date;
	lastActivityAt: Date;
	editedAt: Date | null;
}

export interface Heading {
	id: string;
	text: string;
	level: number;
}

/** Where an imported text comes from. */
export interface Source {
	site: string;
	url: string;
	authorName: string | null;
	authorUrl: string | null;
	licence: string;
	licenceUrl: string;
}

export interface Reply {
	id: ReplyId;
	kind: ReplyKind;
	/** The answer or post a comment stands under; null under the item itself. */
	rootId: ReplyId | null;
	/** What it replies to: an answer, a post or another comment. */
	parentId: ReplyId | null;
	html: string;
	hasMath: boolean;
	author: PersonCard | null;
	authorName: string;
	score: number;
	revision: number;
	accepted: boolean;
	communityWiki: boolean;
	createdAt: Date;
	editedAt: Date | null;
	source: Source | null;
	/** How many people reacted with each emoji. */
	reactions: Record<string, number>;
	/** Oldest first, at most {@link commentsShown}; the rest by `listComments`. */
	comments: Reply[];
	/** How many more there are than shown. */
	moreComments: number;
	/** Reads on after the comments shown; null when all are. */
	commentCursor: string | null;
}

export interface Closure {
	reason: string;
	duplicateOf: { id: ItemId; title: string; href: string } | null;
	actor: { handle: string; name: string } | null;
	createdAt: Date;
}

/** What kinds add to a page: each kind's module declares its own part by augmenting this. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the modules of kinds
export interface KindParts {}

/** Everything a page shows of an item that is not personal. Shared between readers through a cache: do not change it. */
export interface ItemPage extends Partial<KindParts> {
	item: ItemCard & {
		/** The whole body, or what stands before the fold when {@link held}. */
		html: string;
		headings: Heading[];
		words: number;
		hasMath: boolean;
		hasMermaid: boolean;
		/** The body was cut at the preview: this reader lacks the entitlement. */
		held: boolean;
		level: Exclude<Access, 'none'>;
		revision: number;
		/** Grows with every change that a reader can see. */
		version: number;
		bountyEndsAt: Date | null;
		/** Money that is held for the accepted answer. */
		cash: Money | null;
		/** What each pays, and of how many, when it is bought together; in the currency of the price. */
		group: { amount: number; size: number } | null;
		/** True when its author takes tips. */
		tips: boolean;
		partOf: ItemId | null;
		/** How many people reacted with each emoji. */
		reactions: Record<string, number>;
		closure: Closure | null;
		source: Source | null;
	};
	/** Answers or posts, the accepted one first. None, and no comments, while the body is held. */
	replies: Page<Reply>;
	/** Comments under the item itself, oldest first. */
	comments: Reply[];
	moreComments: number;
	commentCursor: string | null;
	related: ItemCard[];
}
