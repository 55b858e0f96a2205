const key = 'stoa:reads';
const kept = 500;

function load(): number[] {
	try {
		const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [];
	} catch {
		return [];
	}
}

/** Remembers, in this browser only, what was read to its end, and marks it in the list of a column. */
export function reads(): void {
	const ids = load();
	for (const entry of document.querySelectorAll<HTMLElement>('[data-entry]')) {
		if (ids.includes(Number(entry.dataset.entry))) entry.dataset.read = '';
	}
	const item = Number(document.querySelector<HTMLElement>('[data-item]')?.dataset.item);
	const text = document.querySelector('[data-item] .prose:not(.preview-cut)');
	if (!item || !text || ids.includes(item)) return;
	const end = document.createElement('span');
	text.append(end);
	const seen = new IntersectionObserver(([entry]) => {
		if (!entry?.isIntersecting) return;
		seen.disconnect();
		try {
			localStorage.setItem(key, JSON.stringify([item, ...load()].slice(0, kept)));
		} catch {
			// A full or forbidden storage only costs the mark.
		}
	});
	seen.observe(end);
}
