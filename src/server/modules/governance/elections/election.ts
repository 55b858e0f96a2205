import type { SpaceId, UserId } from '../../../kernel/ids.ts';
import type { PersonCard } from '../../accounts/index.ts';
import type { Count } from './count-ballots.ts';

export type ElectionStatus = 'nomination' | 'questions' | 'ballot' | 'counted' | 'cancelled';

/** From which status an election may go to which. */
export const electionTransitions: Record<ElectionStatus, readonly ElectionStatus[]> = {
	nomination: ['questions', 'cancelled'],
	questions: ['ballot', 'cancelled'],
	ballot: ['counted', 'cancelled'],
	counted: [],
	cancelled: [],
};

/** A rule that is published before: how many days somebody has an account, and how much reputation. */
export interface ElectionRule {
	days: number;
	reputation: number;
}

/** Statements that voters can still read; more would be a list that nobody ranks. */
export const MOST_CANDIDATES = 30;
/** Questions of one election, and of one person in it. */
export const MOST_QUESTIONS = 100;
export const OWN_QUESTIONS = 3;

export interface Election {
	id: number;
	title: string;
	html: string;
	space: { id: SpaceId; slug: string; name: string } | null;
	seats: number;
	status: ElectionStatus;
	timeZone: string;
	nominationEndsAt: Date;
	questionsEndAt: Date;
	ballotEndsAt: Date;
	standRule: ElectionRule;
	voteRule: ElectionRule;
	seatsAtOnce: boolean;
	/** Decides ties: drawn when the ballot opened, null before. */
	seed: string | null;
	/** Candidates by id in the order of the lot, as counted; null until then. */
	lot: UserId[] | null;
	result: Count | null;
	rollSize: number;
	/** How many have voted; told while the ballot is open, too, as whom they voted for is not. */
	ballotCount: number;
	calledBy: UserId | null;
	createdAt: Date;
	countedAt: Date | null;
	cancelReason: string;
}

export interface Candidate {
	person: PersonCard;
	html: string;
	stoodAt: Date;
	withdrawnAt: Date | null;
	/** In which place they were elected; null: not. */
	elected: number | null;
	seatedAt: Date | null;
}

/** Until when something of an election goes on, by the clock and not by the job that moves it on. */
export function isOpen(
	election: Pick<Election, 'status' | 'nominationEndsAt' | 'questionsEndAt' | 'ballotEndsAt'>,
	phase: 'nomination' | 'questions' | 'ballot',
	at: Date,
): boolean {
	if (election.status === 'counted' || election.status === 'cancelled') return false;
	if (phase === 'nomination') return election.status === 'nomination' && at < election.nominationEndsAt;
	// Questions may be asked from the first nomination on; what is fixed is their end.
	if (phase === 'questions') return at < election.questionsEndAt;
	return election.status === 'ballot' && at >= election.questionsEndAt && at < election.ballotEndsAt;
}
