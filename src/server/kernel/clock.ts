let offsetMs = 0;

/** The present moment. Every use case asks here, so that tests can move time with {@link travel}. */
export function now(): Date {
	return new Date(Date.now() + offsetMs);
}

/** Moves the clock by `ms` for tests of deadlines; `travel(0)` returns to real time. */
export function travel(ms: number): void {
	offsetMs = ms;
}
