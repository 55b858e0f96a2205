import { openTemplate } from './confirm.ts';
import { typing } from './dom.ts';

let selected = -1;

/** Moves the mark through a list of items. */
function move(by: number): void {
	const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
	if (!rows.length) return;
	delete rows[selected]?.dataset.selected;
	selected = Math.max(0, Math.min(rows.length - 1, selected + by));
	const row = rows[selected] as HTMLElement;
	row.dataset.selected = '';
	row.querySelector<HTMLElement>('[data-row-link]')?.focus({ preventScroll: true });
	row.scrollIntoView({ block: 'nearest' });
}

/** What a page has keys of its own for: in the marked row, else anywhere in it. */
function press(key: string): boolean {
	const named = `[data-key="${CSS.escape(key)}"]`;
	const found =
		document.querySelector<HTMLElement>(`[data-selected] ${named}`) ??
		document.querySelector<HTMLElement>(`main ${named}:not([data-row] ${named})`);
	if (!found) return false;
	if (found.matches('textarea, input:not([type=radio], [type=checkbox])')) found.focus();
	else found.click();
	return true;
}

/** The keys of every page, and under them those of this one. */
function help(): void {
	const shown = openTemplate('keys');
	const list = shown?.querySelector('dl');
	const told = new Set<string>();
	for (const { dataset } of document.querySelectorAll<HTMLElement>('main [data-key-words]')) {
		if (!list || told.has(dataset.key ?? '')) continue;
		told.add(dataset.key ?? '');
		const key = document.createElement('dt');
		key.append(Object.assign(document.createElement('kbd'), { textContent: dataset.key }));
		list.append(key, Object.assign(document.createElement('dd'), { textContent: dataset.keyWords }));
	}
	shown?.addEventListener('close', ({ target }) => (target as Element).remove());
}

function search(): void {
	const field = document.querySelector<HTMLInputElement>('[data-search]');
	if (field?.offsetParent) {
		field.focus();
		field.select();
	} else location.assign('/search');
}

/** `/` searches, `j` and `k` walk a list, `g h` goes home, `?` shows this; a page names others by `data-key`. */
export function keys(): void {
	let waiting = 0;
	document.addEventListener('keydown', (event) => {
		if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || typing(event.target)) return;
		const goes = Date.now() - waiting < 1000;
		waiting = 0;
		if (goes && event.key === 'h') return location.assign('/');
		const act = {
			'/': search,
			j: () => move(1),
			k: () => move(-1),
			'?': help,
			g: () => {
				waiting = Date.now();
			},
		}[event.key];
		if (act ? (act(), true) : press(event.key)) event.preventDefault();
	});
}
