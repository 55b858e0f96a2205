import { z } from '@hono/zod-openapi';
import {
	askImport,
	type CourseImport,
	downloadCourse,
	listImports,
	readImport,
} from '../../flows/course-archive/index.ts';
import { answer, listed, made, type Operation, operation } from '../operation.ts';
import { count, cursor, id, idParam, limit, text, time } from '../schemas/common.ts';

const reading = { tag: 'Courses', needs: 'member', scope: 'read' } as const;

const titles = z.array(text('Reading a plan'));
const importShape = z
	.object({
		id: id(3),
		name: text('indexes.zip'),
		status: z.enum(['waiting', 'reading', 'writing', 'done', 'refused']),
		courseId: id(42).nullable().openapi({ description: 'Of a new course: when it is there.' }),
		fileCount: count(24),
		doneCount: count(24).openapi({ description: 'Of its files, those that are unpacked.' }),
		report: z
			.object({
				added: titles,
				changed: titles,
				kept: count(8),
				removed: titles,
				files: count(5).openapi({ description: 'Films, documents and pictures that came along.' }),
				skipped: count(1).openapi({ description: 'What in the archive belongs to no course.' }),
			})
			.nullable()
			.openapi({ description: 'What became of the lessons, by their titles.' }),
		refusal: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Error code of why it was refused.' }),
		file: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Which file of the archive is to blame, where one is.' }),
		problem: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'With file and line, where the archive is no course.' }),
		createdAt: time(),
	})
	.openapi('CourseImport');

const json = (one: CourseImport) => ({
	id: one.id,
	name: one.name,
	status: one.status,
	courseId: one.courseId,
	fileCount: one.fileCount,
	doneCount: one.doneCount,
	report: one.report,
	refusal: one.refusal,
	file: textOr(one.refusalParams.file),
	problem: textOr(one.refusalParams.problem),
	createdAt: one.createdAt,
});
const textOr = (value: string | number | undefined) => (value === undefined ? null : String(value));

/** Courses as one file, out and in. */
export const courseArchiveOperations: Operation[] = [
	operation({
		...reading,
		id: 'downloadCourse',
		method: 'get',
		path: '/courses/{id}/archive',
		summary: 'Download a course as one file',
		description:
			'A zip of Markdown files and of what they show, as `POST /course-imports` takes it. For those who make the course.',
		params: { id: idParam('course') },
		returns: { status: 200, file: 'application/zip', description: 'The archive.' },
		refusals: ['courses.not_found', 'courses.folder_shape', 'archives.too_large'],
		async run({ ctx, db, actor, params }) {
			const { name, pieces } = await downloadCourse(db, actor, params.id, ctx.media);
			return {
				file: pieces,
				headers: {
					'content-type': 'application/zip',
					'content-disposition': `attachment; filename="${name}"`,
				},
			};
		},
	}),
	operation({
		...reading,
		scope: 'write',
		id: 'importCourse',
		method: 'post',
		path: '/course-imports',
		summary: 'Make a course of one file',
		description:
			'Upload the zip first (purpose `file`). With `spaceId` it becomes a new draft; with `courseId` that course says what the zip says: lessons go by their keys and keep what learners did. A job does it, all of it or nothing; nothing is published.',
		body: z.object({
			mediaId: idParam('file'),
			courseId: idParam('course').nullish(),
			spaceId: idParam('space').nullish(),
		}),
		example: { mediaId: 42, spaceId: 1 },
		returns: { status: 201, schema: z.object({ id: id(3) }), description: 'Taken; `GET` tells how it went.' },
		refusals: ['archives.place_missing', 'archives.too_many', 'courses.not_found', 'media.not_found'],
		async run({ db, actor, body }) {
			const { id: started } = await askImport(db, actor, body);
			return made(`/api/v1/course-imports/${started}`, { id: started });
		},
	}),
	operation({
		...reading,
		id: 'listCourseImports',
		method: 'get',
		path: '/course-imports',
		summary: 'List my imports of courses',
		query: z.object({ cursor, limit: limit(50, 20) }),
		returns: {
			status: 200,
			schema: z.object({ data: z.array(importShape), next: z.string().nullable() }),
			description: 'The newest first.',
		},
		async run(call) {
			const page = await listImports(call.db, call.actor, call.query);
			return listed(call, page, page.items.map(json));
		},
	}),
	operation({
		...reading,
		id: 'readCourseImport',
		method: 'get',
		path: '/course-imports/{id}',
		summary: 'Read how an import of a course goes',
		params: { id: idParam('import') },
		returns: { status: 200, schema: importShape, description: 'With what was added, changed and removed.' },
		refusals: ['archives.not_found'],
		async run({ db, actor, params }) {
			return answer(json(await readImport(db, actor, params.id)));
		},
	}),
];
