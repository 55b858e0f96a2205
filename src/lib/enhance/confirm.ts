import { on } from './dom.ts';

/**
 * Asks before a form with `data-confirm` is sent, in a dialog of the page; and opens dialogs by `commandfor` where the
 * browser does not do so itself.
 */
export function confirming(): void {
	on('submit', 'form[data-confirm]', (form, event) => {
		const submitter = (event as SubmitEvent).submitter;
		if (form.dataset.confirmed !== undefined) return;
		event.preventDefault();
		void ask(form.dataset.confirm as string).then((yes) => {
			if (!yes) return;
			form.dataset.confirmed = '';
			(form as HTMLFormElement).requestSubmit(submitter);
		});
	});
	if ('commandForElement' in HTMLButtonElement.prototype) return;
	on('click', 'button[commandfor]', (button) => {
		const dialog = document.getElementById(button.getAttribute('commandfor') as string);
		if (!(dialog instanceof HTMLDialogElement)) return;
		if (button.getAttribute('command') === 'close') dialog.close();
		else dialog.showModal();
	});
}

function ask(text: string): Promise<boolean> {
	const dialog = openTemplate('confirm');
	if (!dialog) return Promise.resolve(window.confirm(text));
	const shown = dialog.querySelector<HTMLElement>('[data-confirm-text]');
	if (shown) shown.textContent = text;
	return new Promise((resolve) => {
		dialog.addEventListener('click', ({ target }) => {
			const button = (target as Element).closest('[data-confirm-yes], [data-confirm-no]');
			if (button) dialog.close(button.hasAttribute('data-confirm-yes') ? 'yes' : '');
		});
		dialog.addEventListener('close', () => {
			dialog.remove();
			resolve(dialog.returnValue === 'yes');
		});
	});
}

/** Opens a dialog that the page carries as `<template id="<name>-template">`. */
export function openTemplate(name: string): HTMLDialogElement | null {
	const template = document.getElementById(`${name}-template`) as HTMLTemplateElement | null;
	const dialog = template?.content.querySelector('dialog')?.cloneNode(true) as HTMLDialogElement | undefined;
	if (!dialog) return null;
	document.body.append(dialog);
	dialog.showModal();
	return dialog;
}
