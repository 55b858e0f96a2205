// The lesson's page around a package: launches it into a sandboxed frame, listens to it, and keeps what it says. The
// frame is of strangers: what comes out of it is a list of pairs for its own attempt, and nothing else is ever done by it.

import { done } from './lesson.ts';

interface Launch {
	address: string;
	session: string;
	kept: boolean;
}
interface Said {
	stored: [string, string][];
	final: boolean;
}

/** Milliseconds between two keepings of what was set and not committed. */
const DRAFT = 5000;
/** More than this a browser does not send when its page goes. */
const KEEPALIVE = 60_000;

export function packages(): void {
	for (const root of document.querySelectorAll<HTMLElement>('[data-scorm]')) play(root);
}

function play(root: HTMLElement): void {
	const stage = root.querySelector<HTMLElement>('[data-scorm-stage]');
	const state = root.querySelector<HTMLElement>('[data-scorm-state]');
	const full = root.querySelector<HTMLButtonElement>('[data-scorm-full]');
	if (!stage || !state) return;
	let end = () => {};

	async function begin(button: HTMLButtonElement): Promise<void> {
		button.disabled = true;
		try {
			const answer = await fetch(`${root.dataset.scorm}/session`, {
				method: 'PUT',
				headers: { 'content-type': 'application/json', accept: 'application/json' },
				body: JSON.stringify({ anew: button.dataset.scormStart === 'anew' }),
			});
			const found = (await answer.json()) as Launch & { title?: string };
			if (!answer.ok) throw new Error(found.title);
			end();
			end = show(root, stage!, state!, found);
			if (full) full.hidden = false;
			button.scrollIntoView({ block: 'start' });
		} catch (error) {
			state!.textContent = (error as Error).message || (root.dataset.lost ?? '');
		} finally {
			button.disabled = false;
		}
	}
	for (const button of root.querySelectorAll<HTMLButtonElement>('[data-scorm-start]'))
		button.addEventListener('click', () => void begin(button));
	full?.addEventListener('click', () => void stage.requestFullscreen?.().catch(() => {}));
}

/** @returns ends it */
function show(root: HTMLElement, stage: HTMLElement, state: HTMLElement, launch: Launch): () => void {
	const frame = document.createElement('iframe');
	// Scripts and forms, and nothing more: no origin, so no cookies, no storage and no way to this page; no windows, no
	// dialogs, no leading this page away.
	frame.setAttribute('sandbox', 'allow-scripts allow-forms');
	frame.setAttribute('allow', 'fullscreen; autoplay');
	frame.referrerPolicy = 'no-referrer';
	frame.title = root.dataset.title ?? '';
	frame.src = launch.address;
	stage.replaceChildren(frame);
	stage.hidden = false;

	let waiting: Said | null = null;
	let sending = false;
	let over = false;
	let sent = 0;

	/** From a document inside of the frame, however deep, and of an origin that is none. */
	const isInside = (source: MessageEventSource | null): boolean => {
		let window = source as Window | null;
		for (let depth = 0; window && depth < 10; depth++) {
			if (window === frame.contentWindow) return true;
			if (window.parent === window) return false;
			window = window.parent;
		}
		return false;
	};
	const hear = ({ data, origin, source }: MessageEvent) => {
		if (origin !== 'null' || data?.stoa !== 'scorm' || data.token !== launch.session || !isInside(source))
			return;
		// Whoever works in the frame is there: time is counted by this page.
		if (data.type === 'alive') dispatchEvent(new Event('pointermove'));
		if (!launch.kept || over || !isStored(data.stored)) return;
		if (data.type === 'keep') {
			waiting = { stored: data.stored, final: data.final === true };
			void send();
		} else if (data.type === 'draft') {
			waiting = { stored: data.stored, final: false };
			setTimeout(() => void send(), Math.max(0, sent + DRAFT - Date.now()));
		}
	};

	async function send(leaving = false): Promise<void> {
		if (!waiting || (sending && !leaving)) return;
		const body = JSON.stringify({ session: launch.session, ...waiting });
		const said = waiting;
		waiting = null;
		sending = true;
		sent = Date.now();
		try {
			const answer = await fetch(`${root.dataset.scorm}/data`, {
				method: 'PUT',
				headers: { 'content-type': 'application/json', accept: 'application/json' },
				body,
				keepalive: leaving && body.length < KEEPALIVE,
			});
			const found = (await answer.json()) as { completed?: boolean; code?: string; title?: string };
			if (answer.ok) told(root, state, found.completed ?? false);
			else if (found.code === 'scorm.taken_over') {
				over = true;
				state.textContent = root.dataset.taken ?? '';
			} else if (answer.status === 429 || answer.status >= 500) again(said);
			else {
				state.textContent = found.title ?? root.dataset.lost ?? '';
				refuse();
			}
		} catch {
			again(said);
		} finally {
			sending = false;
			if (waiting && !leaving) setTimeout(() => void send(), 50);
		}
	}
	/** What was said since goes before what could not be sent. */
	function again(said: Said): void {
		waiting ??= said;
		state.textContent = root.dataset.lost ?? '';
		refuse();
		setTimeout(() => void send(), DRAFT);
	}
	const refuse = () =>
		frame.contentWindow?.postMessage({ stoa: 'scorm', token: launch.session, type: 'refused' }, '*');

	const leave = () => void send(true);
	const hidden = () => {
		if (document.visibilityState === 'hidden') leave();
	};
	addEventListener('message', hear);
	addEventListener('pagehide', leave);
	document.addEventListener('visibilitychange', hidden);
	return () => {
		leave();
		removeEventListener('message', hear);
		removeEventListener('pagehide', leave);
		document.removeEventListener('visibilitychange', hidden);
	};
}

const isStored = (given: unknown): given is [string, string][] =>
	Array.isArray(given) &&
	given.every(
		(pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'),
	);

function told(root: HTMLElement, state: HTMLElement, completed: boolean): void {
	state.textContent = root.dataset.kept ?? '';
	const lesson = root.closest<HTMLElement>('[data-lesson]');
	if (completed && lesson) done(lesson);
}
