interface Cue {
	language: string;
	fromMs: number;
	text: string;
}

/** What is said in a video: read, searched, and jumped to. It is fetched when somebody opens it. */
export function transcript(root: HTMLElement, jump: (seconds: number) => void): void {
	const details = root.querySelector<HTMLDetailsElement>('[data-transcript]');
	const list = details?.querySelector<HTMLElement>('[data-cues]');
	const field = details?.querySelector<HTMLInputElement>('input');
	if (!details || !list) return;
	const select = root.querySelector<HTMLSelectElement>('[data-player-subtitles]');
	let asked = '';
	const load = async () => {
		const address = new URL(details.dataset.transcript as string, location.href);
		const query = field?.value.trim() ?? '';
		const language = select?.value || details.dataset.language;
		if (query) address.searchParams.set('query', query);
		if (language) address.searchParams.set('language', language);
		if (address.href === asked) return;
		asked = address.href;
		const response = await fetch(address).catch(() => null);
		// What was typed meanwhile has been asked for too.
		if (asked !== address.href) return;
		const cues = response?.ok ? ((await response.json()) as { data: Cue[] }).data : null;
		show(list, cues, details.dataset);
	};
	details.addEventListener('toggle', () => {
		if (details.open) void load();
	});
	let timer: ReturnType<typeof setTimeout> | undefined;
	field?.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(() => void load(), 200);
	});
	select?.addEventListener('change', () => {
		if (details.open) void load();
	});
	list.addEventListener('click', ({ target }) => {
		const at = (target as Element).closest<HTMLElement>('[data-at]')?.dataset.at;
		if (at) jump(Number(at) / 1000);
	});
}

function show(list: HTMLElement, cues: Cue[] | null, words: DOMStringMap): void {
	if (!cues || cues.length === 0) {
		const item = document.createElement('li');
		item.textContent = (cues ? words.none : words.failed) ?? '';
		list.replaceChildren(item);
		return;
	}
	list.replaceChildren(
		...cues.map(({ fromMs, text }) => {
			const item = document.createElement('li');
			const button = Object.assign(document.createElement('button'), { type: 'button', className: 'cue' });
			button.dataset.at = String(fromMs);
			const time = Object.assign(document.createElement('span'), {
				className: 'cue-time',
				textContent: clock(fromMs),
			});
			button.append(time, ` ${text}`);
			item.append(button);
			return item;
		}),
	);
}

function clock(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(seconds / 3600);
	return `${hours ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
