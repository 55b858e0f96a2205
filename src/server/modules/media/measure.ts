import { join } from 'node:path';
import type { Db } from '../../platform/db/index.ts';
import { FfmpegError, probe } from '../../platform/ffmpeg/index.ts';
import { mediaError } from './errors.ts';
import { makePictures } from './pictures.ts';
import { posterArgs } from './stream-args.ts';
import type { MediaTools } from './tools.ts';

interface Film {
	id: number;
	kind: 'video' | 'audio';
	path: string;
	/** Where a picture of it may be written. */
	dir: string;
	/** Name of the demuxer. */
	format: string;
}

/** What `media` keeps of a film. */
export interface Measures {
	duration_ms: number;
	has_audio: boolean;
	width?: number;
	height?: number;
}

/**
 * Asks how long and large a video or recording is, and makes the picture that it begins with.
 *
 * @throws media.broken, media.too_long, media.no_picture, media.no_sound
 */
export async function measure(db: Db, film: Film, tools: MediaTools): Promise<Measures> {
	const probed = await probe(tools.ffmpeg, film.path, film.format).catch((error) => {
		if (!(error instanceof FfmpegError) || error.reason !== 'failed') throw error;
		throw mediaError('broken', { cause: error, detail: 'The file breaks off, or is not what it says.' });
	});
	const { durationMs, hasAudio, video } = probed;
	const most = tools.settings().mediaVideoMinutes;
	if (durationMs === 0) throw mediaError('broken', { detail: 'Nothing in the file lasts.' });
	if (durationMs > most * 60_000)
		throw mediaError('too_long', {
			params: { most, found: Math.ceil(durationMs / 60_000) },
			detail: `A video may last ${most} minutes.`,
		});
	if (film.kind === 'video' && !video)
		throw mediaError('no_picture', { detail: 'The video has no picture.' });
	if (film.kind === 'audio' && !hasAudio)
		throw mediaError('no_sound', { detail: 'The recording has no sound.' });
	const known = { duration_ms: durationMs, has_audio: hasAudio };
	if (film.kind === 'audio' || !video) return known;
	await makePoster(db, film, durationMs, tools);
	return { ...known, width: video.width, height: video.height };
}

async function makePoster(db: Db, film: Film, durationMs: number, tools: MediaTools): Promise<void> {
	const output = join(film.dir, 'poster.png');
	// Videos begin with black or a title that fades in.
	const at = Math.min(3, (durationMs / 1000) * 0.1);
	await tools.ffmpeg
		.ffmpeg(posterArgs(film.path, film.format, at, output), {
			timeout: 120_000,
			...(tools.stop ? { signal: tools.stop } : {}),
		})
		.then(() => makePictures(db, { mediaId: film.id, input: output, role: 'poster' }, tools, ['webp']))
		.catch((error) => {
			if (error instanceof FfmpegError && error.reason !== 'failed') throw error;
			// A video without a picture to begin with is still a video.
			tools.log?.warn({ err: error, media: film.id }, 'no poster could be made');
		});
}
