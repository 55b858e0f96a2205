import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Actor } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';
import { openFfmpeg } from '../../platform/ffmpeg/index.ts';
import { type Settings, settingsSchema } from '../../platform/settings/index.ts';
import { openDisk } from '../../platform/storage/disk.ts';
import { workOff } from './jobs.ts';
import type { Purpose } from './purposes.ts';
import { findMedia, type Medium } from './queries.ts';
import type { MediaTools } from './tools.ts';
import { uploadWhole } from './upload-whole.ts';

/** Tools on directories of their own. @param more replaces some, e.g. a storage that fails */
export function someTools(
	more: Partial<MediaTools> & { limits?: Partial<Settings> } = {},
): MediaTools & { dir: string } {
	const dir = mkdtempSync(join(tmpdir(), 'stoa-media-'));
	afterAll(() => rmSync(dir, { recursive: true, force: true }));
	const { limits, ...given } = more;
	const settings = settingsSchema.parse({ ...limits });
	return {
		dir,
		storage: openDisk(join(dir, 'storage')),
		ffmpeg: openFfmpeg(process.env.STOA_FFMPEG),
		secret: 'only the tests know this secret, and it is long enough',
		workDir: join(dir, 'work'),
		settings: () => settings,
		...given,
	};
}

/** True where films can be made; without ffmpeg those tests are skipped, and say so. */
export const canFilm = (await openFfmpeg(process.env.STOA_FFMPEG).version()) !== null;

export interface FilmOptions {
	seconds?: number;
	width?: number;
	height?: number;
	/** Pictures a second: `1/600` makes hours in a moment. */
	rate?: string;
	/** false: none. */
	audio?: boolean;
	video?: boolean;
	/** e.g. mp4, mkv, mp3 */
	extension?: string;
	/** More for ffmpeg, before the name of the file. */
	args?: string[];
}

/** Makes a film: a moving test picture and a tone. @returns its bytes */
export async function aFilm(options: FilmOptions = {}): Promise<Buffer> {
	const {
		seconds = 2,
		width = 320,
		height = 240,
		rate = '15',
		audio = true,
		video = true,
		extension = 'mp4',
	} = options;
	const dir = mkdtempSync(join(tmpdir(), 'stoa-film-'));
	const path = join(dir, `film.${extension}`);
	try {
		await openFfmpeg(process.env.STOA_FFMPEG).ffmpeg(
			[
				...['-v', 'error', '-y'],
				...(video
					? ['-f', 'lavfi', '-i', `testsrc=size=${width}x${height}:rate=${rate}:duration=${seconds}`]
					: []),
				...(audio ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`] : []),
				...(video ? ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'] : []),
				...(options.args ?? []),
				path,
			],
			{ timeout: 60_000 },
		);
		return readFileSync(path);
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

/** Uploads a file and has it looked at. */
export async function aMedium(
	db: Db,
	actor: Actor,
	{ name, purpose, bytes }: { name: string; purpose: Purpose; bytes: Uint8Array },
	tools: MediaTools,
): Promise<Medium> {
	const id = await uploadWhole(db, actor, { name, purpose, bytes }, tools);
	await workOff(db, 'look', tools);
	return (await findMedia(db, [id]))[0]!;
}
