/** Words of a lesson are marked with a pointer and become a note at their paragraph; what was marked before is shown. */
export function notes(): void {
	const section = document.querySelector<HTMLElement>('[data-notes]');
	const text = document.querySelector<HTMLElement>('[data-lesson-text]');
	const form = section?.querySelector<HTMLFormElement>('[data-new-note]');
	const button = section?.querySelector<HTMLButtonElement>('[data-mark]');
	if (!section || !form || !button) return;
	const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;

	// A film's second is where it stands when the note is begun.
	field('source').addEventListener('focus', () => {
		const film = document.querySelector<HTMLMediaElement>('video, audio');
		if (film && film.currentTime > 0 && field('quote').value === '')
			field('second').value = String(Math.floor(film.currentTime));
	});
	if (!text) return;
	for (const note of section.querySelectorAll<HTMLElement>('[data-note-quote]'))
		show(text, note.dataset.noteP ?? '', note.dataset.noteQuote ?? '', note.id);

	document.body.append(button);
	asking(text);
	besideChosen(button, text, 10);
	button.addEventListener('click', () => {
		const chosen = takeChosen(button, form);
		if (!chosen) return;
		field('paragraph').value = chosen.paragraph ?? '';
		field('second').value = '';
		field('quote').value = chosen.quote;
		form.scrollIntoView({ block: 'center' });
		field('source').focus({ preventScroll: true });
	});
}

/** Marked words may also be asked about: the button stands beside that of notes, and opens the form with its place. */
function asking(text: HTMLElement): void {
	const details = document.querySelector<HTMLDetailsElement>('[data-ask]');
	const button = document.querySelector<HTMLButtonElement>('[data-mark-ask]');
	const form = details?.querySelector<HTMLFormElement>('form');
	if (!details || !button || !form) return;
	const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null;
	// A film's second is where it stands when the form is opened.
	details.addEventListener('toggle', () => {
		const film = document.querySelector<HTMLMediaElement>('video, audio');
		const second = field('second');
		if (details.open && film && film.currentTime > 0 && second && second.value === '')
			second.value = String(Math.floor(film.currentTime));
	});
	document.body.append(button);
	besideChosen(button, text, 54);
	button.addEventListener('click', () => {
		const chosen = takeChosen(button, form);
		if (!chosen) return;
		const [number, hidden] = [field('number'), field('quote')];
		if (number && chosen.paragraph) number.value = String(Number(chosen.paragraph) + 1);
		if (hidden) hidden.value = chosen.quote;
		details.open = true;
		form.scrollIntoView({ block: 'start' });
		field('title')?.focus({ preventScroll: true });
	});
}

/** Shows a button under the words that are chosen in a text, `below` pixels from them, as long as there are some. */
function besideChosen(button: HTMLButtonElement, text: HTMLElement, below: number): void {
	document.addEventListener('selectionchange', () => {
		const chosen = getSelection();
		const range = chosen && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
		const words = chosen?.toString().trim() ?? '';
		button.hidden = !range || words.length < 2 || !text.contains(range.commonAncestorContainer);
		if (button.hidden || !range) return;
		const { left, bottom, width } = range.getBoundingClientRect();
		button.style.left = `${Math.max(8, Math.min(scrollX + left + width / 2 - 40, scrollX + innerWidth - 150))}px`;
		button.style.top = `${scrollY + bottom + below}px`;
	});
	// The press must not take the selection away before it is read.
	button.addEventListener('pointerdown', (event) => event.preventDefault());
}

/** Takes the chosen words into the quote that a form shows; null when there are none any more. */
function takeChosen(
	button: HTMLButtonElement,
	form: HTMLFormElement,
): { quote: string; paragraph: string | undefined } | null {
	const chosen = getSelection();
	if (!chosen || chosen.isCollapsed) return null;
	const start = chosen.getRangeAt(0).startContainer;
	const block = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-p]');
	const quote = chosen.toString().trim().slice(0, 2000);
	const shown = form.querySelector<HTMLElement>('[data-quote]');
	if (shown) {
		shown.textContent = quote;
		shown.hidden = false;
	}
	button.hidden = true;
	chosen.removeAllRanges();
	return { quote, paragraph: block?.dataset.p };
}

/** Marks the words of a note in its paragraph, where they stand within one piece of text. */
function show(text: HTMLElement, paragraph: string, quote: string, id: string): void {
	const block = text.querySelector<HTMLElement>(`[data-p="${CSS.escape(paragraph)}"]`);
	const line = quote.split('\n')[0]?.trim();
	if (!block || !line) return;
	const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	for (let node = walk.nextNode() as Text | null; node; node = walk.nextNode() as Text | null) {
		const at = node.data.indexOf(line);
		if (at < 0) continue;
		const range = document.createRange();
		range.setStart(node, at);
		range.setEnd(node, at + line.length);
		const mark = document.createElement('mark');
		mark.dataset.noteMark = id;
		range.surroundContents(mark);
		return;
	}
}
