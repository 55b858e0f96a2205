import { z } from '@hono/zod-openapi';
import { count, id, listOf, money, personCard, text, time } from './common.ts';

const languages = z.array(z.string()).openapi({ example: ['zh-CN', 'en'] });
const tags = z.array(z.string()).openapi({ example: ['postgresql'] });
const verdict = z.enum(['approve', 'refuse', 'conflict']);
const status = z.enum(['waiting', 'approved', 'refused', 'withdrawn']);

const card = {
	person: personCard,
	tags,
	languages,
	since: time(),
	answerHours: z.number().nullable().openapi({ example: 6.5, description: 'Median hours to an answer.' }),
	question: money.nullable().openapi({ description: 'What an answer costs; null: not sold.' }),
	talk: money.nullable(),
};
export const expertList = listOf(z.object(card).openapi('ExpertCard'));

const evidence = z
	.object({
		id: id(3),
		kind: z.enum(['text', 'link', 'item', 'certificate', 'file']),
		title: text('A talk on indexes'),
		body: text('https://example.org/talk'),
		item: z
			.object({ id: id(12), kind: text('article'), slug: text('indexes'), title: text('Indexes') })
			.nullable(),
		mediaId: z.int().nullable(),
		shown: z.boolean(),
	})
	.openapi('ExpertEvidence');

export const expert = z
	.object({
		...card,
		expiresAt: time(),
		statement: text('Ten years of databases.'),
		evidence: z.array(evidence),
		answered: count(12),
	})
	.openapi('Expert');

const short = {
	id: id(3),
	renews: z.boolean(),
	status,
	tags,
	createdAt: time(),
	decidedAt: time().nullable(),
};
export const standing = z
	.object({
		expert: z
			.object({
				status: z.enum(['active', 'expired', 'revoked']),
				since: time(),
				expiresAt: time(),
				revokedReason: text(''),
				tags,
			})
			.nullable(),
		applications: z.array(z.object(short)),
	})
	.openapi('ExpertStanding');

export const applicationList = listOf(
	z
		.object({ ...short, person: personCard, verdicts: count(1), reviewed: z.boolean() })
		.openapi('ExpertApplicationCard'),
);
export const application = z
	.object({
		...short,
		person: personCard,
		statement: text('Ten years of databases.'),
		privateNote: text(''),
		languages,
		evidence: z.array(evidence),
		reviews: z.array(
			z.object({
				reviewer: z.string().nullable().openapi({ description: 'null for who applied.' }),
				verdict,
				reason: text('The work shows it.'),
				at: time(),
				own: z.boolean(),
			}),
		),
		mayReview: z.boolean(),
		own: z.boolean(),
	})
	.openapi('ExpertApplication');

const shown = z.boolean().default(false).openapi({ description: 'Everybody sees it once it is approved.' });
const title = z.string().max(150).openapi({ example: 'A talk on indexes' });
export const newApplication = z
	.object({
		statement: z.string().max(5000),
		privateNote: z.string().max(2000).optional().openapi({ description: 'For reviewers alone.' }),
		tags: z.array(z.string()).openapi({ description: 'One to five.' }),
		languages: z.array(z.enum(['zh-CN', 'en'])).optional(),
		evidence: z
			.array(
				z.discriminatedUnion('kind', [
					z.object({ kind: z.literal('text'), title, body: z.string().max(2000), shown }),
					z.object({ kind: z.literal('link'), title, body: z.string().max(2000), shown }),
					z.object({ kind: z.literal('item'), title, itemId: z.int(), shown }),
					z.object({ kind: z.literal('certificate'), title, body: z.string().max(100), shown }),
					z.object({ kind: z.literal('file'), title, mediaId: z.int(), shown }),
				]),
			)
			.openapi({ description: 'One to ten.' }),
	})
	.openapi('NewExpertApplication');

export const newVerdict = z.object({ verdict, reason: z.string().max(1000) }).openapi('ExpertVerdict');
export const outcome = z
	.object({
		outcome: z.enum(['approved', 'refused']).nullable().openapi({ description: 'null: it still waits.' }),
	})
	.openapi('ExpertOutcome');
export const made = z.object({ id: id(3) }).openapi('ExpertApplicationMade');
