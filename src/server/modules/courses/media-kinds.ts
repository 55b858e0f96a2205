import { z } from 'zod';
import type { Db } from '../../platform/db/index.ts';
import { findMedia, holders, isPlayable, type Medium } from '../media/index.ts';
import { type LessonContent, lessonKinds } from './lesson-kinds.ts';
import { openableLessons } from './read-lesson.ts';

// A file that a lesson holds is opened by whom the lesson is open to; keys of streams ask this anew each time.
holders.register('lesson', (db, actor, ids) => openableLessons(db, actor, ids));

const nothing = z.object({}).default({});

async function mediumOf(db: Db, { mediaId }: LessonContent): Promise<Medium | null> {
	if (mediaId === null) return null;
	const [medium] = await findMedia(db, [mediaId]);
	return medium ?? null;
}

/** Whole seconds: one that was not played to its end is not asked of anybody. */
async function seconds(db: Db, lesson: LessonContent): Promise<{ extent: number; minutes?: number }> {
	const length = Math.floor(((await mediumOf(db, lesson))?.durationMs ?? 0) / 1000);
	return length > 0 ? { extent: length, minutes: Math.ceil(length / 60) } : { extent: 0 };
}

const unless = (fits: (medium: Medium) => boolean) => async (db: Db, lesson: LessonContent) => {
	const medium = await mediumOf(db, lesson);
	return medium && fits(medium) ? null : 'courses.lesson_not_ready';
};

/** A film, completed by nine tenths of its seconds, whichever they are: a title and the credits may be skipped. */
export const videoLesson = lessonKinds.register({
	name: 'video',
	icon: 'circle-play',
	data: nothing,
	unit: 'second',
	completion: { by: 'watched', share: 0.9 },
	manual: false,
	media: 'video',
	measure: seconds,
	fault: unless(
		(medium) => medium.kind === 'video' && isPlayable(medium) && (medium.durationMs ?? 0) >= 1000,
	),
});

export const audioLesson = lessonKinds.register({
	name: 'audio',
	icon: 'headphones',
	data: nothing,
	unit: 'second',
	completion: { by: 'watched', share: 0.9 },
	manual: false,
	media: 'audio',
	measure: seconds,
	fault: unless(
		(medium) =>
			(medium.kind === 'audio' || medium.kind === 'video') &&
			isPlayable(medium) &&
			(medium.durationMs ?? 0) >= 1000,
	),
});

/** Something to take along. What is done with it nobody sees: its learner says when it is done. */
export const fileLesson = lessonKinds.register({
	name: 'file',
	icon: 'paperclip',
	data: nothing,
	unit: null,
	completion: { by: 'hand' },
	manual: true,
	media: 'file',
	measure: async () => ({ extent: 0 }),
	fault: unless((medium) => medium.status === 'ready'),
});

/** A thing to be turned around (binary glTF), and put on one's own table where the phone can. */
export const modelLesson = lessonKinds.register({
	name: 'model',
	icon: 'box',
	data: z
		.object({ alt: z.string().trim().max(300, 'courses.text_too_long').default('') })
		.default({ alt: '' }),
	unit: null,
	completion: { by: 'hand' },
	manual: true,
	media: 'model',
	measure: async () => ({ extent: 0 }),
	fault: unless((medium) => medium.status === 'ready' && medium.mime === 'model/gltf-binary'),
});
