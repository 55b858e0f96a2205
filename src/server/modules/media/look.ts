import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/db/index.ts';
import { checkZip } from '../../platform/zip/index.ts';
import { type Content, lookAt } from './content.ts';
import { mediaError } from './errors.ts';
import { keepLease, type Leased } from './lease.ts';
import { measure } from './measure.ts';
import { makePictures } from './pictures.ts';
import { dropBytes, settle } from './settle.ts';
import { keyOf, type MediaTools } from './tools.ts';
import { inWorkDir } from './work-dir.ts';

/** What may be in an archive that is kept as it is; readers who unpack one set limits of their own. */
const archive = { entries: 20_000, bytes: 4 * 1024 ** 3, ratio: 200 };

/**
 * Puts the pieces of an upload together, looks at what it is, and makes of it what is quickly made. A video goes on to
 * {@link import('./convert.ts').convert}.
 */
export async function look(db: Db, medium: Leased, tools: MediaTools): Promise<void> {
	const lease = keepLease(db, medium.id);
	try {
		await inWorkDir(tools, `look-${medium.id}`, async (dir) => {
			const path = join(dir, 'original');
			const sha256 = await assemble(db, medium, path, tools);
			const content = await lookAt(path, medium.purpose, medium.name);
			await takeIn(db, medium, content, { path, sha256, dir }, tools);
		});
		await tools.storage.removeAll(keyOf.pieces(medium.id));
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		await settle(db, medium.id, {
			status: 'refused',
			refusal: error.code,
			refusal_params: JSON.stringify(error.params),
		});
		await dropBytes(medium.id, tools);
	} finally {
		lease.stop();
	}
}

async function takeIn(
	db: Db,
	medium: Leased,
	content: Content,
	{ path, sha256, dir }: { path: string; sha256: string; dir: string },
	tools: MediaTools,
): Promise<void> {
	const { id, purpose } = medium;
	const { kind, mime } = content;
	const keep = () => tools.storage.putFile(keyOf.original(id), path, mime);
	if (kind === 'image') {
		const { width, height } = await makePictures(
			db,
			{ mediaId: id, input: path, role: 'image', avatar: purpose === 'avatar' },
			tools,
		);
		await keep();
		await settle(db, id, { status: 'ready', kind, mime, sha256, width, height, converted_at: new Date() });
	} else if (kind === 'file' || purpose === 'file') {
		if (content.zip) await checkZip(path, archive);
		await keep();
		await settle(db, id, { status: 'ready', kind: 'file', mime, sha256, converted_at: new Date() });
	} else {
		const found = await findOut(db, medium, content, { path, dir }, tools);
		await keep();
		await settle(db, id, { ...found, mime, sha256 });
	}
}

/** What of a video or recording has to be known before it is shown. */
async function findOut(
	db: Db,
	{ id, purpose }: Leased,
	content: Content,
	{ path, dir }: { path: string; dir: string },
	tools: MediaTools,
) {
	const kind = purpose === 'audio' ? 'audio' : (content.kind as 'video' | 'audio');
	if ((await tools.ffmpeg.version()) !== null) {
		const what = { id, kind, path, dir, format: content.demuxer! };
		return { status: 'processing', kind, ...(await measure(db, what, tools)) } as const;
	}
	if (content.plays) return { status: 'ready', kind } as const;
	throw mediaError('needs_ffmpeg', {
		params: { found: content.mime },
		detail: `Browsers do not play ${content.mime}, and ffmpeg is missing here: upload MP4 or MP3.`,
	});
}

/** Writes the pieces into one file. @returns the SHA-256 of all, in hexadecimal */
async function assemble(db: Db, { id, bytes }: Leased, path: string, tools: MediaTools): Promise<string> {
	const pieces = await db
		.selectFrom('upload_pieces')
		.select(['at', 'bytes', 'name'])
		.where('media_id', '=', id)
		.orderBy('at')
		.execute();
	const hash = createHash('sha256');
	let written = 0;
	async function* read(): AsyncGenerator<Buffer> {
		for (const piece of pieces) {
			const opened = await tools.storage.open(keyOf.piece(id, piece.name));
			if (!opened || opened.bytes !== piece.bytes || piece.at !== written)
				throw mediaError('broken', { detail: `A piece of the upload is missing at byte ${piece.at}.` });
			for await (const chunk of opened.stream) {
				hash.update(chunk as Buffer);
				yield chunk as Buffer;
			}
			written += piece.bytes;
		}
	}
	await pipeline(Readable.from(read(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
	if (written !== bytes) throw mediaError('broken', { detail: `Of ${bytes} bytes ${written} are there.` });
	return hash.digest('hex');
}
