/** Draws the diagrams of a page, in its colours; a diagram with a mistake stays readable as its source. */
export async function diagrams(): Promise<void> {
	const sources = [...document.querySelectorAll<HTMLElement>('pre.mermaid')];
	const { default: mermaid } = await import('mermaid');
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
		const colour = colours();
		mermaid.initialize({
			startOnLoad: false,
			securityLevel: 'strict',
			theme: 'base',
			darkMode: isDark(),
			fontFamily: getComputedStyle(document.documentElement).fontFamily || 'sans-serif',
			suppressErrorRendering: true,
			themeVariables: {
				fontSize: '15px',
				background: colour('--bg'),
				primaryColor: colour('--accent-soft'),
				primaryTextColor: colour('--text'),
				primaryBorderColor: colour('--accent-line'),
				secondaryColor: colour('--bg-sunken'),
				tertiaryColor: colour('--bg-sunken'),
				lineColor: colour('--text-3'),
				textColor: colour('--text'),
				noteBkgColor: colour('--warn-soft'),
				noteTextColor: colour('--text'),
				noteBorderColor: colour('--line-strong'),
				edgeLabelBackground: colour('--bg'),
				clusterBkg: colour('--bg-sunken'),
				clusterBorder: colour('--line-strong'),
			},
		});
		for (const [at, text] of texts.entries()) {
			try {
				const { svg } = await mermaid.render(`diagram-${at}`, text);
				const figure = figures[at] as HTMLElement;
				figure.innerHTML = svg;
				const drawn = figure.querySelector('svg');
				if (drawn) drawn.style.setProperty('--w', `${drawn.viewBox.baseVal.width}px`);
				// What scrolls must be reached by the keyboard.
				figure.tabIndex = figure.scrollWidth > figure.clientWidth ? 0 : -1;
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

/** Reads colours of the page as `rgb(…)`: the diagrams' own arithmetic does not know oklch. */
function colours(): (name: string) => string {
	const probe = document.body.appendChild(document.createElement('span'));
	const canvas = document
		.createElement('canvas')
		.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
	queueMicrotask(() => probe.remove());
	return (name) => {
		probe.style.color = `var(${name})`;
		canvas.fillStyle = getComputedStyle(probe).color;
		canvas.fillRect(0, 0, 1, 1);
		const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
		return `rgb(${red}, ${green}, ${blue})`;
	};
}
