/** Runs `act` for clicks (or another event) on what matches `selector`, now or later in the page. */
export function on<K extends keyof DocumentEventMap>(
	type: K,
	selector: string,
	act: (element: HTMLElement, event: DocumentEventMap[K]) => void,
): void {
	document.addEventListener(type, (event) => {
		const element = (event.target as Element | null)?.closest?.<HTMLElement>(selector);
		if (element) act(element, event);
	});
}

const box = () => document.getElementById('toasts');

/** A sentence in the reader's language that the page brought along, e.g. `copied`. */
export function say(word: string): string {
	return box()?.dataset[word] ?? '';
}

/** Shows a sentence for a moment; screen readers hear it. */
export function toast(text: string): void {
	const toasts = box();
	if (!toasts || !text) return;
	const shown = document.createElement('div');
	shown.className = 'toast';
	shown.textContent = text;
	toasts.replaceChildren(shown);
	setTimeout(() => shown.remove(), 2600 + 50 * text.length);
}

/** Whether keys typed now go into a field. */
export function typing(target: EventTarget | null): boolean {
	const element = target as HTMLElement | null;
	return !!element?.closest?.('input, textarea, select, [contenteditable], dialog[open]');
}
