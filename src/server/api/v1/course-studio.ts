import { z } from '@hono/zod-openapi';
import { publishCourse } from '../../flows/author-course.ts';
import {
	addLesson,
	addSection,
	arrangeOutline,
	createCourse,
	decideVersion,
	describeCourse,
	draftOutline,
	dropAuthor,
	editedLesson,
	listAuthors,
	listVersions,
	removeCover,
	removeLesson,
	removeSection,
	renameSection,
	reportCourse,
	reportLearners,
	restoreLesson,
	saveLesson,
	setAuthor,
	setCover,
	setLesson,
	withdrawVersion,
} from '../../modules/courses/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit } from '../schemas/common.ts';
import * as shape from '../schemas/courses.ts';
import { editedLessonJson, outlineJson } from './course-json.ts';

const making = { tag: 'Courses', needs: 'member', scope: 'write', quiet: true } as const;
const looking = { tag: 'Courses', needs: 'member', scope: 'read' } as const;
const done = { status: 204, description: 'Done.' } as const;
const course = { id: idParam('course') };
const lesson = { id: idParam('course'), lessonId: idParam('lesson') };
const section = { id: idParam('course'), sectionId: idParam('section') };
const title = z.string().min(1).max(200).openapi({ example: 'What an index is' });
const ids = z.int().positive();

/** What those who make courses do. */
export const courseStudioOperations: Operation[] = [
	operation({
		...making,
		id: 'createCourse',
		method: 'post',
		path: '/courses',
		summary: 'Begin a course',
		description:
			'A draft that nobody but its makers sees. Its words are those of the draft; see `PUT /drafts/{id}`.',
		body: z.object({
			title,
			spaceId: ids.openapi({ example: 1 }),
			language: z.enum(['zh-CN', 'en']).optional(),
		}),
		example: { title: 'Indexes that earn their keep', spaceId: 1, language: 'en' },
		returns: { status: 201, schema: z.object({ id: ids.openapi({ example: 85 }) }), description: 'Begun.' },
		refusals: [
			'items.space_not_found',
			'items.space_archived',
			'items.not_in_space',
			'items.too_many_drafts',
		],
		async run({ db, actor, body }) {
			const { id } = await createCourse(db, actor, body);
			return made(`/api/v1/courses/${id}/outline`, { id });
		},
	}),
	operation({
		...looking,
		id: 'readOutline',
		method: 'get',
		path: '/courses/{id}/outline',
		summary: 'Read the outline under edit',
		params: course,
		returns: { status: 200, schema: shape.outline, description: 'The outline.' },
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			return answer(outlineJson(await draftOutline(db, actor, params.id)));
		},
	}),
	operation({
		...making,
		id: 'arrangeOutline',
		method: 'put',
		path: '/courses/{id}/outline/order',
		summary: 'Give the outline a new order',
		params: course,
		body: z.object({
			revision: z.int().positive().optional().openapi({ example: 14 }),
			sections: z
				.array(z.object({ id: ids, lessons: z.array(ids) }))
				.openapi({ example: [{ id: 4, lessons: [8, 7] }] }),
		}),
		example: { sections: [{ id: 4, lessons: [8, 7] }] },
		returns: {
			status: 200,
			schema: z.object({ revision: ids.openapi({ example: 15 }) }),
			description: 'Arranged.',
		},
		refusals: ['courses.not_found', 'courses.wrong_order'],
		async run({ db, actor, params, body }) {
			return answer(await arrangeOutline(db, actor, params.id, body));
		},
	}),
	operation({
		...making,
		id: 'describeCourse',
		method: 'put',
		path: '/courses/{id}/description',
		summary: 'Say what one learns, for whom it is, and what must be met to begin',
		params: course,
		body: z
			.object({
				outcomes: z
					.array(z.string().max(300))
					.max(20)
					.openapi({ example: ['Read a plan'] }),
				audience: z.string().max(2000).optional().openapi({ example: 'Who writes SQL.' }),
				needs: z.string().max(2000).optional().openapi({ example: 'Select and join.' }),
				review: z.boolean().optional(),
				rule: shape.rule.optional(),
			})
			.openapi('CourseDescription'),
		example: { outcomes: ['Read a plan'] },
		returns: done,
		refusals: ['courses.not_found', 'courses.rule_unknown_lesson', 'courses.rule_never_met'],
		async run({ db, actor, params, body }) {
			await describeCourse(db, actor, params.id, body);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'setCourseCover',
		method: 'put',
		path: '/courses/{id}/cover',
		summary: 'Give a course a picture',
		description:
			'One that was uploaded with the purpose `cover` or `picture`. Left out, only what it shows is said anew.',
		params: course,
		body: z.object({
			mediaId: ids.nullish().openapi({ example: 12 }),
			alt: z.string().max(300).openapi({ example: 'A drawer of a card catalogue' }),
		}),
		example: { mediaId: 999_999, alt: 'A drawer of a card catalogue' },
		returns: done,
		refusals: [
			'courses.not_found',
			'courses.alt_missing',
			'courses.no_cover',
			'media.not_found',
			'common.forbidden',
		],
		async run({ ctx, db, actor, params, body }) {
			await setCover(db, actor, params.id, { alt: body.alt, mediaId: body.mediaId ?? null }, ctx.media);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'removeCourseCover',
		method: 'delete',
		path: '/courses/{id}/cover',
		summary: 'Take the picture of a course away',
		params: course,
		returns: done,
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			await removeCover(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'addSection',
		method: 'post',
		path: '/courses/{id}/sections',
		summary: 'Add a section',
		params: course,
		body: z.object({ title }),
		example: { title: 'Second part' },
		returns: { status: 201, schema: z.object({ id: ids.openapi({ example: 5 }) }), description: 'Added.' },
		refusals: ['courses.not_found', 'courses.too_many_lessons'],
		async run({ db, actor, params, body }) {
			return made(`/api/v1/courses/${params.id}/outline`, await addSection(db, actor, params.id, body));
		},
	}),
	operation({
		...making,
		id: 'renameSection',
		method: 'patch',
		path: '/courses/{id}/sections/{sectionId}',
		summary: 'Rename a section',
		params: section,
		body: z.object({ title }),
		example: { title: 'The second part' },
		returns: done,
		refusals: ['courses.not_found', 'courses.section_not_found'],
		async run({ db, actor, params, body }) {
			await renameSection(db, actor, { courseId: params.id, sectionId: params.sectionId, title: body.title });
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'removeSection',
		method: 'delete',
		path: '/courses/{id}/sections/{sectionId}',
		summary: 'Take a section and its lessons out',
		params: section,
		returns: done,
		refusals: ['courses.not_found', 'courses.section_not_found'],
		async run({ db, actor, params }) {
			await removeSection(db, actor, { courseId: params.id, sectionId: params.sectionId });
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'addLesson',
		method: 'post',
		path: '/courses/{id}/lessons',
		summary: 'Add a lesson',
		params: course,
		body: z.object({
			sectionId: ids.openapi({ example: 4 }),
			kind: z.string().openapi({ example: 'text' }),
			title,
			key: z.string().optional().openapi({ example: 'what-an-index-is' }),
		}),
		example: { sectionId: 4, kind: 'text', title: 'What an index is' },
		returns: {
			status: 201,
			schema: z.object({
				id: ids.openapi({ example: 7 }),
				key: z.string().openapi({ example: 'what-an-index-is' }),
			}),
			description: 'Added, empty.',
		},
		refusals: [
			'courses.not_found',
			'courses.section_not_found',
			'courses.lesson_kind_unknown',
			'courses.key_taken',
			'courses.too_many_lessons',
		],
		async run({ db, actor, params, body }) {
			const { id, key } = await addLesson(db, actor, params.id, body);
			return made(`/api/v1/courses/${params.id}/lessons/${id}/draft`, { id, key });
		},
	}),
	operation({
		...looking,
		id: 'readDraftLesson',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}/draft',
		summary: 'Read a lesson as it is edited',
		params: lesson,
		returns: { status: 200, schema: shape.editedLesson, description: 'The revision under edit.' },
		refusals: ['courses.not_found', 'courses.lesson_not_found'],
		async run({ db, actor, params }) {
			const { lesson: edited } = await editedLesson(db, actor, {
				courseId: params.id,
				lessonId: params.lessonId,
			});
			return answer(editedLessonJson(edited));
		},
	}),
	operation({
		...making,
		id: 'saveLesson',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/draft',
		summary: 'Write what a lesson says',
		description: 'Learners see it with the next version.',
		params: lesson,
		body: z
			.object({
				title,
				source: z
					.string()
					.max(100_000)
					.optional()
					.openapi({ example: 'An index is a copy of some columns …' }),
				data: z.record(z.string(), z.unknown()).optional().openapi({ example: {} }),
				mediaId: ids.nullish().openapi({ example: null }),
				minutes: z.int().min(0).max(6000).nullish().openapi({ example: 12 }),
				revision: ids.optional().openapi({ example: 2, description: 'The one that the edit began from.' }),
			})
			.openapi('LessonContent'),
		example: { title: 'What an index is', source: 'An index is a copy of some columns in an order.' },
		returns: {
			status: 200,
			schema: z.object({ revision: ids.openapi({ example: 3 }) }),
			description: 'The revision that now stands.',
		},
		refusals: [
			'courses.not_found',
			'courses.lesson_not_found',
			'courses.edit_conflict',
			'courses.lesson_kind_unknown',
			'content.too_complex',
			'content.too_long',
		],
		async run({ db, actor, params, body }) {
			return answer(await saveLesson(db, actor, { courseId: params.id, lessonId: params.lessonId }, body));
		},
	}),
	operation({
		...making,
		id: 'setLesson',
		method: 'patch',
		path: '/courses/{id}/lessons/{lessonId}/draft',
		summary: 'Set how a lesson opens',
		params: lesson,
		body: z
			.object({
				preview: z.boolean().optional(),
				required: z.boolean().optional(),
				dripDays: z.int().min(0).max(3650).nullish().openapi({ example: 7 }),
				dripAt: z.string().nullish().openapi({ example: null, format: 'date-time' }),
				rule: shape.rule.optional(),
				key: z.string().optional().openapi({ example: 'what-an-index-is' }),
			})
			.openapi('LessonSettings'),
		example: { preview: true },
		returns: done,
		refusals: [
			'courses.not_found',
			'courses.lesson_not_found',
			'courses.rule_unknown_lesson',
			'courses.rule_never_met',
			'courses.key_taken',
		],
		async run({ db, actor, params, body }) {
			await setLesson(db, actor, { courseId: params.id, lessonId: params.lessonId }, body);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'removeLesson',
		method: 'delete',
		path: '/courses/{id}/lessons/{lessonId}/draft',
		summary: 'Take a lesson out of the outline',
		description: 'Published versions keep it.',
		params: lesson,
		returns: done,
		refusals: ['courses.not_found', 'courses.lesson_not_found'],
		async run({ db, actor, params }) {
			await removeLesson(db, actor, { courseId: params.id, lessonId: params.lessonId });
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'restoreLesson',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/restoration',
		summary: 'Put a lesson back that was taken out',
		params: lesson,
		body: z.object({ sectionId: ids.openapi({ example: 4 }) }),
		example: { sectionId: 4 },
		returns: done,
		refusals: ['courses.not_found', 'courses.lesson_not_found', 'courses.section_not_found'],
		async run({ db, actor, params, body }) {
			await restoreLesson(db, actor, {
				courseId: params.id,
				lessonId: params.lessonId,
				sectionId: body.sectionId,
			});
			return nothing;
		},
	}),
	operation({
		...looking,
		id: 'listCourseVersions',
		method: 'get',
		path: '/courses/{id}/versions',
		summary: 'List the versions of a course',
		params: course,
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.version) }),
			description: 'The newest first.',
		},
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			return answer({ data: await listVersions(db, actor, params.id) });
		},
	}),
	operation({
		...making,
		quiet: false,
		id: 'publishCourse',
		method: 'post',
		path: '/courses/{id}/versions',
		summary: 'Publish the outline as a new version',
		description: 'With the first one the course itself is published, unless the version waits for review.',
		params: course,
		body: z.object({
			note: z.string().max(2000).optional().openapi({ example: 'A lesson on partial indexes.' }),
			review: z.boolean().optional(),
		}),
		example: { note: 'A lesson on partial indexes.' },
		returns: {
			status: 201,
			schema: z.object({ version: ids.openapi({ example: 2 }), published: z.boolean() }),
			description: 'The version.',
		},
		refusals: [
			'courses.not_found',
			'courses.nothing_to_publish',
			'courses.nothing_changed',
			'courses.in_review',
			'courses.lesson_not_ready',
			'courses.rule_never_met',
			'items.space_archived',
			'items.not_in_space',
			'items.space_not_found',
			'items.tag_reserved',
		],
		async run({ db, actor, params, body }) {
			const { version, published } = await publishCourse(db, actor, params.id, body);
			return made(`/api/v1/courses/${params.id}/versions`, { version, published });
		},
	}),
	operation({
		...making,
		quiet: false,
		id: 'decideCourseVersion',
		method: 'put',
		path: '/courses/{id}/versions/{number}/decision',
		summary: 'Approve or refuse a version that waits for review',
		params: { ...course, number: idParam('version') },
		body: z.object({
			approve: z.boolean(),
			reason: z.string().max(1000).optional().openapi({ example: '' }),
		}),
		example: { approve: true },
		returns: done,
		refusals: ['courses.not_found', 'courses.not_in_review', 'courses.own_review'],
		async run({ db, actor, params, body }) {
			await decideVersion(db, actor, { ...body, courseId: params.id, number: params.number });
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'withdrawCourseVersion',
		method: 'delete',
		path: '/courses/{id}/versions/{number}',
		summary: 'Take a version back before anybody decided on it',
		params: { ...course, number: idParam('version') },
		returns: done,
		refusals: ['courses.not_found', 'courses.not_in_review'],
		async run({ db, actor, params }) {
			await withdrawVersion(db, actor, { courseId: params.id, number: params.number });
			return nothing;
		},
	}),
	operation({
		...looking,
		id: 'listCourseAuthors',
		method: 'get',
		path: '/courses/{id}/authors',
		summary: 'List who makes a course beside its author',
		params: course,
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.author) }),
			description: 'In the order they came.',
		},
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			return answer({ data: await listAuthors(db, actor, params.id) });
		},
	}),
	operation({
		...making,
		id: 'setCourseAuthor',
		method: 'put',
		path: '/courses/{id}/authors/{handle}',
		summary: 'Give somebody a role in a course',
		params: { ...course, handle: z.string().openapi({ example: 'lin-wei' }) },
		body: z.object({
			role: z.enum(['author', 'editor', 'reviewer', 'mentor']).openapi({ example: 'editor' }),
		}),
		example: { role: 'editor' },
		returns: done,
		refusals: ['courses.not_found', 'courses.person_unknown', 'courses.own_role'],
		async run({ db, actor, params, body }) {
			await setAuthor(db, actor, params.id, { handle: params.handle, role: body.role });
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'dropCourseAuthor',
		method: 'delete',
		path: '/courses/{id}/authors/{handle}',
		summary: 'Take a role away, or lay down one’s own',
		params: { ...course, handle: z.string().openapi({ example: 'lin-wei' }) },
		returns: done,
		refusals: ['courses.not_found', 'courses.person_unknown'],
		async run({ db, actor, params }) {
			await dropAuthor(db, actor, params.id, params.handle);
			return nothing;
		},
	}),
	operation({
		...looking,
		id: 'reportCourse',
		method: 'get',
		path: '/courses/{id}/report',
		summary: 'A course in figures',
		params: course,
		returns: {
			status: 200,
			schema: shape.report,
			description: 'Where learners come to, and where they stop.',
		},
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			return answer(await reportCourse(db, actor, params.id));
		},
	}),
	operation({
		...looking,
		id: 'listLearners',
		method: 'get',
		path: '/courses/{id}/learners',
		summary: 'List the learners of a course',
		params: course,
		query: z.object({ cursor, limit: limit(1000, 50) }),
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.learner), next: z.string().nullable() }),
			description: 'The latest begun first.',
		},
		refusals: ['courses.not_found'],
		async run(call) {
			return listed(call, await reportLearners(call.db, call.actor, call.params.id, call.query));
		},
	}),
];
