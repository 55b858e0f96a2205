import type { GoalInput } from '#server/modules/credentials/index.ts';

/** What a form of the page says: `goal` is `course-7` or `tag-postgresql`, as is an address with `course=` or `tag=`. */
export function goalOf(given: URLSearchParams | FormData, locale: string): GoalInput | null {
	const text = (name: string) => String(given.get(name) ?? '');
	const [, kind, value] = /^(course|tag)-(.+)$/.exec(text('goal')) ?? [];
	const course = kind === 'course' ? value : text('course');
	const tag = kind === 'tag' ? value : text('tag');
	if (!course && !tag) return null;
	return {
		...(course ? { course: Number(course) } : { tag: tag! }),
		level: (text('level') || 'beginner') as 'beginner',
		language: (text('language') || locale) as 'en',
		known: given.getAll('known').map(Number),
	};
}
