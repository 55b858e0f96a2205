import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatCount } from '#shared/format.ts';

/** How long something takes, as people say it: 45 min, 2 h, 2 h 30 min. */
export function duration(minutes: number): string {
	const locale = getLocale();
	const shown = (n: number) => formatCount(n, locale);
	if (minutes < 60) return m.courses_minutes({ n: shown(minutes) });
	const hours = Math.floor(minutes / 60);
	// Of a long course nobody wants to know the minutes.
	const rest = hours >= 10 ? 0 : minutes % 60;
	return rest === 0
		? m.courses_hours({ n: shown(hours) })
		: m.courses_hours_minutes({ h: shown(hours), n: shown(rest) });
}

const kinds: Record<string, { icon: string; name: () => string }> = {
	text: { icon: 'file-text', name: m.lesson_kind_text },
	video: { icon: 'circle-play', name: m.lesson_kind_video },
	audio: { icon: 'headphones', name: m.lesson_kind_audio },
	file: { icon: 'paperclip', name: m.lesson_kind_file },
	live: { icon: 'calendar-clock', name: m.lesson_kind_live },
	model: { icon: 'box', name: m.lesson_kind_model },
	quiz: { icon: 'list-checks', name: m.lesson_kind_quiz },
	exercise: { icon: 'square-code', name: m.lesson_kind_exercise },
	assignment: { icon: 'notebook-pen', name: m.lesson_kind_assignment },
	scorm: { icon: 'layers', name: m.lesson_kind_scorm },
};

/** Icon and name of a kind of lesson; one that is not known here goes by its own name. */
export function lessonKindWords(kind: string): { icon: string; name: string } {
	const known = kinds[kind];
	return known ? { icon: known.icon, name: known.name() } : { icon: 'file-text', name: kind };
}

/** Where a lesson is learnt. */
export function lessonHref(courseId: number, lessonId: number): string {
	return `/courses/${courseId}/lessons/${lessonId}`;
}

/** A moment of a film: 83 → 1:23. */
export function clockOf(seconds: number): string {
	const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const two = (n: number) => String(n).padStart(2, '0');
	return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
