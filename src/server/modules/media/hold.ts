import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { mediaError } from './errors.ts';

/**
 * Says that a thing shows a file from now on. Only its owner (or an administrator) may: else anybody could open what
 * another uploaded by putting it into a thing of their own. Whether the actor may change the thing is the caller's to ask.
 *
 * @param mediaId may still be uploading
 * @throws media.not_found, common.forbidden
 */
export async function holdMedia(
	db: Db,
	actor: Actor,
	{ mediaId, holder, holderId }: { mediaId: number; holder: string; holderId: number },
): Promise<void> {
	const { userId, role } = requireActing(actor);
	const medium = await db
		.selectFrom('media')
		.select(['owner_id', 'status'])
		.where('id', '=', mediaId)
		.executeTakeFirst();
	if (!medium || medium.status === 'refused' || medium.status === 'failed') throw mediaError('not_found');
	if (medium.owner_id !== userId && role !== 'admin') {
		const held = await db
			.selectFrom('media_holders')
			.select('media_id')
			.where('media_id', '=', mediaId)
			.where('holder', '=', holder)
			.where('holder_id', '=', holderId)
			.executeTakeFirst();
		// A co-author who saves a lesson changes nothing about what the first author put in.
		if (!held) throw commonError('forbidden', { detail: 'Only who uploaded a file may use it.' });
	}
	await db
		.insertInto('media_holders')
		.values({ media_id: mediaId, holder, holder_id: holderId })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Says that a thing does not show a file any more; without `mediaId` none at all. */
export async function releaseMedia(
	db: Db,
	{ mediaId, holder, holderId }: { mediaId?: number; holder: string; holderId: number },
): Promise<void> {
	let query = db.deleteFrom('media_holders').where('holder', '=', holder).where('holder_id', '=', holderId);
	if (mediaId !== undefined) query = query.where('media_id', '=', mediaId);
	await query.execute();
}

/** Lets a copy of a thing show what the thing shows, whoever uploaded it. The caller has asked whether it may be copied. */
export async function copyHolds(
	db: Db,
	{ holder, from, to }: { holder: string; from: number; to: number },
): Promise<void> {
	await sql`insert into media_holders (media_id, holder, holder_id)
		select media_id, holder, ${to} from media_holders where holder = ${holder} and holder_id = ${from}
		on conflict do nothing`.execute(db);
}
