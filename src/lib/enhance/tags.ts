/**
 * A field for several tags completes the one being typed: a datalist completes whole values, so what stands before
 * the last separator is put in front of every suggestion.
 */
export function tagFields(): void {
	for (const field of document.querySelectorAll<HTMLInputElement>('input[data-tags]')) {
		const list = field.list;
		if (!list) continue;
		const known = [...list.options].map(({ value, text }) => ({ value, text }));
		let before = '';
		field.addEventListener('input', () => {
			const head = field.value.replace(/[^\s,，、;；]*$/, '');
			if (head === before) return;
			before = head;
			const typed = new Set(head.toLowerCase().split(/[\s,，、;；]+/));
			const rest = known.filter(({ value }) => !typed.has(value));
			list.replaceChildren(...rest.map(({ value, text }) => new Option(text, head + value)));
		});
	}
}
