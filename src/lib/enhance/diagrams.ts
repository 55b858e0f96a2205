/** Draws the diagrams of a page, in its colours; a diagram with a mistake stays readable as its source. */
export async function diagrams(): Promise<void> {
	const sources = [...document.querySelectorAll<HTMLElement>('pre.mermaid')];
	const { default: mermaid } = await import('mermaid');
	const style = getComputedStyle(document.documentElement);
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const isDark = () => {
		const chosen = document.documentElement.dataset.theme;
		return chosen === 'dark' || (chosen !== 'light' && dark.matches);
	};
	const texts = sources.map((pre) => pre.textContent ?? '');
	const figures = sources.map((pre) => {
		const figure = document.createElement('div');
		figure.className = 'mermaid-figure';
		pre.after(figure);
		return figure;
	});
	const draw = async () => {
		mermaid.initialize({
			startOnLoad: false,
			securityLevel: 'strict',
			theme: isDark() ? 'dark' : 'neutral',
			fontFamily: style.fontFamily || 'sans-serif',
			suppressErrorRendering: true,
		});
		for (const [at, text] of texts.entries()) {
			try {
				const { svg } = await mermaid.render(`diagram-${at}`, text);
				(figures[at] as HTMLElement).innerHTML = svg;
				(sources[at] as HTMLElement).hidden = true;
			} catch {
				(sources[at] as HTMLElement).hidden = false;
			}
		}
	};
	await draw();
	const again = () => void draw();
	dark.addEventListener('change', again);
	new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
