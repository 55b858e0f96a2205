import { z } from '@hono/zod-openapi';
import { diffLines, diffWordsWithSpace } from 'diff';
import type { Actor } from '../../contracts/actor.ts';
import { listRevisions, type Revision, readRevisions } from '../../modules/items/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { answer, listed, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf } from '../schemas/common.ts';
import * as shape from '../schemas/items.ts';
import { itemOf, mustSee, present } from './found.ts';

const number = z.coerce
	.number()
	.int()
	.positive()
	.max(1_000_000)
	.openapi({ example: 2, description: 'Number of the revision.' });

const targets = [
	{
		path: '/items/{id}',
		what: 'item',
		Name: 'Item',
		of: async (db: Db, actor: Actor, id: number) => {
			await mustSee(db, actor, id);
			return { itemId: id, replyId: null as number | null };
		},
		refusals: ['items.not_found'],
	},
	{
		path: '/replies/{id}',
		what: 'reply',
		Name: 'Reply',
		of: async (db: Db, actor: Actor, id: number) => ({ itemId: await itemOf(db, actor, id), replyId: id }),
		refusals: ['items.reply_not_found'],
	},
];

/** The history of items and replies: for who may read the whole text. */
export const revisionOperations: Operation[] = targets.flatMap(({ path, what, Name, of, refusals }) => {
	const base = { method: 'get', tag: 'Revisions', needs: 'anyone', scope: 'read', refusals } as const;
	const params = { id: idParam(what) };
	return [
		operation({
			...base,
			id: `list${Name}Revisions`,
			path: `${path}/revisions`,
			summary: `List the revisions of the ${what}`,
			params,
			query: z.object({ cursor, limit: limit(100, 30) }),
			returns: {
				status: 200,
				schema: listOf(shape.revisionCard),
				description: 'The newest first; empty for who may not read the whole text.',
			},
			async run(call) {
				const { itemId, replyId } = await of(call.db, call.actor, call.params.id);
				return listed(call, await listRevisions(call.db, call.actor, itemId, replyId, call.query));
			},
		}),
		operation({
			...base,
			id: `read${Name}Revision`,
			path: `${path}/revisions/{number}`,
			summary: `Read one revision of the ${what}`,
			params: { ...params, number },
			returns: { status: 200, schema: shape.revision, description: 'The revision with what was written.' },
			async run({ db, actor, params }) {
				const [revision] = await readRevisions(db, actor, {
					...(await of(db, actor, params.id)),
					numbers: [params.number],
				});
				return answer(present(revision, 'revision'));
			},
		}),
		operation({
			...base,
			id: `diff${Name}Revision`,
			path: `${path}/revisions/{number}/diff`,
			summary: `What a revision of the ${what} changed`,
			params: { ...params, number },
			query: z.object({
				from: number
					.optional()
					.openapi({ example: 1, description: 'Compare with this one; the one before, when left out.' }),
			}),
			returns: { status: 200, schema: shape.diff, description: 'Texts in pieces that stayed, came or went.' },
			async run({ db, actor, params, query }) {
				const from = query.from ?? params.number - 1;
				const found = await readRevisions(db, actor, {
					...(await of(db, actor, params.id)),
					numbers: [from, params.number],
				});
				const by = (wanted: number) =>
					present(
						found.find((one) => one.number === wanted),
						'revision',
					);
				return answer(compare(by(from), by(params.number)));
			},
		}),
	];
});

type Change = { kind: 'same' | 'added' | 'removed'; text: string };

function compare(before: Revision, after: Revision) {
	const old = new Set(before.tags ?? []);
	const now = new Set(after.tags ?? []);
	return {
		from: before.number,
		to: after.number,
		title:
			before.title === null || after.title === null
				? []
				: pieces(diffWordsWithSpace, before.title, after.title),
		source: pieces(diffLines, before.source, after.source),
		tags: { added: [...now.difference(old)], removed: [...old.difference(now)] },
	};
}

// Two long texts with nothing in common would take the search seconds: then the one is said to replace the other.
function pieces(diff: typeof diffLines, before: string, after: string): Change[] {
	const parts = diff(before, after, { maxEditLength: 2000 });
	if (!parts)
		return [
			{ kind: 'removed', text: before },
			{ kind: 'added', text: after },
		];
	return parts.map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value,
	}));
}
