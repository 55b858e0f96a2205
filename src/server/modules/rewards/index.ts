export { type Backfill, backfillNext, listBackfills, startBackfill } from './backfill.ts';
export { type CommunityStreak, readCommunityStreak } from './days.ts';
export { rewardError } from './errors.ts';
export { giveBadge, takeBadge } from './give-badge.ts';
export { rewardHandlers } from './handlers.ts';
export { giveHonour, type Honour, listHonours, withdrawHonour } from './honours.ts';
export { rewardJobs } from './jobs.ts';
export { type MetricName, metricNames, metrics, timedMetrics } from './metrics.ts';
export {
	monthOf,
	type PoolTerms,
	type PoolTermsInput,
	poolTerms,
	previewPool,
	setPoolTerms,
	shareDue,
	sharePool,
} from './pool.ts';
export type { Formula, WorkQuality } from './pool-formula.ts';
export { type ChallengeResult, closeChallenges } from './quest-progress.ts';
export {
	type Award,
	type AwardToSign,
	awardToSign,
	type Badge,
	listAwards,
	listBadges,
	listBadgesOf,
	type PersonBadge,
	readBadge,
} from './read-badges.ts';
export { listPools, type Pool, readPool, type SharePlace } from './read-pool.ts';
export { listParticipants, listQuests, type Participant, type Quest, readQuest } from './read-quests.ts';
export {
	type Goods,
	type GoodsOrder,
	listGoods,
	listGoodsOrders,
	listMyGoodsOrders,
	readGoods,
} from './read-shop.ts';
export { rewardNames } from './reward-names.ts';
export { type BadgeRule, type Condition, ruleSchema, type Work, works } from './rule.ts';
export {
	type BadgeInput,
	badgeSchema,
	type GoodsInput,
	goodsSchema,
	type HonourInput,
	type QuestInput,
	questSchema,
	type Texts,
} from './schemas.ts';
export { retireBadge, setBadge } from './set-badge.ts';
export { retireQuest, setQuest } from './set-quest.ts';
export { settleAll } from './settle-all.ts';
export {
	cancelOrder,
	fulfilOrder,
	type GoodsOrderStatus,
	goodsOrderTransitions,
	orderGoods,
	retireGoods,
	setGoods,
	takeBackOrder,
} from './shop.ts';
