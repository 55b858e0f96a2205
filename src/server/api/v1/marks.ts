import { z } from '@hono/zod-openapi';
import { bookmark, emojis, follow, react, vote } from '../../modules/items/index.ts';
import { answer, nothing, type Operation, operation } from '../operation.ts';
import { idParam, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/items.ts';
import { itemOf, thePerson, theSpace, theTag } from './found.ts';

const tag = 'Votes, reactions, bookmarks, follows';
const base = { tag, needs: 'member', scope: 'write' } as const;
const judged = ['items.not_found', 'items.deleted', 'items.held', 'items.locked'];

/** Votes and reactions, for an item and for a reply alike. */
const targets = [
	{
		path: '/items/{id}',
		what: 'item',
		Name: 'Item',
		of: async (_: unknown, __: unknown, id: number) => ({ itemId: id, replyId: null }),
		refusals: judged,
	},
	{
		path: '/replies/{id}',
		what: 'reply',
		Name: 'Reply',
		of: async (db: Parameters<typeof itemOf>[0], actor: Parameters<typeof itemOf>[1], id: number) => ({
			itemId: await itemOf(db, actor, id),
			replyId: id,
		}),
		refusals: [...judged, 'items.reply_not_found'],
	},
] as const;

const judgements: Operation[] = targets.flatMap(({ path, what, Name, of, refusals }) => {
	const params = { id: idParam(what) };
	const reaction = {
		...params,
		emoji: z
			.string()
			.max(20)
			.openapi({ example: 'rocket', description: `One of ${emojis.join(', ')}.` }),
	};
	return [
		operation({
			...base,
			id: `vote${Name}`,
			method: 'put',
			path: `${path}/vote`,
			summary: `Vote for or against the ${what}`,
			params,
			body: z.object({
				value: z
					.union([z.literal(1), z.literal(-1)], 'items.vote_value')
					.openapi({ type: 'integer', enum: [1, -1] }),
			}),
			example: { value: 1 },
			returns: { status: 200, schema: shape.voted, description: 'The score, and the vote that now stands.' },
			refusals: [...refusals, 'items.own_vote'],
			async run({ db, actor, params, body }) {
				return answer(await vote(db, actor, { ...(await of(db, actor, params.id)), value: body.value }));
			},
		}),
		operation({
			...base,
			id: `unvote${Name}`,
			method: 'delete',
			path: `${path}/vote`,
			summary: `Take my vote for the ${what} back`,
			params,
			returns: { status: 200, schema: shape.voted, description: 'The score without it.' },
			refusals: [...refusals, 'items.own_vote'],
			async run({ db, actor, params }) {
				return answer(await vote(db, actor, { ...(await of(db, actor, params.id)), value: 0 }));
			},
		}),
		...[true, false].map((on) =>
			operation({
				...base,
				id: `${on ? 'react' : 'unreact'}${Name}`,
				method: on ? 'put' : 'delete',
				path: `${path}/reactions/{emoji}`,
				summary: on ? `React to the ${what}` : `Take my reaction to the ${what} back`,
				params: reaction,
				returns: { status: 200, schema: shape.reacted, description: 'How many react with each emoji.' },
				refusals,
				async run({ db, actor, params }) {
					const target = await of(db, actor, params.id);
					return answer(
						await react(db, actor, { ...target, emoji: params.emoji as (typeof emojis)[number], on }),
					);
				},
			}),
		),
	];
});

const bookmarks: Operation[] = [true, false].map((on) =>
	operation({
		...base,
		id: on ? 'bookmarkItem' : 'unbookmarkItem',
		method: on ? 'put' : 'delete',
		path: '/items/{id}/bookmark',
		summary: on ? 'Bookmark an item' : 'Take a bookmark away',
		description: 'Read them with `GET /items?sort=bookmarked`.',
		params: { id: idParam('item') },
		returns: { status: 204, description: 'Done.' },
		refusals: ['items.not_found'],
		async run({ db, actor, params }) {
			await bookmark(db, actor, params.id, on);
			return nothing;
		},
	}),
);

const follows: Operation[] = [true, false].flatMap((on) => {
	const rest = {
		...base,
		method: on ? 'put' : 'delete',
		returns: { status: 204, description: 'Done.' },
	} as const;
	const id = (what: string) => `${on ? 'follow' : 'unfollow'}${what}`;
	const says = (what: string) => (on ? `Follow ${what}` : `Stop following ${what}`);
	return [
		operation({
			...rest,
			id: id('Item'),
			path: '/items/{id}/follow',
			summary: says('an item'),
			params: { id: idParam('item') },
			refusals: ['items.not_found'],
			async run({ db, actor, params }) {
				await follow(db, actor, { itemId: params.id }, on);
				return nothing;
			},
		}),
		operation({
			...rest,
			id: id('Tag'),
			path: '/tags/{slug}/follow',
			summary: says('a tag'),
			params: { slug: slugParam('The tag, or a synonym of it', 'postgresql') },
			refusals: ['items.tag_not_found'],
			async run(call) {
				await follow(call.db, call.actor, { tagId: (await theTag(call, call.params.slug)).id }, on);
				return nothing;
			},
		}),
		operation({
			...rest,
			id: id('Space'),
			path: '/spaces/{slug}/follow',
			summary: says('a space'),
			params: { slug: slugParam('The space', 'systems') },
			refusals: ['spaces.not_found'],
			async run(call) {
				await follow(call.db, call.actor, { spaceId: (await theSpace(call, call.params.slug)).id }, on);
				return nothing;
			},
		}),
		operation({
			...rest,
			id: id('Person'),
			path: '/people/{handle}/follow',
			summary: says('a person'),
			params: { handle: slugParam('The handle', 'lin-qing') },
			refusals: ['accounts.not_found', 'items.follow_self'],
			async run(call) {
				await follow(call.db, call.actor, { personId: (await thePerson(call, call.params.handle)).id }, on);
				return nothing;
			},
		}),
	];
});

export const markOperations: Operation[] = [...judgements, ...bookmarks, ...follows];
