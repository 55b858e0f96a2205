import { on, say, toast } from './dom.ts';

async function copy(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

async function copyAndTell(text: string, label?: HTMLElement | null): Promise<void> {
	const done = await copy(text);
	if (!done || !label) return toast(say(done ? 'copied' : 'copyFailed'));
	const before = label.textContent;
	label.textContent = say('copied');
	setTimeout(() => (label.textContent = before), 1600);
}

/** Copy buttons: on code, on links, on citations; and the phone's own way of sharing where there is one. */
export function copying(): void {
	on('click', '[data-copy]', (button) => void copyAndTell(button.dataset.copy as string));
	on('click', '[data-copy-code]', (button) => {
		const code = button.closest('.code-block, .code-wrap')?.querySelector('pre code, pre');
		void copyAndTell(code?.textContent ?? '', button.querySelector<HTMLElement>('[data-copy-label]'));
	});
	on('click', '[data-share]', (button, event) => {
		event.preventDefault();
		const url = button.dataset.share as string;
		if (!navigator.share) return void copyAndTell(url);
		navigator.share({ url, title: button.dataset.shareTitle ?? '' }).catch(() => {});
	});
	on('focusin', '[data-select]', (field) => (field as HTMLInputElement).select());
	if ('share' in navigator)
		for (const button of document.querySelectorAll<HTMLElement>('[data-share]')) button.hidden = false;

	for (const pre of document.querySelectorAll<HTMLElement>('.prose pre:not(.mermaid)')) {
		const wrap = document.createElement('div');
		wrap.className = 'code-wrap';
		pre.replaceWith(wrap);
		wrap.innerHTML = `<button type="button" class="icon-btn copy-code" data-copy-code aria-label="${say('copy')}" title="${say('copy')}"><i class="icon i-copy i16"></i></button>`;
		wrap.prepend(pre);
	}
}
