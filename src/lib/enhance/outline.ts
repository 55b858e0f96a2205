/** Lessons of an outline are dragged to their place; the order is sent when they are let go. Arrows do the same without a script. */
export function outline(): void {
	const root = document.querySelector<HTMLElement>('[data-outline]');
	const form = root?.querySelector<HTMLFormElement>('form[data-order]');
	if (!root || !form) return;
	let dragged: HTMLElement | null = null;
	let before = '';

	const order = () =>
		[...root.querySelectorAll<HTMLElement>('[data-section]')]
			.map((section) => {
				const rows = [...section.querySelectorAll<HTMLElement>('[data-lesson-row]')];
				return `${section.dataset.section}:${rows.map((row) => row.dataset.lessonRow).join(',')}`;
			})
			.join(';');

	root.addEventListener('dragstart', (event) => {
		dragged = (event.target as HTMLElement).closest<HTMLElement>('[data-lesson-row]');
		if (!dragged || !event.dataTransfer) return;
		before = order();
		event.dataTransfer.effectAllowed = 'move';
		event.dataTransfer.setData('text/plain', dragged.dataset.lessonRow ?? '');
		dragged.dataset.dragged = '';
	});
	root.addEventListener('dragover', (event) => {
		if (!dragged) return;
		const target = event.target as HTMLElement;
		const row = target.closest<HTMLElement>('[data-lesson-row]');
		const list = target.closest<HTMLElement>('[data-section]')?.querySelector('[data-lessons]');
		if (!row && !list) return;
		event.preventDefault();
		if (row && row !== dragged) {
			const { top, height } = row.getBoundingClientRect();
			row.parentElement?.insertBefore(dragged, event.clientY < top + height / 2 ? row : row.nextSibling);
		} else if (!row && list && !list.contains(dragged)) list.append(dragged);
	});
	const drop = async () => {
		if (!dragged) return;
		delete dragged.dataset.dragged;
		dragged = null;
		const now = order();
		if (now === before) return;
		(form.elements.namedItem('order') as HTMLInputElement).value = now;
		const response = await fetch(form.action, {
			method: 'POST',
			body: new FormData(form),
			headers: { accept: 'application/json' },
		}).catch(() => null);
		const answer = response?.ok ? ((await response.json()) as { type: string; data?: string }) : null;
		// Somebody else was faster, or nothing arrived: the page shows what stands.
		if (answer?.type !== 'success') return location.reload();
		const revision = form.elements.namedItem('revision') as HTMLInputElement;
		revision.value = String(Number(revision.value) + 1);
	};
	root.addEventListener('drop', (event) => {
		if (dragged) event.preventDefault();
	});
	root.addEventListener('dragend', () => void drop());
}
