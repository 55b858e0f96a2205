import { on } from './dom.ts';

/** The theme changes at once, without a new page; the cookie is the same that the server keeps. */
export function theme(): void {
	on('click', '[data-theme-choice]', (button, event) => {
		event.preventDefault();
		const choice = button.dataset.themeChoice as string;
		document.documentElement.dataset.theme = choice;
		const age = choice === 'auto' ? 0 : 31_536_000;
		// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
		document.cookie = `theme=${choice}; path=/; max-age=${age}; samesite=lax`;
		for (const other of document.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
			other.setAttribute('aria-pressed', String(other.dataset.themeChoice === choice));
		}
	});
}
