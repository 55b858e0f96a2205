import type { ScormVersion } from '../../../shared/scorm/index.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Part } from './manifest.ts';

export type PackageStatus = 'waiting' | 'reading' | 'ready' | 'refused';

/** What the studio says of a package beside its outline. */
export interface PackageNotes {
	/** Parts whose rules of sequencing are not followed. */
	sequenced: number;
	/** Hosts that its pages name: nothing is loaded from them. */
	hosts: string[];
	/** Pages that hold frames: they cannot call each other's functions, see docs/interoperate.md. */
	framed: number;
	/** Files left out: what archivers leave behind. */
	skipped: number;
}

/** An imported package. */
export interface Package {
	id: number;
	courseId: ItemId;
	mediaId: number | null;
	name: string;
	status: PackageStatus;
	version: ScormVersion | null;
	title: string;
	manifest: { parts: Part[]; notes: PackageNotes };
	fileCount: number;
	bytes: number;
	/** Of its files, those that are unpacked. */
	doneCount: number;
	refusal: string | null;
	refusalParams: Record<string, string | number>;
	createdBy: UserId | null;
	createdAt: Date;
	/** Lessons of the draft that play a part of it. */
	lessons: number;
}

const columns = sql<Package>`p.id, p.course_id as "courseId", p.media_id as "mediaId", p.name, p.status, p.version, p.title,
	p.manifest, p.file_count as "fileCount", p.bytes, p.done_count as "doneCount", p.refusal, p.refusal_params as "refusalParams",
	p.created_by as "createdBy", p.created_at as "createdAt",
	(select count(*)::int from lessons l join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
		where l.course_id = p.course_id and l.kind = 'scorm' and l.removed_at is null
			and r.data->>'packageId' = p.id::text) as lessons`;

/** A package by its id. Who may see it is the caller's to ask. */
export async function findPackage(db: Db, id: number): Promise<Package | null> {
	const { rows } = await sql<Package>`select ${columns} from scorm_packages p where p.id = ${id}`.execute(db);
	return rows[0] ?? null;
}

/** The packages of a course, the newest first; at most as many as a course may have. */
export async function packagesOf(db: Db, courseId: ItemId): Promise<Package[]> {
	const { rows } =
		await sql<Package>`select ${columns} from scorm_packages p where p.course_id = ${courseId} order by p.id desc limit 100`.execute(
			db,
		);
	return rows;
}

/** Where the bytes of a package lie in the storage. */
export const keyOf = {
	all: (id: number) => `scorm/${id}/`,
	file: (id: number, number: number) => `scorm/${id}/${number}`,
};
