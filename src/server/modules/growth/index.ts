export { activeRules } from './active-rules.ts';
export { bookPast } from './book-past.ts';
export { type Difference, differences } from './differences.ts';
export { growthHandlers } from './handlers.ts';
export type { Ledger } from './ledger.ts';
export { type Dependence, findLoop, refuseLoops, registerDependences } from './loops.ts';
export {
	earnPoints,
	levelOf,
	type PointsEarned,
	pointsOf,
	reverseEntry,
	spendPoints,
} from './points.ts';
export { listReputation, type ReputationEntry } from './queries.ts';
export {
	activateDraft,
	beginDraft,
	discardDraft,
	listRuleTables,
	privilegeLevels,
	type RuleTable,
	readDraft,
	readRuleTable,
	saveDraft,
} from './rule-tables.ts';
export { type Cause, causes, type Rules, rulesSchema, voteWorth } from './rules.ts';
