import { z } from '@hono/zod-openapi';
import { count, id, personCard, text, time } from './common.ts';

export const certificate = z
	.object({
		token: text('k3w5m7p2q4s6t7aa'),
		url: text('https://stoa.example/certificates/k3w5m7p2q4s6t7aa'),
		credentialUrl: text('https://stoa.example/certificates/k3w5m7p2q4s6t7aa/credential.json'),
		achievement: z.object({
			kind: z.enum(['course', 'path']),
			title: text('How indexes work'),
			language: text('en'),
			outcomes: z.array(text('Read a query plan')),
			lessons: count(12),
			minutes: count(300),
			makers: z.array(text('林青')),
			href: text('/courses/7/how-indexes-work'),
		}),
		learner: z.string().nullable().openapi({ example: '吴桐', description: 'null: shows no name.' }),
		completedAt: time(),
		issuedAt: time(),
		revokedAt: time().nullable(),
		reason: text(''),
		replacedBy: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Token of the one that stands for it.' }),
	})
	.openapi('Certificate');

const rating = z
	.object({
		count: count(12),
		stars: z
			.array(count(2))
			.openapi({ description: 'How many gave one star, two, … five.', example: [0, 1, 1, 4, 6] }),
		average: z.number().nullable().openapi({ example: 4.1 }),
		mean: z.number().nullable().openapi({ example: 4.25 }),
	})
	.openapi('Rating');

const review = z
	.object({
		id: id(3),
		rating: z.int().min(1).max(5).openapi({ example: 4 }),
		html: text('<p>Clear examples.</p>'),
		progress: z.number().openapi({ example: 0.5, description: 'Of the needed lessons, 0 to 1.' }),
		version: count(1),
		helpful: count(5),
		author: personCard,
		createdAt: time(),
		editedAt: time().nullable(),
		reply: z.object({ html: text('<p>Thank you.</p>'), by: z.string().nullable(), at: time() }).nullable(),
		hidden: z.boolean(),
		voted: z.boolean(),
		mine: z.boolean(),
	})
	.openapi('Review');
export const reviewList = z
	.object({ rating: rating.nullable(), data: z.array(review), next: z.string().nullable() })
	.openapi('ReviewList');

const cardShape = {
	id: id(5),
	kind: z.enum(['programme', 'personal']),
	status: z.enum(['draft', 'published', 'archived']),
	slug: text('databases-from-the-ground'),
	title: text('Databases from the ground'),
	summary: text(''),
	language: text('en'),
	courseCount: count(4),
	minutes: count(900),
	learnerCount: count(20),
	completedCount: count(6),
	startedAt: time().nullable(),
	completedAt: time().nullable(),
	updatedAt: time(),
};
export const pathCard = z.object(cardShape).openapi('PathCard');
export const path = z
	.object({
		...cardShape,
		html: text('<p>…</p>'),
		certificate: z.boolean(),
		owner: z.object({ handle: text('lin-qing'), name: text('林青') }).nullable(),
		steps: z.array(
			z.object({
				number: count(1),
				title: text('Basics'),
				needed: count(1).openapi({ description: 'How many of its courses complete it.' }),
				completed: z.boolean(),
				courses: z.array(
					z.object({
						id: id(7),
						title: text('How indexes work'),
						slug: text('how-indexes-work'),
						language: text('en'),
						minutes: count(300),
						lessons: count(12),
						known: z.boolean(),
						completed: z.boolean(),
					}),
				),
			}),
		),
	})
	.openapi('Path');
