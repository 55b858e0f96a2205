import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';
import { findCourse, has, lessonKinds } from '../courses/index.ts';
import { holders } from '../media/index.ts';
import { type AttemptCard, lastAttempt } from './attempts.ts';
import { findLaunchable, launchables } from './manifest.ts';
import { findPackage, type Package } from './package.ts';

/** What the page of such a lesson is given. */
export interface ScormPart {
	scorm: {
		version: '1.2' | '2004';
		/** This learner's last attempt; null: none yet. */
		attempt: AttemptCard | null;
	} | null;
}

const dataSchema = z.object({
	packageId: z.coerce
		.number()
		.int()
		.positive()
		.nullable()
		.or(z.literal('').transform(() => null))
		.default(null),
	/** Identifier of what is launched; empty: the first that can be. */
	sco: z.string().max(200).default(''),
	/** What completes the lesson: the package says completed (and not failed), or it says passed. */
	passBy: z.enum(['completed', 'passed']).default('completed'),
});
export type ScormData = z.output<typeof dataSchema>;

/** The package of a lesson and what of it is launched; null when it is not there or not ready. */
export async function playedBy(db: Db, courseId: number, data: ScormData) {
	const found = data.packageId ? await findPackage(db, data.packageId) : null;
	if (!found || found.courseId !== courseId || found.status !== 'ready') return null;
	const sco = data.sco ? findLaunchable(found.manifest, data.sco) : launchables(found.manifest)[0];
	return sco ? { package: found as Package & { version: '1.2' | '2004' }, sco } : null;
}

/** The archive that was uploaded is seen by those who make the course. */
holders.register('scorm', async (db, actor, ids) => {
	const open = new Set<number>();
	for (const id of ids.slice(0, 100)) {
		const found = await findPackage(db, id);
		if (found && (await sees(db, actor, found))) open.add(id);
	}
	return open;
});

async function sees(db: Db, actor: Actor, { courseId }: Package): Promise<boolean> {
	return has((await findCourse(db, actor, courseId))?.role ?? null, 'see');
}

/** A lesson that a SCORM package plays. */
export const scormLesson = lessonKinds.register({
	name: 'scorm',
	icon: 'layers',
	data: dataSchema,
	unit: null,
	completion: { by: 'passed' },
	manual: false,
	async measure() {
		return { extent: 0, minutes: 15 };
	},
	async fault(db, { courseId, data }) {
		const { packageId, sco } = data as ScormData;
		if (!packageId) return 'scorm.package_missing';
		if (await playedBy(db, courseId, data as ScormData)) return null;
		return sco ? 'scorm.sco_missing' : 'scorm.package_missing';
	},
	async read(db, actor, { courseId, lessonId, data }): Promise<ScormPart> {
		const played = await playedBy(db, courseId, data as ScormData);
		if (!played) return { scorm: null };
		return {
			scorm: {
				version: played.package.version,
				attempt: actor.userId === null ? null : await lastAttempt(db, actor.userId, lessonId),
			},
		};
	},
	studioHref: ({ courseId }) => `/studio/courses/${courseId}/packages`,
	// In another place there is no such package; here, a folder that comes back finds it again.
	async imported(db, _actor, { courseId }, exported) {
		const given = dataSchema.safeParse(exported);
		if (!given.success) return {};
		const found = given.data.packageId ? await findPackage(db, given.data.packageId) : null;
		return found?.courseId === courseId ? given.data : { ...given.data, packageId: null };
	},
});
