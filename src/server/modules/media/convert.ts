import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/db/index.ts';
import { FfmpegError } from '../../platform/ffmpeg/index.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import { demuxerOf } from './content.ts';
import { ladderFor, type Rung } from './ladder.ts';
import { keepLease, type Leased } from './lease.ts';
import { measure } from './measure.ts';
import { endOrphan, noteChild } from './orphans.ts';
import { readSegments } from './playlists.ts';
import { dropBytes, settle } from './settle.ts';
import { secondsDone, streamArgs } from './stream-args.ts';
import { keyOf, type MediaTools } from './tools.ts';
import { inWorkDir } from './work-dir.ts';

const AUDIO = 'mp4a.40.2';

/** How much longer than a video lasts it may take to make one stream of it, and what is given to the shortest. */
const SLOWEST = 12;
const LEAST = 10 * 60_000;

/**
 * Makes the encrypted streams of a video or recording. Each that is whole is noted, so whoever goes on after a kill makes
 * only those that are missing.
 */
export async function convert(db: Db, medium: Leased, tools: MediaTools): Promise<void> {
	const { id } = medium;
	await endOrphan(tools, id);
	const lease = keepLease(db, id);
	try {
		await inWorkDir(tools, `convert-${id}`, async (dir) => {
			const input = await fetchOriginal(id, dir, tools);
			const film = await known(db, medium, { path: input, dir }, tools);
			const keyInfo = await writeKey(db, medium, dir, tools);
			const wanted = await streamsLeft(db, film);
			for (const [at, rung] of wanted.entries()) {
				const step = { input, keyInfo, dir: join(dir, nameOf(rung)), rung };
				await makeStream(db, film, step, tools, (part) =>
					lease.progress(((at + part) / wanted.length) * 100),
				);
			}
		});
		await settle(db, id, { status: 'ready', converted_at: new Date() });
	} catch (error) {
		// What ffmpeg does not like it will not like the next time; what took too long or was ended is another matter.
		const unfit = error instanceof AppError;
		if (!unfit && !(error instanceof FfmpegError && error.reason === 'failed')) throw error;
		tools.log?.warn({ err: error, media: id }, 'a file could not be made playable');
		const said = unfit
			? { refusal: error.code, refusal_params: JSON.stringify(error.params) }
			: { refusal: 'media.conversion_failed' };
		await settle(db, id, { status: 'failed', ...said });
		await dropBytes(id, tools);
	} finally {
		lease.stop();
	}
}

/** The film with its measures, which nobody has taken while ffmpeg was missing. */
async function known(
	db: Db,
	medium: Leased,
	{ path, dir }: { path: string; dir: string },
	tools: MediaTools,
): Promise<Leased> {
	const { id, kind, mime } = medium;
	if (medium.duration_ms !== null) return medium;
	const film = { id, kind: kind as 'video' | 'audio', path, dir, format: demuxerOf(mime!) };
	const measures = await measure(db, film, tools);
	await db.updateTable('media').set(measures).where('id', '=', id).execute();
	return { ...medium, ...measures };
}

/** The streams that are not there yet, the smallest first. */
async function streamsLeft(db: Db, { id, kind, width, height }: Leased): Promise<(Rung | null)[]> {
	const wanted = kind === 'video' ? ladderFor({ width: width!, height: height! }) : [null];
	const made = await db
		.selectFrom('media_variants')
		.select('name')
		.where('media_id', '=', id)
		.where('role', '=', 'stream')
		.execute();
	return wanted.filter((rung) => !made.some(({ name }) => name === nameOf(rung)));
}

const nameOf = (rung: Rung | null) => rung?.name ?? 'audio';

async function makeStream(
	db: Db,
	{ id, mime, duration_ms, has_audio }: Leased,
	{ input, keyInfo, dir, rung }: { input: string; keyInfo: string; dir: string; rung: Rung | null },
	tools: MediaTools,
	progress: (part: number) => void,
): Promise<void> {
	await mkdir(dir);
	const seconds = (duration_ms ?? 0) / 1000;
	const hasAudio = has_audio ?? false;
	const args = streamArgs({
		input,
		format: demuxerOf(mime!),
		rung,
		hasAudio,
		keyInfo,
		dir,
		// What says that it lasts a minute and then goes on for ten hours ends here.
		mostSeconds: seconds + 60,
	});
	await tools.ffmpeg.ffmpeg(args, {
		timeout: LEAST + seconds * 1000 * SLOWEST,
		...(tools.stop ? { signal: tools.stop } : {}),
		onStart: (pid) => noteChild(tools, id, pid),
		onLine(line) {
			const at = secondsDone(line);
			if (at !== null && seconds > 0) progress(Math.min(1, at / seconds));
		},
	});
	const segments = readSegments(await readFile(join(dir, 'index.m3u8'), 'utf8'));
	let bytes = 0;
	let bitrate = 0;
	for (const segment of segments) {
		const path = join(dir, segment.name);
		const { size } = await stat(path);
		bytes += size;
		bitrate = Math.max(bitrate, Math.ceil((size * 8) / Math.max(segment.seconds, 0.5)));
		await tools.storage.putFile(keyOf.stream(id, nameOf(rung), segment.name), path, 'video/mp2t');
	}
	await tools.storage.putFile(
		keyOf.stream(id, nameOf(rung), 'index.m3u8'),
		join(dir, 'index.m3u8'),
		'application/vnd.apple.mpegurl',
	);
	await rm(dir, { recursive: true, force: true });
	const codecs = [rung?.codec, hasAudio ? AUDIO : null].filter(Boolean).join(',');
	const size = { width: rung?.width ?? null, height: rung?.height ?? null };
	const row = {
		media_id: id,
		role: 'stream',
		name: nameOf(rung),
		format: 'hls',
		...size,
		bytes,
		bitrate,
		codecs,
	};
	await db
		.insertInto('media_variants')
		.values(row)
		.onConflict((conflict) => conflict.columns(['media_id', 'role', 'name', 'format']).doUpdateSet(row))
		.execute();
}

/** The original as a file: where it lies, or a copy of what lies elsewhere. */
async function fetchOriginal(id: number, dir: string, tools: MediaTools): Promise<string> {
	const key = keyOf.original(id);
	const own = tools.storage.pathOf(key);
	if (own) return own;
	const opened = await tools.storage.open(key);
	if (!opened) throw new FfmpegError('failed', `The original of ${id} is gone.`);
	const path = join(dir, 'original');
	await pipeline(opened.stream, createWriteStream(path, { mode: 0o600 }));
	return path;
}

/** One key for all streams of a medium. ffmpeg reads it from a file that is gone when it is done. */
async function writeKey(db: Db, { id, sealed_key }: Leased, dir: string, tools: MediaTools): Promise<string> {
	let sealed = sealed_key;
	if (!sealed) {
		sealed = seal(tools.secret, 'media-key', `media:${id}`, randomBytes(16).toString('hex'));
		await db.updateTable('media').set({ sealed_key: sealed }).where('id', '=', id).execute();
	}
	const path = join(dir, 'key');
	await writeFile(path, keyBytes(tools.secret, id, sealed), { mode: 0o600 });
	// Its address in the playlist of a stream is beside the folder of the stream.
	await writeFile(join(dir, 'key-info'), `../key\n${path}\n`, { mode: 0o600 });
	return join(dir, 'key-info');
}

/** The sixteen bytes that open a medium's segments. */
export function keyBytes(secret: string, id: number, sealed: string): Buffer {
	return Buffer.from(unseal(secret, 'media-key', `media:${id}`, sealed), 'hex');
}
