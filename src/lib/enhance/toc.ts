/** Marks, in a table of contents, the part that is being read. */
export function scrollSpy(): void {
	for (const toc of document.querySelectorAll('[data-toc]')) {
		const links = new Map<Element, HTMLAnchorElement>();
		for (const link of toc.querySelectorAll('a')) {
			const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
			if (heading) links.set(heading, link);
		}
		const headings = [...links.keys()];
		let marked: HTMLAnchorElement | undefined;
		const mark = () => {
			const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
			const link = links.get((passed.at(-1) ?? headings[0]) as Element);
			if (link === marked) return;
			marked?.removeAttribute('aria-current');
			link?.setAttribute('aria-current', 'true');
			link?.scrollIntoView?.({ block: 'nearest' });
			marked = link;
		};
		// A phone's contents are folded away: nothing to follow.
		if (!headings.length || (toc as HTMLElement).offsetParent === null) continue;
		let waiting = false;
		addEventListener(
			'scroll',
			() => {
				if (waiting) return;
				waiting = true;
				requestAnimationFrame(() => {
					waiting = false;
					mark();
				});
			},
			{ passive: true },
		);
		mark();
	}
}
