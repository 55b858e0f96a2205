import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pictureAddress } from '../../../shared/picture.ts';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Opened } from '../../platform/storage/index.ts';
import { appendUpload, findUpload } from './append-upload.ts';
import { mediaError } from './errors.ts';
import type { Purpose } from './purposes.ts';
import { startUpload } from './start-upload.ts';
import { keyOf, type MediaTools } from './tools.ts';

/** A file as it was uploaded, as a stream; null when it is gone. The caller has asked whether it may be opened. */
export function openOriginal(id: number, tools: Pick<MediaTools, 'storage'>): Promise<Opened | null> {
	return tools.storage.open(keyOf.original(id));
}

/**
 * A file as it was uploaded, as a file of this machine, for as long as it is worked on.
 *
 * @throws media.not_found when its bytes are gone; what `work` throws
 */
export async function withOriginal<T>(
	id: number,
	tools: Pick<MediaTools, 'storage' | 'workDir'>,
	work: (path: string) => Promise<T>,
): Promise<T> {
	const here = tools.storage.pathOf(keyOf.original(id));
	if (here) return work(here);
	await mkdir(tools.workDir, { recursive: true });
	const dir = await mkdtemp(join(tools.workDir, 'original-'));
	try {
		const opened = await tools.storage.open(keyOf.original(id));
		if (!opened) throw mediaError('not_found');
		const path = join(dir, 'original');
		await pipeline(opened.stream, createWriteStream(path, { mode: 0o600 }));
		return await work(path);
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

/** A picture that the actor has here already, by its bytes: where it is shown. */
export async function findOwnPicture(
	db: Db,
	actor: Actor,
	{ sha256, purpose }: { sha256: string; purpose: 'picture' | 'cover' },
): Promise<{ mediaId: number; address: string } | null> {
	const found = await db
		.selectFrom('media')
		.select(['id', 'token', 'width', 'height'])
		.where('owner_id', '=', actor.userId)
		.where('sha256', '=', sha256)
		.where('purpose', '=', purpose)
		.where('status', '=', 'ready')
		.where('width', 'is not', null)
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
	return found
		? {
				mediaId: found.id,
				address: pictureAddress({ token: found.token, width: found.width!, height: found.height! }),
			}
		: null;
}

/**
 * Takes a file from a stream, for what is brought along from elsewhere. The same bytes that the actor has here already,
 * for the same purpose, are not taken twice.
 *
 * @param file `bytes` and `sha256` (hexadecimal) of the whole of it
 * @returns its id; it is looked at by a job
 * @throws what `startUpload` throws
 */
export async function bringFile(
	db: Db,
	actor: Actor,
	file: {
		name: string;
		purpose: Purpose;
		bytes: number;
		sha256: string;
		open: () => AsyncIterable<Uint8Array>;
	},
	tools: MediaTools,
): Promise<number> {
	const { userId } = requireActing(actor, 'public');
	const known = await db
		.selectFrom('media')
		.select('id')
		.where('owner_id', '=', userId)
		.where('sha256', '=', file.sha256)
		.where('purpose', '=', file.purpose)
		.where('status', 'in', ['processing', 'ready'])
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
	if (known) return known.id;
	const { name, purpose, bytes } = file;
	const { mediaId } = await startUpload(db, actor, { name, purpose, bytes }, tools);
	const upload = await findUpload(db, actor, mediaId);
	await appendUpload(db, actor, { upload, at: 0, body: file.open() }, tools);
	return mediaId;
}

/** Pictures of these owners by the tokens of their addresses: an original says more than what is shown of it. */
export function findPictures(
	db: Db,
	tokens: readonly string[],
	owners: readonly UserId[],
): Promise<{ id: number; token: string; name: string; bytes: number; sha256: string | null }[]> {
	if (tokens.length === 0 || owners.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('media')
		.select(['id', 'token', 'name', 'bytes', 'sha256'])
		.where('token', 'in', [...tokens])
		.where('kind', '=', 'image')
		.where('owner_id', 'in', [...owners])
		.execute();
}
