import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { courseToMake, editedLesson, saveLesson } from '../courses/index.ts';
import type { DueTerms, Late } from './due.ts';
import { assignmentError } from './errors.ts';
import { fits, type Rubric, rubricSchema } from './rubric.ts';

export interface LessonKey {
	courseId: ItemId;
	lessonId: LessonId;
}

/** A work that the author marked, for reviewers to begin with. */
export interface Sample {
	/** A hash of what it says and asks for. */
	key: string;
	title: string;
	source: string;
	html: string;
	/** The level of each criterion, by places. */
	chosen: number[];
	/** Why so: shown after the reviewer has marked it. */
	comment: string;
}

/** What is to be handed in, and how it is marked: never changed, a lesson's revision names one. */
export interface Assignment extends DueTerms {
	id: number;
	courseId: ItemId;
	rubric: Rubric;
	takesText: boolean;
	takesLink: boolean;
	mostFiles: number;
	/** 0 to 1. */
	passMark: number;
	/** null: as many as one pleases. */
	rounds: number | null;
	/** Reviews by other learners that each work gets; 0: none. */
	reviews: number;
	reviewDays: number;
	samples: Sample[];
}

const whole = (least: number, most: number) =>
	z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.min(least, 'common.bad_value')
		.max(most, 'common.bad_value');
const optional = (least: number, most: number) =>
	z
		.union([z.literal(''), whole(least, most)])
		.nullish()
		.transform((value) => (value === '' || value === undefined ? null : value));

const sampleSchema = z.object({
	title: z.string().trim().min(1, 'assignments.sample_shape').max(120, 'assignments.sample_shape'),
	source: z.string().trim().min(1, 'assignments.sample_shape').max(20_000, 'assignments.sample_shape'),
	chosen: z.array(z.number('assignments.sample_shape').int().min(0)).max(12, 'assignments.sample_shape'),
	comment: z.string().trim().max(4000, 'assignments.sample_shape').default(''),
});

export const assignmentSchema = z
	.object({
		rubric: rubricSchema,
		takesText: z.boolean().default(true),
		takesLink: z.boolean().default(false),
		mostFiles: whole(0, 10).default(0),
		dueAt: z
			.union([z.literal('').transform(() => null), z.coerce.date('common.bad_value')])
			.nullish()
			.transform((value) => value ?? null),
		dueDays: optional(0, 3650),
		late: z.enum(['counts', 'less', 'refused'], 'common.bad_value').default('counts'),
		latePercent: whole(1, 100).default(10),
		lateDays: optional(1, 365),
		passMark: z.coerce
			.number('common.bad_value')
			.min(0, 'common.bad_value')
			.max(1, 'common.bad_value')
			.default(0.6),
		rounds: optional(1, 20),
		reviews: whole(0, 5).default(0),
		reviewDays: whole(1, 60).default(7),
		samples: z.array(sampleSchema).max(3, 'assignments.sample_shape').default([]),
	})
	.refine(({ takesText, takesLink, mostFiles }) => takesText || takesLink || mostFiles > 0, {
		path: ['takesText'],
		error: 'assignments.takes_nothing',
	})
	.refine(({ dueAt, dueDays }) => dueAt === null || dueDays === null, {
		path: ['dueDays'],
		error: 'assignments.due_twice',
	})
	.refine(({ rubric, samples }) => samples.every(({ chosen }) => fits(rubric, chosen)), {
		path: ['samples'],
		error: 'assignments.sample_shape',
	});
export type AssignmentInput = z.input<typeof assignmentSchema>;
export type AssignmentGiven = z.output<typeof assignmentSchema>;

/** @returns null when there is none of that id in that course. One statement. */
export async function findAssignment(db: Db, courseId: ItemId, id: number): Promise<Assignment | null> {
	const row = await db
		.selectFrom('assignments')
		.select([
			'id',
			'course_id as courseId',
			'rubric',
			'takes_text as takesText',
			'takes_link as takesLink',
			'most_files as mostFiles',
			'due_at as dueAt',
			'due_days as dueDays',
			'late',
			'late_percent as latePercent',
			'late_days as lateDays',
			'pass_mark as passMark',
			'rounds',
			'reviews',
			'review_days as reviewDays',
			'samples',
		])
		.where('id', '=', id)
		.where('course_id', '=', courseId)
		.executeTakeFirst();
	if (!row) return null;
	return {
		...row,
		late: row.late as Late,
		rubric: row.rubric as unknown as Rubric,
		samples: row.samples as unknown as Sample[],
	};
}

/** The assignment of a lesson under edit; null while it has none. @throws courses.not_found, courses.lesson_not_found; refusals of the policy */
export async function editedAssignment(db: Db, actor: Actor, key: LessonKey): Promise<Assignment | null> {
	const { lesson } = await editedLesson(db, actor, key);
	const { assignmentId } = (lesson.data ?? {}) as { assignmentId?: number | null };
	return assignmentId ? findAssignment(db, key.courseId, assignmentId) : null;
}

/** Renders samples, and gives each the key by which its calibrations are kept. */
export async function renderSamples(given: Pick<AssignmentGiven, 'rubric' | 'samples'>): Promise<Sample[]> {
	const asked = given.rubric.map(({ title, levels }) => [title, levels.map(({ points }) => points)]);
	return Promise.all(
		given.samples.map(async (sample) => ({
			...sample,
			key: createHash('sha256')
				.update(JSON.stringify([sample.source, sample.chosen, asked]))
				.digest('hex')
				.slice(0, 16),
			html: (await renderMarkdown(sample.source)).html,
		})),
	);
}

/** Keeps an assignment as it stands. */
export async function keepAssignment(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	given: AssignmentGiven,
	samples: readonly Sample[],
): Promise<number> {
	const { id } = await db
		.insertInto('assignments')
		.values({
			course_id: courseId,
			rubric: JSON.stringify(given.rubric),
			takes_text: given.takesText,
			takes_link: given.takesLink,
			most_files: given.mostFiles,
			due_at: given.dueAt,
			due_days: given.dueDays,
			late: given.late,
			late_percent: given.latePercent,
			late_days: given.lateDays,
			pass_mark: given.passMark,
			rounds: given.rounds,
			reviews: given.reviews,
			review_days: given.reviewDays,
			samples: JSON.stringify(samples),
			made_by: actor.userId,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/**
 * Sets what the assignment of a lesson under edit asks for and how it is marked. Learners see it with the next version;
 * who has begun a round goes on by what they began.
 *
 * @throws common.invalid_input, courses.not_found, courses.lesson_not_found, assignments.not_an_assignment; refusals of the policy
 */
export async function setAssignment(
	db: Db,
	actor: Actor,
	key: LessonKey,
	input: AssignmentInput,
): Promise<void> {
	await courseToMake(db, actor, key.courseId, 'edit');
	const given = validate(assignmentSchema, input);
	const samples = await renderSamples(given);
	await inTransaction(db, async (tx) => {
		const { lesson } = await editedLesson(tx, actor, key);
		if (lesson.kind !== 'assignment') throw assignmentError('not_an_assignment');
		const assignmentId = await keepAssignment(tx, actor, key.courseId, given, samples);
		await saveLesson(tx, actor, key, {
			title: lesson.title,
			source: lesson.source,
			data: { assignmentId },
			minutes: lesson.minutesSet ? lesson.minutes : null,
		});
	});
}
