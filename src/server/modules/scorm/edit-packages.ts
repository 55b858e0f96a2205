import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import type { ItemId, LessonId, SectionId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import {
	addLesson,
	addSection,
	courseToMake,
	draftOutline,
	lockCourse,
	saveLesson,
} from '../courses/index.ts';
import { findMedia, holdMedia, type MediaTools, releaseMedia } from '../media/index.ts';
import { askToUnpack } from './ask-to-unpack.ts';
import { scormError } from './errors.ts';
import { findLaunchable, launchables, type Part } from './manifest.ts';
import { findPackage, type Package, packagesOf } from './package.ts';
import { unpackArchive } from './unpack-package.ts';

/** A course has a few packages; a hundred is a mistake of a program. */
const MOST = 100;

/** Packages of a course, for those who make it. @throws courses.not_found; refusals of the policy */
export async function listPackages(db: Db, actor: Actor, courseId: ItemId): Promise<Package[]> {
	await courseToMake(db, actor, courseId, 'see');
	return packagesOf(db, courseId);
}

/** @throws courses.not_found, scorm.package_not_found; refusals of the policy */
export async function readPackage(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; packageId: number },
): Promise<Package> {
	await courseToMake(db, actor, key.courseId, 'see');
	return mustFind(db, key);
}

async function mustFind(db: Db, key: { courseId: ItemId; packageId: number }): Promise<Package> {
	const found = await findPackage(db, key.packageId);
	if (!found || found.courseId !== key.courseId) throw scormError('package_not_found');
	return found;
}

/**
 * Imports a package that was uploaded: it is unpacked by a job, as soon as the file has been looked at.
 *
 * @param input.mediaId a file of the actor's own; it may still be on its way
 * @returns its id; {@link readPackage} tells how far it is, and why it was refused
 * @throws courses.not_found, media.not_found, scorm.too_many_packages; refusals of the policy
 */
export async function importPackage(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { mediaId: number },
): Promise<{ id: number }> {
	return inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, courseId, 'edit');
		const { userId } = requireActing(actor);
		const { rows } = await sql<{ count: number }>`select count(*)::int as count from scorm_packages
			where course_id = ${courseId}`.execute(tx);
		if (rows[0]!.count >= MOST) throw scormError('too_many_packages', { params: { max: MOST } });
		const [medium] = await findMedia(tx, [input.mediaId]);
		const { id } = await tx
			.insertInto('scorm_packages')
			.values({
				course_id: courseId,
				media_id: input.mediaId,
				name: (medium?.name ?? '').slice(0, 255),
				created_by: userId,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await holdMedia(tx, actor, { mediaId: input.mediaId, holder: 'scorm', holderId: id });
		await askToUnpack(tx, id);
		return { id };
	});
}

/**
 * Imports a package that lies on this machine, at once: for commands and for what fills a place.
 *
 * @param input.path of the archive
 * @returns its id
 * @throws courses.not_found, scorm.*, zip.* when it is refused; refusals of the policy
 */
export async function importArchive(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { name: string; path: string },
	tools: MediaTools,
): Promise<number> {
	await courseToMake(db, actor, courseId, 'edit');
	const { userId } = requireActing(actor);
	const { id } = await db
		.insertInto('scorm_packages')
		.values({ course_id: courseId, media_id: null, name: input.name, created_by: userId, status: 'reading' })
		.returning('id')
		.executeTakeFirstOrThrow();
	try {
		await unpackArchive(db, id, input.path, tools);
	} catch (error) {
		// Whoever stands before it sees why: nothing is left of it.
		await db.deleteFrom('scorm_packages').where('id', '=', id).execute();
		throw error;
	}
	return id;
}

/**
 * Takes a package away, with everything that learners did in it.
 *
 * @throws courses.not_found, scorm.package_not_found, scorm.in_use while a lesson plays it, in the draft or in a version; refusals of the policy
 */
export async function removePackage(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; packageId: number },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, key.courseId, 'edit');
		await mustFind(tx, key);
		const { rows } = await sql`select from lessons l join lesson_revisions r on r.lesson_id = l.id
			where l.course_id = ${key.courseId} and l.kind = 'scorm' and r.data->>'packageId' = ${String(key.packageId)}
				and (l.removed_at is null and r.number = l.revision or exists (select from version_lessons v
					where v.lesson_id = l.id and v.revision = r.number)) limit 1`.execute(tx);
		if (rows.length > 0) throw scormError('in_use');
		await releaseMedia(tx, { holder: 'scorm', holderId: key.packageId });
		await tx.deleteFrom('scorm_packages').where('id', '=', key.packageId).execute();
	});
}

/**
 * Makes lessons of a package: one for each of its parts that can be launched, in sections as its organisation has them.
 * They go to the end of the outline; what is there stays.
 *
 * @param input.only identifiers of parts; left out: all
 * @returns the lessons, in their order
 * @throws courses.not_found, scorm.package_not_found, scorm.not_ready, scorm.sco_missing, courses.too_many_lessons; refusals of the policy
 */
export async function makeLessons(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; packageId: number },
	input: { only?: readonly string[] } = {},
): Promise<LessonId[]> {
	return inTransaction(db, async (tx) => {
		await lockCourse(tx, actor, key.courseId, 'edit');
		const found = await mustFind(tx, key);
		if (found.status !== 'ready') throw scormError('not_ready');
		for (const id of input.only ?? [])
			if (!findLaunchable(found.manifest, id)) throw scormError('sco_missing');
		const wanted = new Set(input.only ?? launchables(found.manifest).map(({ id }) => id));
		const before = (await draftOutline(tx, actor, key.courseId)).sections;
		const made: LessonId[] = [];
		// Parts on the first level that hold others are sections; those that stand alone go into one of the package's name.
		let loose: SectionId | null = null;
		for (const part of found.manifest.parts) {
			const inside = launchables({ parts: [part] }).filter(({ id }) => wanted.has(id));
			if (inside.length === 0) continue;
			const alone = part.parts.length === 0;
			const title = (alone ? found.title || found.name : part.title).slice(0, 200) || found.name;
			const empty = before.find((section) => section.lessons.length === 0 && made.length === 0);
			const section: SectionId =
				alone && loose ? loose : await sectionFor(tx, actor, key.courseId, title, empty?.id);
			if (alone) loose = section;
			for (const one of inside)
				made.push(await lessonOf(tx, actor, key, section, { id: one.id, title: titleOf(part, one) }));
		}
		return made;
	});
}

const titleOf = (part: Part, one: { title: string }) => (one.title || part.title || 'SCORM').slice(0, 200);

async function sectionFor(
	tx: Tx,
	actor: Actor,
	courseId: ItemId,
	title: string,
	empty: SectionId | undefined,
): Promise<SectionId> {
	return empty ?? (await addSection(tx, actor, courseId, { title })).id;
}

async function lessonOf(
	tx: Tx,
	actor: Actor,
	{ courseId, packageId }: { courseId: ItemId; packageId: number },
	sectionId: SectionId,
	{ id: sco, title }: { id: string; title: string },
): Promise<LessonId> {
	const { id } = await addLesson(tx, actor, courseId, { sectionId, kind: 'scorm', title });
	await saveLesson(tx, actor, { courseId, lessonId: id }, { title, data: { packageId, sco } });
	return id;
}
