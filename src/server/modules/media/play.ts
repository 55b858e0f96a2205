import { pictureAddress } from '../../../shared/picture.ts';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../platform/db/index.ts';
import { keyBytes } from './convert.ts';
import { mediaError } from './errors.ts';
import { requireOpen } from './gate.ts';
import { writeGrant } from './grants.ts';
import { masterPlaylist, type StreamRow } from './playlists.ts';
import { findMedia, type Medium } from './queries.ts';
import { listSubtitles, type SubtitleTrack } from './subtitles.ts';
import type { MediaTools } from './tools.ts';

/** What a player needs; its addresses are for this actor, and for a time. */
export interface Playback {
	mediaId: number;
	kind: 'video' | 'audio';
	/** Adaptive streams; null where there are none (ffmpeg is missing, or has not come to it). */
	hls: string | null;
	/** The file as it was uploaded; null where there are streams. */
	original: string | null;
	mime: string;
	poster: string | null;
	width: number | null;
	height: number | null;
	durationMs: number | null;
	subtitles: (SubtitleTrack & { src: string })[];
	until: Date;
}

/**
 * Lets the actor play a video or recording.
 *
 * @throws media.not_found, media.not_ready while it is uploaded or looked at, or when it came to nothing
 */
export async function playMedium(db: Db, actor: Actor, id: number, tools: MediaTools): Promise<Playback> {
	await requireOpen(db, actor, id);
	const [medium] = await findMedia(db, [id]);
	if (!medium || (medium.kind !== 'video' && medium.kind !== 'audio') || !isPlayable(medium))
		throw mediaError('not_ready', { detail: 'It is not ready to be played.' });
	const until = new Date(now().getTime() + tools.settings().mediaAddressMinutes * 60_000);
	const base = `/media/${id}/${writeGrant(tools.secret, { mediaId: id, userId: actor.userId, until })}`;
	const tracks = await listSubtitles(db, id);
	return {
		mediaId: id,
		kind: medium.kind,
		hls: medium.streamed ? `${base}/master.m3u8` : null,
		original: medium.streamed ? null : `${base}/original`,
		mime: medium.mime!,
		poster: posterOf(medium),
		width: medium.width,
		height: medium.height,
		durationMs: medium.durationMs,
		subtitles: tracks.map((track) => ({ ...track, src: `${base}/subtitles/${track.language}.vtt` })),
		until,
	};
}

/** While its larger streams are made the first one plays already. */
export function isPlayable({ status, streamed }: Pick<Medium, 'status' | 'streamed'>): boolean {
	return status === 'ready' || (status === 'processing' && streamed);
}

/** The picture that a video begins with, or a picture itself; null where there is none. */
export function posterOf(medium: Medium): string | null {
	const { token, width, height, kind, hasPoster, status } = medium;
	if (!width || !height || !(hasPoster || (kind === 'image' && status === 'ready'))) return null;
	return pictureAddress({ token, width, height });
}

/** Lets the actor download a file as it was uploaded. @throws media.not_found, media.not_ready */
export async function downloadAddress(db: Db, actor: Actor, id: number, tools: MediaTools): Promise<string> {
	await requireOpen(db, actor, id);
	const [medium] = await findMedia(db, [id]);
	if (medium?.status !== 'ready')
		throw mediaError('not_ready', { detail: 'It is not ready to be downloaded.' });
	// What is sold as streams is not given away as a file, except to whose it is.
	if (medium.streamed && medium.ownerId !== actor.userId && actor.role !== 'admin')
		throw mediaError('not_found');
	const until = new Date(now().getTime() + tools.settings().mediaAddressMinutes * 60_000);
	return `/media/${id}/${writeGrant(tools.secret, { mediaId: id, userId: actor.userId, until })}/file`;
}

/** The master playlist, or null when there are no streams. Whoever asks has shown a grant. */
export async function readMaster(db: Db, id: number): Promise<string | null> {
	const rows = await db
		.selectFrom('media_variants')
		.select(['name', 'width', 'height', 'bitrate', 'codecs'])
		.where('media_id', '=', id)
		.where('role', '=', 'stream')
		.orderBy('bitrate')
		.execute();
	return rows.length > 0 ? masterPlaylist(rows as StreamRow[]) : null;
}

/**
 * The key of a medium's segments. Beside the grant in the address the gate is asked anew: who was given the money back
 * has a grant for some hours and cannot use it.
 *
 * @throws media.not_found
 */
export async function readKey(db: Db, actor: Actor, id: number, tools: MediaTools): Promise<Buffer> {
	await requireOpen(db, actor, id);
	const found = await db.selectFrom('media').select('sealed_key').where('id', '=', id).executeTakeFirst();
	if (!found?.sealed_key) throw mediaError('not_found');
	return keyBytes(tools.secret, id, found.sealed_key);
}
