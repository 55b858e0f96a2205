/** Menus are `<details>`: closed here by Escape and by a click anywhere else; arrows walk through one. */
export function menus(): void {
	const open = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]');
	document.addEventListener('click', ({ target }) => {
		for (const menu of open()) if (!menu.contains(target as Node)) menu.open = false;
	});
	document.addEventListener('keydown', (event) => {
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return walk(event);
		if (event.key !== 'Escape') return;
		for (const menu of open()) {
			menu.open = false;
			menu.querySelector('summary')?.focus();
		}
	});
}

function walk(event: KeyboardEvent): void {
	const target = event.target as HTMLElement;
	const menu = target.closest<HTMLElement>('details[data-menu][open]');
	// In a field the arrows belong to what is typed.
	if (!menu || target.matches('input, textarea, select')) return;
	const items = [...menu.querySelectorAll<HTMLElement>('.menu-panel :is(a, button)')].filter(
		(item) => item.offsetParent !== null,
	);
	const at = items.indexOf(target);
	const to = event.key === 'ArrowDown' ? at + 1 : at === -1 ? items.length - 1 : at - 1;
	const next = items[(to + items.length) % items.length];
	if (!next) return;
	event.preventDefault();
	next.focus();
}
