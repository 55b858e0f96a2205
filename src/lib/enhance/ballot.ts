/**
 * A ballot whose names are put into an order: by dragging, by the buttons, or by Alt and the arrow keys in a name's field.
 * The numbers of the form follow the order of the rows that have one; without a script the numbers are chosen by hand.
 */
export function ballots(): void {
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ballot]')) ballot(form);
}

function ballot(form: HTMLFormElement): void {
	const list = form.querySelector<HTMLElement>('[data-ballot-list]');
	const said = form.querySelector<HTMLElement>('[data-ballot-said]');
	if (!list) return;
	const rows = () => [...list.querySelectorAll<HTMLElement>('[data-ballot-row]')];
	const select = (row: HTMLElement) => row.querySelector('select') as HTMLSelectElement;
	const ranked = () => rows().filter((row) => select(row).value !== '');

	/** Numbers the ranked rows from the top; those without a number stay below them. */
	const number = () => {
		for (const [at, row] of ranked().entries()) select(row).value = String(at + 1);
	};
	const sort = () => {
		const order = ranked().sort((one, other) => Number(select(one).value) - Number(select(other).value));
		list.prepend(...order);
		number();
	};
	const tell = (row: HTMLElement) => {
		const at = ranked().indexOf(row) + 1;
		if (said)
			said.textContent = (said.dataset.words ?? '')
				.replace('{name}', row.dataset.name ?? '')
				.replace('{rank}', at > 0 ? String(at) : '—');
	};
	/** One place up or down. A row without a number is ranked last first, one that goes below the last loses its number. */
	const move = (row: HTMLElement, by: -1 | 1) => {
		const order = ranked();
		const at = order.indexOf(row);
		if (at < 0) {
			if (by > 0) return;
			select(row).value = String(order.length + 1);
			list.insertBefore(row, order.at(-1)?.nextSibling ?? list.firstChild);
		} else if (by < 0 && at > 0) list.insertBefore(row, order[at - 1]!);
		else if (by > 0 && at < order.length - 1) list.insertBefore(order[at + 1]!, row);
		else if (by > 0) select(row).value = '';
		number();
		tell(row);
	};

	list.addEventListener('change', (event) => {
		const row = (event.target as HTMLElement).closest<HTMLElement>('[data-ballot-row]');
		if (!row) return;
		// Two at one number: the one that was just chosen goes first.
		const own = select(row);
		const twin = ranked().find((other) => other !== row && select(other).value === own.value);
		if (twin && own.value !== '') {
			list.insertBefore(row, twin);
			number();
		} else sort();
		own.focus();
		tell(row);
	});
	list.addEventListener('click', (event) => {
		const button = (event.target as HTMLElement).closest<HTMLElement>('[data-ballot-up], [data-ballot-down]');
		const row = button?.closest<HTMLElement>('[data-ballot-row]');
		if (!button || !row) return;
		move(row, 'ballotUp' in button.dataset ? -1 : 1);
		button.focus();
	});
	list.addEventListener('keydown', (event) => {
		const row = (event.target as HTMLElement).closest<HTMLElement>('[data-ballot-row]');
		if (!row || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
		event.preventDefault();
		move(row, event.key === 'ArrowUp' ? -1 : 1);
		select(row).focus();
	});

	let dragged: HTMLElement | null = null;
	for (const row of rows()) row.draggable = true;
	list.addEventListener('dragstart', (event) => {
		dragged = (event.target as HTMLElement).closest<HTMLElement>('[data-ballot-row]');
		if (!dragged || !event.dataTransfer) return;
		event.dataTransfer.effectAllowed = 'move';
		event.dataTransfer.setData('text/plain', dragged.dataset.name ?? '');
		dragged.dataset.dragged = '';
		if (select(dragged).value === '') select(dragged).value = '1';
	});
	list.addEventListener('dragover', (event) => {
		const row = (event.target as HTMLElement).closest<HTMLElement>('[data-ballot-row]');
		if (!dragged || !row) return;
		event.preventDefault();
		if (row === dragged) return;
		const { top, height } = row.getBoundingClientRect();
		list.insertBefore(dragged, event.clientY < top + height / 2 ? row : row.nextSibling);
	});
	list.addEventListener('drop', (event) => {
		if (dragged) event.preventDefault();
	});
	list.addEventListener('dragend', () => {
		if (!dragged) return;
		delete dragged.dataset.dragged;
		// Whoever is above the dragged one is ranked too: an order has no holes at its top.
		const all = rows();
		for (const row of all.slice(0, all.indexOf(dragged)))
			if (select(row).value === '') select(row).value = '1';
		number();
		tell(dragged);
		dragged = null;
	});
	sort();
}
