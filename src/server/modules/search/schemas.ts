import { z } from 'zod';

const words = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((value) =>
		(Array.isArray(value) ? value : value ? [value] : [])
			.map((word) => word.trim().slice(0, 100))
			.filter(Boolean),
	);

const fields = {
	kind: words,
	tag: words,
	space: words,
	author: words,
	lang: words,
	is: words,
	after: words,
	before: words,
};

/**
 * A search as a form or an address has it. Every filter may also stand in `q`; what stands in both comes together.
 * An unknown sort or page is the first one, so that an address that was mistyped still shows something.
 */
export const searchSchema = z
	.object({
		q: z.string().optional().default(''),
		...fields,
		sort: z.enum(['relevance', 'new', 'votes']).catch('relevance').default('relevance'),
		page: z.coerce.number().int().min(1).catch(1).default(1),
	})
	.transform(({ q, sort, page, ...filters }) => ({
		text: [
			q.slice(0, 400),
			...Object.entries(filters).flatMap(([name, values]) =>
				values.slice(0, 10).map((value) => `${name}:"${value.replaceAll('"', '')}"`),
			),
		]
			.join(' ')
			// Every text is a query; what no text can hold is a space.
			.replaceAll('\0', ' '),
		sort,
		page,
	}));

export type SearchInput = z.input<typeof searchSchema>;
