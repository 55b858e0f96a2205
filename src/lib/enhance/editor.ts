import { dropDraft, keepDraft } from './drafts.ts';
import { commands, continueList } from './markdown-keys.ts';

/** Makes every editor of the page one: buttons, keys, preview, drafts, pictures by paste. */
export function editors(): void {
	for (const editor of document.querySelectorAll<HTMLElement>('[data-editor]')) enhance(editor);
}

function enhance(editor: HTMLElement): void {
	const field = editor.querySelector('textarea') as HTMLTextAreaElement;
	const pane = editor.querySelector<HTMLElement>('[data-preview-pane]');
	const toggle = editor.querySelector<HTMLButtonElement>('[data-preview-toggle]');
	const note = editor.querySelector<HTMLElement>('[data-editor-note]');
	const tell = (text = '') => {
		if (note) note.textContent = text;
	};

	editor.addEventListener('click', ({ target }) => {
		const name = (target as Element).closest<HTMLElement>('[data-md]')?.dataset.md;
		if (name) commands[name]?.(field);
	});
	field.addEventListener('keydown', (event) => {
		if (event.isComposing) return;
		if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
			const name = { b: 'bold', i: 'italic', k: 'link', e: 'code' }[event.key];
			if (name) {
				event.preventDefault();
				commands[name]?.(field);
			} else if (event.key === 'Enter') {
				event.preventDefault();
				field.form?.requestSubmit();
			}
		} else if (event.key === 'Enter' && !event.shiftKey && continueList(field)) event.preventDefault();
	});

	toggle?.addEventListener('click', async () => {
		if (!pane) return;
		const show = pane.hidden;
		toggle.setAttribute('aria-pressed', String(show));
		field.hidden = show;
		pane.hidden = !show;
		if (show) await preview(editor, field.value, pane, note);
		else field.focus();
	});

	const key = editor.dataset.draft;
	if (key) {
		const before = keepDraft(field, key, () => tell(note?.dataset.saved));
		if (before && !field.value.trim()) {
			field.value = before;
			field.dispatchEvent(new Event('input', { bubbles: true }));
			offerDiscard(note, () => {
				field.value = '';
				dropDraft(key);
				tell();
				field.focus();
			});
		}
	}
	if (editor.dataset.upload) pictures(editor, field, editor.dataset.upload, tell, note?.dataset.failed);
}

async function preview(
	editor: HTMLElement,
	source: string,
	pane: HTMLElement,
	note: HTMLElement | null,
): Promise<void> {
	if (!source.trim()) {
		pane.textContent = note?.dataset.empty ?? '';
		return;
	}
	pane.setAttribute('aria-busy', 'true');
	try {
		const response = await fetch(editor.dataset.preview as string, {
			method: 'POST',
			body: new URLSearchParams({ source }),
		});
		if (!response.ok) throw new Error(String(response.status));
		// The server has sanitised it, by the same pipeline that will render the text itself.
		const html = await response.text();
		if (html.includes('class="katex"')) await loadStyle(editor.dataset.katex);
		pane.innerHTML = html;
		if (pane.querySelector('pre.mermaid')) (await import('./diagrams.ts')).diagrams();
	} catch {
		pane.textContent = note?.dataset.failed ?? '';
	} finally {
		pane.removeAttribute('aria-busy');
	}
}

/** Formulas need a style sheet that most pages do without. */
function loadStyle(href: string | undefined): Promise<void> {
	if (!href || document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
	const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
	document.head.append(link);
	return new Promise((resolve) => {
		link.onload = link.onerror = () => resolve();
	});
}

function offerDiscard(note: HTMLElement | null, discard: () => void): void {
	if (!note) return;
	const button = Object.assign(document.createElement('button'), {
		type: 'button',
		className: 'link',
		textContent: note.dataset.discard ?? '',
	});
	button.addEventListener('click', discard);
	note.replaceChildren(`${note.dataset.restored ?? ''} `, button);
}

function pictures(
	editor: HTMLElement,
	field: HTMLTextAreaElement,
	address: string,
	tell: (text?: string) => void,
	failed?: string,
): void {
	const take = async (event: Event, files: FileList | undefined | null) => {
		const images = [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
		if (!images.length) return;
		event.preventDefault();
		for (const image of images) {
			const body = new FormData();
			body.set('file', image);
			try {
				const response = await fetch(address, {
					method: 'POST',
					body,
					headers: { accept: 'application/json' },
				});
				const { url, title } = (await response.json()) as { url?: string; title?: string };
				if (!url) {
					tell(title ?? failed);
					continue;
				}
				field.setRangeText(
					`![${image.name.replace(/\.\w+$/, '')}](${url})\n`,
					field.selectionStart,
					field.selectionEnd,
					'end',
				);
				field.dispatchEvent(new Event('input', { bubbles: true }));
			} catch {
				tell(failed);
			}
		}
	};
	const chooser = editor.querySelector<HTMLInputElement>('[data-picture-file]');
	chooser?.addEventListener('change', (event) => {
		void take(event, chooser.files).then(() => {
			chooser.value = '';
		});
	});
	field.addEventListener('dragover', (event) => {
		if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
	});
	field.addEventListener('paste', (event) => void take(event, event.clipboardData?.files));
	field.addEventListener('drop', (event) => void take(event, event.dataTransfer?.files));
}
