import { z } from 'zod';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { inTransaction } from '../../platform/db/index.ts';
import { lessonKinds } from '../courses/index.ts';
import { type Attempt, askedOf, closeOverdue, draw, GRACE, listAttempts } from './attempts.ts';
import { insertQuestions, questionsOf, renderQuestion } from './bank.ts';
import { isNothing } from './exercise-kind.ts';
import { type Marked, showMarked } from './marked.ts';
import type { Body } from './question.ts';
import { findQuiz, keepQuiz, quizSchema } from './quiz.ts';
import { layout, type Shown, showQuestion } from './shown.ts';

/** What the page of a quiz is given. Right answers are in it only of an attempt that was handed in. */
export interface QuizPart {
	quiz: {
		questions: number;
		minutes: number | null;
		passMark: number;
		/** null: as many as one pleases. */
		attemptsLeft: number | null;
		attempts: ShownAttempt[];
		open: { number: number; dueAt: Date | null; questions: Shown[] } | null;
		/** The last attempt that was handed in, while none is open. */
		last: { attempt: ShownAttempt; revealed: boolean; questions: Marked[] } | null;
	} | null;
}

/** An attempt as its learner sees it: what it is shuffled by would tell which order is right. */
type ShownAttempt = Omit<Attempt, 'seed' | 'quizId'>;

const showAttempt = ({ seed: _seed, quizId: _quiz, ...shown }: Attempt): ShownAttempt => shown;

const dataSchema = z.object({ quizId: z.coerce.number().int().positive().nullable().default(null) });
type Data = z.output<typeof dataSchema>;

const folderSchema = z.object({
	quiz: quizSchema,
	questions: z
		.array(z.object({ source: z.string().max(20_000), topic: z.string().max(60).default('') }))
		.max(200),
});

/** A lesson of questions that are marked. */
export const quizLesson = lessonKinds.register({
	name: 'quiz',
	icon: 'list-checks',
	data: dataSchema,
	unit: null,
	completion: { by: 'passed' },
	manual: false,
	async measure(db, { courseId, data }) {
		const { quizId } = data as Data;
		const quiz = quizId ? await findQuiz(db, courseId, quizId) : null;
		if (!quiz) return { extent: 0, minutes: 5 };
		const asked = draw(quiz, await questionsOf(db, courseId), 1).length;
		return { extent: 0, minutes: quiz.minutes ?? Math.max(1, asked) };
	},
	async fault(db, { courseId, data }) {
		const { quizId } = data as Data;
		const quiz = quizId ? await findQuiz(db, courseId, quizId) : null;
		return quiz && draw(quiz, await questionsOf(db, courseId), 1).length > 0
			? null
			: 'assessments.quiz_empty';
	},
	async read(db, actor, { courseId, lessonId, data }): Promise<QuizPart> {
		const { quizId } = data as Data;
		const quiz = quizId ? await findQuiz(db, courseId, quizId) : null;
		if (!quiz) return { quiz: null };
		const { userId } = actor;
		let attempts = userId === null ? [] : await listAttempts(db, userId, lessonId);
		const due = attempts[0]?.submittedAt === null ? attempts[0].dueAt : null;
		if (userId !== null && due && due.getTime() + GRACE < now().getTime()) {
			await closeOverdue(db, { userId, lessonId });
			attempts = await listAttempts(db, userId, lessonId);
		}
		const bank = await questionsOf(db, courseId);
		const [latest] = attempts;
		const left = quiz.attempts === null ? null : Math.max(0, quiz.attempts - attempts.length);
		const part = {
			questions: draw(quiz, bank, 1).length,
			minutes: quiz.minutes,
			passMark: quiz.passMark,
			attemptsLeft: left,
			attempts: attempts.filter(({ submittedAt }) => submittedAt !== null).map(showAttempt),
			open: null,
			last: null,
		};
		if (!latest) return { quiz: part };
		// An attempt goes by the quiz that it began.
		const its = latest.quizId === quiz.id ? quiz : ((await findQuiz(db, courseId, latest.quizId)) ?? quiz);
		const asked = await askedOf(db, latest.id);
		if (latest.submittedAt === null) {
			const questions = asked.map(({ body, position, given }) =>
				showQuestion(body, position, layout(body, latest.seed, position, its.shuffle), given),
			);
			return { quiz: { ...part, open: { number: latest.number, dueAt: latest.dueAt, questions } } };
		}
		// Who may try again is told what was wrong, not what is right.
		const revealed = latest.passed === true || left === 0;
		const questions = asked.map((one) => showMarked(one, latest.seed, its.shuffle, revealed));
		return { quiz: { ...part, last: { attempt: showAttempt(latest), revealed, questions } } };
	},
	studioHref: ({ courseId, lessonId }) => `/studio/courses/${courseId}/lessons/${lessonId}/quiz`,
	async exported(db, { courseId, data }) {
		const { quizId } = data as Data;
		const quiz = quizId ? await findQuiz(db, courseId, quizId) : null;
		if (!quiz) return null;
		const bank = await questionsOf(db, courseId);
		const { id: _id, courseId: _course, questionIds, ...settings } = quiz;
		const asked =
			questionIds.length > 0
				? questionIds.flatMap((id) => bank.find((question) => question.id === id) ?? [])
				: bank.filter(({ topic }) => quiz.topic === '' || topic === quiz.topic);
		return { quiz: settings, questions: asked.map(({ source, topic }) => ({ source, topic })) };
	},
	async imported(db, actor, { courseId }, exported) {
		if (isNothing(exported)) return { quizId: null };
		const given = validate(folderSchema, exported);
		const made: { source: string; topic: string; body: Body }[] = [];
		for (const { source, topic } of given.questions)
			made.push({ source, topic, body: await renderQuestion(source) });
		return inTransaction(db, async (tx) => {
			const questionIds: number[] = [];
			for (const { topic, ...one } of made)
				questionIds.push(...(await insertQuestions(tx, actor, courseId, topic, [one])));
			return { quizId: await keepQuiz(tx, actor, courseId, { ...given.quiz, questionIds }) };
		});
	},
});
