import { z } from '@hono/zod-openapi';
import { count, id, localised, text } from './common.ts';
import { itemCard } from './items.ts';

const segments = z
	.array(z.object({ text: text('index'), hit: z.boolean() }))
	.openapi({ description: 'The text in pieces; what was searched for has `hit`.' });
export const hit = z
	.object({
		item: itemCard,
		title: segments,
		snippet: segments,
		replyId: id(99).nullable().openapi({ description: 'The reply that the snippet is from.' }),
		held: z.boolean(),
	})
	.openapi('Hit');
export const searchResult = z
	.object({
		data: z.array(hit),
		next: z.string().nullable().openapi({ example: '2' }),
		total: count(37),
		more: z.boolean().openapi({ description: 'There are more than were counted.' }),
		relaxed: z.boolean().openapi({ description: 'Few texts had every word: these have most of them.' }),
		corrections: z.array(z.object({ from: text('idnex'), to: text('index') })),
		problems: z
			.array(z.object({ filter: text('after'), value: text('yesterdy') }))
			.openapi({ description: 'Filters that could not be used.' }),
	})
	.openapi('SearchResult');
export const suggestions = z
	.object({
		titles: z.array(
			z.object({
				id: id(),
				kind: text('question'),
				href: text('/questions/42/why-is-my-index-not-used'),
				title: segments,
			}),
		),
		tags: z.array(
			z.object({
				slug: text('postgresql'),
				name: text('PostgreSQL'),
				names: localised,
				itemCount: count(40),
			}),
		),
		people: z.array(
			z.object({
				handle: text('lin-qing'),
				name: text('林青'),
				image: z.string().nullable(),
				face: z.record(z.string(), z.unknown()).nullable(),
			}),
		),
	})
	.openapi('Suggestions');

export const courseHits = z
	.object({
		data: z.array(
			z.object({
				lessonId: id(7),
				number: count(1),
				kind: text('text'),
				title: segments,
				href: text('/courses/85/lessons/7#p4').openapi({
					description: 'Leads to the paragraph, or to the second of a film.',
				}),
				paragraph: count(4).nullable(),
				second: count(83).nullable(),
				snippet: segments,
			}),
		),
		more: z.boolean(),
	})
	.openapi('CourseHits');
