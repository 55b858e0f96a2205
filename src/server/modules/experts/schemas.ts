import { z } from 'zod';

const title = z.string().trim().min(1, 'experts.evidence_title').max(150, 'experts.evidence_title');
const shown = z.boolean().default(false);
const address = z
	.string()
	.trim()
	.max(2000, 'experts.evidence_long')
	.refine((text) => /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(text) && URL.canParse(text), 'experts.link_bad');

/** One piece of evidence: words, a link, something written here, a certificate of this place, a file. */
export const evidenceSchema = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('text'),
		title,
		body: z.string().trim().min(1, 'experts.evidence_title').max(2000, 'experts.evidence_long'),
		shown,
	}),
	z.object({ kind: z.literal('link'), title, body: address, shown }),
	z.object({
		kind: z.literal('item'),
		title,
		itemId: z.coerce.number().int().positive('experts.item_not_own'),
		shown,
	}),
	z.object({
		kind: z.literal('certificate'),
		title,
		body: z.string().trim().min(1, 'experts.certificate_not_own').max(100, 'experts.certificate_not_own'),
		shown,
	}),
	z.object({ kind: z.literal('file'), title, mediaId: z.coerce.number().int().positive(), shown }),
]);

export const applicationSchema = z.object({
	statement: z.string().trim().min(20, 'experts.statement_short').max(5000, 'experts.statement_long'),
	privateNote: z.string().trim().max(2000, 'experts.note_long').default(''),
	tags: z.array(z.string().trim().max(60)).min(1, 'experts.tags_missing').max(5, 'experts.tags_many'),
	languages: z
		.array(z.enum(['zh-CN', 'en'], 'common.bad_value'))
		.max(2)
		.default([]),
	evidence: z.array(evidenceSchema).min(1, 'experts.evidence_missing').max(10, 'experts.evidence_many'),
});
export type ApplicationInput = z.input<typeof applicationSchema>;
export type Evidence = z.output<typeof evidenceSchema>;

const reason = z.string().trim().min(1, 'experts.reason_missing').max(1000, 'experts.reason_long');

export const verdictSchema = z.object({
	verdict: z.enum(['approve', 'refuse', 'conflict'], 'common.bad_value'),
	reason,
});
export type VerdictInput = z.input<typeof verdictSchema>;

export const revocationSchema = z.object({ reason });
