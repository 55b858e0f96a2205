import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { commonError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/db/index.ts';
import { mediaError } from './errors.ts';
import { mayOpenMedia } from './gate.ts';

/**
 * For changing a file: its owner, and administrators.
 *
 * @throws media.not_found where the actor may not even open it, common.forbidden; what `requireActing` throws
 */
export async function requireOwn(db: Db, actor: Actor, mediaId: number): Promise<void> {
	const { userId, role } = requireActing(actor);
	const found = await db.selectFrom('media').select('owner_id').where('id', '=', mediaId).executeTakeFirst();
	if (found && (found.owner_id === userId || role === 'admin')) return;
	if (found && (await mayOpenMedia(db, actor, [mediaId])).has(mediaId))
		throw commonError('forbidden', { detail: 'Only who uploaded a file may change it.' });
	throw mediaError('not_found', { detail: `There is no file ${mediaId}.` });
}
