import { z } from '@hono/zod-openapi';
import { maxPages, search, searchCourse, suggest } from '../../modules/search/index.ts';
import { answer, linkTo, type Operation, operation } from '../operation.ts';
import { idParam } from '../schemas/common.ts';
import * as shape from '../schemas/search.ts';

const tag = 'Search';
const words = (example: string) =>
	z
		.union([z.string(), z.array(z.string())])
		.optional()
		.openapi({
			type: 'array',
			items: { type: 'string' },
			example: [example],
			description: 'May stand more than once: any of them.',
		});

export const findingOperations: Operation[] = [
	operation({
		id: 'search',
		method: 'get',
		path: '/search',
		tag,
		summary: 'Search items of all kinds',
		description:
			'In Chinese and English, over what the asking person may read. `q` takes words, "phrases", -exclusions and filters such as `tag:sql`; the same filters may stand as parameters.',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			q: z.string().max(400).default('').openapi({ example: 'index "not used" tag:postgresql' }),
			kind: words('question'),
			tag: words('postgresql'),
			space: words('commons'),
			author: words('lin-qing'),
			lang: words('en'),
			is: words('solved'),
			after: words('2024-01-01'),
			before: words('2025-01-01'),
			sort: z.enum(['relevance', 'new', 'votes']).default('relevance'),
			cursor: z.coerce
				.number()
				.int()
				.min(1)
				.max(maxPages)
				.default(1)
				.openapi({ type: 'string', example: '2', description: 'What `next` of the page before said.' }),
		}),
		returns: { status: 200, schema: shape.searchResult, description: 'A page of what was found.' },
		async run({ db, actor, query: { cursor, ...asked }, target }) {
			const found = await search(db, actor, { ...asked, page: cursor });
			const next = found.page < found.pages ? String(found.page + 1) : null;
			const { hits, total, more, relaxed, corrections, problems } = found;
			return answer({ data: hits, next, total, more, relaxed, corrections, problems }, linkTo(target, next));
		},
	}),
	operation({
		id: 'searchCourse',
		method: 'get',
		path: '/courses/{id}/search',
		tag,
		summary: 'Search the lessons of a course',
		description:
			'Paragraphs, and what is said in its films where they have subtitles; of the lessons that are open to the asking person.',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('course') },
		query: z.object({ q: z.string().max(400).default('').openapi({ example: 'index' }) }),
		returns: { status: 200, schema: shape.courseHits, description: 'At most 50 places, the best first.' },
		refusals: ['courses.not_found'],
		async run({ db, actor, params, query }) {
			const { hits, more } = await searchCourse(db, actor, { courseId: params.id, q: query.q });
			return answer({ data: hits, more });
		},
	}),
	operation({
		id: 'suggest',
		method: 'get',
		path: '/suggestions',
		tag,
		summary: 'Complete what is being typed',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			q: z.string().max(400).default('').openapi({ example: 'ind', description: 'What stands in the box.' }),
		}),
		returns: { status: 200, schema: shape.suggestions, description: 'Titles, tags and people.' },
		async run({ db, actor, query }) {
			return answer(await suggest(db, actor, query.q));
		},
	}),
];
