/** How many in which time: `{ limit: 30, seconds: 60 }`. */
export interface RateRule {
	limit: number;
	seconds: number;
}

export interface RateResult {
	allowed: boolean;
	limit: number;
	remaining: number;
	/** Seconds until the window is empty again. */
	reset: number;
}

export interface RateLimiter {
	take(key: string, rule: RateRule, cost?: number): RateResult;
}

/**
 * Counts per key in a sliding window made of two fixed ones (the share of the previous window that still
 * overlaps counts on): one small object a key, no timers.
 *
 * @param maxKeys bound on memory; beyond it the oldest keys are forgotten
 */
export function openRateLimiter(maxKeys = 50_000, clock: () => number = Date.now): RateLimiter {
	const windows = new Map<string, { start: number; count: number; previous: number }>();
	return {
		take(key, rule, cost = 1) {
			const length = rule.seconds * 1000;
			const time = clock();
			let window = windows.get(key);
			if (!window || time - window.start >= length) {
				const adjacent = window !== undefined && time - window.start < 2 * length;
				const start = adjacent ? window!.start + length : time;
				window = { start, count: 0, previous: adjacent ? window!.count : 0 };
				windows.delete(key);
				windows.set(key, window);
				if (windows.size > maxKeys) windows.delete(windows.keys().next().value as string);
			}
			const elapsed = (time - window.start) / length;
			const used = window.count + window.previous * (1 - elapsed);
			const allowed = used + cost <= rule.limit;
			if (allowed) window.count += cost;
			return {
				allowed,
				limit: rule.limit,
				remaining: Math.max(0, Math.floor(rule.limit - used - (allowed ? cost : 0))),
				reset: Math.ceil((window.start + length - time) / 1000),
			};
		},
	};
}
