import { z } from '@hono/zod-openapi';

// Shapes of what is sent and answered, for the document and for clients. They describe; nothing runs them over an
// answer but the contract tests, which let no undocumented field through.

/** An id in an answer. */
export const id = (example = 42) => z.int().positive().openapi({ example });
export const count = (example = 3) => z.int().nonnegative().openapi({ example });
export const text = (example: string) => z.string().openapi({ example });
export const time = (example = '2025-06-01T08:30:00.000Z') =>
	z.string().openapi({ format: 'date-time', example, description: 'ISO 8601, UTC.' });

/**
 * A module's shape under a name of the document's. Only schemas made after @hono/zod-openapi was loaded know
 * `.openapi()`, and modules may be loaded before: so this makes a new one. Fields of theirs take `.meta()`.
 */
export const named = <S extends z.core.$ZodLooseShape>(
	name: string,
	schema: z.ZodObject<S>,
	remarks: { description?: string } = {},
) => z.object(schema.shape).openapi(name, remarks);

export const localised = z
	.object({ 'zh-CN': z.string().optional(), en: z.string().optional() })
	.openapi('Localised', {
		description: 'A text per language; one left out falls back to the plain field.',
		example: { 'zh-CN': '广场', en: 'Commons' },
	});

export const money = z
	.object({
		amount: z.int().openapi({ example: 1900, description: 'Integer minor units: fen, cents, whole yen.' }),
		currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD']),
	})
	.openapi('Money');

export const personShape = {
	id: id(7),
	handle: text('lin-qing'),
	name: text('林青'),
	image: z
		.string()
		.nullable()
		.openapi({ example: null, description: 'Address of a picture; null: the drawn face.' }),
	face: z
		.record(z.string(), z.unknown())
		.nullable()
		.openapi({ example: null, description: 'Parameters of the drawn face; null: drawn from the handle.' }),
	headline: text('写数据库的人'),
	reputation: z.int().openapi({ example: 1280 }),
	role: z.enum(['member', 'moderator', 'admin']),
	expert: z.boolean().optional().openapi({ description: 'Verified as knowing something, at this time.' }),
};
export const personCard = z.object(personShape).openapi('PersonCard');

export const problem = z
	.object({
		type: text('/api/docs#items.not_found'),
		title: text('There is nothing here.').openapi({ description: 'In the language of Accept-Language.' }),
		status: z.int().openapi({ example: 404 }),
		code: text('items.not_found').openapi({ description: 'Stable; what programs should look at.' }),
		detail: z
			.string()
			.optional()
			.openapi({ example: 'There is no item 12 here.', description: 'In English.' }),
		requestId: text('0b0e7a52-7b0b-4d0a-9b43-8f8f6b1f2f11'),
		errors: z
			.array(
				z.object({
					field: text('title'),
					code: text('items.title_too_short'),
					detail: text('A title has at least 4 characters'),
				}),
			)
			.optional()
			.openapi({ description: 'What is wrong with each field.' }),
		params: z
			.record(z.string(), z.union([z.string(), z.number()]))
			.optional()
			.openapi({ example: { revision: 4 }, description: 'Values that the title speaks of.' }),
	})
	.openapi('Problem', { description: 'RFC 9457.' });

/** `{ data, next }` of things. */
export const listOf = <T extends z.ZodType>(thing: T) =>
	z.object({
		data: z.array(thing),
		next: z
			.string()
			.nullable()
			.openapi({ example: 'WzE3LDQyXQ', description: 'Give it as `cursor` to read on; null at the end.' }),
	});

// Parameters ------------------------------------------------------------------------------------------------------

export const idParam = (what: string) =>
	z.coerce
		.number()
		.int()
		.positive()
		.max(Number.MAX_SAFE_INTEGER)
		.openapi({ example: 42, description: `Id of the ${what}.` });

export const slugParam = (what: string, example: string) =>
	z
		.string()
		.min(1)
		.max(100)
		.openapi({ example, description: `${what}.` });

export const cursor = z
	.string()
	.max(200)
	.optional()
	.openapi({ description: 'What `next` of the page before said.' });
export const limit = (max: number, fallback: number) =>
	z.coerce
		.number()
		.int()
		.min(1)
		.max(max)
		.default(fallback)
		.openapi({ example: fallback, description: 'At most so many.' });

/** A day in a query. */
export const day = z
	.string()
	.regex(/^\d{4}-\d\d-\d\d$/)
	.optional()
	.openapi({ example: '2026-11-01', description: 'A day, UTC.' });

export const reasonQuery = z.object({
	reason: z
		.string()
		.trim()
		.max(500)
		.optional()
		.openapi({ example: 'Advertising', description: "Why, for the moderation log, when it is another's." }),
});
