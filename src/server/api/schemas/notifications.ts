import { z } from '@hono/zod-openapi';
import { id, personCard, text, time } from './common.ts';

export const notification = z
	.object({
		id: id(301),
		kind: text('answer'),
		actor: personCard.nullable(),
		item: z
			.object({
				id: id(),
				kind: text('question'),
				slug: text('why-is-my-index-not-used'),
				title: text('Why is my index not used?'),
			})
			.nullable(),
		replyId: id(99).nullable(),
		path: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Where it leads when that is no item.' }),
		subject: z.string().nullable().openapi({ example: null, description: 'What is there called.' }),
		reason: z
			.object({
				code: z.string(),
				params: z.record(z.string(), z.union([z.string(), z.number()])),
			})
			.nullable()
			.openapi({ example: null, description: 'Why, as the code of an error; for what went wrong.' }),
		createdAt: time(),
		read: z.boolean(),
	})
	.openapi('Notification');
