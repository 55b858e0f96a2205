import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';
import { itemCardShape } from './items.ts';

/** Courses as they travel: what is taught, and what one learner has of it. */
export const rule = z
	.record(z.string(), z.unknown())
	.nullable()
	.openapi({
		example: { all: [{ lesson: 7 }, { reputation: 50 }] },
		description:
			'`{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.',
	});
const share = z.number().min(0).max(1).nullable().openapi({ example: 0.9 });
const days = z.int().nonnegative().nullable().openapi({ example: 7 });

export const courseCard = z
	.object({
		...itemCardShape,
		lessonCount: count(8),
		minutes: count(180),
		learnerCount: count(42),
		previews: count(1),
		cover: z
			.object({
				address: text('/media/p/abcdefghijklmnopqrstuvwxyz-1280x720'),
				alt: text('A card catalogue'),
			})
			.nullable(),
	})
	.openapi('CourseCard');
export const courseList = z
	.object({ data: z.array(courseCard), next: z.string().nullable() })
	.openapi('CourseList');

const state = z
	.object({
		open: z.boolean(),
		why: z.enum(['held', 'begin', 'drip', 'rule']).optional(),
		until: time().optional(),
		missing: rule.optional(),
	})
	.openapi('LessonState', {
		description:
			'held: the course is not theirs; begin: it opens some days after they begin; drip: at `until`; rule: `missing` comes first.',
		example: { open: false, why: 'drip', until: '2026-06-01T08:30:00.000Z' },
	});

export const lessonShape = {
	id: id(7),
	key: text('what-an-index-is'),
	kind: text('text'),
	title: text('What an index is'),
	number: count(1),
	revision: count(2),
	extent: count(24).openapi({ description: 'Paragraphs or seconds; 0: not counted.' }),
	minutes: count(12),
	preview: z.boolean(),
	required: z.boolean(),
	dripDays: days,
	dripAt: time().nullable(),
	rule,
};
const progressShape = {
	lessonId: id(7),
	coveredCount: count(20),
	place: count(20).openapi({ description: 'Paragraph or second to go on from.' }),
	placeAt: time(),
	score: share,
	completed: z.boolean(),
};
export const learnerCourse = z
	.object({
		id: id(85),
		title: text('Indexes that earn their keep'),
		slug: text('indexes-that-earn-their-keep'),
		language: text('en'),
		access: z.enum(['full', 'preview', 'none']),
		startedAt: time().nullable(),
		completedAt: time().nullable(),
		version: count(2).openapi({ description: 'The version that they learn by.' }),
		newest: count(2),
		rule,
		needed: count(8),
		done: count(3),
		nextLessonId: id(7).nullable(),
		sections: z.array(
			z.object({
				number: count(1),
				title: text('First part'),
				lessons: z.array(z.object({ ...lessonShape, state, progress: z.object(progressShape).nullable() })),
			}),
		),
	})
	.openapi('LearnerCourse');
export const lessonPage = z
	.object({
		lesson: z.object(lessonShape),
		state,
		html: z
			.string()
			.nullable()
			.openapi({ example: '<p id="p0" data-p="0">…</p>', description: 'null while it is not open.' }),
		data: z.record(z.string(), z.unknown()).nullable().openapi({ example: {} }),
		mediaId: id(3).nullable(),
		covered: z.array(z.tuple([z.int(), z.int()])).openapi({
			example: [[0, 20]],
			description: 'Stretches that were read or watched, each to before its second number.',
		}),
		progress: z.object(progressShape).nullable(),
		asks: count(20).nullable().openapi({ description: 'How much must be covered to complete it.' }),
		previousId: id(6).nullable(),
		nextId: id(8).nullable(),
	})
	.openapi('LessonPage');

export const recorded = z
	.object({
		lessonId: id(7),
		covered: count(20).optional(),
		extent: count(24).optional(),
		completed: z.boolean().optional(),
		place: count(20).optional(),
		refused: z.string().optional().openapi({ example: 'courses.held' }),
	})
	.openapi('RecordedProgress', {
		example: { lessonId: 7, covered: 20, extent: 24, completed: true, place: 20 },
	});

export const learningCard = z
	.object({
		id: id(85),
		title: text('Indexes that earn their keep'),
		slug: text('indexes-that-earn-their-keep'),
		language: text('en'),
		needed: count(8),
		done: count(3),
		startedAt: time(),
		completedAt: time().nullable(),
		lastAt: time().nullable(),
		last: z
			.object({ id: id(7), title: text('What an index is'), place: count(4), completed: z.boolean() })
			.nullable(),
		next: z.object({ id: id(8), title: text('When it is not used') }).nullable(),
		version: count(1),
		newest: count(1),
	})
	.openapi('LearningCard');

const anchor = z.int().nonnegative().nullable().openapi({ example: 4 });
export const note = z
	.object({
		id: id(12),
		lessonId: id(7),
		courseId: id(85),
		paragraph: anchor,
		second: anchor.openapi({ example: null }),
		quote: text('a copy of some columns in an order'),
		source: text('So it costs writes.'),
		createdAt: time(),
		editedAt: time().nullable(),
		courseTitle: text('Indexes that earn their keep'),
		courseSlug: text('indexes-that-earn-their-keep'),
		lessonTitle: text('What an index is'),
	})
	.openapi('Note');

const day = z
	.object({ day: text('2026-03-01'), seconds: count(900), lessons: count(1) })
	.openapi('LearningDay');
export const streak = z
	.object({
		goal: z.object({ minutes: count(15), remind: z.boolean(), remindHour: count(19) }),
		today: day,
		current: count(4),
		longest: count(12),
		days: z.array(day),
	})
	.openapi('Streak');

export const draftLesson = z
	.object({
		...lessonShape,
		number: z.undefined().optional(),
		words: count(420),
		state: z.enum(['published', 'changed', 'new']),
	})
	.omit({ number: true })
	.openapi('DraftLesson');
export const outline = z
	.object({
		revision: count(14).openapi({ description: 'Send it back when you arrange the outline.' }),
		version: count(2).nullable(),
		sections: z.array(z.object({ id: id(4), title: text('First part'), lessons: z.array(draftLesson) })),
		removed: z.array(z.object({ id: id(9), title: text('An old lesson'), kind: text('text') })),
	})
	.openapi('CourseOutline');
export const editedLesson = z
	.object({
		id: id(7),
		key: text('what-an-index-is'),
		kind: text('text'),
		title: text('What an index is'),
		revision: count(2),
		source: text('An index is a copy of some columns …'),
		data: z.record(z.string(), z.unknown()).openapi({ example: {} }),
		mediaId: id(3).nullable(),
		minutes: count(12),
		preview: z.boolean(),
		required: z.boolean(),
		dripDays: days,
		dripAt: time().nullable(),
		rule,
	})
	.openapi('EditedLesson');

export const version = z
	.object({
		number: count(2),
		status: z.enum(['review', 'published', 'refused', 'withdrawn']),
		note: text('A lesson on partial indexes.'),
		lessonCount: count(8),
		minutes: count(180),
		submittedBy: text('何平').nullable(),
		submittedAt: time(),
		decidedBy: text('何平').nullable(),
		decidedAt: time().nullable(),
		reason: text(''),
		learners: count(40),
		current: z.boolean(),
	})
	.openapi('CourseVersion');
export const author = z
	.object({
		handle: text('lin-wei'),
		name: text('林薇'),
		role: z.enum(['author', 'editor', 'reviewer', 'mentor']),
		addedAt: time(),
	})
	.openapi('CourseAuthor');
export const learner = z
	.object({
		userId: id(9),
		handle: text('wu-tong'),
		name: text('吴桐'),
		version: count(1),
		startedAt: time(),
		completedAt: time().nullable(),
		lastAt: time().nullable(),
		needed: count(8),
		done: count(3),
		seconds: count(5400),
		score: share,
	})
	.openapi('CourseLearner');
export const report = z
	.object({
		learners: count(42),
		completed: count(17),
		active: count(9),
		lessons: z.array(
			z.object({
				lessonId: id(7),
				number: count(1),
				title: text('What an index is'),
				kind: text('text'),
				begun: count(40),
				completed: count(36),
				seconds: count(640),
				score: share,
			}),
		),
	})
	.openapi('CourseReport');

export const takenAlong = z
	.object({
		learnerId: id(12),
		course: z.object({
			id: id(85),
			title: text('Indexes that earn their keep'),
			language: text('en'),
			version: count(2),
			href: text('/courses/85/indexes-that-earn-their-keep'),
		}),
		lessons: z.array(
			z.object({
				id: id(7),
				number: count(1),
				section: text('Beginnings'),
				title: text('What an index is'),
				revision: count(2),
				href: text('/courses/85/lessons/7'),
			}),
		),
		days: count(31),
	})
	.openapi('TakenAlong');
