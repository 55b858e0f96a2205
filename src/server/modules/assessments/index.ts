export {
	type Attempt,
	beginAttempt,
	keepAnswers,
	listAttempts,
	submitAttempt,
	type Values,
} from './attempts.ts';
export {
	addQuestions,
	type BankQuestion,
	listQuestions,
	removeQuestion,
	reviseQuestion,
} from './bank.ts';
export { type Case, readCases, writeCases } from './cases.ts';
export { assessmentError } from './errors.ts';
export {
	type Exercise,
	type ExerciseInput,
	editedExercise,
	exerciseSchema,
	setExercise,
} from './exercise.ts';
export { type ExercisePart, exerciseLesson } from './exercise-kind.ts';
export { analyseQuiz, type ItemStatistics, type QuizStatistics } from './item-analysis.ts';
export { closeOverdueJob } from './jobs.ts';
export {
	type LevelQuestion,
	levelQuestions,
	markLevelQuestion,
	showLevelQuestion,
} from './level-questions.ts';
export {
	type AnswersForMarking,
	markAnswers,
	readAnswersForMarking,
} from './mark-by-hand.ts';
export type { Marked } from './marked.ts';
export type { Body, QuestionKind } from './question.ts';
export { editedQuiz, type Quiz, type QuizInput, quizSchema, setQuiz } from './quiz.ts';
export { type QuizPart, quizLesson } from './quiz-kind.ts';
export {
	countDue,
	endCard,
	type Rating,
	type ReviewCard,
	type ReviewDesk,
	rateCard,
	reviewDesk,
} from './review.ts';
export { type Language, languages } from './sandbox/protocol.ts';
export type { Verdict } from './sandbox/run-code.ts';
export type { Shown } from './shown.ts';
export { type Result, type Try, tryCode } from './tries.ts';
