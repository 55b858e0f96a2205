import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { courseToMake } from '../../modules/courses/index.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { archiveError } from './errors.ts';

export type ImportStatus = 'waiting' | 'reading' | 'writing' | 'done' | 'refused';

/** What became of the lessons of a course, by their titles. */
export interface ImportReport {
	added: string[];
	changed: string[];
	/** As they were. */
	kept: number;
	removed: string[];
	/** Films, documents and pictures that came along. */
	files: number;
	/** What in the archive belongs to no course. */
	skipped: number;
}

/** A course that comes as one file. */
export interface CourseImport {
	id: number;
	ownerId: UserId;
	courseId: ItemId | null;
	courseTitle: string | null;
	/** Of a new course: where it is to stand. */
	spaceId: SpaceId | null;
	mediaId: number | null;
	name: string;
	status: ImportStatus;
	fileCount: number;
	doneCount: number;
	report: ImportReport | null;
	refusal: string | null;
	/** With `file` where one file is to blame. */
	refusalParams: Record<string, string | number>;
	createdAt: Date;
}

const columns = sql`c.id, c.owner_id as "ownerId", c.course_id as "courseId", i.title as "courseTitle", c.space_id as "spaceId",
	c.media_id as "mediaId", c.name, c.status, c.file_count as "fileCount", c.done_count as "doneCount", c.report, c.refusal,
	c.refusal_params as "refusalParams", c.created_at as "createdAt"`;
const from = sql`from course_imports c left join items i on i.id = c.course_id`;

/** An import by its id. Who may see it is the caller's to ask. */
export async function findImport(db: Db, id: number): Promise<CourseImport | null> {
	const { rows } = await sql<CourseImport>`select ${columns} ${from} where c.id = ${id}`.execute(db);
	return rows[0] ?? null;
}

/** An import, as who asked for it sees it. @throws archives.not_found, common.sign_in_required */
export async function readImport(db: Db, actor: Actor, id: number): Promise<CourseImport> {
	const { userId } = requireMember(actor);
	const found = await findImport(db, id);
	if (found?.ownerId !== userId) throw archiveError('not_found');
	return found;
}

/**
 * Imports, the newest first: the actor's own, or with `courseId` all into a course that the actor makes.
 *
 * @throws courses.not_found, common.sign_in_required; refusals of the policy
 */
export async function listImports(
	db: Db,
	actor: Actor,
	{ courseId, cursor, limit = 20 }: { courseId?: ItemId | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<CourseImport>> {
	const { userId } = requireMember(actor);
	if (courseId) await courseToMake(db, actor, courseId, 'see');
	const before = decodeCursor(cursor, ['integer'])?.[0] ?? null;
	const whose = courseId ? sql`c.course_id = ${courseId}` : sql`c.owner_id = ${userId}`;
	const { rows } = await sql<CourseImport>`select ${columns} ${from} where ${whose}
		and (${before}::bigint is null or c.id < ${before}::bigint) order by c.id desc limit ${limit + 1}`.execute(
		db,
	);
	return cutPage(rows, limit, ({ id }): CursorKey => [id]);
}
