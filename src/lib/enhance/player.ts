import { transcript } from './transcript.ts';
import { type Span, watchedSeconds } from './watched.ts';

type Hls = import('hls.js').default;

/** Seconds between two reports of what was watched. */
const REPORT = 15;

/** Makes every player of the page one: streams, speed, quality, keys, going on where one left, telling what was watched. */
export function players(): void {
	for (const root of document.querySelectorAll<HTMLElement>('[data-player]')) void enhance(root);
}

async function enhance(root: HTMLElement): Promise<void> {
	const media = root.querySelector<HTMLMediaElement>('video, audio');
	if (!media) return;
	const say = (text = '') => {
		const place = root.querySelector<HTMLElement>('[data-player-says]');
		if (place) place.textContent = text;
	};
	const begin = startOf(root);
	if (begin > 0) {
		media.addEventListener(
			'loadedmetadata',
			() => {
				// At the very end there is nothing to go on with.
				if (begin < media.duration - 2) media.currentTime = begin;
			},
			{ once: true },
		);
	}
	speed(root, media);
	subtitles(root, media);
	keys(root, media);
	pictureInPicture(root, media);
	wholeScreen(root, media);
	transcript(root, (seconds) => {
		media.currentTime = seconds;
		void media.play();
	});
	report(root, media);
	if (root.dataset.mark !== undefined) moveMark(root);
	if (root.dataset.hls) await stream(root, media, say);
}

/** Where to begin: the second in the address, which somebody was sent to, else where this person left. */
function startOf(root: HTMLElement): number {
	const named = Number(/^#t=(\d+(?:\.\d+)?)$/.exec(location.hash)?.[1] ?? Number.NaN);
	return Number.isFinite(named) ? named : Number(root.dataset.resume ?? 0);
}

async function stream(
	root: HTMLElement,
	media: HTMLMediaElement,
	say: (text?: string) => void,
): Promise<void> {
	const { default: HlsLight } = await import('hls.js/light');
	if (!HlsLight.isSupported()) {
		// Telephones that cannot be given a stream by a script play it themselves.
		if (!media.canPlayType('application/vnd.apple.mpegurl')) say(root.dataset.unsupported);
		return;
	}
	media.replaceChildren(...media.querySelectorAll('track'));
	// Its worker would be a script out of nowhere, which the policy of this site refuses.
	const hls: Hls = new HlsLight({
		enableWorker: false,
		capLevelToPlayerSize: true,
		maxBufferLength: 30,
		// Nothing of a film is fetched before somebody plays it: many who open a page only read.
		autoStartLoad: false,
	});
	let renewed = 0;
	hls.on(HlsLight.Events.ERROR, (_, data) => {
		if (data.response?.code === 403 && Date.now() - renewed > 10_000) {
			// The addresses are good for some hours, and a page may be open for longer.
			renewed = Date.now();
			void renew(root).then(
				(address) => {
					const at = media.currentTime;
					hls.loadSource(address);
					media.currentTime = at;
				},
				() => say(root.dataset.gone),
			);
		} else if (data.fatal && data.type === HlsLight.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
		else if (data.fatal && data.type === HlsLight.ErrorTypes.NETWORK_ERROR) {
			say(root.dataset.offline);
			setTimeout(() => hls.startLoad(), 3000);
		}
	});
	hls.on(HlsLight.Events.FRAG_LOADED, () => say());
	hls.on(HlsLight.Events.MANIFEST_PARSED, () => quality(root, hls));
	// Who pressed play before this was here: taking the stream on stops it.
	const pressed = !media.paused;
	hls.loadSource(root.dataset.hls as string);
	hls.attachMedia(media);
	let begun = false;
	const begin = () => {
		if (begun) return;
		begun = true;
		hls.startLoad(media.currentTime || startOf(root));
	};
	media.addEventListener('play', begin);
	if (pressed || !media.paused) {
		begin();
		void media.play();
	}
}

async function renew(root: HTMLElement): Promise<string> {
	const response = await fetch(root.dataset.renew as string, { method: 'POST' });
	if (!response.ok) throw new Error(String(response.status));
	const { hls } = (await response.json()) as { hls: string };
	return hls;
}

/** Choices of a menu, made once what there is to choose is known. */
function choices(select: HTMLSelectElement | null, options: [value: string, label: string][]): void {
	if (!select) return;
	for (const [value, label] of options) select.add(new Option(label, value));
	select.closest('[hidden]')?.removeAttribute('hidden');
}

function quality(root: HTMLElement, hls: Hls): void {
	const select = root.querySelector<HTMLSelectElement>('[data-player-quality]');
	if (!select || select.options.length > 1 || hls.levels.length < 2) return;
	choices(
		select,
		hls.levels
			.map((level, at): [string, string] => [String(at), `${Math.min(level.width, level.height)}p`])
			.reverse(),
	);
	select.addEventListener('change', () => {
		hls.currentLevel = Number(select.value);
	});
}

function speed(root: HTMLElement, media: HTMLMediaElement): void {
	const select = root.querySelector<HTMLSelectElement>('[data-player-speed]');
	if (!select) return;
	const kept = localStorage.getItem('stoa:speed');
	if (kept && [...select.options].some(({ value }) => value === kept)) select.value = kept;
	const apply = () => {
		media.playbackRate = Number(select.value);
		media.defaultPlaybackRate = media.playbackRate;
	};
	select.addEventListener('change', () => {
		apply();
		localStorage.setItem('stoa:speed', select.value);
	});
	apply();
}

function subtitles(root: HTMLElement, media: HTMLMediaElement): void {
	const select = root.querySelector<HTMLSelectElement>('[data-player-subtitles]');
	if (!select || media.textTracks.length === 0) return;
	const show = (language: string) => {
		for (const track of media.textTracks) track.mode = track.language === language ? 'showing' : 'disabled';
	};
	const kept = localStorage.getItem('stoa:subtitles');
	if (kept !== null && [...select.options].some(({ value }) => value === kept)) select.value = kept;
	show(select.value);
	select.addEventListener('change', () => {
		show(select.value);
		localStorage.setItem('stoa:subtitles', select.value);
	});
}

function pictureInPicture(root: HTMLElement, media: HTMLMediaElement): void {
	const button = root.querySelector<HTMLButtonElement>('[data-player-pip]');
	if (!button || !(media instanceof HTMLVideoElement) || !document.pictureInPictureEnabled) return;
	button.hidden = false;
	button.addEventListener('click', () => {
		void (document.pictureInPictureElement
			? document.exitPictureInPicture()
			: media.requestPictureInPicture());
	});
}

/** With a mark over the video the whole stage is made large, not the video alone. */
function wholeScreen(root: HTMLElement, media: HTMLMediaElement): void {
	const button = root.querySelector<HTMLButtonElement>('[data-player-full]');
	if (!button) return;
	button.addEventListener('click', () => toggleFull(root, media));
}

function toggleFull(root: HTMLElement, media: HTMLMediaElement): void {
	const stage = root.querySelector<HTMLElement>('[data-player-stage]') ?? media;
	void (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen?.());
}

/** Keys that players elsewhere have, while the player has the focus. */
function keys(root: HTMLElement, media: HTMLMediaElement): void {
	const jump = (seconds: number) => {
		media.currentTime = Math.max(0, Math.min(media.duration || 0, media.currentTime + seconds));
	};
	for (const button of root.querySelectorAll<HTMLButtonElement>('[data-player-jump]'))
		button.addEventListener('click', () => jump(Number(button.dataset.playerJump)));
	root.addEventListener('keydown', (event) => {
		const target = event.target as HTMLElement;
		if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select, textarea')) return;
		const act: Record<string, () => void> = {
			k: () => (media.paused ? void media.play() : media.pause()),
			j: () => jump(-10),
			l: () => jump(10),
			m: () => {
				media.muted = !media.muted;
			},
			f: () => toggleFull(root, media),
			'<': () => step(root, -1),
			'>': () => step(root, 1),
		};
		// The browser's own controls take these when they have the focus themselves.
		if (target !== media && !target.closest('button')) {
			act.ArrowLeft = () => jump(-5);
			act.ArrowRight = () => jump(5);
			act[' '] = act.k!;
		}
		const action = act[event.key];
		if (!action) return;
		event.preventDefault();
		// The page has keys of its own.
		event.stopPropagation();
		action();
	});
}

function step(root: HTMLElement, by: number): void {
	const select = root.querySelector<HTMLSelectElement>('[data-player-speed]');
	if (!select) return;
	select.selectedIndex = Math.max(0, Math.min(select.options.length - 1, select.selectedIndex + by));
	select.dispatchEvent(new Event('change'));
}

/** Tells what was watched, a few times a minute and at the end; what could not be told waits for the next time. */
function report(root: HTMLElement, media: HTMLMediaElement): void {
	const address = root.dataset.progress;
	if (!address) return;
	// Kept by whose it is: what one person of a browser watched is not told as another's.
	const learner = document.querySelector<HTMLElement>('[data-learner]')?.dataset.learner ?? '';
	const key = `stoa:watched:${learner}:${address}`;
	const watched = watchedSeconds();
	watched.putBack(readKept(key));
	let told = 0;
	const tell = (leaving = false) => {
		const ranges = watched.take();
		if (ranges.length === 0) return;
		told = performance.now();
		const position = Math.round(media.currentTime * 100) / 100;
		const body = JSON.stringify({ ranges, position, learnerId: Number(learner) || null });
		const keep = () => {
			watched.putBack(ranges);
			localStorage.setItem(key, JSON.stringify(ranges));
		};
		if (leaving) {
			if (!navigator.sendBeacon(address, new Blob([body], { type: 'application/json' }))) keep();
			return;
		}
		fetch(address, { method: 'POST', body, headers: { 'content-type': 'application/json' } }).then(
			(response) => {
				if (response.ok) localStorage.removeItem(key);
				// A refusal will be one the next time too.
				else if (response.status >= 500 || [401, 409, 429].includes(response.status)) keep();
			},
			keep,
		);
	};
	media.addEventListener('timeupdate', () => {
		if (media.paused || media.seeking) return;
		watched.playing(media.currentTime, performance.now(), media.playbackRate);
		if (performance.now() - told > REPORT * 1000) tell();
	});
	media.addEventListener('seeking', () => watched.stopped());
	for (const event of ['pause', 'ended'])
		media.addEventListener(event, () => {
			if (!media.seeking) watched.playing(media.currentTime, performance.now(), media.playbackRate);
			watched.stopped();
			tell();
		});
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') tell(true);
	});
	window.addEventListener('pagehide', () => tell(true));
}

function readKept(key: string): Span[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(kept) ? kept.filter((span) => Array.isArray(span) && span.length === 2) : [];
	} catch {
		return [];
	}
}

/** A name over the video that does not stay where one could cut it off. */
function moveMark(root: HTMLElement): void {
	const mark = root.querySelector<HTMLElement>('[data-player-mark]');
	if (!mark) return;
	const move = () => {
		mark.style.left = `${5 + Math.random() * 60}%`;
		mark.style.top = `${8 + Math.random() * 74}%`;
	};
	move();
	setInterval(move, 20_000);
}
