import type { Actor } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';
import { appendUpload, findUpload } from './append-upload.ts';
import type { Purpose } from './purposes.ts';
import { startUpload } from './start-upload.ts';
import type { MediaTools } from './tools.ts';

/**
 * Takes a file that has come in one request, from a form without a script.
 *
 * @returns the id of the file, which is looked at by a job
 * @throws what `startUpload` throws
 */
export async function uploadWhole(
	db: Db,
	actor: Actor,
	{ name, purpose, bytes }: { name: string; purpose: Purpose; bytes: Uint8Array },
	tools: MediaTools,
): Promise<number> {
	const { mediaId } = await startUpload(db, actor, { name, purpose, bytes: bytes.length }, tools);
	const upload = await findUpload(db, actor, mediaId);
	await appendUpload(db, actor, { upload, at: 0, body: once(bytes) }, tools);
	return mediaId;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
