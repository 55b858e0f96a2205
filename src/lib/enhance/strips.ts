/** Tabs that are wider than a phone begin where the reader is: the current one in sight, in the middle if it can be. */
export function strips(): void {
	for (const strip of document.querySelectorAll<HTMLElement>('.tabs, .pills')) {
		const current = strip.querySelector<HTMLElement>('[aria-current]');
		if (!current || strip.scrollWidth <= strip.clientWidth) continue;
		const [box, inside] = [strip.getBoundingClientRect(), current.getBoundingClientRect()];
		strip.scrollLeft += inside.left - box.left - (box.width - inside.width) / 2;
	}
}
