import type { Actor } from '#server/contracts/actor.ts';
import { AppError } from '#server/kernel/errors.ts';
import type { Context } from '#server/main/context.ts';
import type { LessonPage } from '#server/modules/courses/index.ts';
import { downloadAddress, findMedia, type Playback, playMedium } from '#server/modules/media/index.ts';

/** What a lesson's file is played, turned around or taken along by; its addresses are for this person, and for a time. */
export type LessonMedia =
	| { as: 'player'; playback: Playback }
	| { as: 'file' | 'model'; href: string; name: string; bytes: number }
	/** Still in the works. */
	| { as: 'waiting' };

/** The file of a lesson that is open; null for a lesson without one. The gate of files is asked again. */
export async function lessonMedia(ctx: Context, actor: Actor, page: LessonPage): Promise<LessonMedia | null> {
	const mediaId = page.text?.mediaId;
	if (!mediaId) return null;
	const { kind } = page.lesson;
	try {
		if (kind === 'video' || kind === 'audio')
			return { as: 'player', playback: await playMedium(ctx.db, actor, mediaId, ctx.media) };
		const [medium] = await findMedia(ctx.db, [mediaId]);
		if (!medium) return { as: 'waiting' };
		const href = await downloadAddress(ctx.db, actor, mediaId, ctx.media);
		return { as: kind === 'model' ? 'model' : 'file', href, name: medium.name, bytes: medium.bytes };
	} catch (error) {
		if (error instanceof AppError) return { as: 'waiting' };
		throw error;
	}
}
