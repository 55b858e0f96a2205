import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { requireOpen } from './gate.ts';
import { requireOwn } from './policy.ts';
import { type Cue, readCues, writeVtt } from './vtt.ts';

const newSubtitles = z.object({
	language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/),
	label: z.string().trim().min(1).max(60),
	text: z.string().max(2_000_000),
});

/**
 * Keeps the subtitles of a video in one language; earlier ones in it are replaced. Of the file only times and words are
 * kept, with italics and the like.
 *
 * @param input `text`: WebVTT or SubRip
 * @returns how many cues there are
 * @throws media.subtitles_invalid with the line; media.not_found, common.forbidden
 */
export async function setSubtitles(
	db: Db,
	actor: Actor,
	mediaId: number,
	input: z.input<typeof newSubtitles>,
): Promise<number> {
	const { language, label, text } = validate(newSubtitles, input);
	await requireOwn(db, actor, mediaId);
	const cues = readCues(text);
	await inTransaction(db, async (tx) => {
		await tx
			.deleteFrom('media_subtitles')
			.where('media_id', '=', mediaId)
			.where('language', '=', language)
			.execute();
		await tx
			.insertInto('media_subtitles')
			.values({ media_id: mediaId, language, label, vtt: writeVtt(cues) })
			.execute();
		for (let from = 0; from < cues.length; from += 1000) {
			const rows = cues.slice(from, from + 1000).map((cue, at) => ({
				media_id: mediaId,
				language,
				number: from + at,
				from_ms: cue.fromMs,
				to_ms: cue.toMs,
				text: cue.text,
			}));
			await tx.insertInto('media_cues').values(rows).execute();
		}
	});
	return cues.length;
}

/** @throws media.not_found, common.forbidden */
export async function removeSubtitles(
	db: Db,
	actor: Actor,
	mediaId: number,
	language: string,
): Promise<void> {
	await requireOwn(db, actor, mediaId);
	await db
		.deleteFrom('media_subtitles')
		.where('media_id', '=', mediaId)
		.where('language', '=', language)
		.execute();
}

export interface SubtitleTrack {
	language: string;
	label: string;
}

/** Languages in which a video has subtitles. The caller has asked whether it may be opened. */
export async function listSubtitles(db: Db, mediaId: number): Promise<SubtitleTrack[]> {
	return db
		.selectFrom('media_subtitles')
		.select(['language', 'label'])
		.where('media_id', '=', mediaId)
		.orderBy('language')
		.execute();
}

/** The subtitles as WebVTT, or null. The caller has asked whether the video may be opened. */
export async function readSubtitles(db: Db, mediaId: number, language: string): Promise<string | null> {
	const found = await db
		.selectFrom('media_subtitles')
		.select('vtt')
		.where('media_id', '=', mediaId)
		.where('language', '=', language)
		.executeTakeFirst();
	return found?.vtt ?? null;
}

/**
 * What is said in a video, and when.
 *
 * @param query words to look for; without them all of it
 * @returns at most 2000 cues in their order
 * @throws media.not_found
 */
export async function searchCues(
	db: Db,
	actor: Actor,
	mediaId: number,
	{ language, query }: { language?: string | undefined; query?: string | undefined },
): Promise<(Cue & { language: string })[]> {
	await requireOpen(db, actor, mediaId);
	let cues = db
		.selectFrom('media_cues')
		.select(['language', 'from_ms as fromMs', 'to_ms as toMs', 'text'])
		.where('media_id', '=', mediaId)
		.orderBy('language')
		.orderBy('number')
		.limit(2000);
	if (language) cues = cues.where('language', '=', language);
	const words = (query ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 10);
	for (const word of words)
		cues = cues.where('text', 'ilike', `%${word.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%`);
	return cues.execute();
}

/** A cue of one of several films. */
export interface FoundCue extends Cue {
	mediaId: number;
	language: string;
}

/**
 * What is said in several films at once with one of some letters in it, for a search that looks closer. The caller has
 * asked whether they may be opened.
 *
 * @param letters what a cue must have one of
 * @returns at most 2000 cues, film by film in their order
 */
export async function cuesWith(
	db: Db,
	mediaIds: readonly number[],
	letters: readonly string[],
): Promise<FoundCue[]> {
	if (mediaIds.length === 0 || letters.length === 0) return [];
	const patterns = letters.map((one) => `%${one.replace(/[\\%_]/g, '\\$&')}%`);
	return db
		.selectFrom('media_cues')
		.select(['media_id as mediaId', 'language', 'from_ms as fromMs', 'to_ms as toMs', 'text'])
		.where('media_id', 'in', [...mediaIds])
		.where('text', 'ilike', sql<string>`any(${patterns}::text[])`)
		.orderBy('media_id')
		.orderBy('language')
		.orderBy('number')
		.limit(2000)
		.execute();
}
