export { type CalendarWords, calendarToken, readCalendar, renewCalendar } from './calendar.ts';
export {
	type CheckInCard,
	type CheckInInput,
	checkIn,
	cheer,
	listCheckIns,
	makeUp,
	type OwnDays,
	readOwnDays,
} from './check-in.ts';
export {
	type Cohort,
	type CohortStatus,
	type CohortTerms,
	cohortTransitions,
	type MemberStatus,
} from './cohort.ts';
export { type DepositRule, judge, type Met, partOfPaid } from './deposit.ts';
export { cohortError } from './errors.ts';
export { assignGroup, type CohortGroup, chooseGroup, groupSize, listGroups, splitEvenly } from './groups.ts';
export { demandJoinable, joinCohort, leaveFreeCohort } from './join-cohort.ts';
export {
	cancelCohort,
	createCohort,
	editCohort,
	endCohort,
	lockCohort,
	publishCohort,
} from './make-cohort.ts';
export {
	type ClassProgress,
	type CohortMember,
	listMembers,
	metBy,
	readClassProgress,
	remindMember,
	SILENT_DAYS,
} from './members.ts';
export { dropPlanned, listPlan, type Planned, planEntry, spreadLessons } from './plan.ts';
export {
	type CohortCard,
	type CohortStanding,
	cohortSource,
	findCohort,
	listCourseCohorts,
	listMyCohorts,
	listOpenCohorts,
	mustBeInside,
	mustSeeCohort,
} from './queries.ts';
export { remindMembers, remindMembersJob } from './remind.ts';
export { type CohortInput, cohortSchema } from './schemas.ts';
export { moveMember, takeSeat, tellCohort } from './seats.ts';
