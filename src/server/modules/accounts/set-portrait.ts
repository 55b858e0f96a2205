import { readPictureAddress } from '../../../shared/picture.ts';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/db/index.ts';

/**
 * Shows a picture that was uploaded here beside everything a person writes; null shows the drawn face.
 *
 * @returns the address of the picture that was shown before
 * @throws common.invalid_input for an address of elsewhere; what `requireActing` throws
 */
export async function setPortrait(db: Db, actor: Actor, address: string | null): Promise<string | null> {
	const { userId } = requireActing(actor, 'public');
	if (address !== null && !readPictureAddress(address))
		throw commonError('invalid_input', { fields: { file: 'common.bad_value' } });
	const before = await db.selectFrom('users').select('image').where('id', '=', userId).executeTakeFirst();
	await db.updateTable('users').set({ image: address, updated_at: now() }).where('id', '=', userId).execute();
	return before?.image ?? null;
}
