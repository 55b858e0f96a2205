import { pictureAddress, readPictureAddress } from '../../shared/picture.ts';
import type { Actor } from '../contracts/actor.ts';
import { setPortrait } from '../modules/accounts/index.ts';
import { findPicture, type MediaTools, removeMedium, takePicture } from '../modules/media/index.ts';
import type { Db } from '../platform/db/index.ts';

/** Twice the size at which most faces are shown. */
const SHOWN = 128;

/**
 * Gives a person the portrait that they sent, or takes it away (null); the one before is deleted.
 *
 * @throws what `takePicture` and `setPortrait` throw
 */
export async function changePortrait(
	db: Db,
	actor: Actor,
	picture: { bytes: Buffer; name: string } | null,
	tools: MediaTools,
): Promise<void> {
	const taken = picture && (await takePicture(db, actor, { ...picture, purpose: 'avatar' }, tools));
	const name = taken && readPictureAddress(taken.address);
	const before = await setPortrait(db, actor, name && pictureAddress(name, SHOWN));
	const old = before && readPictureAddress(before);
	const medium = old && (await findPicture(db, old.token));
	if (medium) await removeMedium(db, actor, medium.id);
}
