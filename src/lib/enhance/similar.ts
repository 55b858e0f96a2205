interface Similar {
	href: string;
	title: string;
	answers: number;
	solved: boolean;
}

/** Looks for questions like the one whose title is being typed, and lists them under it. */
export function similarQuestions(): void {
	const field = document.querySelector<HTMLInputElement>('input[data-similar]');
	const section = document.querySelector<HTMLElement>('[data-similar-list]');
	const list = section?.querySelector<HTMLElement>('ul');
	if (!field || !section || !list) return;
	let timer = 0;
	let asked = '';
	const look = async () => {
		const title = field.value.trim();
		if (title === asked) return;
		asked = title;
		const found = [...title].length < 4 ? [] : await fetchSimilar(field.dataset.similar as string, title);
		// What was typed meanwhile has its own answer under way.
		if (title !== asked || !found) return;
		list.replaceChildren(...found.map((item) => row(item, list.dataset)));
		section.hidden = found.length === 0;
		document.querySelector('[data-similar-none]')?.remove();
	};
	field.addEventListener('input', () => {
		clearTimeout(timer);
		timer = window.setTimeout(look, 500);
	});
}

async function fetchSimilar(address: string, title: string): Promise<Similar[] | null> {
	try {
		const response = await fetch(`${address}?q=${encodeURIComponent(title)}`, {
			headers: { accept: 'application/json' },
		});
		return response.ok ? ((await response.json()) as Similar[]) : null;
	} catch {
		return null;
	}
}

function row({ href, title, answers, solved }: Similar, words: DOMStringMap): HTMLElement {
	const item = document.createElement('li');
	const link = Object.assign(document.createElement('a'), {
		href,
		target: '_blank',
		rel: 'noopener',
		textContent: title,
	});
	const state = document.createElement('span');
	const counted = (answers === 1 ? words.one : words.other)?.replace('#', String(answers)) ?? '';
	state.textContent = solved ? `${counted} · ${words.solved ?? ''}` : counted;
	state.className = solved ? 'on' : '';
	item.append(link, state);
	return item;
}
