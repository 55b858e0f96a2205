import { z } from 'zod';
import { lessonKinds } from './lesson-kinds.ts';

const nothing = z.object({}).default({});

/** Markdown, read to its end: the last paragraph and four of five. */
export const textLesson = lessonKinds.register({
	name: 'text',
	icon: 'file-text',
	data: nothing,
	unit: 'paragraph',
	completion: { by: 'read', share: 0.8 },
	manual: true,
});

const moment = z
	.union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }), z.literal('')])
	.nullish()
	// What has no zone, as fields of forms have none, is UTC.
	.transform((value) =>
		value ? new Date(/[zZ]|[+-]\d\d:\d\d$/.test(value) ? value : `${value}Z`).toISOString() : null,
	);

/** Something live that happens elsewhere: where, and when. */
export const liveLesson = lessonKinds.register({
	name: 'live',
	icon: 'calendar-clock',
	data: z.object({
		url: z.url({ protocol: /^https?$/, error: 'courses.url_shape' }).max(2000, 'courses.url_shape'),
		/** ISO 8601; null: whenever one pleases. */
		startsAt: moment,
		minutes: z.coerce.number('common.bad_value').int().min(0).max(1440).default(60),
	}),
	unit: null,
	completion: { by: 'hand' },
	manual: true,
	async measure(_db, { data }) {
		return { extent: 0, minutes: (data as { minutes: number }).minutes };
	},
});
