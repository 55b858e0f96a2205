import { z } from '@hono/zod-openapi';
import { requireMember } from '../../contracts/actor.ts';
import { findPerson } from '../../modules/accounts/index.ts';
import { certificateUrl, signBadge } from '../../modules/credentials/index.ts';
import { KEPT, readBoard } from '../../modules/leaderboards/index.ts';
import {
	cancelOrder,
	fulfilOrder,
	giveBadge,
	giveHonour,
	listAwards,
	listBadges,
	listBadgesOf,
	listGoods,
	listGoodsOrders,
	listHonours,
	listMyGoodsOrders,
	listPools,
	listQuests,
	orderGoods,
	previewPool,
	readBadge,
	readCommunityStreak,
	readPool,
	readQuest,
	retireBadge,
	retireGoods,
	retireQuest,
	rewardError,
	setBadge,
	setGoods,
	setPoolTerms,
	setQuest,
	startBackfill,
	takeBackOrder,
	takeBadge,
	withdrawHonour,
} from '../../modules/rewards/index.ts';
import { originOf } from '../../platform/config.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/rewards.ts';

const tag = 'Rewards';
const reading = { tag, needs: 'anyone', scope: 'read' } as const;
const own = { tag, needs: 'member', scope: 'read' } as const;
const acting = { tag, needs: 'member', scope: 'write' } as const;
const setting = { tag, needs: 'admin', scope: 'admin' } as const;
const texts = { 'zh-CN': '提问者', en: 'Asker' };
const page = z.object({ cursor, limit: limit(100, 40) });

const board = operation({
	...reading,
	id: 'readLeaderboard',
	method: 'get',
	path: '/leaderboard',
	summary: 'Read a leaderboard, and where I stand on it',
	description: 'Weeks begin on Mondays at midnight UTC. Of a space, of a tag, or of newcomers alone.',
	query: z.object({
		measure: z.enum(['reputation', 'points']).default('reputation'),
		period: z.enum(['week', 'month', 'all']).default('week'),
		ago: z.coerce
			.number()
			.int()
			.min(0)
			.max(KEPT.month)
			.default(0)
			.openapi({ example: 0, description: 'So many periods ago.' }),
		space: z.string().max(60).optional().openapi({ description: 'Slug of a space.' }),
		tag: z.string().max(60).optional().openapi({ description: 'Slug of a tag.' }),
		newcomers: z.enum(['true', 'false']).default('false'),
		cursor,
		limit: limit(100, 25),
	}),
	returns: { status: 200, schema: shape.board, description: 'A page of it, with who stand next to me.' },
	refusals: ['leaderboards.not_found'],
	async run({ db, actor, query }) {
		const { cursor: after, limit: most, newcomers, ...asked } = query;
		const { places, ...rest } = await readBoard(
			db,
			actor,
			{ ...asked, newcomers: newcomers === 'true' },
			{ cursor: after ?? null, limit: most },
		);
		return answer({ ...rest, data: places });
	},
});

const badges: Operation[] = [
	operation({
		...reading,
		id: 'listBadges',
		method: 'get',
		path: '/badges',
		summary: 'List badges and how to earn them',
		returns: {
			status: 200,
			schema: shape.badgeList,
			description: 'Gold first; hidden ones for who has them.',
		},
		run: async ({ db, actor }) => answer({ data: await listBadges(db, actor) }),
	}),
	operation({
		...reading,
		id: 'readBadge',
		method: 'get',
		path: '/badges/{id}',
		summary: 'Read a badge',
		params: { id: idParam('badge') },
		returns: { status: 200, schema: shape.badge, description: 'With its rule.' },
		refusals: ['rewards.badge_not_found'],
		run: async ({ db, actor, params }) => answer(await readBadge(db, actor, params.id)),
	}),
	operation({
		...reading,
		id: 'listBadgeAwards',
		method: 'get',
		path: '/badges/{id}/awards',
		summary: 'List who has a badge',
		params: { id: idParam('badge') },
		query: page,
		returns: { status: 200, schema: shape.awardList, description: 'The latest first.' },
		refusals: ['rewards.badge_not_found'],
		async run(call) {
			await readBadge(call.db, call.actor, call.params.id);
			return listed(call, await listAwards(call.db, call.params.id, call.query));
		},
	}),
	operation({
		...reading,
		id: 'listBadgesOfPerson',
		method: 'get',
		path: '/people/{handle}/badges',
		summary: 'List the badges of a person',
		params: { handle: slugParam('Handle of the person', 'lin-qing') },
		returns: {
			status: 200,
			schema: shape.personBadges,
			description: 'Gold first, imported ones among them.',
		},
		refusals: ['rewards.person_not_found'],
		async run({ db, actor, params }) {
			const person = await findPerson(db, params.handle);
			if (!person) throw rewardError('person_not_found');
			return answer({ data: await listBadgesOf(db, actor, person.id) });
		},
	}),
	operation({
		...setting,
		id: 'setBadge',
		method: 'post',
		path: '/badges',
		summary: 'Make a badge, or change the one with this slug',
		body: shape.newBadge,
		example: {
			slug: 'asker',
			tier: 'bronze',
			names: texts,
			descriptions: texts,
			rule: { of: 'person', all: [{ metric: 'questions', atLeast: 1 }] },
		},
		returns: { status: 201, schema: shape.madeId, description: 'Its id.' },
		refusals: ['rewards.rule_loops'],
		async run({ db, actor, body }) {
			const { id } = await setBadge(db, actor, body);
			return made(`/api/v1/badges/${id}`, { id });
		},
	}),
	doing({
		...setting,
		id: 'retireBadge',
		method: 'delete',
		path: '/badges/{id}',
		summary: 'Give a badge to nobody any more',
		params: { id: idParam('badge') },
		refusals: ['rewards.badge_not_found'],
		run: ({ db, actor, params }) => retireBadge(db, actor, params.id),
	}),
	doing({
		...setting,
		id: 'backfillBadge',
		method: 'put',
		path: '/badges/{id}/backfill',
		summary: 'Look through everybody for who has earned a badge already',
		params: { id: idParam('badge') },
		refusals: ['rewards.badge_not_found', 'rewards.by_hand', 'rewards.backfill_running'],
		run: ({ db, actor, params }) => startBackfill(db, actor, params.id),
	}),
	operation({
		...acting,
		id: 'giveBadge',
		method: 'post',
		path: '/badges/{id}/awards',
		summary: 'Give a badge by hand, as staff',
		params: { id: idParam('badge') },
		body: shape.newAward,
		example: { handle: 'wu-tong', reason: 'Helped at the meeting in May.' },
		returns: { status: 201, schema: shape.madeId, description: 'The award.' },
		refusals: [
			'rewards.badge_not_found',
			'rewards.person_not_found',
			'rewards.by_rule',
			'rewards.retired',
			'rewards.has_badge',
			'common.forbidden',
		],
		async run({ db, actor, params, body }) {
			return made(`/api/v1/badges/${params.id}/awards`, await giveBadge(db, actor, params.id, body));
		},
	}),
	doing({
		...acting,
		id: 'takeBadge',
		method: 'put',
		path: '/badge-awards/{id}/withdrawal',
		summary: 'Take back a badge that was given by hand, as staff',
		params: { id: idParam('award') },
		body: shape.because,
		example: { reason: 'Given to the wrong one.' },
		refusals: ['rewards.award_not_found', 'rewards.by_rule', 'common.forbidden'],
		run: ({ db, actor, params, body }) => takeBadge(db, actor, params.id, body.reason),
	}),
	operation({
		...acting,
		quiet: true,
		id: 'signBadge',
		method: 'put',
		path: '/badge-awards/{id}/credential',
		summary: 'Have a badge of mine signed as an Open Badge',
		params: { id: idParam('award') },
		returns: { status: 200, schema: shape.signed, description: 'Where it is.' },
		refusals: ['rewards.award_not_found'],
		async run({ db, ctx, actor, params }) {
			const origin = originOf(ctx.config);
			const token = await signBadge(db, actor, params.id, { secret: ctx.secret, origin });
			return answer({ token, url: certificateUrl(origin, token) });
		},
	}),
];

const quests: Operation[] = [
	operation({
		...own,
		id: 'readCommunityStreak',
		method: 'get',
		path: '/me/days',
		summary: 'Read on which days I took part',
		returns: { status: 200, schema: shape.streak, description: 'By my time zone.' },
		run: async ({ db, actor }) => answer(await readCommunityStreak(db, requireMember(actor).userId)),
	}),
	operation({
		...reading,
		id: 'listQuests',
		method: 'get',
		path: '/quests',
		summary: 'List quests and challenges, and how far I am',
		returns: { status: 200, schema: shape.questList, description: 'Quests first.' },
		run: async ({ db, actor }) => answer({ data: await listQuests(db, actor) }),
	}),
	operation({
		...reading,
		id: 'readQuest',
		method: 'get',
		path: '/quests/{id}',
		summary: 'Read a quest or a challenge',
		params: { id: idParam('quest') },
		returns: { status: 200, schema: shape.quest, description: 'With what came of it.' },
		refusals: ['rewards.quest_not_found'],
		run: async ({ db, actor, params }) => answer(await readQuest(db, actor, params.id)),
	}),
	operation({
		...setting,
		id: 'setQuest',
		method: 'post',
		path: '/quests',
		summary: 'Make a quest or a challenge, or change the one with this slug',
		body: shape.newQuest,
		example: {
			slug: 'first-week',
			kind: 'quest',
			names: texts,
			descriptions: texts,
			steps: [{ metric: 'votes', atLeast: 3 }],
		},
		returns: { status: 201, schema: shape.madeId, description: 'Its id.' },
		refusals: ['rewards.badge_not_found', 'rewards.rule_loops', 'rewards.slug_taken', 'rewards.retired'],
		async run({ db, actor, body }) {
			const { id } = await setQuest(db, actor, body);
			return made(`/api/v1/quests/${id}`, { id });
		},
	}),
	doing({
		...setting,
		id: 'retireQuest',
		method: 'delete',
		path: '/quests/{id}',
		summary: 'End a quest for everybody',
		params: { id: idParam('quest') },
		refusals: ['rewards.quest_not_found'],
		run: ({ db, actor, params }) => retireQuest(db, actor, params.id),
	}),
	operation({
		...reading,
		id: 'listHonours',
		method: 'get',
		path: '/honours',
		summary: 'List honours',
		query: page,
		returns: { status: 200, schema: shape.honourList, description: 'The latest first.' },
		run: async (call) => listed(call, await listHonours(call.db, call.query)),
	}),
	operation({
		...acting,
		id: 'giveHonour',
		method: 'post',
		path: '/honours',
		summary: 'Honour somebody, as staff',
		body: shape.newHonour,
		example: { handle: 'he-ping', names: texts, year: 2026 },
		returns: { status: 201, schema: shape.madeId, description: 'The honour.' },
		refusals: ['rewards.person_not_found', 'common.forbidden'],
		run: async ({ db, actor, body }) => made('/api/v1/honours', await giveHonour(db, actor, body)),
	}),
	doing({
		...acting,
		id: 'withdrawHonour',
		method: 'delete',
		path: '/honours/{id}',
		summary: 'Take an honour back, as staff',
		params: { id: idParam('honour') },
		refusals: ['rewards.honour_not_found', 'common.forbidden'],
		run: ({ db, actor, params }) => withdrawHonour(db, actor, params.id),
	}),
];

const newGoods = { names: texts, descriptions: texts, price: 200, stock: 10 };
const shop: Operation[] = [
	operation({
		...reading,
		id: 'listGoods',
		method: 'get',
		path: '/goods',
		summary: 'List what the shop has for points',
		returns: { status: 200, schema: shape.goodsList, description: 'The cheapest first.' },
		run: async ({ db, actor }) => answer({ data: await listGoods(db, actor, true) }),
	}),
	operation({
		...setting,
		id: 'addGoods',
		method: 'post',
		path: '/goods',
		summary: 'Put something into the shop',
		body: shape.newGoods,
		example: newGoods,
		returns: { status: 201, schema: shape.madeId, description: 'Its id.' },
		run: async ({ db, actor, body }) => made('/api/v1/goods', await setGoods(db, actor, null, body)),
	}),
	doing({
		...setting,
		id: 'changeGoods',
		method: 'put',
		path: '/goods/{id}',
		summary: 'Change something in the shop',
		params: { id: idParam('thing') },
		body: shape.newGoods,
		example: newGoods,
		refusals: ['rewards.goods_not_found'],
		run: ({ db, actor, params, body }) => setGoods(db, actor, params.id, body),
	}),
	doing({
		...setting,
		id: 'retireGoods',
		method: 'delete',
		path: '/goods/{id}',
		summary: 'Take something out of the shop',
		params: { id: idParam('thing') },
		refusals: ['rewards.goods_not_found'],
		run: ({ db, actor, params }) => retireGoods(db, actor, params.id),
	}),
	operation({
		...acting,
		id: 'orderGoods',
		method: 'post',
		path: '/goods-orders',
		summary: 'Order something for points',
		body: shape.newGoodsOrder,
		example: { goodsId: 4, key: 'a-word-of-your-own' },
		returns: { status: 201, schema: shape.madeId, description: 'The order.' },
		refusals: [
			'rewards.goods_not_found',
			'rewards.sold_out',
			'rewards.limit_reached',
			'rewards.address_missing',
			'growth.points_short',
		],
		run: async ({ db, actor, body }) => made('/api/v1/me/goods-orders', await orderGoods(db, actor, body)),
	}),
	operation({
		...own,
		id: 'listMyGoodsOrders',
		method: 'get',
		path: '/me/goods-orders',
		summary: 'List what I ordered for points',
		query: page,
		returns: { status: 200, schema: shape.goodsOrderList, description: 'The latest first.' },
		run: async (call) => listed(call, await listMyGoodsOrders(call.db, call.actor, call.query)),
	}),
	doing({
		...acting,
		id: 'takeBackGoodsOrder',
		method: 'delete',
		path: '/me/goods-orders/{id}',
		summary: 'Take back an order of mine that waits',
		params: { id: idParam('order') },
		refusals: ['rewards.order_not_found', 'rewards.order_settled'],
		run: ({ db, actor, params }) => takeBackOrder(db, actor, params.id),
	}),
	operation({
		tag,
		needs: 'admin',
		scope: 'admin',
		id: 'listGoodsOrders',
		method: 'get',
		path: '/goods-orders',
		summary: 'List what everybody ordered for points',
		query: z.object({
			status: z.enum(['placed', 'fulfilled', 'cancelled']).optional(),
			cursor,
			limit: limit(100, 40),
		}),
		returns: { status: 200, schema: shape.goodsOrderList, description: 'The latest first.' },
		run: async (call) => listed(call, await listGoodsOrders(call.db, call.actor, call.query)),
	}),
	doing({
		...setting,
		id: 'fulfilGoodsOrder',
		method: 'put',
		path: '/goods-orders/{id}/fulfilment',
		summary: 'Say that somebody has what they ordered',
		params: { id: idParam('order') },
		body: shape.answered,
		example: { answer: 'SF-1234' },
		refusals: ['rewards.order_not_found', 'rewards.order_settled'],
		run: ({ db, actor, params, body }) => fulfilOrder(db, actor, params.id, body.answer),
	}),
	doing({
		...setting,
		id: 'cancelGoodsOrder',
		method: 'put',
		path: '/goods-orders/{id}/cancellation',
		summary: 'Cancel an order: points and stock go back',
		params: { id: idParam('order') },
		body: shape.answered,
		example: { answer: 'None is left.' },
		refusals: ['rewards.order_not_found', 'rewards.order_settled'],
		run: ({ db, actor, params, body }) => cancelOrder(db, actor, params.id, body.answer),
	}),
];

const pool: Operation[] = [
	operation({
		...reading,
		id: 'listPools',
		method: 'get',
		path: '/pools',
		summary: 'List months whose pool was shared',
		returns: { status: 200, schema: shape.poolList, description: 'The latest first.' },
		run: async ({ db }) => answer({ data: await listPools(db) }),
	}),
	operation({
		...reading,
		id: 'readPool',
		method: 'get',
		path: '/pools/{month}',
		summary: 'Read who had which share of a month, and for what',
		params: { month: slugParam('The month', '2026-03') },
		returns: { status: 200, schema: shape.poolOfMonth, description: 'The largest shares first.' },
		refusals: ['rewards.pool_not_found'],
		run: async ({ db, actor, params }) => answer(await readPool(db, actor.userId, params.month)),
	}),
	operation({
		...setting,
		id: 'setPoolTerms',
		method: 'put',
		path: '/pool-terms',
		summary: 'Set what authors share each month, and by which formula',
		description: 'It holds from the next month on.',
		body: shape.poolTerms,
		example: { points: 1000, formula: {} },
		returns: { status: 200, schema: shape.fromMonth, description: 'From when it holds.' },
		run: async ({ db, actor, body }) => answer(await setPoolTerms(db, actor, body)),
	}),
	operation({
		...setting,
		quiet: true,
		id: 'previewPool',
		method: 'put',
		path: '/pool-preview',
		summary: 'See what a month would be shared as',
		body: shape.askPreview,
		example: { month: '2026-03' },
		returns: { status: 200, schema: shape.poolPreview, description: 'Nothing is written.' },
		run: async ({ db, actor, body }) =>
			answer(await previewPool(db, actor, { month: body.month, terms: body.terms ?? null })),
	}),
];

/** Leaderboards, badges, days, quests, challenges, honours, the shop for points, and the pool. */
export const rewardOperations: Operation[] = [board, ...badges, ...quests, ...shop, ...pool];
