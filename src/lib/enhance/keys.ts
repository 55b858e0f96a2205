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

function search(): void {
	const field = document.querySelector<HTMLInputElement>('[data-search]');
	if (field?.offsetParent) {
		field.focus();
		field.select();
	} else location.assign('/search');
}

/** `/` searches, `j` and `k` walk a list, `g h` goes home, `?` shows this. */
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
			'?': () =>
				void openTemplate('keys')?.addEventListener('close', ({ target }) => (target as Element).remove()),
			g: () => {
				waiting = Date.now();
			},
		}[event.key];
		if (!act) return;
		event.preventDefault();
		act();
	});
}
