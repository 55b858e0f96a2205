import { z } from '@hono/zod-openapi';
import { emojis } from '../../modules/items/index.ts';
import { count, id, listOf, localised, money, personCard, text, time } from './common.ts';

export const language = z.enum(['zh-CN', 'en']);
export const difficulty = z.enum(['beginner', 'intermediate', 'advanced']);
export const access = z.enum(['free', 'members', 'paid']);
export const status = z
	.enum(['draft', 'published', 'held', 'hidden', 'deleted'])
	.openapi({ example: 'published' });
const reactions = z
	.record(z.enum(emojis), z.int().optional())
	.openapi({ example: { rocket: 2 }, description: 'How many people reacted with each emoji.' });

export const itemCardShape = {
	id: id(),
	kind: text('question').openapi({
		description: 'question, article, column, discussion, snippet or a kind added since.',
	}),
	path: text('questions'),
	slug: text('why-is-my-index-not-used'),
	href: text('/questions/42/why-is-my-index-not-used').openapi({ description: 'Where people read it.' }),
	title: text('Why is my index not used?'),
	excerpt: text('A query over a million rows scans the whole table although …'),
	language,
	difficulty: difficulty.nullable(),
	access,
	price: money.nullable(),
	status,
	score: z.int().openapi({ example: 12 }),
	answerCount: count(2).openapi({ description: 'Answers or posts.' }),
	commentCount: count(1).openapi({ description: 'Comments under the item itself.' }),
	replyCount: count(6),
	viewCount: count(310),
	bookmarkCount: count(4),
	readingMinutes: count(3),
	tags: z.array(z.string()).openapi({ example: ['postgresql', 'indexes'] }),
	author: personCard.nullable().openapi({ description: 'null when there is no account any more.' }),
	authorName: text('林青'),
	space: z.object({
		id: id(1),
		slug: text('commons'),
		name: text('Commons'),
		names: localised,
		access: z.enum(['public', 'paid', 'private']),
	}),
	accepted: z.boolean().openapi({ description: 'An answer was accepted.' }),
	closed: z.boolean(),
	locked: z.boolean(),
	pinned: z.boolean(),
	bounty: z
		.int()
		.nullable()
		.openapi({ example: null, description: 'Points offered for an answer, while the offer runs.' }),
	communityWiki: z.boolean(),
	publishedAt: time(),
	lastActivityAt: time('2025-06-02T10:00:00.000Z'),
	editedAt: time().nullable(),
};

export const itemCard = z
	.object(itemCardShape)
	.openapi('ItemCard', { description: 'An item as it stands in a list.' });
export const itemList = listOf(itemCard);

const origin = z
	.object({
		site: text('quantum.stackexchange.com'),
		url: text('https://quantum.stackexchange.com/q/12'),
		authorName: z.string().nullable(),
		authorUrl: z.string().nullable(),
		licence: text('CC BY-SA 4.0'),
		licenceUrl: text('https://creativecommons.org/licenses/by-sa/4.0/'),
	})
	.openapi('Origin', { description: 'Where an imported text comes from.' });

const replyShape = {
	id: id(99),
	kind: z.enum(['answer', 'post', 'comment']),
	rootId: id(99)
		.nullable()
		.openapi({ description: 'The answer or post that a comment stands under; null under the item itself.' }),
	parentId: id(99).nullable(),
	html: text('<p>Because of the cast.</p>'),
	hasMath: z.boolean(),
	author: personCard.nullable(),
	authorName: text('林青'),
	score: z.int().openapi({ example: 5 }),
	revision: z.int().positive().openapi({ example: 1 }),
	accepted: z.boolean(),
	communityWiki: z.boolean(),
	createdAt: time(),
	editedAt: time().nullable(),
	source: origin.nullable(),
	reactions,
};

export const comment = z
	.object(replyShape)
	.openapi('Comment', { description: 'A comment; `parentId` is what it replies to.' });
export const commentList = listOf(comment);
const comments = z.object({
	data: z.array(comment),
	more: count(0).openapi({ description: 'How many there are beside those.' }),
	next: z.string().nullable().openapi({ example: null, description: 'Cursor for the list of comments.' }),
});
export const reply = z
	.object({ ...replyShape, comments })
	.openapi('Reply', { description: 'An answer or a post, with its first comments.' });
export const replyList = listOf(reply);

const link = z.object({ title: text('Reading a plan'), href: text('/articles/43/reading-a-plan') });

export const item = z
	.object({
		...itemCardShape,
		html: text('<p>A query over a million rows …</p>').openapi({
			description: 'The whole body, or what stands before the fold when `held`.',
		}),
		headings: z.array(
			z.object({ id: text('h-plan'), text: text('The plan'), level: z.int().openapi({ example: 2 }) }),
		),
		words: count(420),
		hasMath: z.boolean(),
		hasMermaid: z.boolean(),
		held: z
			.boolean()
			.openapi({ description: 'The body was cut at the preview: this reader lacks the entitlement.' }),
		level: z.enum(['full', 'preview']),
		revision: z
			.int()
			.positive()
			.openapi({ example: 3, description: 'What If-Match must name to change it.' }),
		version: z
			.int()
			.nonnegative()
			.openapi({ example: 17, description: 'Grows with every change that a reader can see.' }),
		bountyEndsAt: time().nullable(),
		tips: z.boolean().openapi({ description: 'Its author takes tips.' }),
		cash: money.nullable().openapi({ description: 'Money that is held for the accepted answer.' }),
		group: z
			.object({ amount: z.int().positive(), size: z.int().min(2) })
			.nullable()
			.openapi({ description: 'What each pays, and of how many, when it is bought together.' }),
		partOf: id().nullable().openapi({ description: 'The column that an article stands in.' }),
		reactions,
		closure: z
			.object({
				reason: text('duplicate'),
				duplicateOf: z
					.object({
						id: id(41),
						title: text('Index not used with a cast'),
						href: text('/questions/41/index-not-used'),
					})
					.nullable(),
				actor: z.object({ handle: text('lin-qing'), name: text('林青') }).nullable(),
				createdAt: time(),
			})
			.nullable(),
		source: origin.nullable(),
		replies: replyList.openapi({
			description: 'Answers or posts, the accepted one first; none while the body is held.',
		}),
		comments,
		related: z.array(itemCard),
		column: link
			.extend({
				id: id(40),
				position: z.int().openapi({ example: 1 }),
				total: z.int().openapi({ example: 5 }),
				previous: link.nullable(),
				next: link.nullable(),
			})
			.optional()
			.openapi({ description: "An article's place in its column." }),
		snippet: z
			.object({
				language: text('sql'),
				code: z.string().nullable(),
				codeHtml: z.string().nullable(),
				lines: count(12),
				forkCount: count(0),
				forkedFrom: z
					.object({
						id: id(),
						title: text('Count by hour'),
						href: text('/snippets/44/count-by-hour'),
						author: text('林青'),
					})
					.nullable(),
			})
			.optional()
			.openapi({ description: 'What only a snippet has.' }),
	})
	.openapi('Item', { description: 'An item with everything its page shows that is not personal.' });

export const itemSource = z
	.object({
		id: id(),
		kind: text('question'),
		spaceId: id(1),
		revision: z.int().positive().openapi({ example: 3 }),
		title: text('Why is my index not used?'),
		source: text('A query over a million rows …'),
		tags: z.array(z.string()).openapi({ example: ['postgresql'] }),
		language,
		difficulty: difficulty.nullable(),
		access,
		data: z.unknown().openapi({ description: 'What only this kind has, e.g. the code of a snippet.' }),
	})
	.openapi('ItemSource', { description: 'An item as it was written: Markdown.' });

export const replySource = z
	.object({
		id: id(99),
		itemId: id(),
		kind: z.enum(['answer', 'post', 'comment']),
		revision: z.int().positive().openapi({ example: 1 }),
		source: text('Because of the cast.'),
	})
	.openapi('ReplySource', { description: 'A reply as it was written: Markdown.' });

/** Where a text stands that was just written. */
const stands = z.enum(['published', 'held', 'hidden']).openapi({
	example: 'published',
	description: 'held: it waits for a moderator to look; until then its author and moderators see it.',
});
export const made = z
	.object({ id: id(), kind: text('question'), slug: text('why-is-my-index-not-used'), status: stands })
	.openapi('ItemMade');
export const revised = z.object({
	revision: z.int().positive().openapi({ example: 4 }),
	slug: text('why-is-my-index-not-used'),
	status: stands,
});
export const said = z.object({ id: id(99), status: stands });

export const voted = z
	.object({ score: z.int().openapi({ example: 13 }), value: z.int().min(-1).max(1).openapi({ example: 1 }) })
	.openapi('Voted');
export const reacted = z.object({ counts: reactions }).openapi('Reacted');

export const state = z
	.object({
		votes: z.array(
			z.object({ replyId: id(99).nullable(), value: z.int().min(-1).max(1).openapi({ example: 1 }) }),
		),
		reactions: z.array(z.object({ replyId: id(99).nullable(), emoji: z.enum(emojis) })),
		bookmarked: z.boolean(),
		following: z.boolean(),
		outOfSight: z
			.array(
				z.object({
					id: id(99),
					kind: z.enum(['answer', 'post', 'comment']),
					status: z.enum(['held', 'hidden']),
					revision: z.int().positive().openapi({ example: 1 }),
					html: text('<p>…</p>'),
					at: text('2025-06-02T10:00:00.000Z'),
				}),
			)
			.openapi({ description: 'My replies here that only I and moderators see.' }),
		can: z
			.record(z.string(), z.boolean())
			.openapi({ example: { vote: true, edit: false }, description: 'What this person may do here.' }),
	})
	.openapi('PersonalState');

const revisionShape = {
	number: z.int().positive().openapi({ example: 2 }),
	editor: z.object({ handle: text('lin-qing'), name: text('林青') }).nullable(),
	editorName: text('林青'),
	comment: text('Clearer title'),
	createdAt: time(),
};
export const revisionCard = z.object(revisionShape).openapi('RevisionCard');
export const revision = z
	.object({
		...revisionShape,
		title: z.string().nullable(),
		source: text('A query over a million rows …'),
		tags: z.array(z.string()).nullable(),
		data: z.unknown(),
	})
	.openapi('Revision');
const change = z.object({
	kind: z.enum(['same', 'added', 'removed']),
	text: text('A query over a million rows\n'),
});
export const diff = z
	.object({
		from: z.int().positive().openapi({ example: 1 }),
		to: z.int().positive().openapi({ example: 2 }),
		title: z.array(change).openapi({ description: 'By words; empty where there is no title.' }),
		source: z.array(change).openapi({ description: 'By lines.' }),
		tags: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
	})
	.openapi('Diff');
