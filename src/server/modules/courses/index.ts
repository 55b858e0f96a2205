export { authorSchema, type CourseAuthor, dropAuthor, listAuthors, setAuthor } from './authors.ts';
export {
	type CatalogueInput,
	type CatalogueSort,
	type CourseCard,
	catalogueSchema,
	catalogueSorts,
	courseTopics,
	listCourses,
} from './catalogue.ts';
export { completeLesson } from './complete-lesson.ts';
export {
	type AuthorRole,
	type Course,
	type CourseRight,
	courseRights,
	courseToMake,
	findCourse,
	has,
	lockCourse,
	type MakerRole,
	mustFindCourse,
	requireRight,
} from './course.ts';
export { type Cover, readCover, removeCover, setCover } from './cover.ts';
export { createCourse, describeCourse, readDescription } from './create-course.ts';
export { dayIn, dayOf, startOfDay } from './days.ts';
export {
	type DraftLesson,
	type DraftOutline,
	draftOutline,
	type EditedLesson,
	editedLesson,
	listMadeCourses,
	type MadeCourse,
} from './draft-outline.ts';
export {
	beginCourse,
	beginCourseTogether,
	chooseVersion,
	type Enrolment,
	enrol,
	newerVersions,
} from './enrol.ts';
export { courseError } from './errors.ts';
export { readFacts } from './facts.ts';
export { courseHandlers } from './handlers.ts';
export { type CoursePart, course } from './kind.ts';
export { type Completion, type LessonContent, type LessonKind, lessonKinds } from './lesson-kinds.ts';
export type { LessonState } from './lesson-state.ts';
export { audioLesson, fileLesson, modelLesson, videoLesson } from './media-kinds.ts';
export {
	type MentorWork,
	mentorWork,
	WAITING_SHOWN,
	type WaitingList,
	type WaitingWork,
} from './mentor-work.ts';
export {
	dropNote,
	exportNotes,
	listNotes,
	type NewNote,
	type Note,
	noteSchema,
	notesOnLesson,
	type PlacedNote,
	placeOfNote,
	rewriteNote,
	takeNote,
} from './notes.ts';
export {
	addLesson,
	addSection,
	arrangeOutline,
	moveInOutline,
	outlineLimits,
	removeLesson,
	removeSection,
	renameSection,
	restoreLesson,
} from './outline.ts';
export { liveLesson, textLesson } from './plain-kinds.ts';
export type { LessonText, OutlineLesson, PublishedOutline } from './published.ts';
export { type LearningCard, listLearning } from './queries.ts';
export type { Range } from './ranges.ts';
export {
	coveredRanges,
	type LearnerCourse,
	type LessonPage,
	type LessonProgress,
	openableLessons,
	openTexts,
	readLearnerCourse,
	readLesson,
} from './read-lesson.ts';
export {
	markDone,
	type ProgressReport,
	progressReportSchema,
	progressSchema,
	type Recorded,
	recordProgress,
} from './record-progress.ts';
export {
	type CourseReport,
	type LearnerRow,
	type LessonReport,
	reportCourse,
	reportLearners,
} from './report.ts';
export { missingOf, namedIn, type Rule, type RuleFacts } from './rule.ts';
export { type RuleNames, ruleNames } from './rule-names.ts';
export { renderLesson, saveLesson, setLesson } from './save-lesson.ts';
export {
	type CourseDescription,
	descriptionSchema,
	type LessonContentInput,
	type LessonSettings,
	lessonContentSchema,
	lessonSettingsSchema,
	type NewLesson,
	newCourseSchema,
	newLessonSchema,
	type OutlineOrder,
	orderSchema,
	ruleSchema,
	titleSchema,
} from './schemas.ts';
export {
	countStreak,
	type Goal,
	goalSchema,
	type LearningDay,
	readGoal,
	readStreak,
	remindJob,
	remindLearners,
	type Streak,
	setGoal,
} from './streaks.ts';
export { daysAlong, type TakenAlong, takeAlong } from './take-along.ts';
export { decideVersion, listVersions, submitVersion, type VersionCard, withdrawVersion } from './versions.ts';
