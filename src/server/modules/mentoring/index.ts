export { askQuestion, MOST_WAITING } from './ask-question.ts';
export { readBoard, type WaitingBoard, type WaitingFigures } from './board.ts';
export { type Desk, isMentor, readDesk } from './desk.ts';
export { mentoringError } from './errors.ts';
export { addFaq, dropFaq, FAQ_MOST, type FaqEntry, listFaq, moveFaq, rewriteFaq } from './faq.ts';
export {
	assignQuestion,
	passQuestion,
	readMentorSettings,
	setMentorSettings,
	takeQuestion,
} from './move-question.ts';
export {
	type LessonPost,
	listAnswering,
	listCourseQuestions,
	listLessonQuestions,
	listMyQuestions,
	type QuestionFilter,
	type QuestionPage,
	questionFilters,
	questionsOnLesson,
	readQuestion,
} from './queries.ts';
export { answersQuestions, type NewQuestion, type QuestionCard, type QuestionStatus } from './question.ts';
export {
	echoQuestion,
	replyToQuestion,
	rewritePost,
	solveQuestion,
	withdrawQuestion,
} from './reply-question.ts';
