export { activeRules } from './active-rules.ts';
export { bookPast } from './book-past.ts';
export { type Difference, differences } from './differences.ts';
export { growthError } from './errors.ts';
export { growthHandlers } from './handlers.ts';
export { bookWaiting, growthJobs } from './jobs.ts';
export type { Ledger } from './ledger.ts';
export type { Need } from './levels.ts';
export { type Dependence, findLoop, refuseLoops, registerDependences } from './loops.ts';
export {
	earnPoints,
	levelOf,
	type PointsEarned,
	pointsOf,
	reverseEntry,
	spendPoints,
} from './points.ts';
export { flushPresence, keepPresence, noteRead, noteVisit } from './presence.ts';
export {
	type LedgerEntry,
	levelHistory,
	listPoints,
	listReputation,
	type Month,
	type ReputationEntry,
	standingByMonth,
} from './queries.ts';
export { readStanding, type Standing } from './read-standing.ts';
export { type ReadyTable, readyTables } from './ready-tables.ts';
export { reviewEverybody, reviewLevels } from './review-levels.ts';
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
export {
	type Cause,
	causes,
	levelFields,
	type Rules,
	ruleKey,
	rulesSchema,
	voteWorth,
	weigh,
	worthOf,
} from './rules.ts';
export {
	askSimulation,
	type Compared,
	lastSimulation,
	runSimulation,
	type Simulation,
} from './simulate.ts';
export { openTally, type Tally } from './tally.ts';
