/** A piece of a video, in seconds: from, to. */
export type Span = [from: number, to: number];

/** Shorter pieces are the noise of seeking. */
const LEAST = 0.25;

/**
 * Notes which seconds of a video were truly played: a jump is no playing, and neither is a second that the clock says
 * cannot have passed.
 */
export function watchedSeconds() {
	const spans: Span[] = [];
	let open: Span | null = null;
	let lastAt = 0;

	function close(): void {
		if (open && open[1] - open[0] >= LEAST) add(spans, open);
		open = null;
	}

	return {
		/**
		 * The video is at `position` and playing.
		 *
		 * @param at a clock in milliseconds @param rate how fast it plays
		 */
		playing(position: number, at: number, rate: number): void {
			const passed = ((at - lastAt) / 1000) * rate;
			lastAt = at;
			// Timers of a tab in the background come late: what has passed by the clock may have been played.
			if (open && position >= open[1] && position - open[1] <= passed * 1.1 + 0.35) open[1] = position;
			else {
				close();
				open = [position, position];
			}
		},
		/** It stopped, or jumps. */
		stopped: close,
		/** What was played since the last time that this was asked. */
		take(): Span[] {
			const going = open;
			close();
			if (going) open = [going[1], going[1]];
			return spans.splice(0).map(([from, to]) => [round(from), round(to)]);
		},
		/** Puts back what could not be told. */
		putBack(untold: readonly Span[]): void {
			for (const span of untold) add(spans, [...span]);
		},
	};
}

const round = (seconds: number) => Math.round(seconds * 100) / 100;

/** Adds a piece to pieces; those that touch become one. */
export function add(spans: Span[], span: Span): void {
	let [from, to] = span;
	for (let at = spans.length - 1; at >= 0; at--) {
		const other = spans[at]!;
		if (other[1] < from || other[0] > to) continue;
		from = Math.min(from, other[0]);
		to = Math.max(to, other[1]);
		spans.splice(at, 1);
	}
	spans.push([from, to]);
	spans.sort((a, b) => a[0] - b[0]);
}
