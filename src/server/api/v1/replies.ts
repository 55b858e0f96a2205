import { z } from '@hono/zod-openapi';
import {
	deleteReply,
	hideReply,
	itemError,
	listComments,
	newReplySchema,
	readItem,
	readOriginalReply,
	releaseHeld,
	replyChangeSchema,
	reply as replyTo,
	restoreReply,
	reviseReply,
	unhideReply,
} from '../../modules/items/index.ts';
import { answer, doing, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, reasonQuery } from '../schemas/common.ts';
import * as shape from '../schemas/items.ts';
import { itemOf, mustSee, revisionOf } from './found.ts';
import { presentComment, presentReply } from './item-json.ts';
import { outdated } from './items.ts';

const tag = 'Replies';
const item = idParam('item');
const id = idParam('reply');
const text = newReplySchema.shape.source.meta({
	minLength: 2,
	maxLength: 50_000,
	description: 'Markdown.',
});
const unknown = ['items.reply_not_found'];

export const replyOperations: Operation[] = [
	operation({
		id: 'listReplies',
		method: 'get',
		path: '/items/{id}/replies',
		tag,
		summary: 'List the answers or posts of an item',
		description:
			'Each with its first comments. By `top` the accepted answer leads the first page. None while the body is held.',
		needs: 'anyone',
		scope: 'read',
		params: { id: item },
		query: z.object({ sort: z.enum(['top', 'old', 'new']).default('top'), cursor }),
		returns: { status: 200, schema: shape.replyList, description: 'A page of replies.' },
		refusals: ['items.not_found'],
		async run(call) {
			const { db, actor, params, query } = call;
			const page = await readItem(db, actor, params.id, { replySort: query.sort, replyCursor: query.cursor });
			if (!page) throw itemError('not_found', { detail: `There is no item ${params.id} here.` });
			return listed(call, page.replies, page.replies.items.map(presentReply));
		},
	}),
	operation({
		id: 'createReply',
		method: 'post',
		path: '/items/{id}/replies',
		tag,
		summary: 'Answer, post or comment',
		description:
			'Which kinds an item takes depends on its own. Only a comment has a `parentId`: what it replies to.',
		needs: 'member',
		scope: 'write',
		params: { id: item },
		body: z
			.object({ kind: newReplySchema.shape.kind, parentId: newReplySchema.shape.parentId, source: text })
			.openapi('NewReply'),
		example: { kind: 'answer', source: 'The cast in the condition keeps the planner from using it.' },
		returns: { status: 201, schema: shape.said, description: 'Said.' },
		refusals: [
			'items.not_found',
			...unknown,
			'items.kind_takes_no_reply',
			'items.locked',
			'items.closed',
			'items.deleted',
			'items.held',
			'items.not_in_space',
		],
		async run({ db, actor, params, body }) {
			const said = await replyTo(db, actor, { ...body, itemId: params.id });
			return made(`/api/v1/replies/${said.id}`, said);
		},
	}),
	operation({
		id: 'listItemComments',
		method: 'get',
		path: '/items/{id}/comments',
		tag,
		summary: 'List the comments under an item itself',
		needs: 'anyone',
		scope: 'read',
		params: { id: item },
		query: z.object({ cursor, limit: limit(100, 50) }),
		returns: {
			status: 200,
			schema: shape.commentList,
			description: 'Oldest first; empty for who may not read the whole item.',
		},
		refusals: ['items.not_found'],
		async run(call) {
			await mustSee(call.db, call.actor, call.params.id);
			const page = await listComments(call.db, call.actor, {
				itemId: call.params.id,
				rootId: null,
				...call.query,
			});
			return listed(call, page, page.items.map(presentComment));
		},
	}),
	operation({
		id: 'listReplyComments',
		method: 'get',
		path: '/replies/{id}/comments',
		tag,
		summary: 'List the comments under an answer or post',
		needs: 'anyone',
		scope: 'read',
		params: { id },
		query: z.object({ cursor, limit: limit(100, 50) }),
		returns: { status: 200, schema: shape.commentList, description: 'Oldest first.' },
		refusals: unknown,
		async run(call) {
			const itemId = await itemOf(call.db, call.actor, call.params.id);
			const page = await listComments(call.db, call.actor, { itemId, rootId: call.params.id, ...call.query });
			return listed(call, page, page.items.map(presentComment));
		},
	}),
	operation({
		id: 'readReplySource',
		method: 'get',
		path: '/replies/{id}',
		tag,
		summary: 'Read a reply as it was written',
		needs: 'anyone',
		scope: 'read',
		params: { id },
		etag: 'gives',
		returns: { status: 200, schema: shape.replySource, description: 'The Markdown.' },
		refusals: unknown,
		async run({ db, actor, params }) {
			const itemId = await itemOf(db, actor, params.id);
			const source = await readOriginalReply(db, actor, itemId, params.id);
			if (!source) throw itemError('reply_not_found', { detail: `There is no reply ${params.id} here.` });
			const { id, kind, revision } = source;
			return answer({ id, itemId, kind, revision, source: source.source }, { etag: `"${revision}"` });
		},
	}),
	operation({
		id: 'updateReply',
		method: 'patch',
		path: '/replies/{id}',
		tag,
		summary: 'Change a reply',
		description: 'Writes a new revision. If-Match says from which one.',
		needs: 'member',
		scope: 'write',
		params: { id },
		etag: 'asks',
		body: z
			.object({ source: text, comment: replyChangeSchema.shape.comment.meta({ maxLength: 300 }) })
			.openapi('ReplyPatch'),
		example: {
			source: 'The cast in the condition keeps the planner from using it; index the expression.',
			comment: 'A way out',
		},
		returns: {
			status: 200,
			schema: shape.revised.omit({ slug: true }),
			description: 'The revision that now stands.',
		},
		refusals: [...unknown, 'items.locked', 'items.deleted'],
		async run({ db, actor, params, body, header }) {
			const revision = revisionOf(header('if-match'));
			const itemId = await itemOf(db, actor, params.id);
			const now = await reviseReply(db, actor, { itemId, replyId: params.id, revision, ...body }).catch(
				outdated,
			);
			return answer(now, { etag: `"${now.revision}"` });
		},
	}),
	operation({
		id: 'deleteReply',
		method: 'delete',
		path: '/replies/{id}',
		tag,
		summary: 'Delete a reply',
		description: 'Nothing is lost: see `restoreReply`.',
		needs: 'member',
		scope: 'write',
		params: { id },
		query: reasonQuery,
		returns: { status: 204, description: 'Deleted.' },
		refusals: [...unknown, 'items.wrong_status', 'items.locked'],
		async run({ db, actor, params, query }) {
			const itemId = await itemOf(db, actor, params.id);
			await deleteReply(db, actor, { itemId, replyId: params.id }, query.reason);
			return nothing;
		},
	}),
	operation({
		id: 'restoreReply',
		method: 'delete',
		path: '/replies/{id}/deletion',
		tag,
		summary: 'Restore a deleted reply',
		needs: 'member',
		scope: 'write',
		params: { id },
		returns: { status: 204, description: 'Restored.' },
		refusals: [...unknown, 'items.wrong_status', 'items.removed_by_moderator'],
		async run({ db, actor, params }) {
			const itemId = await itemOf(db, actor, params.id);
			await restoreReply(db, actor, { itemId, replyId: params.id });
			return nothing;
		},
	}),
	doing({
		id: 'releaseReply',
		method: 'post',
		path: '/replies/{id}/release',
		tag,
		summary: 'Show a reply that was held',
		needs: 'member',
		scope: 'write',
		params: { id },
		query: reasonQuery,
		refusals: [...unknown, 'items.wrong_status'],
		async run({ db, actor, params, query }) {
			const itemId = await itemOf(db, actor, params.id);
			await releaseHeld(db, actor, { itemId, replyId: params.id }, query.reason);
		},
	}),
	operation({
		id: 'setReplyHiding',
		method: 'put',
		path: '/replies/{id}/hiding',
		tag,
		summary: 'Hide a reply',
		needs: 'member',
		scope: 'write',
		params: { id },
		query: reasonQuery,
		returns: { status: 204, description: 'Hidden.' },
		refusals: [...unknown, 'items.wrong_status'],
		async run({ db, actor, params, query }) {
			const itemId = await itemOf(db, actor, params.id);
			await hideReply(db, actor, { itemId, replyId: params.id }, query.reason);
			return nothing;
		},
	}),
	operation({
		id: 'unsetReplyHiding',
		method: 'delete',
		path: '/replies/{id}/hiding',
		tag,
		summary: 'Show a hidden reply again',
		needs: 'member',
		scope: 'write',
		params: { id },
		returns: { status: 204, description: 'Shown.' },
		refusals: [...unknown, 'items.wrong_status'],
		async run({ db, actor, params }) {
			const itemId = await itemOf(db, actor, params.id);
			await unhideReply(db, actor, { itemId, replyId: params.id });
			return nothing;
		},
	}),
];
