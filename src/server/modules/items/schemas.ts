import { z } from 'zod';
import { normaliseTag } from './tag-slug.ts';

// Messages are error codes; see kernel/validate.ts.

export const longestBody = 100_000;

const id = z.coerce
	.number('items.id_shape')
	.int('items.id_shape')
	.positive('items.id_shape')
	.max(Number.MAX_SAFE_INTEGER, 'items.id_shape');
// PostgreSQL cannot hold U+0000, and a lone surrogate cannot be sent to it.
const text = z
	.string('items.text_missing')
	.refine((value) => !value.includes('\0') && value.isWellFormed(), 'items.text_broken');

export const titleSchema = text.pipe(
	z.string().trim().min(4, 'items.title_too_short').max(200, 'items.title_too_long'),
);
export const bodySchema = text.pipe(z.string().max(longestBody, 'items.body_too_long'));
export const replyBodySchema = text.pipe(
	z.string().trim().min(2, 'items.reply_too_short').max(50_000, 'items.body_too_long'),
);
export const tagsSchema = z
	.array(
		text.transform(normaliseTag).pipe(z.string().min(1, 'items.tag_shape').max(35, 'items.tag_too_long')),
	)
	.max(12, 'items.too_many_tags')
	.transform((tags) => [...new Set(tags)]);
export const languageSchema = z.enum(['zh-CN', 'en'], 'items.language_unknown');
const difficulty = z.enum(['beginner', 'intermediate', 'advanced'], 'items.difficulty_unknown');
const access = z.enum(['free', 'members', 'paid'], 'items.access_unknown');

export const newItemSchema = z.object({
	kind: z.string(),
	spaceId: id,
	title: titleSchema,
	source: bodySchema,
	tags: tagsSchema.default([]),
	language: languageSchema.default('zh-CN'),
	difficulty: difficulty.nullish().transform((value) => value ?? null),
	access: access.default('free'),
	/** What only this kind has; checked by the kind's own schema. */
	data: z.unknown().optional(),
	/** The draft that becomes this item. */
	draftId: id.optional(),
});
export type NewItem = z.input<typeof newItemSchema>;

/** A draft may be anything but too long. */
export const draftSchema = z.object({
	draftId: id.optional(),
	kind: z.string(),
	spaceId: id,
	title: text.pipe(z.string().trim().max(200, 'items.title_too_long')).default(''),
	source: bodySchema.default(''),
	tags: tagsSchema.default([]),
	language: languageSchema.default('zh-CN'),
	difficulty: difficulty.nullish().transform((value) => value ?? null),
	access: access.default('free'),
	data: z.unknown().optional(),
});

const comment = text.pipe(z.string().trim().max(300, 'items.comment_too_long')).default('');

export const itemChangeSchema = z.object({
	/** The revision that the editor began from. */
	revision: z.coerce
		.number('items.revision_missing')
		.int('items.revision_missing')
		.positive('items.revision_missing'),
	title: titleSchema,
	source: bodySchema,
	tags: tagsSchema.default([]),
	language: languageSchema.optional(),
	difficulty: difficulty.nullable().optional(),
	access: access.optional(),
	data: z.unknown().optional(),
	/** Why, in the editor's words. */
	comment,
});

export const replyChangeSchema = z.object({
	itemId: id,
	replyId: id,
	revision: itemChangeSchema.shape.revision,
	source: replyBodySchema,
	comment,
});

export const newReplySchema = z.object({
	itemId: id,
	kind: z.enum(['answer', 'post', 'comment'], 'items.reply_kind_unknown'),
	parentId: id.nullish().transform((value) => value ?? null),
	source: replyBodySchema,
});
export type NewReply = z.input<typeof newReplySchema>;

const target = z.object({ itemId: id, replyId: id.nullish().transform((value) => value ?? null) });

export const voteSchema = target.extend({
	value: z.coerce.number().pipe(z.union([z.literal(-1), z.literal(0), z.literal(1)], 'items.vote_value')),
});
export type VoteInput = z.input<typeof voteSchema>;

export const emojis = ['heart', 'laugh', 'thinking', 'rocket', 'eyes', 'thanks'] as const;
export type Emoji = (typeof emojis)[number];

const flag = z.union([
	z.boolean(),
	z.enum(['true', 'false', '1', '0', 'on']).transform((value) => value !== 'false' && value !== '0'),
]);

export const reactionSchema = target.extend({ emoji: z.enum(emojis, 'items.emoji_unknown'), on: flag });
export type ReactionInput = z.input<typeof reactionSchema>;

export const followSchema = z
	.object({ itemId: id, tagId: id, spaceId: id, personId: id })
	.partial()
	.refine(
		(given) => Object.values(given).filter((value) => value !== undefined).length === 1,
		'items.follow_one',
	);
export type FollowInput = z.input<typeof followSchema>;
