import { z } from '@hono/zod-openapi';
import { count, id, localised, text } from './common.ts';

const tagShape = {
	id: id(5),
	slug: text('postgresql'),
	name: text('PostgreSQL'),
	names: localised,
	description: text('The relational database'),
	descriptions: localised,
	itemCount: count(40),
	followerCount: count(12),
	moderatorOnly: z.boolean(),
};
export const tagCard = z.object(tagShape).openapi('TagCard');
export const tag = z
	.object({
		...tagShape,
		wiki: text('Markdown'),
		wikiHtml: text('<p>…</p>'),
		synonyms: z.array(z.string()).openapi({ example: ['postgres', 'pg'] }),
		following: z.boolean(),
	})
	.openapi('Tag');
