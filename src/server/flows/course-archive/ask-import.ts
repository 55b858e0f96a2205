import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { courseToMake } from '../../modules/courses/index.ts';
import { spacesToPostIn } from '../../modules/entitlements/index.ts';
import { findMedia, holders, holdMedia } from '../../modules/media/index.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { archiveError } from './errors.ts';

/** Imports of one person that have not ended. */
const AT_ONCE = 5;

const id = z.coerce.number('common.bad_value').int('common.bad_value').positive('common.bad_value');
export const importSchema = z
	.object({ mediaId: id, courseId: id.nullish(), spaceId: id.nullish() })
	.refine(({ courseId, spaceId }) => (courseId == null) !== (spaceId == null), {
		path: ['spaceId'],
		error: 'archives.place_missing',
	});

// Nobody but its owner opens it; that its owner may, media knows.
holders.register('course-import', async () => new Set());

/**
 * Has a course made of a zip that was uploaded: a new draft in a space, or what an existing course says from now on. A job
 * does it as soon as the file has been looked at; nothing is published.
 *
 * @param input.mediaId a file of the actor's own; it may still be on its way
 * @returns its id; `readImport` tells how far it is and what came of it
 * @throws archives.place_missing, archives.too_many, courses.not_found, media.not_found, items.space_not_found is told by the job;
 *   refusals of the policy
 */
export async function askImport(
	db: Db,
	actor: Actor,
	input: z.input<typeof importSchema>,
): Promise<{ id: number }> {
	const { mediaId, courseId = null, spaceId = null } = validate(importSchema, input);
	const { userId } = requireActing(actor, 'public');
	return inTransaction(db, async (tx) => {
		if (courseId) await courseToMake(tx, actor, courseId, 'describe');
		else if (!(await spacesToPostIn(tx, actor)).some((space) => space.id === spaceId))
			throw archiveError('place_missing', { fields: { spaceId: 'archives.place_missing' } });
		await sql`select pg_advisory_xact_lock(hashtextextended(${`course imports ${userId}`}, 0))`.execute(tx);
		const { count } = await tx
			.selectFrom('course_imports')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('owner_id', '=', userId)
			.where('status', 'in', ['waiting', 'reading', 'writing'])
			.executeTakeFirstOrThrow();
		if (count >= AT_ONCE) throw archiveError('too_many', { params: { most: AT_ONCE }, retryAfter: 60 });
		const [medium] = await findMedia(tx, [mediaId]);
		const at = now();
		const made = await tx
			.insertInto('course_imports')
			.values({
				owner_id: userId,
				course_id: courseId,
				space_id: spaceId,
				media_id: mediaId,
				name: (medium?.name ?? '').slice(0, 255),
				created_at: at,
				worked_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await holdMedia(tx, actor, { mediaId, holder: 'course-import', holderId: made.id });
		await askToWork(tx, made.id, courseId);
		return made;
	});
}

/** One import into a course after the other; of one import, one job at a time. */
export function askToWork(tx: Db, importId: number, courseId: number | null): Promise<void> {
	return enqueue(
		tx,
		'courses.import',
		{ id: importId },
		{ queue: courseId ? `course-import-of-${courseId}` : `course-import-${importId}` },
	);
}

/** An import whose file was still on its way goes on when the file has come. */
export const importHandlers: Handler[] = [
	onEvents('archives.take', ['media.settled'], async (tx: Tx, { payload }) => {
		const rows = await tx
			.selectFrom('course_imports')
			.select(['id', 'course_id'])
			.where('media_id', '=', payload.mediaId)
			.where('status', '=', 'waiting')
			.execute();
		for (const row of rows) await askToWork(tx, row.id, row.course_id);
	}),
];
