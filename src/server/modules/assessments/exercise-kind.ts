import { z } from 'zod';
import { validate } from '../../kernel/validate.ts';
import { lessonKinds } from '../courses/index.ts';
import { exerciseSchema, findExercise, keepExercise, provenExercise } from './exercise.ts';
import type { Language } from './sandbox/protocol.ts';
import { lastTries, type Try } from './tries.ts';

/** What the page of an exercise is given: nothing by which one could tell the hidden answers. */
export interface ExercisePart {
	exercise: {
		language: Language;
		starter: string;
		setup: string;
		/** The cases that learners see. */
		shown: { call: string; expects: string }[];
		hidden: number;
		/** The last try and the last one that counted, of this learner. */
		tries: Try[];
	} | null;
}

/** A lesson that has nothing yet was exported as such. */
export const isNothing = (exported: unknown) => !exported || Object.keys(exported).length === 0;

const dataSchema = z.object({ exerciseId: z.coerce.number().int().positive().nullable().default(null) });
type Data = z.output<typeof dataSchema>;

/** A lesson in which the learner writes code, and cases say whether it is right. */
export const exerciseLesson = lessonKinds.register({
	name: 'exercise',
	icon: 'square-code',
	data: dataSchema,
	unit: null,
	completion: { by: 'passed' },
	manual: false,
	async measure(_db, { paragraphs }) {
		return { extent: 0, minutes: 10 + Math.ceil(paragraphs / 5) };
	},
	async fault(db, { courseId, data }) {
		const { exerciseId } = data as Data;
		return exerciseId && (await findExercise(db, courseId, exerciseId))
			? null
			: 'assessments.exercise_missing';
	},
	async read(db, actor, { courseId, lessonId, data }): Promise<ExercisePart> {
		const { exerciseId } = data as Data;
		const exercise = exerciseId ? await findExercise(db, courseId, exerciseId) : null;
		if (!exercise) return { exercise: null };
		return {
			exercise: {
				language: exercise.language,
				starter: exercise.starter,
				setup: exercise.setup,
				shown: exercise.cases.flatMap(({ call, expects, hidden }) =>
					hidden ? [] : [{ call, expects: expects ?? '' }],
				),
				hidden: exercise.cases.filter(({ hidden }) => hidden).length,
				tries: actor.userId === null ? [] : await lastTries(db, actor.userId, lessonId),
			},
		};
	},
	studioHref: ({ courseId, lessonId }) => `/studio/courses/${courseId}/lessons/${lessonId}/exercise`,
	async exported(db, { courseId, data }) {
		const { exerciseId } = data as Data;
		return exerciseId ? await findExercise(db, courseId, exerciseId) : null;
	},
	async imported(db, actor, { courseId }, exported) {
		if (isNothing(exported)) return { exerciseId: null };
		const given = validate(exerciseSchema, exported);
		// A folder that says every answer was proven where it was made; an import is one transaction, and runs nothing in it.
		const said = given.cases.every(({ expects }) => expects !== null);
		const proven = said ? given : await provenExercise(given);
		return { exerciseId: await keepExercise(db, actor, courseId, proven) };
	},
});
