import { z } from '@hono/zod-openapi';
import { requireMember } from '../../contracts/actor.ts';
import {
	catalogueSchema,
	chooseVersion,
	courseError,
	coveredRanges,
	dropNote,
	enrol,
	exportNotes,
	goalSchema,
	listCourses,
	listLearning,
	listNotes,
	markDone,
	readLearnerCourse,
	readLesson,
	readStreak,
	recordProgress,
	rewriteNote,
	setGoal,
	takeAlong,
	takeNote,
} from '../../modules/courses/index.ts';
import { originOf } from '../../platform/config.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, id, idParam, limit } from '../schemas/common.ts';
import * as shape from '../schemas/courses.ts';
import { learnerJson, lessonPageJson } from './course-json.ts';

const learning = { tag: 'Learning', needs: 'member', scope: 'write', quiet: true } as const;
const reading = { tag: 'Learning', needs: 'member', scope: 'read' } as const;
const done = { status: 204, description: 'Done.' } as const;
const whyClosed = ['courses.held', 'courses.not_yet', 'courses.locked', 'courses.not_enrolled'];

const report = z
	.object({
		lessonId: z.int().positive().openapi({ example: 7 }),
		covered: z
			.array(z.tuple([z.int(), z.int()]))
			.optional()
			.openapi({
				example: [[0, 20]],
				description: 'Paragraphs or seconds, each stretch to before its second number.',
			}),
		studied: z
			.array(z.tuple([z.int(), z.int()]))
			.optional()
			.openapi({
				example: [[1790000000, 1790000060]],
				description: 'Seconds of the clock (since 1970) in which it was learnt.',
			}),
		place: z.int().nonnegative().nullish().openapi({ example: 20 }),
		at: z
			.int()
			.nonnegative()
			.nullish()
			.openapi({ example: 1790000060000, description: 'When it was left there: milliseconds since 1970.' }),
	})
	.openapi('ProgressReport');

/** What learners do. */
export const courseOperations: Operation[] = [
	operation({
		id: 'listCourses',
		method: 'get',
		path: '/courses',
		tag: 'Learning',
		summary: 'List courses',
		description: 'Filtered by topic, level, price, length and language.',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			...catalogueSchema.omit({ cursor: true, limit: true }).partial().shape,
			cursor,
			limit: limit(100, 24),
		}),
		returns: {
			status: 200,
			schema: shape.courseList,
			description: 'Published ones that the asking person may know of.',
		},
		async run(call) {
			return listed(call, await listCourses(call.db, call.actor, call.query));
		},
	}),
	operation({
		id: 'readCourse',
		method: 'get',
		path: '/courses/{id}/learning',
		tag: 'Learning',
		summary: 'Read a course as its learner',
		description:
			'The outline of the version that they learn by, what of it is open, and what is done. The description is that of the item.',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('course') },
		returns: { status: 200, schema: shape.learnerCourse, description: 'The course.' },
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			const course = await readLearnerCourse(db, actor, params.id);
			if (!course) throw courseError('not_found');
			return answer(learnerJson(course));
		},
	}),
	operation({
		...learning,
		id: 'enrol',
		method: 'put',
		path: '/courses/{id}/enrolment',
		summary: 'Begin a course',
		params: { id: idParam('course') },
		returns: done,
		refusals: ['courses.not_found', 'courses.not_published', 'courses.held', 'courses.locked'],
		async run({ db, actor, params }) {
			await enrol(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...learning,
		id: 'chooseCourseVersion',
		method: 'put',
		path: '/courses/{id}/enrolment/version',
		summary: 'Go over to another version',
		params: { id: idParam('course') },
		body: z.object({ version: z.int().positive().openapi({ example: 2 }) }),
		example: { version: 1 },
		returns: done,
		refusals: ['courses.not_found', 'courses.not_enrolled', 'courses.version_not_found'],
		async run({ db, actor, params, body }) {
			await chooseVersion(db, actor, { courseId: params.id, version: body.version });
			return nothing;
		},
	}),
	operation({
		id: 'readLesson',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}',
		tag: 'Learning',
		summary: 'Read a lesson',
		description: 'What is not open to the asking person is not in the answer; `state` says why.',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('course'), lessonId: idParam('lesson') },
		returns: { status: 200, schema: shape.lessonPage, description: 'The lesson.' },
		refusals: ['courses.lesson_not_found'],
		async run({ db, actor, params }) {
			const page = await readLesson(db, actor, { courseId: params.id, lessonId: params.lessonId });
			if (!page) throw courseError('lesson_not_found');
			const covered =
				actor.userId && page.progress ? await coveredRanges(db, actor.userId, page.lesson.id) : [];
			return answer(lessonPageJson(page, covered));
		},
	}),
	operation({
		...reading,
		id: 'takeAlong',
		method: 'get',
		path: '/courses/{id}/take-along',
		summary: 'Say what of a course may be kept on a device',
		description:
			'The texts that are open to the asking person, for reading without a connection. Asked again whenever there is one: what is not named any more must go, and all of it after `days` without an answer.',
		params: { id: idParam('course') },
		returns: { status: 200, schema: shape.takenAlong, description: 'Whose it is, and which lessons.' },
		refusals: ['courses.not_found', 'courses.held'],
		async run({ db, actor, params }) {
			return answer(await takeAlong(db, actor, params.id));
		},
	}),
	operation({
		...learning,
		id: 'recordProgress',
		method: 'post',
		path: '/progress',
		summary: 'Report what was learnt',
		description:
			'In batches of up to 100. Of each lesson the union with what was known is kept: a report may come late, twice, or from a second device.',
		body: z.object({
			learnerId: id(7)
				.nullish()
				.openapi({ description: 'Who learnt it; for anybody else nothing is taken.' }),
			reports: z.array(report).min(1).max(100),
		}),
		example: { learnerId: 7, reports: [{ lessonId: 7, covered: [[0, 5]], place: 4, at: 1790000060000 }] },
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.recorded) }),
			description: 'How each lesson stands; one that was refused says why and keeps none of the others back.',
		},
		refusals: ['courses.other_learner'],
		async run({ db, actor, body }) {
			return answer({ data: await recordProgress(db, actor, body) });
		},
	}),
	operation({
		...learning,
		id: 'recordWatched',
		method: 'post',
		path: '/lessons/{id}/progress',
		summary: 'Report what was watched of a lesson',
		description: 'For players: seconds, which may be parts of one, and where it was left.',
		params: { id: idParam('lesson') },
		body: z.object({
			ranges: z
				.array(z.tuple([z.number(), z.number()]))
				.max(200)
				.openapi({ example: [[0, 12.4]] }),
			position: z.number().nonnegative().openapi({ example: 12.4 }),
			learnerId: id(7)
				.nullish()
				.openapi({ description: 'Who watched it; for anybody else nothing is taken.' }),
		}),
		example: { ranges: [[0, 12.4]], position: 12.4 },
		returns: { status: 200, schema: shape.recorded, description: 'How the lesson stands.' },
		refusals: ['courses.lesson_not_found', 'courses.other_learner', ...whyClosed],
		async run({ db, actor, params, body }) {
			requireMember(actor);
			// Ends are rounded, so that stretches that met still meet.
			const covered = body.ranges.map(([from, to]): [number, number] => [
				Math.max(0, Math.round(from)),
				Math.max(0, Math.round(to)),
			]);
			const [recorded] = await recordProgress(db, actor, {
				learnerId: body.learnerId ?? null,
				reports: [{ lessonId: params.id, covered, place: Math.floor(body.position), at: Date.now() }],
			});
			if (recorded && 'refused' in recorded)
				throw courseError(recorded.refused.slice('courses.'.length) as 'held');
			return answer(recorded);
		},
	}),
	operation({
		...learning,
		id: 'completeLesson',
		method: 'put',
		path: '/lessons/{id}/completion',
		summary: 'Say that a lesson is done',
		params: { id: idParam('lesson') },
		returns: done,
		refusals: ['courses.lesson_not_found', 'courses.not_by_hand', ...whyClosed],
		async run({ db, actor, params }) {
			await markDone(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...reading,
		id: 'listLearning',
		method: 'get',
		path: '/me/learning',
		summary: 'List the courses that I learn',
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.learningCard) }),
			description: 'The one left last first.',
		},
		async run({ db, actor }) {
			return answer({ data: await listLearning(db, requireMember(actor).userId) });
		},
	}),
	operation({
		...reading,
		id: 'readStreak',
		method: 'get',
		path: '/me/streak',
		summary: 'Read my days, goal and streak',
		returns: { status: 200, schema: shape.streak, description: 'By my time zone.' },
		async run({ db, actor }) {
			return answer(await readStreak(db, requireMember(actor).userId));
		},
	}),
	operation({
		...learning,
		id: 'setLearningGoal',
		method: 'put',
		path: '/me/learning-goal',
		summary: 'Set my goal and reminder',
		body: z.object(goalSchema.shape).partial().openapi('LearningGoal'),
		example: { minutes: 20, remind: true, remindHour: 20 },
		returns: done,
		async run({ db, actor, body }) {
			await setGoal(db, actor, body);
			return nothing;
		},
	}),
	operation({
		...reading,
		id: 'listNotes',
		method: 'get',
		path: '/me/notes',
		summary: 'List my notes and highlights',
		query: z.object({ courseId: idParam('course').optional(), cursor, limit: limit(200, 50) }),
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.note), next: z.string().nullable() }),
			description: 'The newest first.',
		},
		async run(call) {
			return listed(call, await listNotes(call.db, requireMember(call.actor).userId, call.query));
		},
	}),
	operation({
		...reading,
		id: 'exportNotes',
		method: 'get',
		path: '/me/notes/markdown',
		summary: 'Take my notes along as Markdown',
		query: z.object({ courseId: idParam('course').optional() }),
		returns: {
			status: 200,
			schema: z.object({ markdown: z.string().openapi({ example: '# Indexes that earn their keep\n' }) }),
			description: 'Course by course, in the order of the lessons.',
		},
		async run({ ctx, db, actor, query }) {
			const { userId } = requireMember(actor);
			return answer({
				markdown: await exportNotes(db, userId, originOf(ctx.config), query.courseId ?? null),
			});
		},
	}),
	operation({
		...learning,
		id: 'takeNote',
		method: 'post',
		path: '/lessons/{id}/notes',
		summary: 'Take a note on a lesson',
		params: { id: idParam('lesson') },
		body: z.object({
			paragraph: z.int().nonnegative().nullish().openapi({ example: 4 }),
			second: z.int().nonnegative().nullish().openapi({ example: null }),
			quote: z.string().max(2000).optional().openapi({ example: 'a copy of some columns' }),
			source: z.string().max(10_000).optional().openapi({ example: 'So it costs writes.' }),
		}),
		example: { paragraph: 1, quote: 'a copy of some columns', source: 'So it costs writes.' },
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive().openapi({ example: 12 }) }),
			description: 'Kept.',
		},
		refusals: ['courses.lesson_not_found', 'courses.note_empty'],
		async run({ db, actor, params, body }) {
			const { id } = await takeNote(db, actor, { ...body, lessonId: params.id });
			return made('/api/v1/me/notes', { id });
		},
	}),
	operation({
		...learning,
		id: 'rewriteNote',
		method: 'patch',
		path: '/notes/{id}',
		summary: 'Write a note anew',
		params: { id: idParam('note') },
		body: z.object({ source: z.string().max(10_000).openapi({ example: 'It costs every write.' }) }),
		example: { source: 'It costs every write.' },
		returns: done,
		refusals: ['courses.note_not_found', 'courses.note_empty'],
		async run({ db, actor, params, body }) {
			await rewriteNote(db, actor, params.id, body);
			return nothing;
		},
	}),
	operation({
		...learning,
		id: 'deleteNote',
		method: 'delete',
		path: '/notes/{id}',
		summary: 'Throw a note away',
		params: { id: idParam('note') },
		returns: done,
		refusals: ['courses.note_not_found'],
		async run({ db, actor, params }) {
			await dropNote(db, actor, params.id);
			return nothing;
		},
	}),
];
