export { hasQueue } from './access.ts';
export { appealDecision } from './appeal.ts';
export { type CannedReply, dropCanned, listCanned, saveCanned } from './canned.ts';
export type { CaseSource, ModerationCase, SubjectKind } from './case.ts';
export { claimCase, claimMinutes, releaseCase, takeNext } from './claim.ts';
export { type BulkOutcome, type Decider, decideCase, decideCases } from './decide.ts';
export { decideAppeal } from './decide-appeal.ts';
export { type Duty, readDuty, setDuty } from './duty.ts';
export { moderationHandlers } from './handlers.ts';
export { moderationJobs } from './jobs.ts';
export { ladder, type Measure, measureNames, measures, type Rung, slowPause } from './ladder.ts';
export { addNote } from './notes.ts';
export {
	type LogFilter,
	type LoggedAction,
	listModerationActions,
	listModerationLog,
	type ModerationAction,
} from './queries.ts';
export { countQueue, listCases, type NamedPerson, type QueueCounts, type QueueRow } from './queue.ts';
export { type CasePage, type History, historyOf, readCase } from './read-case.ts';
export { harmOf, type Reason, reasons } from './reasons.ts';
export { report, reportLimits, subjectOf } from './report.ts';
export type {
	BulkInput,
	DecisionInput,
	QueueInput,
	ReportInput,
} from './schemas.ts';
export {
	type AppealRow,
	listAppeals,
	listOwnReports,
	type OwnAffairs,
	type OwnReport,
	readOwnAffairs,
	readStatement,
	type Statement,
	type StatementRights,
} from './statements.ts';
export {
	type HealthReport,
	type ReversalReport,
	type Reversals,
	readHealth,
	readReversals,
} from './statistics.ts';
export { undoDecision, undoMinutes } from './undo.ts';
