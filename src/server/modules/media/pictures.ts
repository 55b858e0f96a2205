import { avatarWidths, widthsOf } from '../../../shared/picture.ts';
import type { Db } from '../../platform/db/index.ts';
import { mediaError } from './errors.ts';
import { keyOf, type MediaTools } from './tools.ts';

/** Pixels of a picture that is opened: a small file can say that it has billions. */
const PIXELS = 64_000_000;
/** Of all frames of a picture that moves together. */
const MOVING_PIXELS = 160_000_000;
const MOVING_WIDTHS = [320, 640, 1280];

export interface Made {
	name: string;
	format: 'avif' | 'webp';
	width: number;
	height: number;
	bytes: number;
}

let loaded: Promise<typeof import('sharp').default> | undefined;

/** Loaded by the first picture: a native library of some megabytes. */
function loadSharp(): Promise<typeof import('sharp').default> {
	loaded ??= import('sharp').then(({ default: sharp }) => {
		// Two processors are for the pages too; the cache would hold files that are gone.
		sharp.concurrency(1);
		sharp.cache(false);
		return sharp;
	});
	return loaded;
}

export interface Measured {
	/** As it is shown, turned as the camera was held. */
	width: number;
	height: number;
	frames: number;
}

/** @throws media.broken, media.picture_too_large */
export async function measurePicture(input: string | Buffer): Promise<Measured> {
	const sharp = await loadSharp();
	let found: import('sharp').Metadata;
	try {
		found = await sharp(input, { limitInputPixels: false, animated: true }).metadata();
	} catch (cause) {
		throw mediaError('broken', { cause, detail: 'The picture cannot be read.' });
	}
	const width = found.width ?? 0;
	const frames = found.pages ?? 1;
	const height = found.pageHeight ?? found.height ?? 0;
	if (width === 0 || height === 0) throw mediaError('broken', { detail: 'The picture has no size.' });
	const most = frames > 1 ? MOVING_PIXELS : PIXELS;
	if (width * height * frames > most || Math.max(width, height) > 30_000)
		throw mediaError('picture_too_large', {
			params: { most: most / 1_000_000 },
			detail: `A picture may have ${most} pixels, all frames together; this one has ${width} × ${height} × ${frames}.`,
		});
	const turned = frames === 1 && (found.orientation ?? 1) >= 5;
	return { width: turned ? height : width, height: turned ? width : height, frames };
}

/**
 * Makes the copies that are shown, without what a camera writes into its files (places, names), and keeps them.
 *
 * @param avatar squares, cut around what catches the eye
 * @throws media.broken, media.picture_too_large
 */
export async function makePictures(
	db: Db,
	{
		mediaId,
		input,
		role,
		avatar = false,
	}: { mediaId: number; input: string | Buffer; role: 'image' | 'poster'; avatar?: boolean },
	tools: MediaTools,
	formats: readonly ('avif' | 'webp')[] = ['webp', 'avif'],
): Promise<Measured> {
	const measured = await measurePicture(input);
	const moving = measured.frames > 1 && !avatar;
	const side = Math.min(measured.width, measured.height);
	const widths: readonly number[] = avatar
		? avatarWidths.filter((one, at) => one <= side || at === 0)
		: moving
			? [...MOVING_WIDTHS.filter((one) => one < measured.width), Math.min(measured.width, 1280)]
			: widthsOf(measured.width);
	for (const format of formats) {
		// A picture that moves is kept as WebP only: AVIF of many frames takes minutes.
		if (moving && format === 'avif') continue;
		for (const width of new Set(widths))
			await keepCopy(db, { mediaId, role, format, width, square: avatar, moving, input }, tools);
	}
	const shown = avatar ? Math.max(...widths) : 0;
	return avatar ? { width: shown, height: shown, frames: 1 } : measured;
}

interface Copy {
	mediaId: number;
	input: string | Buffer;
	role: 'image' | 'poster';
	format: 'avif' | 'webp';
	width: number;
	square: boolean;
	moving: boolean;
}

async function keepCopy(db: Db, copy: Copy, tools: MediaTools): Promise<void> {
	const { mediaId, input, role, format, width, square, moving } = copy;
	const sharp = await loadSharp();
	const opened = sharp(input, {
		limitInputPixels: moving ? MOVING_PIXELS : PIXELS,
		failOn: 'error',
		animated: moving,
	}).timeout({ seconds: 60 });
	const turned = moving ? opened : opened.autoOrient();
	const sized = square
		? turned.resize({ width, height: width, fit: 'cover', position: 'attention' })
		: turned.resize({ width, withoutEnlargement: true });
	const coded =
		format === 'avif' ? sized.avif({ quality: 55, effort: 3 }) : sized.webp({ quality: 80, effort: 4 });
	let made: { data: Buffer; info: import('sharp').OutputInfo };
	try {
		made = await coded.toBuffer({ resolveWithObject: true });
	} catch (cause) {
		throw mediaError('broken', { cause, detail: `The picture breaks off: ${(cause as Error).message}` });
	}
	const { data, info } = made;
	await tools.storage.put(keyOf.picture(mediaId, role, String(width), format), data, `image/${format}`);
	const row = {
		width: info.width,
		height: info.pageHeight ?? info.height,
		bytes: data.length,
	};
	await db
		.insertInto('media_variants')
		.values({ media_id: mediaId, role, name: String(width), format, ...row })
		.onConflict((conflict) => conflict.columns(['media_id', 'role', 'name', 'format']).doUpdateSet(row))
		.execute();
}
