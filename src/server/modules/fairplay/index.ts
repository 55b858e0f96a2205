export { askToLook, type DecisionInput, decideFinding, decisionSchema, requireLooker } from './decide.ts';
export { fairplayError } from './errors.ts';
export {
	type Act,
	type FindingStatus,
	findingTransitions,
	type Part,
	type Pattern,
	patterns,
} from './finding.ts';
export { BURST, fairplayHandlers } from './handlers.ts';
export { fairplayJobs } from './jobs.ts';
export { lookForRings } from './look.ts';
export {
	actAsOne,
	type FairRun,
	type Finding,
	type FindingCard,
	type FindingDecision,
	listFindings,
	listRuns,
	readFinding,
} from './queries.ts';
