import type { Called } from './called.ts';
import type { World } from './world.ts';

const texts = { 'zh-CN': '另一件', en: 'Another' };
const goods = { names: texts, descriptions: texts, price: 20, stock: 3 };
const one = (id: number) => ({ params: { id } });

/** One call of every operation on rewards and leaderboards. */
export const rewardCalls: Record<string, (world: World) => Called> = {
	readLeaderboard: () => ({ as: 'member', query: { period: 'all', limit: 5 } }),
	listBadges: () => ({ as: 'member' }),
	readBadge: ({ rewards }) => ({ as: 'member', ...one(rewards.byRule) }),
	listBadgeAwards: ({ rewards }) => ({ as: 'member', ...one(rewards.byHand), query: { limit: 5 } }),
	listBadgesOfPerson: ({ rewards }) => ({ as: 'author', params: { handle: rewards.handle } }),
	setBadge: () => ({
		as: 'admin',
		body: {
			slug: 'another',
			tier: 'gold',
			names: texts,
			descriptions: texts,
			rule: { of: 'work', work: 'answer', score: 10, accepted: true },
		},
	}),
	retireBadge: ({ rewards }) => ({ as: 'admin', ...one(rewards.byRule) }),
	backfillBadge: ({ rewards }) => ({ as: 'admin', ...one(rewards.byRule) }),
	giveBadge: ({ rewards }) => ({
		as: 'admin',
		...one(rewards.byHand),
		body: { handle: rewards.handle, reason: 'And again.' },
	}),
	takeBadge: ({ rewards }) => ({
		as: 'admin',
		...one(rewards.award),
		body: { reason: 'Somebody else did it.' },
	}),
	signBadge: ({ rewards }) => ({ as: 'member', ...one(rewards.award) }),
	readCommunityStreak: () => ({ as: 'member' }),
	listQuests: () => ({ as: 'member' }),
	readQuest: ({ rewards }) => ({ as: 'member', ...one(rewards.quest) }),
	setQuest: () => ({
		as: 'admin',
		body: {
			slug: 'spring',
			kind: 'challenge',
			names: texts,
			descriptions: texts,
			steps: [{ metric: 'answers', atLeast: 3, tag: 'postgresql' }],
			goalOfAll: 100,
			startsAt: '2030-03-01T00:00:00Z',
			endsAt: '2030-04-01T00:00:00Z',
		},
	}),
	retireQuest: ({ rewards }) => ({ as: 'admin', ...one(rewards.quest) }),
	listHonours: () => ({ as: 'member', query: { limit: 5 } }),
	giveHonour: ({ rewards }) => ({ as: 'admin', body: { handle: rewards.handle, names: texts, year: 2025 } }),
	withdrawHonour: ({ rewards }) => ({ as: 'admin', ...one(rewards.honour) }),
	listGoods: () => ({ as: 'member' }),
	addGoods: () => ({ as: 'admin', body: goods }),
	changeGoods: ({ rewards }) => ({ as: 'admin', ...one(rewards.goods), body: goods }),
	retireGoods: ({ rewards }) => ({ as: 'admin', ...one(rewards.goods) }),
	orderGoods: ({ rewards }) => ({ as: 'member', body: { goodsId: rewards.goods, key: 'another-order' } }),
	listMyGoodsOrders: () => ({ as: 'member', query: { limit: 5 } }),
	takeBackGoodsOrder: ({ rewards }) => ({ as: 'member', ...one(rewards.order) }),
	listGoodsOrders: () => ({ as: 'admin', query: { status: 'placed' } }),
	fulfilGoodsOrder: ({ rewards }) => ({ as: 'admin', ...one(rewards.order), body: { answer: 'SF-1' } }),
	cancelGoodsOrder: ({ rewards }) => ({ as: 'admin', ...one(rewards.order), body: { answer: 'None left.' } }),
	listPools: () => ({ as: 'member' }),
	readPool: ({ rewards }) => ({ as: 'member', params: { month: rewards.month } }),
	setPoolTerms: () => ({ as: 'admin', body: { points: 500, formula: { vote: 2 } } }),
	previewPool: ({ rewards }) => ({
		as: 'admin',
		body: { month: rewards.month, terms: { points: 50, formula: {} } },
	}),
};
