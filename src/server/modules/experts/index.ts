export {
	type ApplicationStatus,
	outcomeOf,
	REMIND_DAYS,
	reminderDue,
	VALID_DAYS,
	VERDICTS_NEEDED,
	type Verdict,
	WAIT_DAYS,
} from './application.ts';
export { applyAsExpert, withdrawApplication } from './apply.ts';
export { expertError } from './errors.ts';
export { countAnswerTimes, expireExperts, expireExpertsJob } from './expire.ts';
export { mayReview } from './gate.ts';
export {
	type Application,
	type ApplicationCard,
	type EvidenceCard,
	type ExpertCard,
	type ExpertFilter,
	type ExpertPage,
	findExpert,
	listAllExperts,
	listApplications,
	listExperts,
	type OwnStanding,
	peopleOfApplication,
	readApplication,
	readOwnStanding,
} from './queries.ts';
export { reviewApplication, revokeExpert } from './review.ts';
export { type ApplicationInput, applicationSchema, type VerdictInput, verdictSchema } from './schemas.ts';
