/** Seconds between two looks. */
const EVERY = 3;

/**
 * Looks for the reader whether what a page waits for has come, without taking the page away from under them; it leads on
 * when it has. Without scripts the page refreshes itself.
 */
export function looking(): void {
	const place = document.querySelector<HTMLElement>('[data-look]');
	const url = place?.dataset.look;
	if (!place || !url) return;
	let left = Number(place.dataset.looks ?? 100);
	const look = async () => {
		if (document.visibilityState === 'visible') {
			left -= 1;
			const answer = await fetch(url).catch(() => null);
			if (answer?.redirected) return location.assign(answer.url);
		}
		if (left > 0) setTimeout(look, EVERY * 1000);
		// Now it is the reader's turn, as the page without scripts says it.
		else location.assign(`${url}&stopped`);
	};
	setTimeout(look, EVERY * 1000);
}
