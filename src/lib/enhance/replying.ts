import { on } from './dom.ts';

/** "Reply" under a comment opens the form right there, made from the one the page has for new comments. */
export function replying(): void {
	on('click', 'a[data-reply-to]', (link, event) => {
		const sample = document.querySelector<HTMLFormElement>('form[action="?/comment"]');
		const home = link.closest('.comment, .comments');
		if (!sample || !home) return;
		event.preventDefault();
		const id = link.dataset.replyTo as string;
		let form = home.querySelector<HTMLFormElement>(`:scope > form[data-for="${id}"]`);
		if (!form) {
			form = sample.cloneNode(true) as HTMLFormElement;
			form.dataset.for = id;
			form.querySelector('[name="parentId"]')?.remove();
			form.querySelector('.field-error')?.remove();
			const parent = Object.assign(document.createElement('input'), {
				type: 'hidden',
				name: 'parentId',
				value: id,
			});
			form.prepend(parent);
			const field = form.querySelector('textarea') as HTMLTextAreaElement;
			field.id = `comment-${id}`;
			field.value = '';
			field.removeAttribute('aria-invalid');
			form.querySelector('label')?.setAttribute('for', field.id);
			(link.closest('.actions-row') ?? link).after(form);
		}
		form.querySelector('textarea')?.focus();
	});
}
