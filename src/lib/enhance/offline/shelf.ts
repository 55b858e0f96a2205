// What one person took along on this device: pages and what they show, in one cache named by whose it is, with a list
// of it. Both the pages' script and the worker read it; there is never more than one person's.

/** How long it may be read without asking whether it still may. */
export const daysAlong = 31;
const prefix = 'stoa-offline-';
const listAt = '/offline/list.json';
/** Set while somebody signs in: until a page has told who it is, nothing is given out. */
const unsureAt = '/offline/unsure';
/** Where the list is shown, and what is said of a page that is not here. */
export const shelfPage = '/offline';

export interface KeptLesson {
	id: number;
	number: number;
	section: string;
	title: string;
	href: string;
	revision: number;
}

export interface KeptCourse {
	id: number;
	title: string;
	language: string;
	href: string;
	version: number;
	/** When it was taken, and when it was last known that its learner may read it: milliseconds since 1970. */
	savedAt: number;
	checkedAt: number;
	bytes: number;
	lessons: KeptLesson[];
	/** Paths of everything that it needs. */
	files: string[];
}

export interface Shelf {
	learnerId: number;
	cache: Cache;
	courses: KeptCourse[];
}

const nameOf = (learnerId: number) => prefix + learnerId;

/** The shelf of this device; null when nothing is on it. Two people's are nobody's: they are thrown away. */
export async function openShelf(): Promise<Shelf | null> {
	const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
	if (names.length > 1) await wipe();
	const [name] = names;
	if (names.length !== 1 || !name) return null;
	const cache = await caches.open(name);
	const kept = (await (await cache.match(listAt))?.json().catch(() => null)) as
		| KeptCourse[]
		| null
		| undefined;
	return { learnerId: Number(name.slice(prefix.length)), cache, courses: kept ?? [] };
}

/** The shelf of one person, made where there is none; another's is thrown away first. */
export async function shelfOf(learnerId: number): Promise<Shelf> {
	const there = await openShelf();
	if (there?.learnerId === learnerId) return there;
	await wipe();
	return { learnerId, cache: await caches.open(nameOf(learnerId)), courses: [] };
}

/** Writes the list, and throws away what nothing on it needs any more. */
export async function keepShelf(
	{ cache, courses }: Shelf,
	alsoNeeded: readonly string[] = [],
): Promise<void> {
	await cache.put(listAt, Response.json(courses));
	const needed = new Set([
		listAt,
		unsureAt,
		shelfPage,
		...alsoNeeded,
		...courses.flatMap(({ files }) => files),
	]);
	for (const request of await cache.keys())
		if (!needed.has(pathOf(request.url))) await cache.delete(request, { ignoreVary: true });
}

/** Throws everything away, whosever it is. */
export async function wipe(): Promise<void> {
	for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
}

export async function setUnsure({ cache }: Shelf, unsure: boolean): Promise<void> {
	if (unsure) await cache.put(unsureAt, new Response(''));
	else await cache.delete(unsureAt);
}

export const isUnsure = async ({ cache }: Shelf) => (await cache.match(unsureAt)) !== undefined;

/** Whether a course may still be read without asking. */
export const isFresh = (course: KeptCourse, at: number) =>
	at - course.checkedAt < daysAlong * 86_400_000 && course.checkedAt - at < 86_400_000;

/**
 * Under which name something lies on the shelf. Pictures are kept in one size, whichever a page asks for.
 *
 * @param address absolute, or a path
 */
export function pathOf(address: string): string {
	const { pathname } = new URL(address, 'https://x.invalid');
	return /^\/media\/p\/[^/]+/.exec(pathname)?.[0] ?? pathname;
}

/** What lies there for an address, if it belongs to a course that may be read, or to the shelf itself. */
export async function findKept(shelf: Shelf, address: string, at: number): Promise<Response | undefined> {
	const path = pathOf(address);
	// Styles and scripts say nothing of anybody: the page of what is here is dressed when nothing is here any more.
	const plain = path === shelfPage || /^\/(?:_app|_stoa|icons)\//.test(path);
	const needing = shelf.courses.filter(({ files }) => files.includes(path));
	if (!plain && !needing.some((course) => isFresh(course, at))) return undefined;
	return shelf.cache.match(path, { ignoreVary: true });
}
