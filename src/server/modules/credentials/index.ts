export type { Achievement } from './achievement.ts';
export {
	type Certificate,
	certificateOf,
	listCertificates,
	listIssued,
	readCertificate,
	readCredential,
} from './certificate.ts';
export { reissueCertificate, revokeCertificate, showName } from './change-certificate.ts';
export { certificateUrl, type Place } from './credential.ts';
export { grouped, type PaperLocale } from './draw-pdf.ts';
export {
	createPath,
	deletePath,
	describePath,
	followPath,
	leavePath,
	mayMakePaths,
	type PathInput,
	pathLimits,
	pathSchema,
	type StepsInput,
	setPathStatus,
	setSteps,
	stepsSchema,
} from './edit-path.ts';
export { credentialError } from './errors.ts';
export { credentialHandlers } from './handlers.ts';
export { issueForCourse, issueForPath } from './issue.ts';
export {
	didDocument,
	didOf,
	type Issuer,
	type IssuerKey,
	listKeys,
	replaceKey,
	rotateKey,
} from './issuer.ts';
export { answerLevelTest, beginLevelTest, type LevelTest, readLevelTest } from './level-test.ts';
export {
	listMyPaths,
	listPaths,
	type Path,
	type PathCard,
	type PathCourse,
	type PathGoal,
	type PathStep,
	readPath,
} from './path.ts';
export { certificatePdf } from './pdf.ts';
export { type GoalInput, keepPath, type Proposal, type ProposedCourse, proposePath } from './propose-path.ts';
export {
	listRatings,
	listReported,
	listReviews,
	ownReview,
	type Rating,
	type ReportedReview,
	type Review,
	type ReviewsInput,
} from './read-reviews.ts';
export {
	decideReview,
	mayReview,
	REVIEW_SHARE,
	removeReview,
	replyToReview,
	reportReview,
	voteHelpful,
	writeReview,
} from './review.ts';
export { signBadge } from './sign-badge.ts';
export { readStatusList, statusListUrl } from './status-list.ts';
