import type { Actor } from '../../contracts/actor.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { mediaError } from './errors.ts';
import { requireOwn } from './policy.ts';

/**
 * Takes a file away, with everything that was made of it. One that a lesson shows has to be taken off there first.
 *
 * @throws media.in_use, media.not_found, common.forbidden
 */
export async function removeMedium(db: Db, actor: Actor, id: number): Promise<void> {
	await requireOwn(db, actor, id);
	await inTransaction(db, async (tx) => {
		const held = await tx
			.selectFrom('media_holders')
			.select('holder')
			.where('media_id', '=', id)
			.executeTakeFirst();
		if (held)
			throw mediaError('in_use', { detail: `It is shown by a ${held.holder}: take it off there first.` });
		await tx.deleteFrom('media').where('id', '=', id).execute();
		await enqueue(tx, 'media.sweep', {}, { key: 'media.sweep' });
	});
}
