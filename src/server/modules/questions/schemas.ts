import { z } from 'zod';

// Messages are error codes; see kernel/validate.ts.

const id = z.coerce.number('items.id_shape').int('items.id_shape').positive('items.id_shape');

export const closeReasons = [
	'duplicate',
	'unclear',
	'off-topic',
	'opinion',
	'not-reproducible',
	'spam',
] as const;

export const closeSchema = z.object({
	itemId: id,
	reason: z.enum(closeReasons, 'questions.reason_unknown'),
	duplicateOf: id.nullish().transform((value) => value ?? null),
});
export type CloseInput = z.input<typeof closeSchema>;

export const bountySchema = z.object({
	itemId: id,
	/** Points of reputation. */
	amount: z.coerce
		.number()
		.int('questions.bounty_range')
		.min(50, 'questions.bounty_range')
		.max(500, 'questions.bounty_range'),
	days: z.coerce
		.number()
		.int('questions.bounty_days')
		.min(1, 'questions.bounty_days')
		.max(14, 'questions.bounty_days')
		.default(7),
});
export type BountyInput = z.input<typeof bountySchema>;
