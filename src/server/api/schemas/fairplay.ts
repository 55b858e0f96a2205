import { z } from '@hono/zod-openapi';
import { count, id, listOf, personCard, text, time } from './common.ts';

const card = {
	id: id(3),
	pattern: z.enum(['ring', 'farming', 'referral']),
	status: z.enum(['open', 'confirmed', 'dismissed']),
	confidence: z.number().openapi({ example: 0.97, description: 'From 0 to 1; people decide.' }),
	givers: count(30).openapi({ description: 'Accounts that vote, accept or buy.' }),
	takers: count(1),
	names: z.array(z.string()).openapi({ example: ['林青'], description: 'The first people that it is for.' }),
	acts: count(412),
	firstAt: time(),
	lastAt: time(),
	foundAt: time(),
};
export const findingList = listOf(z.object(card).openapi('FairFindingCard'));

export const finding = z
	.object({
		...card,
		marks: z
			.record(z.string(), z.number())
			.openapi({ example: { dependence: 0.83, coverage: 0.91 }, description: 'What was measured, by name.' }),
		people: z.array(
			z.object({
				person: personCard,
				part: z.enum(['giver', 'taker', 'both']),
				gave: count(14),
				took: count(0),
				joinedAt: time(),
			}),
		),
		edges: z
			.array(
				z.object({
					from: id(7),
					to: id(9),
					itemId: z.int().nullable(),
					replyId: z.int().nullable(),
					at: time(),
				}),
			)
			.openapi({ description: 'The acts among them, the oldest first.' }),
		decisions: z.array(
			z.object({
				decision: z.enum(['confirmed', 'dismissed']),
				reason: text('One person, by their own word.'),
				by: z.string().nullable(),
				at: time(),
			}),
		),
		discounted: count(0).openapi({ description: 'Entries of standing that are taken back now.' }),
		worth: z
			.object({ entries: count(56), reputation: z.int().openapi({ example: 410 }) })
			.openapi({ description: 'What confirming would take back.' }),
		own: z.boolean(),
	})
	.openapi('FairFinding');

export const decision = z
	.object({
		decision: z.enum(['confirmed', 'dismissed']),
		reason: z.string().max(1000).openapi({ example: 'They say themselves that it is one person.' }),
	})
	.openapi('FairDecision');
export const decided = z
	.object({ entries: count(412).openapi({ description: 'Entries of standing that were moved.' }) })
	.openapi('FairDecided');

export const runs = z
	.object({
		data: z.array(
			z.object({
				id: id(3),
				scope: z.enum(['all', 'around']),
				status: z.enum(['running', 'done', 'failed']),
				step: text('votes'),
				done: count(),
				total: count(),
				since: time().nullable(),
				votes: count(),
				people: count(),
				findings: count(),
				startedAt: time(),
				finishedAt: time().nullable(),
			}),
		),
	})
	.openapi('FairRuns');
