import type { ItemId, OfferId, UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { DepositRule } from './deposit.ts';

export type CohortStatus = 'draft' | 'open' | 'cancelled' | 'ended';

/** From which status a cohort may go to which. */
export const cohortTransitions: Record<CohortStatus, readonly CohortStatus[]> = {
	draft: ['open', 'cancelled'],
	open: ['cancelled', 'ended'],
	cancelled: [],
	ended: [],
};

export type MemberStatus = 'active' | 'left' | 'passed' | 'failed';

/** From which status a member may go to which; who left may come again while seats are left. */
export const memberTransitions: Record<MemberStatus, readonly MemberStatus[]> = {
	active: ['left', 'passed', 'failed'],
	left: ['active'],
	passed: [],
	failed: [],
};

/** What an offer of a cohort carries: what was agreed on, whatever is changed later. */
export interface CohortTerms {
	cohortId: number;
	price: number;
	deposit: number;
}

export type GroupsBy = 'none' | 'even' | 'choice';

/** A cohort as anybody sees it who may know of its course. */
export interface Cohort {
	id: number;
	courseId: ItemId;
	courseTitle: string;
	courseSlug: string;
	courseLanguage: string;
	name: string;
	html: string;
	status: CohortStatus;
	/** Days of the cohort's own calendar, as `2026-03-01`. */
	startsOn: string;
	endsOn: string;
	joinUntil: string;
	timeZone: string;
	startsAt: Date;
	endsAt: Date;
	joinUntilAt: Date;
	seats: number;
	taken: number;
	price: number;
	deposit: number;
	currency: Currency | null;
	offerId: OfferId | null;
	rule: DepositRule;
	makeupCards: number;
	groupsBy: GroupsBy;
	spaceId: number | null;
	spaceSlug: string | null;
	opensCourse: boolean;
	/** Who wrote the course: the seller. */
	ownerId: UserId | null;
}
