import { on, say, toast } from './dom.ts';

/** What a form action answers to a script: Kit packs the data with devalue. */
type Answer =
	| { type: 'success'; data?: string }
	| { type: 'failure'; data?: string }
	| { type: 'redirect'; location: string }
	| { type: 'error'; error: { message: string } };

/** Unpacks what devalue packed, as far as plain data goes: `[{"score":1},5]` is `{ score: 5 }`. */
export function unpack(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const read = (at: number): unknown => {
		const value = values[at];
		if (at < 0 || value === null || typeof value !== 'object') return at < 0 ? undefined : value;
		if (Array.isArray(value)) return value.map((index) => read(index as number));
		return Object.fromEntries(
			Object.entries(value as object).map(([name, index]) => [name, read(index as number)]),
		);
	};
	return read(0);
}

async function send(
	form: HTMLFormElement,
	submitter: HTMLElement | null,
): Promise<Record<string, unknown> | null> {
	const body = new FormData(form, submitter);
	let answer: Answer;
	try {
		const response = await fetch(form.action, {
			method: 'POST',
			body,
			headers: { accept: 'application/json' },
			// These forms are small; what was pressed counts also for who leaves at once.
			keepalive: true,
		});
		answer = (await response.json()) as Answer;
	} catch {
		toast(say(navigator.onLine ? 'failed' : 'offline'));
		return null;
	}
	if (answer.type === 'redirect') {
		location.assign(answer.location);
		return null;
	}
	if (answer.type === 'error') {
		toast(say('failed'));
		return null;
	}
	const data = (answer.data ? unpack(answer.data) : {}) as Record<string, unknown>;
	if (answer.type === 'failure') {
		toast(typeof data.message === 'string' ? data.message : say('failed'));
		return null;
	}
	return data;
}

const press = (button: Element, on: boolean) => button.setAttribute('aria-pressed', String(on));

/** Shows a vote and a score in every form that votes on the same thing: the column, the row, the phone's bar. */
function showVote(form: HTMLFormElement, value: number, score: number | null): void {
	const target = (other: HTMLFormElement) => new FormData(other).get('replyId');
	for (const other of document.querySelectorAll<HTMLFormElement>('form[data-enhance="vote"]')) {
		if (other.action !== form.action || target(other) !== target(form)) continue;
		for (const button of other.querySelectorAll<HTMLButtonElement>('button[data-vote]')) {
			const own = Number(button.dataset.vote);
			press(button, own === value);
			button.value = own === value ? '0' : String(own);
		}
		const shown = other.querySelector('[data-score]');
		if (shown && score !== null) {
			const words = shown.querySelector('.visually-hidden');
			shown.replaceChildren(...(words ? [words] : []), score.toLocaleString(document.documentElement.lang));
		}
	}
}

function showToggle(form: HTMLFormElement, on: boolean): void {
	for (const other of document.querySelectorAll<HTMLFormElement>('form[data-enhance="toggle"]')) {
		if (other.action !== form.action || other.elements.length !== form.elements.length) continue;
		const fields = [...new FormData(form)].join();
		if ([...new FormData(other)].join() !== fields) continue;
		const button = other.querySelector('button');
		if (!button) continue;
		press(button, on);
		button.value = on ? '0' : '1';
	}
}

/** How many reacted, as the server now says. */
function showCounts(form: HTMLFormElement, counts: Record<string, number> | undefined): void {
	const shown = form.querySelector<HTMLElement>('[data-count]');
	if (shown && counts) shown.textContent = String(counts[shown.dataset.count as string] ?? 0);
}

/** Votes, bookmarks and follows without a new page: shown at once, taken back when the server refuses. */
export function acting(): void {
	on('submit', 'form[data-enhance]', (element, event) => {
		const form = element as HTMLFormElement;
		const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
		if (!button || form.dataset.busy !== undefined) return event.preventDefault();
		event.preventDefault();
		form.dataset.busy = '';
		const votes = form.dataset.enhance === 'vote';
		const before = votes
			? Number(form.querySelector<HTMLElement>('[aria-pressed="true"]')?.dataset.vote ?? 0)
			: button.getAttribute('aria-pressed') === 'true';
		const sent = send(form, button);
		if (votes) showVote(form, Number(button.value), null);
		else showToggle(form, button.value === '1');
		void sent.then((data) => {
			delete form.dataset.busy;
			if (votes)
				showVote(form, data ? Number(data.value) : (before as number), data ? Number(data.score) : null);
			else if (!data) showToggle(form, before as boolean);
			else showCounts(form, data.counts as Record<string, number> | undefined);
		});
	});
}
