import { z } from 'zod';
import { measureNames } from './ladder.ts';
import { reasons } from './reasons.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const reportSchema = z
	.object({
		itemId: id.nullish(),
		replyId: id.nullish(),
		handle: z.string().trim().min(1).max(60).nullish(),
		reason: z.enum(reasons),
		words: z.string().trim().max(1000).default(''),
	})
	// A reply may be named with its item or alone.
	.refine(
		({ itemId, replyId, handle }) => (itemId || replyId ? !handle : Boolean(handle)),
		'moderation.subject_not_found',
	);
export type ReportInput = z.input<typeof reportSchema>;

export const decisionSchema = z.object({
	/** None, or dismiss: there is nothing in it. */
	measures: z.array(z.enum(measureNames)).max(measureNames.length),
	/** The rule that was broken; of a dismissal none. */
	category: z.enum(reasons).nullish(),
	reason: z.string().trim().min(3, 'moderation.text_missing').max(2000),
	/** Of slow, silence and suspend; null: without an end. */
	days: z.coerce.number().int().min(1).max(3650).nullish(),
	/** Of slow. */
	pauseMinutes: z.coerce.number().int().min(1).max(10_080).nullish(),
	/** Of merge. */
	duplicateOf: id.nullish(),
	/** Of move. */
	spaceId: id.nullish(),
	/** Of edit. */
	title: z.string().trim().min(1).max(300).nullish(),
	source: z.string().max(100_000).nullish(),
});
export type DecisionInput = z.input<typeof decisionSchema>;
export type DecisionGiven = z.output<typeof decisionSchema>;

/** Bulk decisions: what needs nothing of the single thing. */
export const bulkSchema = z.object({
	caseIds: z.array(id).min(1).max(50),
	decision: decisionSchema.omit({ duplicateOf: true, spaceId: true, title: true, source: true }),
});
export type BulkInput = z.input<typeof bulkSchema>;

export const noteSchema = z.object({ text: z.string().trim().min(1, 'moderation.text_missing').max(2000) });
export const appealSchema = z.object({
	words: z.string().trim().min(10, 'moderation.text_missing').max(4000),
});
export const appealDecisionSchema = z.object({
	reverse: z.boolean(),
	answer: z.string().trim().min(3, 'moderation.text_missing').max(2000),
});
export const dutySchema = z.object({
	away: z.boolean().default(false),
	awayUntil: z.iso.date().nullish(),
	dailyLimit: z.coerce.number().int().min(1).max(1000).nullish(),
});
export const cannedSchema = z.object({
	title: z.string().trim().min(1).max(80),
	text: z.string().trim().min(1).max(2000),
	category: z.enum(reasons).nullish(),
	language: z.enum(['zh-CN', 'en']).default('zh-CN'),
	position: z.coerce.number().int().min(0).max(1000).default(0),
});
export const queueSchema = z.object({
	status: z.enum(['open', 'decided']).default('open'),
	sort: z.enum(['priority', 'oldest']).default('priority'),
	/** All, given to me, claimed by me, or nobody's. */
	whose: z.enum(['all', 'mine', 'free']).default('all'),
	source: z.enum(['report', 'checks', 'fairplay']).nullish(),
	subject: z.enum(['item', 'reply', 'person', 'finding']).nullish(),
	reason: z.string().max(40).nullish(),
	spaceId: id.nullish(),
	cursor: z.string().max(200).nullish(),
	limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type QueueInput = z.input<typeof queueSchema>;
