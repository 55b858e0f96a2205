import { z } from '@hono/zod-openapi';
import { addToColumn, arrangeColumn, listColumn, removeFromColumn } from '../../modules/articles/index.ts';
import { forkSnippet, listForks } from '../../modules/snippets/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit } from '../schemas/common.ts';
import * as shape from '../schemas/items.ts';
import { mustSee } from './found.ts';

const column = { tag: 'Columns', needs: 'member', scope: 'write' } as const;
const both = { id: idParam('column'), articleId: idParam('article') };
const ofColumn = ['items.not_found', 'articles.not_a_column'];

/** What columns and snippets have of their own. */
export const kindOperations: Operation[] = [
	operation({
		id: 'listColumn',
		method: 'get',
		path: '/columns/{id}/articles',
		tag: 'Columns',
		summary: 'List the articles of a column in their order',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('column') },
		query: z.object({ cursor, limit: limit(200, 100) }),
		returns: {
			status: 200,
			schema: shape.itemList,
			description: 'Those that the asking person may know of.',
		},
		refusals: ['items.not_found'],
		async run(call) {
			await mustSee(call.db, call.actor, call.params.id);
			return listed(call, await listColumn(call.db, call.actor, call.params.id, call.query));
		},
	}),
	operation({
		...column,
		id: 'addToColumn',
		method: 'put',
		path: '/columns/{id}/articles/{articleId}',
		summary: 'Put an article at the end of a column',
		params: both,
		returns: {
			status: 200,
			schema: z.object({ position: z.int().positive().openapi({ example: 5 }) }),
			description: 'Where it stands.',
		},
		refusals: [...ofColumn, 'articles.not_an_article', 'articles.in_another_column'],
		async run({ db, actor, params }) {
			return answer(await addToColumn(db, actor, { columnId: params.id, itemId: params.articleId }));
		},
	}),
	operation({
		...column,
		id: 'removeFromColumn',
		method: 'delete',
		path: '/columns/{id}/articles/{articleId}',
		summary: 'Take an article out of a column',
		params: both,
		returns: { status: 204, description: 'Taken out.' },
		refusals: [...ofColumn, 'articles.not_in_column'],
		async run({ db, actor, params }) {
			await removeFromColumn(db, actor, { columnId: params.id, itemId: params.articleId });
			return nothing;
		},
	}),
	operation({
		...column,
		id: 'arrangeColumn',
		method: 'put',
		path: '/columns/{id}/order',
		summary: 'Give the articles of a column a new order',
		params: { id: idParam('column') },
		body: z.object({
			order: z
				.array(z.int().positive())
				.max(1000)
				.openapi({ description: 'All of its articles, each once.' }),
		}),
		example: { order: [43, 42, 44] },
		returns: { status: 204, description: 'Arranged.' },
		refusals: [...ofColumn, 'articles.wrong_order'],
		async run({ db, actor, params, body }) {
			await arrangeColumn(db, actor, { columnId: params.id, order: body.order });
			return nothing;
		},
	}),
	operation({
		id: 'listForks',
		method: 'get',
		path: '/snippets/{id}/forks',
		tag: 'Snippets',
		summary: 'List the public copies of a snippet',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('snippet') },
		returns: { status: 200, schema: shape.itemList, description: 'The best first, at most 50.' },
		refusals: ['items.not_found'],
		async run(call) {
			await mustSee(call.db, call.actor, call.params.id);
			return listed(call, { items: await listForks(call.db, call.actor, call.params.id), next: null });
		},
	}),
	operation({
		id: 'forkSnippet',
		method: 'post',
		path: '/snippets/{id}/forks',
		tag: 'Snippets',
		summary: 'Publish my own copy of a snippet',
		needs: 'member',
		scope: 'write',
		params: { id: idParam('snippet') },
		body: z
			.object({ spaceId: z.int().positive().optional(), title: z.string().min(4).max(200).optional() })
			.openapi('NewFork', { description: 'In the same space under the same title, unless told otherwise.' }),
		example: { title: 'Count by hour, in UTC' },
		returns: { status: 201, schema: shape.made, description: 'Published.' },
		refusals: ['items.not_found', 'snippets.not_a_snippet', 'snippets.held', 'items.not_in_space'],
		async run({ db, actor, params, body }) {
			const fork = await forkSnippet(db, actor, params.id, body);
			return made(`/api/v1/items/${fork.id}`, fork);
		},
	}),
];
