/** Where the lines go: standard error, or a list in a test. */
export interface ProgressOutput {
	write(text: string): unknown;
	isTTY?: boolean;
	columns?: number;
}

export interface Step {
	/** `count` more units done; `fraction` (0 to 1) of the step when it is known. */
	advance(count: number, fraction?: number): void;
	/** Ends the step; `note` replaces the word "done". */
	finish(note?: string): void;
}

export interface Progress {
	/** Begins a named step; `unit` is the plural of what {@link Step.advance} counts. */
	step(name: string, unit: string): Step;
	/** A line for the person watching, without tearing the bar. */
	note(text: string): void;
}

const BAR = 20;
const REDRAW_MS = 100;

/**
 * Tells how far long work is: on a terminal one bar with rate and remaining time, elsewhere one line
 * when a step ends. Writes to standard error, so that a result on standard output stays clean.
 */
export function reportProgress(out: ProgressOutput = process.stderr): Progress {
	const live = out.isTTY === true;
	let drawn = false;
	const clear = () => {
		if (drawn) out.write('\r\x1b[2K');
		drawn = false;
	};
	return {
		note(text) {
			clear();
			out.write(`${text}\n`);
		},
		step(name, unit) {
			const began = performance.now();
			let count = 0;
			let fraction: number | undefined;
			let lastDraw = 0;
			const pace = recentPace(began);
			return {
				advance(more, done) {
					count += more;
					fraction = done;
					const at = performance.now();
					pace.add(at, count);
					if (!live || at - lastDraw < REDRAW_MS) return;
					lastDraw = at;
					const line = drawLine(name, unit, count, fraction, pace.rate(), at - began);
					out.write(`\r\x1b[2K${line.slice(0, (out.columns ?? 80) - 1)}`);
					drawn = true;
				},
				finish(note = 'done') {
					clear();
					const ms = performance.now() - began;
					out.write(
						`${name}: ${note}, ${formatCount(count)} ${unit} in ${formatDuration(ms)} (${formatRate(count, ms)})\n`,
					);
				},
			};
		},
	};
}

/** Reports nothing. */
export const silentProgress: Progress = {
	step: () => ({ advance() {}, finish() {} }),
	note() {},
};

/** Units a second over the last seconds: what a person compares with what they see. */
function recentPace(began: number) {
	const points: { at: number; count: number }[] = [{ at: began, count: 0 }];
	let newest = points[0]!;
	return {
		add(at: number, count: number) {
			newest = { at, count };
			if (at - points.at(-1)!.at < 500) return;
			points.push({ at, count });
			if (points.length > 12) points.shift();
		},
		rate() {
			// In the first half second there is no more than the beginning and now.
			const [first, last] = [points[0]!, points.length > 1 ? points.at(-1)! : newest];
			return last.at > first.at ? ((last.count - first.count) / (last.at - first.at)) * 1000 : 0;
		},
	};
}

function drawLine(
	name: string,
	unit: string,
	count: number,
	fraction: number | undefined,
	rate: number,
	ms: number,
): string {
	const counted = `${formatCount(count)} ${unit}, ${formatCount(Math.round(rate))}/s`;
	if (fraction === undefined) return `${name}  ${counted}, ${formatDuration(ms)}`;
	const share = Math.min(1, Math.max(0, fraction));
	const filled = Math.round(share * BAR);
	const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
	const left = share > 0.005 ? `${formatDuration((ms * (1 - share)) / share)} left` : '…';
	return `${name}  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${counted}, ${left}`;
}

const formatCount = (count: number): string => count.toLocaleString('en-US');

const formatRate = (count: number, ms: number): string =>
	`${formatCount(Math.round(count / Math.max(ms / 1000, 0.001)))}/s`;

/** `840 ms`, `12.3 s`, `4 min 05 s`, `2 h 07 min`. */
export function formatDuration(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} ms`;
	if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1000);
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
	const minutes = Math.round(seconds / 60);
	return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
