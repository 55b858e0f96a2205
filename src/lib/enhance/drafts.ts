const prefix = 'stoa:draft:';

/** Keeps what is typed in this browser until the form is sent. @returns what was kept before, or null */
export function keepDraft(field: HTMLTextAreaElement, key: string, saved: () => void): string | null {
	const name = prefix + key;
	let timer = 0;
	const save = () => {
		try {
			if (field.value.trim()) localStorage.setItem(name, field.value);
			else localStorage.removeItem(name);
			saved();
		} catch {
			// Storage that is full or forbidden: the page still holds the text.
		}
	};
	field.addEventListener('input', () => {
		clearTimeout(timer);
		timer = window.setTimeout(save, 600);
	});
	field.form?.addEventListener('submit', () => {
		clearTimeout(timer);
		// Cleared once the next page is there: a refused form comes back with its text anyway.
		addEventListener('pagehide', () => localStorage.removeItem(name), { once: true });
	});
	try {
		return localStorage.getItem(name);
	} catch {
		return null;
	}
}

export function dropDraft(key: string): void {
	localStorage.removeItem(prefix + key);
}
