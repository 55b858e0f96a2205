import { signIn } from './browser.ts';
import { here } from './here.ts';

const cookies = new Map<string, string>();

/**
 * Calls the API as one of the demo's people, null for a visitor.
 *
 * @returns the answer; nothing in it where there is none
 */
export async function callAs<T = { id: number }>(
	who: string | null,
	method: string,
	path: string,
	body?: object,
): Promise<T> {
	const site = here.url;
	if (who && !cookies.has(who)) cookies.set(who, (await signIn(site, who)).join('; '));
	const response = await fetch(`${site}/api/v1${path}`, {
		method,
		headers: {
			cookie: (who && cookies.get(who)) ?? '',
			origin: site,
			...(body ? { 'content-type': 'application/json' } : {}),
		},
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	return (response.status === 204 ? {} : await response.json()) as T;
}

/** A new course of `he-ping`'s with one lesson of a kind, which has nothing in it yet. */
export async function aLesson(kind: string): Promise<{ course: number; lesson: number }> {
	const title = `A lesson of kind ${kind} ${Date.now().toString(36)}`;
	const author = 'he-ping';
	const { data } = await callAs<{ data: { id: number; slug: string }[] }>(author, 'GET', '/spaces?limit=50');
	const spaceId = data.find(({ slug }) => slug === 'systems')?.id;
	const course = await callAs(author, 'POST', '/courses', { title, spaceId, language: 'en' });
	const section = await callAs(author, 'POST', `/courses/${course.id}/sections`, { title: 'All of it' });
	const lesson = await callAs(author, 'POST', `/courses/${course.id}/lessons`, {
		sectionId: section.id,
		kind,
		title,
	});
	return { course: course.id, lesson: lesson.id };
}

/** Publishes what stands in the outline of a course of `he-ping`'s. */
export const publish = (course: number) => callAs('he-ping', 'POST', `/courses/${course}/versions`, {});
