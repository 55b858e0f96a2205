import { z } from '@hono/zod-openapi';
import { isStaff } from '../../contracts/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import {
	deleteItem,
	hideItem,
	type ItemChange,
	itemError,
	type ListInput,
	listItems,
	listSchema,
	lockItem,
	moveItem,
	newItemSchema,
	personalState,
	pinItem,
	publishItem,
	readItem,
	readOriginal,
	releaseHeld,
	restoreItem,
	reviseItem,
	unhideItem,
	unlockItem,
	unpinItem,
} from '../../modules/items/index.ts';
import { membershipsOf } from '../../modules/spaces/index.ts';
import { apiError } from '../errors.ts';
import { answer, type Call, doing, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { idParam, reasonQuery } from '../schemas/common.ts';
import * as shape from '../schemas/items.ts';
import { mustSee, revisionOf } from './found.ts';
import { itemJson } from './item-json.ts';

const id = idParam('item');
const tag = 'Items';

const newItem = z
	.object({
		...newItemSchema.shape,
		kind: newItemSchema.shape.kind.meta({
			description: 'question, article, column, discussion or snippet.',
		}),
		data: newItemSchema.shape.data.meta({
			description: 'What only this kind has; a snippet: `{ language, code }`.',
		}),
		title: newItemSchema.shape.title.meta({ minLength: 4, maxLength: 200 }),
		source: newItemSchema.shape.source.meta({
			maxLength: 100_000,
			description: 'Markdown. A line `<!-- more -->` ends the free preview.',
		}),
	})
	.openapi('NewItem');

const itemPatch = z
	.object({
		title: newItem.shape.title,
		source: newItem.shape.source,
		tags: z.array(z.string()),
		language: shape.language,
		difficulty: shape.difficulty.nullable(),
		access: shape.access,
		data: z.unknown(),
		comment: z.string().max(300).openapi({ description: 'Why, in the history.' }),
	})
	.partial()
	.openapi('ItemPatch', { description: 'What is left out stays.' });

export const itemOperations: Operation[] = [
	operation({
		id: 'listItems',
		method: 'get',
		path: '/items',
		tag,
		summary: 'List items',
		description:
			'Those whose existence the asking person may know of. With `spaceId`, the first page begins with the pinned ones. `following` and `bookmarked` need a person.',
		needs: 'anyone',
		scope: 'read',
		query: listSchema,
		returns: { status: 200, schema: shape.itemList, description: 'A page of items.' },
		shared: { tags: () => ['feeds'], seconds: 30, alike: seesWhatVisitorsSee },
		async run(call) {
			return listed(call, await listItems(call.db, call.actor, call.query));
		},
	}),
	operation({
		id: 'createItem',
		method: 'post',
		path: '/items',
		tag,
		summary: 'Publish an item',
		needs: 'member',
		scope: 'write',
		body: newItem,
		example: {
			kind: 'question',
			spaceId: 1,
			title: 'Why is my index not used?',
			source: 'A query over a million rows scans the whole table although the column has an index. Why?',
			tags: ['postgresql', 'indexes'],
			language: 'en',
		},
		returns: { status: 201, schema: shape.made, description: 'Published.' },
		refusals: [
			'items.kind_unknown',
			'items.space_not_found',
			'items.space_archived',
			'items.not_in_space',
			'items.tag_reserved',
			'content.too_complex',
		],
		async run({ db, actor, body }) {
			const item = await publishItem(db, actor, body);
			return made(`/api/v1/items/${item.id}`, item);
		},
	}),
	operation({
		id: 'readItem',
		method: 'get',
		path: '/items/{id}',
		tag,
		summary: 'Read an item',
		description:
			'With its first replies, comments and related items. Where the reader lacks the entitlement, the body ends at the preview and `held` says so. The ETag changes with everything but the number of views.',
		needs: 'anyone',
		scope: 'read',
		params: { id },
		query: z.object({ replySort: z.enum(['top', 'old', 'new']).default('top') }),
		etag: 'gives',
		returns: { status: 200, schema: shape.item, description: 'The item.' },
		refusals: ['items.not_found'],
		shared: { tags: ({ id }) => [`item:${id}`], seconds: 30 },
		async run({ db, actor, params, query }) {
			const page = await readItem(db, actor, params.id, query);
			if (!page) throw itemError('not_found', { detail: `There is no item ${params.id} here.` });
			const { revision, version, level } = page.item;
			return {
				json: itemJson(page),
				headers: { etag: `"${revision}-${version}-${level}-${query.replySort}"` },
			};
		},
	}),
	operation({
		id: 'updateItem',
		method: 'patch',
		path: '/items/{id}',
		tag,
		summary: 'Change an item',
		description:
			'Writes a new revision. If-Match says from which one: when another was written meanwhile nothing is changed.',
		needs: 'member',
		scope: 'write',
		params: { id },
		etag: 'asks',
		body: itemPatch,
		example: { title: 'Why does PostgreSQL not use my index?', comment: 'Clearer title' },
		returns: { status: 200, schema: shape.revised, description: 'The revision that now stands.' },
		refusals: [
			'items.not_found',
			'items.locked',
			'items.deleted',
			'items.tag_reserved',
			'content.too_complex',
		],
		async run({ db, actor, params, body, header }) {
			const revision = revisionOf(header('if-match'));
			const before = await readOriginal(db, actor, params.id);
			if (!before) throw itemError('not_found', { detail: `There is no item ${params.id} here.` });
			const { id: _, kind: __, spaceId: ___, revision: ____, ...stands } = before;
			const change = { ...stands, data: stands.data ?? undefined, ...body, revision } as ItemChange;
			const now = await reviseItem(db, actor, params.id, change).catch(outdated);
			return answer(now, { etag: `"${now.revision}"` });
		},
	}),
	operation({
		id: 'deleteItem',
		method: 'delete',
		path: '/items/{id}',
		tag,
		summary: 'Delete an item',
		description: 'Nothing is lost: see `restoreItem`.',
		needs: 'member',
		scope: 'write',
		params: { id },
		query: reasonQuery,
		returns: { status: 204, description: 'Deleted.' },
		refusals: ['items.not_found', 'items.wrong_status', 'items.locked', 'items.has_answers'],
		async run({ db, actor, params, query }) {
			await deleteItem(db, actor, params.id, query.reason);
			return nothing;
		},
	}),
	operation({
		id: 'restoreItem',
		method: 'delete',
		path: '/items/{id}/deletion',
		tag,
		summary: 'Restore a deleted item',
		needs: 'member',
		scope: 'write',
		params: { id },
		returns: { status: 204, description: 'Restored.' },
		refusals: ['items.not_found', 'items.wrong_status', 'items.removed_by_moderator'],
		async run({ db, actor, params }) {
			await restoreItem(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		id: 'readItemSource',
		method: 'get',
		path: '/items/{id}/source',
		tag,
		summary: 'Read an item as it was written',
		needs: 'anyone',
		scope: 'read',
		params: { id },
		etag: 'gives',
		returns: { status: 200, schema: shape.itemSource, description: 'The Markdown.' },
		refusals: ['items.not_found'],
		async run({ db, actor, params }) {
			const source = await readOriginal(db, actor, params.id);
			if (!source)
				throw itemError('not_found', {
					detail: `There is no item ${params.id} here that you may read in full.`,
				});
			return answer(source, { etag: `"${source.revision}"` });
		},
	}),
	operation({
		id: 'readItemState',
		method: 'get',
		path: '/items/{id}/state',
		tag,
		summary: 'What I did here, and what I may do',
		needs: 'member',
		scope: 'read',
		params: { id },
		returns: {
			status: 200,
			schema: shape.state,
			description: 'My votes, reactions and rights.',
		},
		refusals: ['items.not_found'],
		async run({ db, actor, params }) {
			await mustSee(db, actor, params.id);
			const { standing: _, ...state } = await personalState(db, actor, params.id);
			return answer(state);
		},
	}),
	...switches(
		'lock',
		'Lock an item',
		'Unlock an item',
		'No replies, votes or edits but by moderators.',
		lockItem,
		unlockItem,
	),
	...switches(
		'pin',
		'Pin an item to its space',
		'Unpin an item',
		undefined,
		(db, actor, itemId) => pinItem(db, actor, itemId),
		unpinItem,
	),
	...switches(
		'hiding',
		'Hide an item',
		'Show a hidden item again',
		'Out of sight without being deleted; its author still sees it.',
		hideItem,
		unhideItem,
	),
	doing({
		id: 'releaseItem',
		method: 'post',
		path: '/items/{id}/release',
		tag,
		summary: 'Show an item that was held',
		description: 'Whoever follows its author or is named in it is told now.',
		needs: 'member',
		scope: 'write',
		params: { id },
		query: reasonQuery,
		refusals: ['items.not_found', 'items.wrong_status'],
		run: ({ db, actor, params, query }) =>
			releaseHeld(db, actor, { itemId: params.id, replyId: null }, query.reason),
	}),
	operation({
		id: 'moveItem',
		method: 'put',
		path: '/items/{id}/space',
		tag,
		summary: 'Move an item to another space',
		needs: 'member',
		scope: 'write',
		params: { id },
		body: z.object({ spaceId: newItemSchema.shape.spaceId }),
		example: { spaceId: 3 },
		returns: { status: 204, description: 'Moved.' },
		refusals: ['items.not_found', 'items.space_not_found', 'items.space_archived', 'items.not_in_space'],
		async run({ db, actor, params, body }) {
			await moveItem(db, actor, params.id, body.spaceId);
			return nothing;
		},
	}),
];

/** Lists differ only by what somebody wrote, and by what is in the private spaces that they belong to. */
async function seesWhatVisitorsSee({ db, actor, query }: Call<unknown, ListInput>): Promise<boolean> {
	if (isStaff(actor) || query.authorId === actor.userId) return false;
	if (query.sort === 'following' || query.sort === 'bookmarked') return false;
	return !(await membershipsOf(db, actor)).some(({ access }) => access === 'private');
}

type Switch = (
	db: Parameters<typeof lockItem>[0],
	actor: Parameters<typeof lockItem>[1],
	id: number,
	reason?: string,
) => Promise<void>;

/** Two operations that set and take away one mark of an item. */
function switches(
	name: string,
	on: string,
	off: string,
	description: string | undefined,
	set: Switch,
	unset: Switch,
): Operation[] {
	const base = { path: `/items/{id}/${name}`, tag, needs: 'member', scope: 'write', params: { id } } as const;
	const Name = name[0]!.toUpperCase() + name.slice(1);
	return [
		operation({
			...base,
			id: `setItem${Name}`,
			method: 'put',
			summary: on,
			description,
			query: reasonQuery,
			returns: { status: 204, description: 'Done.' },
			refusals: ['items.not_found', 'items.wrong_status'],
			async run({ db, actor, params, query }) {
				await set(db, actor, params.id, query.reason);
				return nothing;
			},
		}),
		operation({
			...base,
			id: `unsetItem${Name}`,
			method: 'delete',
			summary: off,
			returns: { status: 204, description: 'Done.' },
			refusals: ['items.not_found', 'items.wrong_status'],
			async run({ db, actor, params }) {
				await unset(db, actor, params.id);
				return nothing;
			},
		}),
	];
}

/** The use case calls it a conflict; for a request with If-Match it is a precondition that failed. */
export function outdated(error: unknown): never {
	if (error instanceof AppError && error.code === 'items.edit_conflict') {
		throw apiError('revision_outdated', { params: error.params, detail: error.message, cause: error });
	}
	throw error;
}
