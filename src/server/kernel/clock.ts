let offsetMs = 0;

/** The present moment. Every use case asks here, so that tests can move time with {@link travel}. */
export function now(): Date {
	return new Date(Date.now() + offsetMs);
}

/** Moves the clock by `ms` for tests of deadlines; `travel(0)` returns to real time. */
export function travel(ms: number): void {
	offsetMs = ms;
}

/**
 * Does something as if it were another moment, and gives back what came of it: for filling the demo with a past. The
 * clock is the process's own: nothing else that asks for the time may run meanwhile.
 */
export async function at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
	const before = offsetMs;
	offsetMs = moment.getTime() - Date.now();
	try {
		return await work();
	} finally {
		offsetMs = before;
	}
}

/** The same day and hour `months` later (UTC), or the last day of a shorter month. */
export function addMonths(from: Date, months: number): Date {
	const to = new Date(from);
	to.setUTCDate(1);
	to.setUTCMonth(from.getUTCMonth() + months);
	const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
	to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
	return to;
}
