import { flush } from '../lesson.ts';
import { isFresh, keepShelf, openShelf, type Shelf, setUnsure, wipe } from './shelf.ts';
import { shelfList, takeButtons } from './shown.ts';
import { askAlong, takeCourse } from './take.ts';

/** Said of this browser when something is on its shelf, so that pages of everybody else need not look. */
const mark = 'stoa:offline';
/** How often it is asked, of pages that are opened with a connection, whether what is here may still be read. */
const often = 3_600_000;

/** Sees to what was taken along, and offers to take along. */
export async function offline(): Promise<void> {
	if (!('caches' in window) || !('serviceWorker' in navigator)) return;
	const kept = document.documentElement.dataset.offline !== undefined;
	if (!kept) await whoIsThere();
	takeButtons(remembered);
	await shelfList(remembered);
	addEventListener('online', () => void backOnline());
	if (!kept) await look(often);
}

/** Notes that there is something, or nothing any more: then the worker goes too, and pages are fetched as before. */
async function remembered(): Promise<void> {
	const shelf = await openShelf();
	try {
		if (shelf?.courses.length) localStorage.setItem(mark, String(shelf.learnerId));
		else localStorage.removeItem(mark);
	} catch {
		// Without a storage each page looks.
	}
	if (shelf?.courses.length) await navigator.serviceWorker.register('/service-worker.js');
	else {
		await wipe();
		await (await navigator.serviceWorker.getRegistration('/'))?.unregister();
	}
}

/** A page says who it was made for. For anybody else, and for nobody, the shelf is emptied at once. */
async function whoIsThere(): Promise<void> {
	const shelf = await openShelf();
	// The worker has emptied it: what else was left of it goes.
	if (!shelf) return remembered();
	if (!document.querySelector('.site-header')) return;
	const me = document.querySelector<HTMLElement>('[data-me]')?.dataset.me;
	if (me === String(shelf.learnerId)) return setUnsure(shelf, false);
	await wipe();
	await remembered();
}

async function backOnline(): Promise<void> {
	const shelf = await openShelf();
	if (!shelf) return;
	await flush(String(shelf.learnerId));
	await look(0);
}

/**
 * Asks whether what is here may still be read; what may not goes, and what has changed is fetched anew.
 *
 * @param after milliseconds since it was last known
 */
async function look(after: number): Promise<void> {
	const shelf = await openShelf();
	if (!shelf) return;
	if (after > 0) await flush(String(shelf.learnerId));
	const at = Date.now();
	for (const course of shelf.courses.filter(({ checkedAt }) => at - checkedAt >= after)) {
		const along = await askAlong(course.id).catch(() => null);
		// No connection, or the server is busy: what is older than its time goes all the same.
		if (along === null) {
			if (!isFresh(course, at)) await drop(shelf, course.id);
		} else if (along === 'signed-out' || (along !== 'gone' && along.learnerId !== shelf.learnerId)) {
			await wipe();
			break;
		} else if (along === 'gone') await drop(shelf, course.id);
		else await takeCourse(course.id, () => undefined, false).catch(() => undefined);
	}
	await remembered();
	document.dispatchEvent(new CustomEvent('stoa:shelf'));
}

async function drop(shelf: Shelf, courseId: number): Promise<void> {
	shelf.courses = shelf.courses.filter(({ id }) => id !== courseId);
	await keepShelf(shelf);
}
