// What a script adds to quizzes, exercises and review: the clock, keeping answers by itself, and keys.

/** Milliseconds between two times that answers are kept. */
const KEEP = 10_000;

export function assess(): void {
	for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-code]')) codeKeys(area);
	for (const clock of document.querySelectorAll<HTMLElement>('[data-countdown]')) countdown(clock);
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-quiz], form[data-keep]'))
		keeping(form);
	for (const box of document.querySelectorAll<HTMLElement>('[data-attach]')) attaching(box);
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-marking]')) markingKeys(form);
	for (const card of document.querySelectorAll<HTMLElement>('[data-review]')) reviewKeys(card);
}

/** Tab indents; Escape and then Tab goes on, so that nobody is caught in the field. Return keeps the indentation. */
function codeKeys(area: HTMLTextAreaElement): void {
	let leave = false;
	area.addEventListener('keydown', (event) => {
		if (event.key === 'Escape') leave = true;
		else if (event.key === 'Tab' && !leave && !event.shiftKey && !event.ctrlKey && !event.altKey) {
			event.preventDefault();
			area.setRangeText('\t', area.selectionStart, area.selectionEnd, 'end');
		} else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			area.form?.querySelector<HTMLButtonElement>('button[value="run"]')?.click();
		} else if (event.key === 'Enter' && !event.isComposing && !event.shiftKey) {
			const line = area.value.slice(0, area.selectionStart).split('\n').at(-1) ?? '';
			const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
			if (!indent) return;
			event.preventDefault();
			area.setRangeText(`\n${indent}`, area.selectionStart, area.selectionEnd, 'end');
		} else if (event.key !== 'Shift' && event.key !== 'Tab') leave = false;
	});
}

function countdown(clock: HTMLElement): void {
	const due = performance.now() + Number(clock.dataset.countdown) * 1000;
	const shown = clock.querySelector('span');
	const tick = () => {
		const left = Math.max(0, Math.ceil((due - performance.now()) / 1000));
		if (shown) shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
		if (left > 0) return;
		clearInterval(timer);
		// What is there is handed in; whether it was in time the server decides.
		document.querySelector<HTMLFormElement>('form[data-quiz]')?.requestSubmit();
	};
	const timer = setInterval(tick, 1000);
	tick();
}

function keeping(form: HTMLFormElement): void {
	let changed = false;
	const said = document.querySelector('[data-kept]');
	form.addEventListener('input', () => {
		changed = true;
	});
	const keep = async () => {
		if (!changed) return;
		changed = false;
		try {
			const answer = await fetch((form.dataset.quiz ?? form.dataset.keep) as string, {
				method: 'POST',
				body: new FormData(form),
				headers: { accept: 'application/json' },
				keepalive: true,
			});
			if (!answer.ok) throw new Error();
			if (said) said.textContent = '✓';
		} catch {
			changed = true;
			if (said) said.textContent = '';
		}
	};
	setInterval(keep, KEEP);
	addEventListener('pagehide', () => void keep());
}

/** Space shows the answer; 1 to 4 say how well it was remembered. */
function reviewKeys(card: HTMLElement): void {
	document.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if ((event.target as HTMLElement).closest('input, select, textarea, button, a')) return;
		const button = card.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
		if (!button) return;
		event.preventDefault();
		button.click();
	});
}

/** A file that begins to come up is put into the work beside it, before the page is loaded again to show it. */
function attaching(box: HTMLElement): void {
	box.addEventListener('stoa:upload', (event) => {
		const { mediaId } = (event as CustomEvent<{ mediaId: number }>).detail;
		const body = new FormData();
		body.set('file', String(mediaId));
		void fetch(box.dataset.attach as string, {
			method: 'POST',
			body,
			headers: { accept: 'application/json' },
			keepalive: true,
		});
	});
}

/** Digits choose a level of the criterion that one is at and go on to the next; Ctrl+Enter marks and takes the next work. */
function markingKeys(form: HTMLFormElement): void {
	const criteria = [...form.querySelectorAll<HTMLElement>('[data-criterion]')];
	let at = 0;
	for (const [index, one] of criteria.entries())
		one.addEventListener('focusin', () => {
			at = index;
		});
	document.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			form.querySelector<HTMLButtonElement>('button[value="next"]')?.click();
			return;
		}
		if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-8]$/.test(event.key)) return;
		if ((event.target as HTMLElement).closest('textarea, select, input:not([type=radio])')) return;
		const level =
			criteria[at]?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1];
		if (!level) return;
		event.preventDefault();
		level.checked = true;
		at = Math.min(at + 1, criteria.length - 1);
		const next = criteria[at]?.querySelector<HTMLInputElement>('input[type=radio]');
		next?.focus({ preventScroll: true });
		criteria[at]?.scrollIntoView({ block: 'nearest' });
	});
}
