export {
	type Assignment,
	type AssignmentInput,
	assignmentSchema,
	editedAssignment,
	type LessonKey,
	type Sample,
	setAssignment,
} from './assignment.ts';
export { type AssignmentPart, assignmentLesson, type ShownRound } from './assignment-kind.ts';
export {
	type DeskCourse,
	type DeskFilter,
	deskCourses,
	listWaiting,
	mustTakeNext,
	takeNext,
	type Waiting,
} from './desk.ts';
export type { Late } from './due.ts';
export { assignmentError } from './errors.ts';
export {
	dueLessons,
	type Extension,
	type ExtensionInput,
	extendDue,
	extensionSchema,
	listExtensions,
} from './extend-due.ts';
export { findReviewers } from './find-reviewers.ts';
export {
	type ForMarking,
	type ReviewForMarking,
	type RoundForMarking,
	readForMarking,
} from './for-marking.ts';
export { attachFile, detachFile, handIn, saveDraft, type WorkInput, workSchema } from './hand-in.ts';
export { reviewJob } from './jobs.ts';
export {
	claimSubmission,
	type MarkingInput,
	markingSchema,
	markSubmission,
	releaseSubmission,
} from './mark.ts';
export type { OwnReview, PeerPart, ReceivedReview } from './peer-part.ts';
export {
	appeal,
	calibrate,
	type ReviewInput,
	type ReviewTask,
	rateReview,
	reviewTask,
	submitReview,
} from './peer-review.ts';
export { type Criterion, type Level, most, mostPoints, type Rubric } from './rubric.ts';
export { readRubric, writeRubric } from './rubric-text.ts';
export { settleOverdue } from './settle-reviews.ts';
export type {
	Marking,
	Submission,
	SubmissionState,
	SubmittedFile,
	WaitsFor,
} from './submission.ts';
