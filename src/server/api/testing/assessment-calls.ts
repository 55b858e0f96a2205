import type { Called } from './called.ts';
import type { World } from './world.ts';

const quiz = ({ assessed }: World) => ({ id: assessed.id, lessonId: assessed.quiz });
const exercise = ({ assessed }: World) => ({ id: assessed.id, lessonId: assessed.exercise });
const question = ({ assessed }: World) => ({ id: assessed.id, questionId: assessed.question });

/** One call of every operation on quizzes, exercises and review. */
export const assessmentCalls: Record<string, (world: World) => Called> = {
	readAssessment: (world) => ({ as: 'member', params: quiz(world) }),
	beginAttempt: (world) => ({ as: 'member', params: quiz(world) }),
	keepAnswers: (world) => ({
		as: 'member',
		params: quiz(world),
		body: { answers: [{ position: 0, values: ['1'] }] },
	}),
	submitAttempt: (world) => ({ as: 'member', params: quiz(world), body: {} }),
	tryCode: (world) => ({
		as: 'member',
		params: exercise(world),
		body: { code: 'const add = (a, b) => a + b;', trial: false },
	}),
	readReview: () => ({ as: 'member' }),
	rateCard: ({ assessed }) => ({ as: 'member', params: { id: assessed.card }, body: { rating: 3 } }),
	endCard: ({ assessed }) => ({ as: 'member', params: { id: assessed.card } }),
	listBankQuestions: ({ assessed }) => ({ as: 'author', params: { id: assessed.id } }),
	addBankQuestions: ({ assessed }) => ({
		as: 'author',
		params: { id: assessed.id },
		body: { source: 'The capital of France?\n= Paris', topic: 'towns' },
	}),
	reviseBankQuestion: (world) => ({
		as: 'author',
		params: question(world),
		body: { source: 'How much is 2 + 3?\n- (x) 5\n- ( ) 6' },
	}),
	removeBankQuestion: (world) => ({ as: 'author', params: question(world) }),
	setQuiz: (world) => ({ as: 'author', params: quiz(world), body: { passMark: 0.5, minutes: 20 } }),
	readQuizStatistics: (world) => ({ as: 'author', params: quiz(world) }),
	readAttempt: ({ assessed }) => ({ as: 'author', params: { id: assessed.waiting } }),
	markAnswers: ({ assessed }) => ({
		as: 'author',
		params: { id: assessed.waiting },
		body: { answers: [{ position: 0, points: 0.5, remark: 'Half of it.' }] },
	}),
	setExercise: (world) => ({
		as: 'author',
		params: exercise(world),
		body: { language: 'javascript', cases: [{ call: 'add(1, 2)', expects: '3' }] },
	}),
};
