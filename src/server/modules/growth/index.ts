export { growthHandlers } from './handlers.ts';
export { listReputation, type ReputationEntry } from './queries.ts';
export { reputationRules, voteWorth } from './rules.ts';
