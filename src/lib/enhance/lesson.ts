// Reports what somebody truly read of a lesson, and when they were there. Reports are sets, so one that is kept while
// there is no connection and sent again later, or twice, changes nothing but what was not known.

import { add, type Report, type Stretch, takeOff, toSend } from './waiting-reports.ts';

/** Whose reports wait under which name: what one person of a browser has read is not told as another's. */
const keyOf = (learner: string) => `stoa:progress:${learner}`;
/** Seconds without a key, a touch or a scroll after which nobody is thought to be there. */
const patience = 60;
const often = 15_000;

/** Adds one number to ranges that are in order. */
export function addTo(ranges: Stretch[], number: number): void {
	const last = ranges.at(-1);
	if (last && number >= last[0] && number < last[1]) return;
	if (last && number === last[1]) last[1] = number + 1;
	else ranges.push([number, number + 1]);
}

function waiting(key: string): Report[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(kept) ? (kept as Report[]) : [];
	} catch {
		return [];
	}
}

function keep(key: string, reports: Report[]): void {
	try {
		if (reports.length) localStorage.setItem(key, JSON.stringify(reports));
		else localStorage.removeItem(key);
	} catch {
		// A full or forbidden storage: what could not be sent is lost.
	}
}

interface Recorded {
	lessonId: number;
	completed?: boolean;
}

/** Sends what waits of one learner. What the server did not take for good stays for the next time. */
export async function flush(learner: string, leaving = false): Promise<Recorded[]> {
	const key = keyOf(learner);
	const reports = toSend(waiting(key));
	if (reports.length === 0) return [];
	try {
		const response = await fetch('/api/v1/progress', {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({ learnerId: Number(learner), reports }),
			keepalive: leaving,
		});
		// Who is signed out may sign in again: what they learnt waits for them.
		// Somebody else signed in meanwhile, in another window: what this learner did waits for them (409).
		if ([401, 409, 429].includes(response.status) || response.status >= 500) return [];
		// Others of this browser may have added meanwhile: only what was sent is taken off.
		keep(key, takeOff(waiting(key), reports));
		if (!response.ok) return [];
		return ((await response.json()) as { data: Recorded[] }).data;
	} catch {
		return [];
	}
}

/** Watches the lesson of this page. */
export function lesson(): void {
	const root = document.querySelector<HTMLElement>('[data-lesson]');
	const learner = document.querySelector<HTMLElement>('[data-learner]')?.dataset.learner;
	if (!root || !learner) return;
	const lessonId = Number(root.dataset.lesson);
	const extent = Number(root.dataset.extent);
	const text = root.dataset.kind === 'text' ? root.querySelector<HTMLElement>('[data-lesson-text]') : null;
	const blocks = text ? [...text.querySelectorAll<HTMLElement>('[data-p]')] : [];
	const seen = new Set<number>();
	const sent = new Set<number>();
	let studied: Stretch[] = [];
	let place: number | undefined;
	let active = performance.now();

	for (const type of ['scroll', 'keydown', 'pointerdown', 'pointermove', 'touchmove'] as const)
		addEventListener(type, () => (active = performance.now()), { passive: true });
	// Who only opens a lesson and goes again has not moved from where they were.
	let moved = false;
	for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const)
		addEventListener(type, () => (moved = true), { passive: true });

	// A paragraph is read when its end was on the screen for a moment, not when it flew by.
	const showing = new Map<Element, number>();
	const eye = new IntersectionObserver(
		(entries) => {
			for (const entry of entries) {
				if (entry.isIntersecting) showing.set(entry.target, performance.now());
				else showing.delete(entry.target);
			}
		},
		{ rootMargin: '0px 0px -5% 0px' },
	);
	for (const block of blocks) {
		const end = document.createElement('span');
		end.dataset.end = block.dataset.p;
		// Behind the block, so that a list or a table keeps its own children only.
		block.after(end);
		eye.observe(end);
	}

	const watched = () =>
		[...document.querySelectorAll<HTMLMediaElement>('video, audio')].some((one) => !one.paused);
	setInterval(() => {
		const moment = performance.now();
		const there = document.visibilityState === 'visible' && (moment - active < patience * 1000 || watched());
		if (!there) return;
		addTo(studied, Math.floor(Date.now() / 1000));
		for (const [end, since] of showing) {
			if (moment - since < 700) continue;
			const number = Number((end as HTMLElement).dataset.end);
			seen.add(number);
		}
		if (blocks.length && moved) {
			const top = blocks.find((block) => block.getBoundingClientRect().bottom > 80);
			if (top) place = Number(top.dataset.p);
		}
		// Oftener than a second: what is on the screen for one must not fall between two looks.
	}, 350);

	const take = () => {
		const fresh = [...seen].filter((one) => !sent.has(one)).sort((a, b) => a - b);
		if (fresh.length === 0 && studied.length === 0) return;
		const covered: Stretch[] = [];
		for (const one of fresh) {
			addTo(covered, one);
			sent.add(one);
		}
		const report: Report = { lessonId, covered, studied };
		// A player says itself where it was left.
		if (place !== undefined && blocks.length) Object.assign(report, { place, at: Date.now() });
		studied = [];
		keep(keyOf(learner), add(waiting(keyOf(learner)), report));
	};
	const tell = async (leaving = false) => {
		take();
		const answers = await flush(learner, leaving);
		if (answers.some((one) => one.lessonId === lessonId && one.completed)) done(root);
	};
	setInterval(() => void tell(), often);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') void tell(true);
	});
	addEventListener('pagehide', () => void tell(true));
	addEventListener('online', () => void tell());
	// At the end of a text one wants to know at once.
	if (extent > 0 && blocks.length)
		new IntersectionObserver((entries) => {
			if (entries.some(({ isIntersecting }) => isIntersecting)) setTimeout(() => void tell(), 2200);
		}).observe(blocks.at(-1)!);
	void flush(learner);
	resume(root);
}

/** Shows that the lesson is completed without a new page. */
export function done(root: HTMLElement): void {
	if (root.dataset.completed !== undefined) return;
	root.dataset.completed = '';
	document.dispatchEvent(new CustomEvent('stoa:lesson-done'));
	for (const mark of document.querySelectorAll<HTMLElement>('[data-when-done]')) mark.hidden = false;
	for (const mark of document.querySelectorAll<HTMLElement>('[data-until-done]')) mark.hidden = true;
}

/** The link to where one left off leads there smoothly, and the paragraph is shown for a moment. */
function resume(root: HTMLElement): void {
	const place = root.dataset.place;
	const block = place && root.querySelector<HTMLElement>(`[data-p="${CSS.escape(place)}"]`);
	if (!block) return;
	document.querySelector('[data-resume]')?.addEventListener('click', (event) => {
		event.preventDefault();
		block.scrollIntoView({
			block: 'start',
			behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
		});
	});
}
