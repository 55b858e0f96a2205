import type { ItemId, LessonId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { submitVersion } from '../courses/index.ts';
import { aCourse, type CourseBuilt } from '../courses/testing.ts';
import { addQuestions } from './bank.ts';
import { type ExerciseInput, setExercise } from './exercise.ts';
import './exercise-kind.ts';
import { type QuizInput, setQuiz } from './quiz.ts';
import './quiz-kind.ts';

export interface LessonBuilt {
	key: { courseId: ItemId; lessonId: LessonId };
	course: CourseBuilt;
}

/** A published course of one quiz with these questions, which are asked in their order. */
export async function aQuiz(
	db: Db,
	questions: string,
	quiz: QuizInput = {},
	course: Parameters<typeof aCourse>[1] = {},
): Promise<LessonBuilt & { questions: number[] }> {
	const built = await aCourse(db, {
		...course,
		lessons: [{ kind: 'quiz', title: 'Quiz', source: '' }],
		publish: false,
	});
	const key = { courseId: built.id, lessonId: built.lessons[0]! };
	const ids = await addQuestions(db, built.author.actor, built.id, { source: questions });
	await setQuiz(db, built.author.actor, key, { questionIds: ids, shuffle: false, ...quiz });
	await submitVersion(db, built.author.actor, built.id);
	return { key, course: built, questions: ids };
}

/** A published course of one exercise: JavaScript's `add`, with a case that is shown and one that is hidden. */
export async function anExercise(
	db: Db,
	given: Partial<ExerciseInput> = {},
	course: Parameters<typeof aCourse>[1] = {},
): Promise<LessonBuilt> {
	const built = await aCourse(db, {
		...course,
		lessons: [{ kind: 'exercise', title: 'Exercise', source: 'Write `add`.' }],
		publish: false,
	});
	const key = { courseId: built.id, lessonId: built.lessons[0]! };
	await setExercise(db, built.author.actor, key, {
		language: 'javascript',
		starter: 'function add(a, b) {\n}\n',
		solution: 'function add(a, b) { return a + b; }',
		cases: [
			{ call: 'add(1, 2)', expects: '3' },
			{ call: 'add(20, 22)', hidden: true },
		],
		...given,
	});
	await submitVersion(db, built.author.actor, built.id);
	return { key, course: built };
}
