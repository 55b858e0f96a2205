export { drawOrder } from './draw.ts';
export { answerAsCandidate, askCandidates } from './elections/ask-candidates.ts';
export { ballotFile } from './elections/ballot-file.ts';
export { callElection, cancelElection } from './elections/call-election.ts';
export { castBallot, countVoters } from './elections/cast-ballot.ts';
export type { Count, Round } from './elections/count-ballots.ts';
export { type Candidate, type Election, type ElectionStatus, isOpen } from './elections/election.ts';
export { moveElectionsOn } from './elections/move-on.ts';
export {
	type AskedCandidates,
	listCandidates,
	listElectionQuestions,
	listElections,
	mustSeeElection,
	standingIn,
} from './elections/queries.ts';
export { newReceipt } from './elections/receipt.ts';
export { confirmElected } from './elections/seat-elected.ts';
export { stand, whyNotStand, withdraw } from './elections/stand.ts';
export { governanceError } from './errors.ts';
export { governanceJob } from './jobs.ts';
export { pairsAgreed } from './juries/agreement.ts';
export { callJury } from './juries/call-jury.ts';
export type { CaseDesk, CaseForJury } from './juries/case-desk.ts';
export { useCaseDesk } from './juries/cases.ts';
export { type Evidence, JUROR_LEVEL, type Jury, SUMMONS_PER_MONTH } from './juries/jury.ts';
export {
	type Duty,
	type JuryPage,
	juryAgreement,
	listJuries,
	readJury,
	readJuryDuty,
} from './juries/queries.ts';
export { moveJuriesOn } from './juries/settle.ts';
export { declineJury, setJuryDuty, voteInJury } from './juries/vote.ts';
export { moveProposalsOn } from './rules/move-on.ts';
export {
	type Choice,
	MAJORITY,
	PROPOSE,
	type Proposal,
	type ProposalStatus,
	type RuleTexts,
	type RuleVersion,
} from './rules/proposal.ts';
export { proposeRules, whyNotPropose, writeFirstRules } from './rules/propose.ts';
export {
	findProposal,
	listProposals,
	listRuleVersions,
	mayVoteNow,
	ownChoice,
	rulesAt,
	rulesInForce,
} from './rules/queries.ts';
export { vetoProposal, voteOnRules, withdrawProposal } from './rules/vote.ts';
export type { BallotInput, ElectionInput, JuryInput, JuryVoteInput, ProposalInput } from './schemas.ts';
