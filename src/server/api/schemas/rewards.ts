import { z } from '@hono/zod-openapi';
import { metricNames, works } from '../../modules/rewards/index.ts';
import { count, id, listOf, personShape, text, time } from './common.ts';

const { headline: _, reputation: __, ...seen } = personShape;
const person = z.object(seen).openapi('PersonSeen');
const texts = z
	.object({ 'zh-CN': text('提问者'), en: text('Asker') })
	.openapi('BothLanguages', { description: 'In both languages.' });
const tier = z.enum(['bronze', 'silver', 'gold']);

const placed = z
	.object({ rank: z.int().positive().openapi({ example: 3 }), score: count(120), person })
	.openapi('BoardPlace');
export const board = z
	.object({
		measure: z.enum(['reputation', 'points']),
		period: z.enum(['week', 'month', 'all']),
		startsOn: z.string().openapi({ format: 'date', example: '2026-03-02' }),
		people: count(3200).openapi({ description: 'How many stand on it.' }),
		data: z.array(placed),
		next: z.string().nullable(),
		own: z
			.object({
				rank: z.int().positive(),
				score: count(40),
				aheadOf: count(80).openapi({ description: 'So many in a hundred stand lower.' }),
				around: z.array(placed),
			})
			.nullable(),
	})
	.openapi('Leaderboard');

const condition = z
	.object({
		metric: z.enum(metricNames),
		atLeast: z.int().positive().openapi({ example: 10 }),
		tag: z.string().optional().openapi({ example: 'postgresql' }),
	})
	.openapi('RewardCondition');
const rule = z
	.union([
		z.object({ of: z.literal('person'), all: z.array(condition).min(1).max(5) }),
		z.object({
			of: z.literal('work'),
			work: z.enum(works),
			score: z.int().positive().optional(),
			views: z.int().positive().optional(),
			accepted: z.boolean().optional(),
			tag: z.string().optional(),
		}),
	])
	.openapi('BadgeRule', {
		description: 'Data of two shapes: what a person has so much of, or how good a work is.',
	});

const badgeFields = {
	slug: text('asker'),
	tier,
	names: texts,
	descriptions: texts,
	rule: rule.nullable().openapi({ description: 'null: it is given by hand.' }),
	repeatable: z.boolean(),
	hidden: z.boolean(),
	points: count(10),
};
export const badge = z
	.object({
		id: id(3),
		...badgeFields,
		quest: z
			.object({ id: id(3), kind: z.enum(['quest', 'challenge']), names: texts })
			.nullable()
			.openapi({ description: 'What gives it, where a quest or a challenge does.' }),
		retired: z.boolean(),
		awards: count(12),
		mine: count(1),
	})
	.openapi('Badge');
export const badgeList = z.object({ data: z.array(badge) }).openapi('BadgeList');
export const newBadge = z
	.object({
		slug: badgeFields.slug,
		tier,
		names: texts,
		descriptions: texts,
		rule: rule.nullish(),
		repeatable: z.boolean().optional(),
		hidden: z.boolean().optional(),
		points: z.int().nonnegative().optional().openapi({ example: 0 }),
	})
	.openapi('NewBadge');
export const awardList = listOf(
	z.object({
		id: id(9),
		awardedAt: time(),
		reason: text(''),
		person,
		item: z
			.object({
				id: id(12),
				kind: text('question'),
				slug: text('why-slow'),
				title: text('Why is this slow?'),
			})
			.nullable(),
		replyId: z.int().nullable(),
	}),
).openapi('BadgeAwardList');
export const personBadges = z
	.object({
		data: z.array(
			z.object({
				id: z.int().nullable().openapi({ description: 'null: an import brought it.' }),
				tier,
				names: texts.nullable(),
				name: z.string().nullable(),
				count: count(2),
				latestAt: time(),
				awardId: z.int().nullable(),
			}),
		),
	})
	.openapi('BadgesOfPerson');
export const newAward = z
	.object({ handle: text('wu-tong'), reason: text('Helped at the meeting in May.') })
	.openapi('NewBadgeAward');
export const because = z.object({ reason: text('Given to the wrong one.') }).openapi('Because');
export const madeId = z.object({ id: id(3) }).openapi('MadeReward');
export const signed = z
	.object({
		token: text('abcdefghijklmnop'),
		url: text('https://stoa.example/certificates/abcdefghijklmnop'),
	})
	.openapi('SignedBadge');

export const streak = z
	.object({
		current: count(4),
		longest: count(12),
		today: z.object({ day: text('2026-03-02'), done: z.boolean() }),
		days: z.array(z.object({ day: text('2026-03-02'), acts: count(3) })),
	})
	.openapi('CommunityStreak');

const questFields = {
	slug: text('first-week'),
	kind: z.enum(['quest', 'challenge']),
	names: texts,
	descriptions: texts,
	points: count(20),
};
export const quest = z
	.object({
		id: id(3),
		...questFields,
		steps: z.array(
			z.object({
				metric: z.enum(metricNames),
				atLeast: count(2),
				tag: z.string().optional(),
				done: count(1),
			}),
		),
		progress: z.number().openapi({ example: 0.5, description: '0 to 1.' }),
		completedAt: time().nullable(),
		badge: z.object({ id: id(3), slug: text('welcome'), names: texts, tier }).nullable(),
		startsAt: time().nullable(),
		endsAt: time().nullable(),
		state: z.enum(['open', 'soon', 'running', 'over']),
		people: count(8),
		completed: count(2),
		total: count(31),
		goalOfAll: z.int().nullable(),
		result: z
			.object({ people: count(8), completed: count(2), total: count(31), reached: z.boolean().nullable() })
			.nullable(),
		retired: z.boolean(),
	})
	.openapi('Quest');
export const questList = z.object({ data: z.array(quest) }).openapi('QuestList');
export const newQuest = z
	.object({
		...questFields,
		points: count(20).optional(),
		steps: z.array(condition).min(1).max(8),
		goalOfAll: z.int().positive().nullish(),
		badge: z.string().nullish().openapi({ description: 'Slug of a badge that is given by hand.' }),
		startsAt: z.string().nullish().openapi({ format: 'date-time' }),
		endsAt: z.string().nullish().openapi({ format: 'date-time' }),
	})
	.openapi('NewQuest');

export const honourList = listOf(
	z.object({
		id: id(2),
		names: texts,
		year: z.int().nullable().openapi({ example: 2026 }),
		reason: text('A year of answers.'),
		givenAt: time(),
		person,
	}),
).openapi('HonourList');
export const newHonour = z
	.object({
		handle: text('he-ping'),
		names: texts,
		year: z.int().nullish().openapi({ example: 2026 }),
		reason: z.string().optional(),
	})
	.openapi('NewHonour');

const goodsFields = {
	names: texts,
	descriptions: texts,
	price: count(200),
	stock: z.int().nullable().openapi({ example: 10, description: 'null: as many as anybody wants.' }),
	perPerson: z.int().nullable().openapi({ example: 1 }),
	asks: z.enum(['nothing', 'address']),
};
export const goodsList = z
	.object({
		data: z.array(
			z.object({ id: id(4), ...goodsFields, retired: z.boolean(), mine: count(0) }).openapi('Goods'),
		),
	})
	.openapi('GoodsList');
export const newGoods = z
	.object({
		...goodsFields,
		stock: z.int().nullish(),
		perPerson: z.int().nullish(),
		asks: goodsFields.asks.optional(),
	})
	.openapi('NewGoods');
export const goodsOrderList = listOf(
	z.object({
		id: id(5),
		goodsId: id(4),
		names: texts,
		price: count(200),
		status: z.enum(['placed', 'fulfilled', 'cancelled']),
		note: text(''),
		answer: text(''),
		placedAt: time(),
		settledAt: time().nullable(),
		person,
	}),
).openapi('GoodsOrderList');
export const newGoodsOrder = z
	.object({
		goodsId: id(4),
		key: text('a-word-of-your-own').openapi({ description: 'Said again, it is the same order.' }),
		note: z.string().optional().openapi({ description: 'Where to send it, where that is asked.' }),
	})
	.openapi('NewGoodsOrder');
export const answered = z
	.object({ answer: z.string().optional().openapi({ example: 'SF-1234' }) })
	.openapi('OrderAnswer');

const formula = z
	.object({
		vote: z.number(),
		repeat: z.number(),
		down: z.number(),
		solved: z.number(),
		view: z.number(),
		voterDays: count(7),
		mostPercent: count(20),
		least: count(5),
	})
	.openapi('PoolFormula');
const pool = z
	.object({
		month: text('2026-03-01'),
		points: count(1000),
		shared: count(980),
		people: count(7),
		formula,
		sharedAt: time(),
	})
	.openapi('Pool');
export const poolList = z.object({ data: z.array(pool) }).openapi('PoolList');
const work = {
	itemId: id(12),
	replyId: z.int().nullable(),
	quality: z.number(),
	voters: count(4),
	solved: z.boolean(),
	views: count(90),
};
const share = z.object({
	points: count(120),
	quality: z.number(),
	works: z.array(
		z.object({
			...work,
			title: z.string().nullable(),
			href: z.object({ kind: text('article'), slug: text('how-indexes-work') }).nullable(),
		}),
	),
	person,
});
export const poolOfMonth = z
	.object({ pool, shares: z.array(share), own: share.nullable() })
	.openapi('PoolOfMonth');
export const poolTerms = z
	.object({ points: count(1000), formula: formula.partial() })
	.openapi('PoolTerms', { description: 'What is left out of the formula is as it is by default.' });
export const fromMonth = z.object({ month: text('2026-04-01') }).openapi('FromMonth');
export const poolPreview = z
	.object({
		month: text('2026-03-01'),
		terms: z.object({ month: z.string().nullable(), points: count(1000), formula }),
		shares: z.array(
			z.object({
				userId: id(7),
				name: text('林青'),
				handle: text('lin-qing'),
				points: count(120),
				quality: z.number(),
				works: z.array(z.object(work)),
			}),
		),
	})
	.openapi('PoolPreview');
export const askPreview = z
	.object({ month: text('2026-03'), terms: poolTerms.nullish() })
	.openapi('AskPoolPreview');
