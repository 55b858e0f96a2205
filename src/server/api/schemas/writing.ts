import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';
import { access, difficulty, language } from './items.ts';

export const draft = z
	.object({
		id: id(90),
		kind: text('article'),
		spaceId: id(1),
		title: text('Reading a plan'),
		source: text('Markdown'),
		tags: z.array(z.string()),
		language,
		difficulty: difficulty.nullable(),
		access,
		data: z.unknown(),
		savedAt: time(),
	})
	.openapi('Draft');
export const rendered = z
	.object({
		html: text('<p>Hello</p>'),
		previewHtml: z.string().nullable().openapi({ description: 'What stands before `<!-- more -->`.' }),
		excerpt: text('Hello'),
		headings: z.array(
			z.object({ id: text('h-plan'), text: text('The plan'), level: z.int().openapi({ example: 2 }) }),
		),
		words: count(1),
		readingMinutes: count(1),
		hasMath: z.boolean(),
		hasMermaid: z.boolean(),
	})
	.openapi('Rendered');
