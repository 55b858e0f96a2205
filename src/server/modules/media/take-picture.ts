import { createHash } from 'node:crypto';
import { pictureAddress } from '../../../shared/picture.ts';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { whatIs } from './content.ts';
import { mediaError } from './errors.ts';
import { makePictures } from './pictures.ts';
import { dropBytes } from './settle.ts';
import { newToken, plainName, refuseBeyondQuota, refuseTooLarge } from './start-upload.ts';
import { keyOf, type MediaTools } from './tools.ts';

/** How many pictures are made ready at once in requests; others wait. */
const AT_ONCE = 2;
let busy = 0;
const waiting: (() => void)[] = [];

/**
 * Takes a picture at once, as an editor or a form sends it: small enough to be held, shown as soon as it is answered.
 *
 * @returns its id, and the address to show it at
 * @throws media.type_refused, media.svg_refused, media.executable_refused, media.broken, media.picture_too_large,
 *   media.too_large, media.quota_reached; what `requireActing` throws
 */
export async function takePicture(
	db: Db,
	actor: Actor,
	{
		bytes,
		name,
		purpose = 'picture',
	}: { bytes: Buffer; name: string; purpose?: 'picture' | 'avatar' | 'cover' },
	tools: MediaTools,
): Promise<{ mediaId: number; address: string; width: number; height: number }> {
	const { userId } = requireActing(actor, 'public');
	refuseTooLarge(bytes.length, purpose, tools);
	const content = await whatIs(bytes.subarray(0, 256 * 1024), name);
	if (content.kind !== 'image' || bytes.length === 0)
		throw mediaError('type_refused', {
			params: { found: content.mime },
			detail: `${content.mime} is no picture.`,
		});
	const token = newToken();
	const mediaId = await inTransaction(db, async (tx) => {
		await refuseBeyondQuota(tx, userId, bytes.length, tools);
		const values = {
			owner_id: userId,
			token,
			purpose,
			name: plainName(name),
			bytes: bytes.length,
			kind: 'image',
			mime: content.mime,
			sha256: createHash('sha256').update(bytes).digest('hex'),
		};
		const { id } = await tx.insertInto('media').values(values).returning('id').executeTakeFirstOrThrow();
		return id;
	});
	if (busy >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
	busy += 1;
	try {
		// WebP now, which is quick; the smaller AVIF follows.
		const what = { mediaId, input: bytes, role: 'image', avatar: purpose === 'avatar' } as const;
		const { width, height } = await makePictures(db, what, tools, ['webp']);
		await tools.storage.put(keyOf.original(mediaId), bytes, content.mime);
		await inTransaction(db, async (tx) => {
			await tx
				.updateTable('media')
				.set({ status: 'ready', width, height, progress: 100, ready_at: new Date() })
				.where('id', '=', mediaId)
				.execute();
			await enqueue(tx, 'media.smaller', { id: mediaId });
		});
		return { mediaId, address: pictureAddress({ token, width, height }), width, height };
	} catch (error) {
		await db.deleteFrom('media').where('id', '=', mediaId).execute();
		await dropBytes(mediaId, tools);
		throw error;
	} finally {
		busy -= 1;
		waiting.shift()?.();
	}
}

/** Makes the AVIF copies of a picture that was taken at once. */
export async function makeSmaller(db: Db, id: number, tools: MediaTools): Promise<void> {
	const medium = await db
		.selectFrom('media')
		.select(['purpose', 'converted_at'])
		.where('id', '=', id)
		.where('kind', '=', 'image')
		.executeTakeFirst();
	if (!medium || medium.converted_at) return;
	const opened = await tools.storage.open(keyOf.original(id));
	if (!opened) return;
	const chunks: Buffer[] = [];
	for await (const chunk of opened.stream) chunks.push(chunk as Buffer);
	const input = Buffer.concat(chunks);
	await makePictures(db, { mediaId: id, input, role: 'image', avatar: medium.purpose === 'avatar' }, tools, [
		'avif',
	]);
	await db.updateTable('media').set({ converted_at: new Date() }).where('id', '=', id).execute();
}
