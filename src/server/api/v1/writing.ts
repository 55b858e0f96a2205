import { z } from '@hono/zod-openapi';
import {
	type Draft,
	discardDraft,
	draftSchema,
	itemError,
	listDrafts,
	readDraft,
	saveDraft,
} from '../../modules/items/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf } from '../schemas/common.ts';
import * as shape from '../schemas/writing.ts';

const tag = 'Drafts';
const mine = { tag, needs: 'member' } as const;
const { draftId: _, ...fields } = draftSchema.shape;
const draftBody = z.object(fields).openapi('NewDraft', { description: 'Nothing is checked but sizes.' });
const example = { kind: 'article', spaceId: 1, title: 'Reading a plan', source: 'Not finished yet' };
const id = idParam('draft');

export const writingOperations: Operation[] = [
	operation({
		id: 'renderMarkdown',
		method: 'post',
		path: '/markdown',
		tag: 'Markdown',
		summary: 'Show how a text will look',
		description: 'Runs the one pipeline that everything goes through. Nothing is stored.',
		needs: 'member',
		scope: 'read',
		body: z
			.object({
				source: z.string().max(200_000),
				base: z.enum(['post', 'comment']).default('post').openapi({ description: 'Comments are plain.' }),
				locale: z
					.enum(['zh-CN', 'en'])
					.optional()
					.openapi({ description: 'Of the few words that rendering adds.' }),
			})
			.openapi('Markdown'),
		example: { source: 'Hello $x^2$' },
		returns: { status: 200, schema: shape.rendered, description: 'HTML that is safe to show.' },
		refusals: ['content.too_long', 'content.too_complex'],
		async run({ body: { source, ...options } }) {
			const { html, previewHtml, excerpt, headings, words, readingMinutes, hasMath, hasMermaid } =
				await renderMarkdown(source, options);
			return answer({ html, previewHtml, excerpt, headings, words, readingMinutes, hasMath, hasMermaid });
		},
	}),
	operation({
		...mine,
		id: 'listDrafts',
		method: 'get',
		scope: 'read',
		path: '/drafts',
		summary: 'List my drafts',
		query: z.object({ cursor, limit: limit(100, 20) }),
		returns: {
			status: 200,
			schema: listOf(shape.draft),
			description: 'The newest first; nobody else sees them.',
		},
		async run(call) {
			const page = await listDrafts(call.db, call.actor, call.query);
			return listed(call, page, page.items.map(presentDraft));
		},
	}),
	operation({
		...mine,
		id: 'createDraft',
		method: 'post',
		scope: 'write',
		path: '/drafts',
		summary: 'Keep a draft',
		description: 'It becomes an item by `createItem` with its id as `draftId`.',
		body: draftBody,
		example,
		returns: { status: 201, schema: z.object({ id: shape.draft.shape.id }), description: 'Kept.' },
		refusals: ['items.kind_unknown', 'items.space_not_found', 'items.too_many_drafts'],
		async run({ db, actor, body }) {
			const draft = await saveDraft(db, actor, body);
			return made(`/api/v1/drafts/${draft.id}`, draft);
		},
	}),
	operation({
		...mine,
		id: 'readDraft',
		method: 'get',
		scope: 'read',
		path: '/drafts/{id}',
		summary: 'Read a draft of mine',
		params: { id },
		returns: { status: 200, schema: shape.draft, description: 'The draft.' },
		refusals: ['items.not_found'],
		async run({ db, actor, params }) {
			const draft = await readDraft(db, actor, params.id);
			if (!draft) throw itemError('not_found', { detail: `There is no draft ${params.id} of yours.` });
			return answer(presentDraft(draft));
		},
	}),
	operation({
		...mine,
		id: 'replaceDraft',
		method: 'put',
		scope: 'write',
		path: '/drafts/{id}',
		summary: 'Write a draft over',
		params: { id },
		body: draftBody,
		example,
		returns: { status: 204, description: 'Kept.' },
		refusals: ['items.not_found', 'items.kind_unknown', 'items.space_not_found'],
		async run({ db, actor, params, body }) {
			await saveDraft(db, actor, { ...body, draftId: params.id });
			return nothing;
		},
	}),
	operation({
		...mine,
		id: 'deleteDraft',
		method: 'delete',
		scope: 'write',
		path: '/drafts/{id}',
		summary: 'Throw a draft away for good',
		params: { id },
		returns: { status: 204, description: 'Gone.' },
		refusals: ['items.not_found'],
		async run({ db, actor, params }) {
			await discardDraft(db, actor, params.id);
			return nothing;
		},
	}),
];

function presentDraft(draft: Draft & { createdAt?: Date }) {
	const { createdAt: _, ...shown } = draft;
	return shown;
}
