export { addressesAtMost, type BadLine, readAddresses } from './address-list.ts';
export {
	claimDomain,
	confirmDomain,
	type Domain,
	domainMailboxes,
	dropDomain,
	findDomainClaim,
	joinByDomain,
	listDomains,
	listJoinable,
	setDomainJoinable,
} from './domains.ts';
export { organisationError } from './errors.ts';
export { extendTraining } from './extend-training.ts';
export {
	describeOrganisation,
	type FoundingInput,
	foundOrganisation,
	listOrganisations,
	type OrganisationCard,
	setLogo,
} from './found.ts';
export {
	acceptJoinInvitation,
	findJoinInvitation,
	type InviteReport,
	inviteByMail,
	listJoinInvitations,
	makeJoinLink,
	type OpenInvitation,
	revokeJoinInvitation,
} from './invitations.ts';
export { lapseMembers, lapseMembersJob } from './lapse.ts';
export { type LogAction, type LogLine, listLog, logActions } from './log.ts';
export {
	leaveOrganisation,
	listOrganisationMembers,
	type MemberRow,
	removeMember,
	setMemberRole,
} from './membership.ts';
export {
	findOrganisation,
	type Organisation,
	type OrganisationRight,
	type OrganisationRole,
	organisationRights,
	organisationTo,
} from './organisation.ts';
export { remindTrainees, remindTraineesJob } from './remind.ts';
export {
	type LineReport,
	type Overview,
	type OwnReport,
	type PersonReport,
	reportMyself,
	reportOrganisation,
	reportPeople,
	reportPerson,
	type StatusCounts,
	streamReport,
	type TeamReport,
	type TrainingReport,
	type TrainingStatus,
} from './report.ts';
export { reportHead, reportRow, xapiStatement } from './report-files.ts';
export {
	endSeats,
	freeSeatOf,
	giveSeat,
	giveTeamSeats,
	grantSeats,
	lendSeats,
	listOrganisationSeats,
	type OrganisationPool,
} from './seats.ts';
export {
	dropSignOn,
	readSignOn,
	type SignOn,
	type SignOnInput,
	type SignOnTools,
	setSignOn,
} from './sign-on.ts';
export {
	findSignOn,
	findSignOnFor,
	finishSignOn,
	isConnected,
	isOrganisationProvider,
	readySignOn,
	type SignOnWay,
} from './sign-on-way.ts';
export {
	changeTeam,
	createTeam,
	dropTeam,
	dropTeamMember,
	listTeams,
	setTeamMember,
	type TeamRow,
} from './teams.ts';
export {
	type Choice,
	changeTraining,
	endTraining,
	giveTraining,
	listGivable,
	type TrainingInput,
	trainedPeople,
} from './training.ts';
