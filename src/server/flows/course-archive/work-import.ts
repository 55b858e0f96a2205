import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { actorOf } from '../../modules/accounts/index.ts';
import { findMedia, type MediaTools, releaseMedia, withOriginal } from '../../modules/media/index.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { carryIn, importCourse, lessonFiles, readFolder, unpackCourse } from '../course-folder/index.ts';
import { askToWork } from './ask-import.ts';
import { compareLessons, type Lessons, lessonsOf } from './compare.ts';
import { type CourseImport, findImport } from './course-import.ts';
import { archiveError } from './errors.ts';
import { unpackArchive } from './unpack-archive.ts';

/** After so long without a word whoever worked on it is taken for dead, in milliseconds. */
const LOST = 15 * 60_000;

/**
 * Makes a course of an archive: unpacks it beside, looks at all of it, takes its files in, and writes the course in one
 * transaction, which also says that it is done. So it is written once, however often this runs or is broken off; what is
 * refused has written nothing of the course. Files that were taken in before a refusal lie among the actor's own, and are
 * not taken in again.
 */
export async function workImport(db: Db, id: number, tools: MediaTools): Promise<void> {
	const found = await findImport(db, id);
	if (!found || found.status === 'done' || found.status === 'refused') return;
	const [medium] = found.mediaId === null ? [] : await findMedia(db, [found.mediaId]);
	// What is still on its way is taken up when it has come.
	if (medium && !['ready', 'refused', 'failed'].includes(medium.status)) return;
	try {
		// What was refused as an upload is refused for the same reason.
		if (medium?.refusal) throw new AppError(medium.refusal, 422, { params: medium.refusalParams });
		if (medium?.mime !== 'application/zip') throw archiveError('no_zip', { params: { name: found.name } });
		await withOriginal(medium.id, tools, (path) =>
			inFolder(tools, (dir) => make(db, found, path, dir, tools)),
		);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		await inTransaction(db, async (tx) => {
			await tx
				.updateTable('course_imports')
				.set({
					status: 'refused',
					refusal: error.code,
					refusal_params: JSON.stringify(error.params),
					ended_at: now(),
				})
				.where('id', '=', id)
				.where('status', 'not in', ['done', 'refused'])
				.execute();
			await releaseMedia(tx, { holder: 'course-import', holderId: id });
		});
	}
}

async function inFolder(tools: MediaTools, work: (dir: string) => Promise<void>): Promise<void> {
	await mkdir(tools.workDir, { recursive: true, mode: 0o700 });
	const dir = await mkdtemp(join(tools.workDir, 'course-'));
	try {
		await work(dir);
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

async function make(
	db: Db,
	found: CourseImport,
	path: string,
	dir: string,
	tools: MediaTools,
): Promise<void> {
	const actor = await actorOf(db, found.ownerId);
	if (!actor) throw archiveError('not_found');
	let last = 0;
	const told = async (done: number, all: number) => {
		if (done < all && Date.now() - last < 700) return;
		last = Date.now();
		await note(db, found.id, { status: 'reading', file_count: all, done_count: done });
	};
	const stopped = () => tools.stop?.aborted ?? false;
	const { skipped, files: fileCount } = await unpackArchive(path, dir, { told, stopped });
	const texts = await readFolder(dir);
	const read = unpackCourse(texts);
	await note(db, found.id, { status: 'writing' });
	try {
		const { data, files } = await carryIn(db, actor, read, dir, tools);
		await inTransaction(db, async (tx) => {
			const open = await tx
				.selectFrom('course_imports')
				.select('id')
				.where('id', '=', found.id)
				.where('status', 'not in', ['done', 'refused'])
				.forUpdate()
				.executeTakeFirst();
			if (!open) return;
			const before: Lessons = found.courseId ? await lessonsOf(tx, actor, found.courseId) : new Map();
			const where = found.courseId ? { courseId: found.courseId } : { spaceId: found.spaceId as number };
			const { courseId } = await importCourse(tx, actor, data, where, { files, tools });
			const changes = compareLessons(before, await lessonsOf(tx, actor, courseId));
			await tx
				.updateTable('course_imports')
				.set({
					status: 'done',
					course_id: courseId,
					report: JSON.stringify({ ...changes, files: fileCount, skipped }),
					ended_at: now(),
				})
				.where('id', '=', found.id)
				.execute();
			await releaseMedia(tx, { holder: 'course-import', holderId: found.id });
		});
	} catch (error) {
		throw inFile(error, lessonFiles(texts));
	}
}

const note = (
	db: Db,
	id: number,
	set: { status: 'reading' | 'writing'; file_count?: number; done_count?: number },
) =>
	db
		.updateTable('course_imports')
		.set({ ...set, worked_at: now() })
		.where('id', '=', id)
		.where('status', 'not in', ['done', 'refused'])
		.execute();

/** A refusal that names a lesson names the file that it stands in. */
function inFile(error: unknown, files: ReadonlyMap<string, string>): unknown {
	if (!(error instanceof AppError) || typeof error.params.lesson !== 'string') return error;
	const { lesson, ...params } = error.params;
	const file = files.get(lesson as string) ?? (lesson as string);
	return new AppError(error.code, error.status, { params: { ...params, file }, cause: error });
}

/** Takes up what a killed process has left behind. @returns how many */
export async function takeUpLost(db: Db): Promise<number> {
	const { rows } = await sql<{ id: number; courseId: number | null }>`update course_imports c
		set worked_at = ${now()} where status in ('reading', 'writing') and worked_at < ${new Date(now().getTime() - LOST)}
		returning c.id, c.course_id as "courseId"`.execute(db);
	for (const { id, courseId } of rows) await askToWork(db, id, courseId);
	return rows.length;
}

export function importJobs(db: Db, tools: MediaTools): Job<never>[] {
	return [
		{
			name: 'courses.import',
			work: ({ id }: { id: number }) => workImport(db, id, tools),
		} as Job<never>,
		{ name: 'courses.lost-imports', cron: '*/5 * * * *', work: async () => void (await takeUpLost(db)) },
	];
}
