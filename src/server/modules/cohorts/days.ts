/*
 * Days of a cohort are days of its own calendar, wherever its members are: 2026-03-01 is the same day for all of them. A
 * day has 23 or 25 hours where clocks change, and is one day. A check-in counts for the day that it is on the cohort's clock
 * when the server has it; the zone of a cohort does not change after somebody has joined.
 */

const DAY = 86_400_000;

/** The day `n` days after another one: pure calendar, no clock in it. */
export function addDays(day: string, n: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
}

/** Days from one to another; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** All days from one to another, both included; at most 800. */
export function daysFrom(from: string, to: string): string[] {
	const count = Math.min(daysBetween(from, to) + 1, 800);
	return Array.from({ length: Math.max(0, count) }, (_, n) => addDays(from, n));
}

/** True for a name that the calendar knows. */
export function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return /^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/.test(name);
	} catch {
		return false;
	}
}

/**
 * Days in a row with a check-in, up to today or, while today is not over, up to yesterday; and the longest row. Pure.
 *
 * @param days days with a check-in, in any order
 */
export function streakOf(days: Iterable<string>, today: string): { current: number; longest: number } {
	const all = [...new Set(days)].sort();
	let [longest, row] = [0, 0];
	let before: string | null = null;
	for (const day of all) {
		row = before !== null && addDays(before, 1) === day ? row + 1 : 1;
		longest = Math.max(longest, row);
		before = day;
	}
	const alive = before !== null && (before === today || before === addDays(today, -1));
	return { current: alive ? row : 0, longest };
}
