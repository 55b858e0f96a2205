import { z } from '@hono/zod-openapi';
import {
	commitAttempt,
	importPackage,
	launchables,
	launchLesson,
	listPackages,
	makeLessons,
	type Package,
	readPackage,
	removePackage,
	reportAttempts,
} from '../../modules/scorm/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { count, cursor, id, idParam, limit, text, time } from '../schemas/common.ts';

const making = { tag: 'Courses', needs: 'member', scope: 'write' } as const;
const course = { id: idParam('course') };
const pack = { id: idParam('course'), packageId: idParam('package') };
const lesson = { id: idParam('course'), lessonId: idParam('lesson') };
const notFound = ['courses.not_found', 'scorm.package_not_found'];
const closed = ['courses.lesson_not_found', 'courses.held', 'scorm.not_a_package'];

const packageShape = z
	.object({
		id: id(5),
		name: text('fire-safety.zip'),
		status: z.enum(['waiting', 'reading', 'ready', 'refused']),
		version: z.enum(['1.2', '2004']).nullable(),
		title: text('Fire safety'),
		fileCount: count(120),
		doneCount: count(120),
		bytes: count(8_000_000),
		refusal: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Error code of why it was refused.' }),
		launchables: z
			.array(z.object({ id: text('SCO-1'), title: text('What burns'), path: text('sco1/index.html') }))
			.openapi({ description: 'What of it can be a lesson, in the order of its organisation.' }),
		notes: z
			.object({
				sequenced: count(0).openapi({ description: 'Parts whose rules of sequencing are not followed.' }),
				hosts: z
					.array(text('cdn.example.org'))
					.openapi({ description: 'Hosts that nothing is loaded from.' }),
				framed: count(0),
				skipped: count(0),
			})
			.nullable(),
		lessons: count(3),
		createdAt: time(),
	})
	.openapi('ScormPackage');

const json = (one: Package) => ({
	id: one.id,
	name: one.name,
	status: one.status,
	version: one.version,
	title: one.title,
	fileCount: one.fileCount,
	doneCount: one.doneCount,
	bytes: one.bytes,
	refusal: one.refusal,
	launchables:
		one.status === 'ready'
			? launchables(one.manifest).map(({ id, title, path }) => ({ id, title, path }))
			: [],
	notes: one.status === 'ready' ? one.manifest.notes : null,
	lessons: one.lessons,
	createdAt: one.createdAt,
});

const attemptShape = {
	completion: z.enum(['unknown', 'not attempted', 'incomplete', 'completed']),
	success: z.enum(['unknown', 'passed', 'failed']),
	score: z.number().nullable().openapi({ example: 0.85, description: 'From 0 to 1.' }),
	seconds: count(640).openapi({ description: 'Never more than have truly passed.' }),
};

/** SCORM packages: imported, played, reported. */
export const scormOperations: Operation[] = [
	operation({
		id: 'listPackages',
		method: 'get',
		path: '/courses/{id}/packages',
		tag: 'Courses',
		summary: 'List the SCORM packages of a course',
		needs: 'member',
		scope: 'read',
		params: course,
		returns: {
			status: 200,
			schema: z.object({ data: z.array(packageShape) }),
			description: 'At most a hundred, the newest first.',
		},
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			return answer({ data: (await listPackages(db, actor, params.id)).map(json) });
		},
	}),
	operation({
		...making,
		id: 'importPackage',
		method: 'post',
		path: '/courses/{id}/packages',
		summary: 'Import a SCORM package',
		description:
			'SCORM 1.2, or 2004 in its 3rd or 4th edition. Upload the zip first (purpose `file`); it is unpacked as soon as it has come. `GET` tells how far it is, and why it was refused.',
		params: course,
		body: z.object({ mediaId: idParam('file') }),
		example: { mediaId: 42 },
		returns: { status: 201, schema: z.object({ id: id(5) }), description: 'Taken.' },
		refusals: ['courses.not_found', 'media.not_found', 'scorm.too_many_packages'],
		async run({ db, actor, params, body }) {
			const { id } = await importPackage(db, actor, params.id, body);
			return made(`/api/v1/courses/${params.id}/packages/${id}`, { id });
		},
	}),
	operation({
		id: 'readPackage',
		method: 'get',
		path: '/courses/{id}/packages/{packageId}',
		tag: 'Courses',
		summary: 'Read a SCORM package and how far its import is',
		needs: 'member',
		scope: 'read',
		params: pack,
		returns: { status: 200, schema: packageShape, description: 'With what can be launched.' },
		refusals: notFound,
		async run({ db, actor, params }) {
			return answer(json(await readPackage(db, actor, { courseId: params.id, packageId: params.packageId })));
		},
	}),
	operation({
		...making,
		id: 'removePackage',
		method: 'delete',
		path: '/courses/{id}/packages/{packageId}',
		summary: 'Take a SCORM package away',
		description: 'With everything that learners did in it. One that a lesson plays stays.',
		params: pack,
		returns: { status: 204, description: 'Gone.' },
		refusals: [...notFound, 'scorm.in_use'],
		async run({ db, actor, params }) {
			await removePackage(db, actor, { courseId: params.id, packageId: params.packageId });
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'makePackageLessons',
		method: 'post',
		path: '/courses/{id}/packages/{packageId}/lessons',
		summary: 'Make lessons of a SCORM package',
		description: 'One for each part that can be launched, in sections as its organisation has them.',
		params: pack,
		body: z.object({ only: z.array(text('SCO-1')).max(500).optional() }),
		example: {},
		returns: {
			status: 201,
			schema: z.object({ lessonIds: z.array(id(7)) }),
			description: 'Made, at the end of the outline.',
		},
		refusals: [...notFound, 'scorm.not_ready', 'scorm.sco_missing', 'courses.too_many_lessons'],
		async run({ db, actor, params, body }) {
			const key = { courseId: params.id, packageId: params.packageId };
			const lessonIds = await makeLessons(db, actor, key, body.only ? { only: body.only } : {});
			return made(`/api/v1/courses/${params.id}/outline`, { lessonIds });
		},
	}),
	operation({
		id: 'launchPackage',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/package/session',
		tag: 'Learning',
		summary: 'Launch the SCORM package of a lesson',
		description:
			'Goes on with the attempt that is open, else begins one. The address is for a frame with `sandbox="allow-scripts allow-forms"`; the last window that was launched may write.',
		needs: 'anyone',
		scope: 'write',
		quiet: true,
		params: lesson,
		body: z.object({ anew: z.boolean().optional().openapi({ description: 'Begin a new attempt.' }) }),
		example: { anew: false },
		returns: {
			status: 200,
			schema: z.object({
				address: text('/scorm/5/…/index.html'),
				session: text('q1w2e3r4t5y6u7i8o9p0aa'),
				kept: z.boolean().openapi({ description: 'False for visitors of a free preview.' }),
				until: time(),
			}),
			description: 'Where the frame leads.',
		},
		refusals: closed,
		async run({ ctx, db, actor, params, body }) {
			const tools = { secret: ctx.media.secret, minutes: ctx.settings.mediaAddressMinutes };
			return answer(
				await launchLesson(
					db,
					actor,
					{ courseId: params.id, lessonId: params.lessonId },
					tools,
					body.anew === undefined ? {} : { anew: body.anew },
				),
			);
		},
	}),
	operation({
		id: 'commitPackage',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/package/data',
		tag: 'Learning',
		summary: 'Keep what the SCORM package of a lesson has set',
		description: 'All of it, in its order; it is checked by the data model of its version.',
		needs: 'member',
		scope: 'write',
		quiet: true,
		params: lesson,
		body: z.object({
			session: text('q1w2e3r4t5y6u7i8o9p0aa'),
			stored: z
				.array(z.tuple([z.string(), z.string()]))
				.openapi({ example: [['cmi.core.lesson_status', 'completed']] }),
			final: z.boolean().optional(),
		}),
		example: {
			session: 'q1w2e3r4t5y6u7i8o9p0aa',
			stored: [['cmi.core.lesson_status', 'completed']],
			final: true,
		},
		returns: {
			status: 200,
			schema: z.object({ ...attemptShape, completed: z.boolean() }),
			description: 'How the attempt stands; `completed` is the lesson.',
		},
		refusals: [...closed, 'scorm.taken_over', 'scorm.value_refused'],
		async run({ db, actor, params, body }) {
			return answer(await commitAttempt(db, actor, { courseId: params.id, lessonId: params.lessonId }, body));
		},
	}),
	operation({
		id: 'listPackageAttempts',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}/package/attempts',
		tag: 'Courses',
		summary: 'List what learners did in the SCORM package of a lesson',
		needs: 'member',
		scope: 'read',
		params: lesson,
		query: z.object({ cursor, limit: limit(100, 50) }),
		returns: {
			status: 200,
			schema: z.object({
				data: z.array(
					z.object({
						id: id(9),
						number: count(1),
						...attemptShape,
						learnerId: id(7),
						handle: text('wu-tong'),
						name: text('吴桐'),
						startedAt: time(),
						updatedAt: time(),
						endedAt: time().nullable(),
						interactions: z.array(
							z.object({
								id: text('q1'),
								type: text('choice'),
								response: text('a'),
								result: text('correct'),
							}),
						),
					}),
				),
				next: z.string().nullable(),
			}),
			description: 'The newest first.',
		},
		refusals: ['courses.not_found'],
		async run(call) {
			const { db, actor, params, query } = call;
			const page = await reportAttempts(
				db,
				actor,
				{ courseId: params.id, lessonId: params.lessonId },
				{ cursor: query.cursor ?? null, limit: query.limit },
			);
			return listed(call, page);
		},
	}),
];
