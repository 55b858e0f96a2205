import { fileAddresses, styleAddresses } from './addresses.ts';
import {
	type KeptCourse,
	type KeptLesson,
	keepShelf,
	pathOf,
	type Shelf,
	shelfOf,
	shelfPage,
	wipe,
} from './shelf.ts';

/** What the server says may be taken along. */
interface Along {
	learnerId: number;
	course: { id: number; title: string; language: string; version: number; href: string };
	lessons: KeptLesson[];
}

/** Why nothing, or not everything, could be taken along. */
export class NotTaken extends Error {
	readonly why: 'gone' | 'full' | 'failed' | 'large';
	constructor(why: NotTaken['why']) {
		super(why);
		this.why = why;
	}
}

/** A course with more pictures than this is no course of texts; and browsers give a site about as much. */
const most = 300 * 1024 * 1024;
const sideBySide = 4;

/**
 * What may be taken along of a course, by the word of the server.
 *
 * @returns 'signed-out' or 'gone' when nothing may any more
 * @throws when there is no connection
 */
export async function askAlong(courseId: number): Promise<Along | 'signed-out' | 'gone'> {
	const response = await fetch(`/api/v1/courses/${courseId}/take-along`, {
		headers: { accept: 'application/json' },
	});
	if (response.status === 401) return 'signed-out';
	if (response.status === 403 || response.status === 404) return 'gone';
	if (!response.ok) throw new NotTaken('failed');
	return (await response.json()) as Along;
}

/** Tells how far it is: lessons of all lessons, and bytes so far. */
export type OnProgress = (done: number, total: number, bytes: number) => void;

/**
 * Takes a course along: the pages of its open texts as they are for this person, and what they show. What is there
 * already, at the same revision, is not fetched again unless it is asked for anew.
 *
 * @throws NotTaken
 */
export async function takeCourse(courseId: number, onProgress: OnProgress, anew = true): Promise<KeptCourse> {
	const along = await askAlong(courseId);
	if (typeof along === 'string') throw new NotTaken('gone');
	const shelf = await shelfOf(along.learnerId);
	try {
		return await fill(shelf, along, onProgress, anew);
	} catch (error) {
		// What was begun is not left lying about.
		await keepShelf(shelf).catch(() => undefined);
		if (error instanceof NotTaken) throw error;
		throw new NotTaken((error as Error).name === 'QuotaExceededError' ? 'full' : 'failed');
	}
}

async function fill(shelf: Shelf, along: Along, onProgress: OnProgress, anew: boolean): Promise<KeptCourse> {
	const before = shelf.courses.find(({ id }) => id === along.course.id);
	const kept = new Map(anew ? [] : before?.lessons.map((one) => [one.href, one.revision]));
	const files = new Map<string, number>();
	const total = along.lessons.length;
	let done = 0;
	const tell = () => onProgress(done, total, sum(files));
	const fetchPage = async (href: string) => {
		const addresses = await keepPage(shelf, href, files);
		for (const address of addresses) await keepFile(shelf, address, files);
	};
	await fetchPage(along.course.href);
	await fetchPage(shelfPage);
	const waiting = [...along.lessons];
	const one = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			if (kept.get(next.href) === next.revision && (await shelf.cache.match(next.href)))
				await remember(shelf, next.href, files);
			else await fetchPage(next.href);
			done++;
			tell();
			if (sum(files) > most) throw new NotTaken('large');
		}
	};
	tell();
	await Promise.all(Array.from({ length: sideBySide }, one));
	const at = Date.now();
	const course: KeptCourse = {
		...along.course,
		savedAt: anew || !before ? at : before.savedAt,
		checkedAt: at,
		lessons: along.lessons.map(({ id, number, section, title, href, revision }) => ({
			id,
			number,
			section,
			title,
			href,
			revision,
		})),
		files: [...files.keys()],
		bytes: sum(files),
	};
	shelf.courses = [...shelf.courses.filter(({ id }) => id !== course.id), course];
	await keepShelf(shelf);
	return course;
}

const sum = (files: ReadonlyMap<string, number>) =>
	[...files.values()].reduce((all, bytes) => all + bytes, 0);

/** Keeps a page as it is for this person. @returns what it shows */
async function keepPage(shelf: Shelf, href: string, files: Map<string, number>): Promise<string[]> {
	const response = await fetch(href, { headers: { accept: 'text/html' }, cache: 'no-store' });
	if (!response.ok || response.redirected) throw new NotTaken('failed');
	// It names its styles from where it is; the page of what is missing is shown under any address.
	const html = (await response.text()).replace(/\b(href|src)="(?:\.\.?\/)+_app\//g, '$1="/_app/');
	const page = new DOMParser().parseFromString(html, 'text/html');
	// Somebody else signed in meanwhile: what is here is not theirs.
	if (page.querySelector<HTMLElement>('[data-me]')?.dataset.me !== String(shelf.learnerId)) {
		await wipe();
		throw new NotTaken('failed');
	}
	const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' });
	// The copy is held by the same rules as the page.
	for (const name of [
		'content-security-policy',
		'x-content-type-options',
		'referrer-policy',
		'x-frame-options',
	]) {
		const value = response.headers.get(name);
		if (value) headers.set(name, value);
	}
	await shelf.cache.put(pathOf(href), new Response(html, { headers }));
	files.set(pathOf(href), new Blob([html]).size);
	return fileAddresses(page, href);
}

/** What a page needs that is on the shelf already. */
async function remember(shelf: Shelf, href: string, files: Map<string, number>): Promise<void> {
	const html = await (await shelf.cache.match(href))!.text();
	files.set(pathOf(href), new Blob([html]).size);
	const page = new DOMParser().parseFromString(html, 'text/html');
	for (const address of await fileAddresses(page, href)) await keepFile(shelf, address, files);
}

/** Keeps a picture, a style or a script, and what a style names. What cannot be had is left out: a text is read without it. */
async function keepFile(shelf: Shelf, address: string, files: Map<string, number>): Promise<void> {
	const path = pathOf(address);
	if (files.has(path)) return;
	files.set(path, 0);
	let there = await shelf.cache.match(path);
	if (!there) {
		const response = await fetch(address).catch(() => null);
		if (!response?.ok) return void files.delete(path);
		const headers = { 'content-type': response.headers.get('content-type') ?? 'application/octet-stream' };
		there = new Response(await response.blob(), { headers });
		await shelf.cache.put(path, there.clone());
	}
	const body = await there.blob();
	files.set(path, body.size);
	if (!path.endsWith('.css')) return;
	for (const one of styleAddresses(await body.text(), new URL(path, location.href).href))
		await keepFile(shelf, one, files);
}
