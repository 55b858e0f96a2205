/** Menus are `<details>`: closed here by Escape and by a click anywhere else. */
export function menus(): void {
	const open = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]');
	document.addEventListener('click', ({ target }) => {
		for (const menu of open()) if (!menu.contains(target as Node)) menu.open = false;
	});
	document.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		for (const menu of open()) {
			menu.open = false;
			menu.querySelector('summary')?.focus();
		}
	});
}
