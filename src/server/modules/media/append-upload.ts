import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { mediaError } from './errors.ts';
import { uploadExpiry } from './start-upload.ts';
import { keyOf, type MediaTools } from './tools.ts';

/** An upload as its owner sees it. */
export interface Upload {
	mediaId: number;
	bytes: number;
	received: number;
	metadata: string;
	expiresAt: Date;
}

export interface Checksum {
	algorithm: 'sha1' | 'sha256' | 'md5';
	digest: Buffer;
}

/** So much is held in memory before it is written: what a killed server loses at most. */
const PIECE = 4 * 1024 * 1024;

/** @throws media.not_found, media.upload_gone when its time is over; what `requireActing` throws */
export async function findUpload(db: Db, actor: Actor, mediaId: number): Promise<Upload> {
	const { userId } = requireActing(actor, 'public');
	const found = await db
		.selectFrom('uploads')
		.innerJoin('media', 'media.id', 'uploads.media_id')
		.select(['media.bytes', 'uploads.received', 'uploads.metadata', 'uploads.expires_at'])
		.where('media_id', '=', mediaId)
		.where('media.owner_id', '=', userId)
		.executeTakeFirst();
	if (!found) throw mediaError('not_found', { detail: `There is no upload ${mediaId}.` });
	if (found.expires_at <= now())
		throw mediaError('upload_gone', { detail: 'This upload waited for too long.' });
	const { bytes, received, metadata, expires_at } = found;
	return { mediaId, bytes, received, metadata, expiresAt: expires_at };
}

/**
 * Takes what comes next of an upload. What arrived before the connection was cut is kept, except where a checksum was
 * sent for the whole of it.
 *
 * @param at where these bytes begin; must be where the others ended
 * @returns how many bytes are there now
 * @throws media.offset_wrong, media.upload_overflows, media.checksum_wrong
 */
export async function appendUpload(
	db: Db,
	actor: Actor,
	{
		upload,
		at,
		body,
		checksum,
	}: { upload: Upload; at: number; body: AsyncIterable<Uint8Array>; checksum?: Checksum },
	tools: MediaTools,
): Promise<number> {
	requireActing(actor, 'public');
	const { mediaId, bytes } = upload;
	if (at !== upload.received) throw offsetWrong(upload.received);
	const hash = checksum && createHash(checksum.algorithm);
	const written: Piece[] = [];
	let offset = at;
	let held: Uint8Array[] = [];
	let size = 0;
	const put = async () => {
		if (size === 0) return;
		const piece = { at: offset, bytes: size, name: `${offset}-${randomBytes(6).toString('hex')}` };
		await tools.storage.put(keyOf.piece(mediaId, piece.name), Buffer.concat(held));
		offset += size;
		held = [];
		size = 0;
		// With a checksum nothing counts before all of it was seen.
		if (hash) written.push(piece);
		else await commit(db, mediaId, [piece]);
	};
	try {
		for await (const chunk of body) {
			if (offset + size + chunk.length > bytes)
				throw mediaError('upload_overflows', { detail: `The upload has ${bytes} bytes, and more came.` });
			hash?.update(chunk);
			held.push(chunk);
			size += chunk.length;
			if (size >= PIECE) await put();
		}
	} catch (error) {
		if (!hash && !(error instanceof Error && error.name === 'AppError')) await put();
		throw error;
	}
	await put();
	if (hash && checksum) {
		const digest = hash.digest();
		if (digest.length !== checksum.digest.length || !timingSafeEqual(digest, checksum.digest)) {
			await Promise.all(written.map(({ name }) => tools.storage.remove(keyOf.piece(mediaId, name))));
			throw mediaError('checksum_wrong', { detail: 'What arrived is not what was sent. Send it again.' });
		}
		await commit(db, mediaId, written);
	}
	if (offset === bytes) await finish(db, mediaId);
	return offset;
}

interface Piece {
	at: number;
	bytes: number;
	name: string;
}

/** Counts pieces, unless another request has brought the same bytes meanwhile. */
async function commit(db: Db, mediaId: number, pieces: readonly Piece[]): Promise<void> {
	await inTransaction(db, async (tx) => {
		for (const piece of pieces) {
			const moved = await tx
				.updateTable('uploads')
				.set({ received: piece.at + piece.bytes, expires_at: uploadExpiry() })
				.where('media_id', '=', mediaId)
				.where('received', '=', piece.at)
				.returning('media_id')
				.executeTakeFirst();
			if (!moved) throw offsetWrong();
			await tx
				.insertInto('upload_pieces')
				.values({ media_id: mediaId, ...piece })
				.execute();
		}
	});
}

async function finish(db: Db, mediaId: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const whole = await tx
			.updateTable('media')
			.set({ status: 'received' })
			.where('id', '=', mediaId)
			.where('status', '=', 'uploading')
			.where(sql<boolean>`exists (select from uploads where media_id = media.id and received = media.bytes)`)
			.returning('id')
			.executeTakeFirst();
		if (whole) await enqueue(tx, 'media.look', {}, { key: 'media.look' });
	});
}

const offsetWrong = (received?: number) =>
	mediaError('offset_wrong', {
		...(received === undefined ? {} : { params: { received } }),
		detail: 'These bytes do not begin where the others end. Ask where that is (HEAD).',
	});

/** Ends an upload: nothing of it is kept. @throws media.not_found */
export async function endUpload(db: Db, actor: Actor, mediaId: number): Promise<void> {
	await findUpload(db, actor, mediaId);
	await db.deleteFrom('media').where('id', '=', mediaId).where('status', '=', 'uploading').execute();
	await enqueue(db, 'media.sweep', {}, { key: 'media.sweep' });
}
