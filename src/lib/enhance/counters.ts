/** Counts characters while one types, as the server counts them: code points, not UTF-16 units. */
export function counters(): void {
	for (const shown of document.querySelectorAll<HTMLElement>('[data-count-for]')) {
		const field = document.getElementById(shown.dataset.countFor as string) as
			| HTMLInputElement
			| HTMLTextAreaElement
			| null;
		const max = Number(field?.dataset.max);
		if (!field || !max) continue;
		const tell = () => {
			const used = [...field.value].length;
			shown.textContent = `${used} / ${max}`;
			shown.toggleAttribute('data-over', used > max);
		};
		field.addEventListener('input', tell);
		tell();
	}
}
