import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import {
	findMedia,
	holdMedia,
	type MediaTools,
	mediaError,
	posterOf,
	releaseMedia,
	takePicture,
} from '../media/index.ts';
import { courseToMake, lockCourse } from './course.ts';
import { courseChanged } from './create-course.ts';
import { courseError } from './errors.ts';

/** The picture of a course: where it is, and what it shows for those who do not see it. */
export interface Cover {
	address: string;
	alt: string;
}

/** What of a row of `courses c` is its cover, for statements: one whose file is gone is none. */
export const coverOf = `case when c.cover_media_id is null then null
	else json_build_object('address', c.cover, 'alt', c.cover_alt) end`;

const coverSchema = z.object({
	alt: z.string().trim().max(300, 'courses.text_too_long'),
});

/**
 * Gives a course a picture, or another: the bytes of one, or the id of one that the actor has uploaded. Without either only
 * what it shows is said anew.
 *
 * @throws courses.alt_missing, courses.no_cover when there is nothing to describe, courses.not_found; what `takePicture`
 *   and `holdMedia` throw; refusals of the policy
 */
export async function setCover(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { alt: string; picture?: { bytes: Buffer; name: string } | null; mediaId?: number | null },
	tools: MediaTools,
): Promise<void> {
	const { alt } = validate(coverSchema, { alt: input.alt });
	if (!alt) throw courseError('alt_missing', { fields: { alt: 'courses.alt_missing' } });
	// Asked before the picture is made ready, which takes a second of processor, and again with the course locked.
	await courseToMake(db, actor, courseId, 'describe');
	const taken = input.picture
		? await takePicture(db, actor, { ...input.picture, purpose: 'cover' }, tools)
		: input.mediaId
			? await uploaded(db, input.mediaId)
			: null;
	await inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, courseId, 'describe');
		if (taken) {
			await releaseMedia(tx, { holder: 'course-cover', holderId: courseId });
			await holdMedia(tx, actor, { mediaId: taken.mediaId, holder: 'course-cover', holderId: courseId });
		}
		const { numUpdatedRows } = await tx
			.updateTable('courses')
			.set({ cover_alt: alt, ...(taken ? { cover: taken.address, cover_media_id: taken.mediaId } : {}) })
			.where('item_id', '=', courseId)
			.$if(!taken, (query) => query.where('cover_media_id', 'is not', null))
			.executeTakeFirst();
		if (Number(numUpdatedRows) === 0) throw courseError('no_cover', { fields: { file: 'courses.no_cover' } });
		await courseChanged(tx, actor, course);
	});
}

async function uploaded(db: Db, mediaId: number): Promise<{ mediaId: number; address: string }> {
	const [medium] = await findMedia(db, [mediaId]);
	const address = medium?.kind === 'image' && medium.status === 'ready' ? posterOf(medium) : null;
	if (!address) throw mediaError('not_found', { detail: `The file ${mediaId} is no picture that is ready.` });
	return { mediaId, address };
}

/** Takes the picture of a course away. @throws courses.not_found; refusals of the policy */
export async function removeCover(db: Db, actor: Actor, courseId: ItemId): Promise<void> {
	await inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, courseId, 'describe');
		await releaseMedia(tx, { holder: 'course-cover', holderId: courseId });
		await tx
			.updateTable('courses')
			.set({ cover: '', cover_alt: '', cover_media_id: null })
			.where('item_id', '=', courseId)
			.execute();
		await courseChanged(tx, actor, course);
	});
}

/** The cover of a course; whoever asks has asked the gate. */
export async function readCover(db: Db, courseId: ItemId): Promise<(Cover & { mediaId: number }) | null> {
	const row = await db
		.selectFrom('courses')
		.select(['cover', 'cover_alt', 'cover_media_id'])
		.where('item_id', '=', courseId)
		.executeTakeFirst();
	return row?.cover_media_id ? { address: row.cover, alt: row.cover_alt, mediaId: row.cover_media_id } : null;
}
