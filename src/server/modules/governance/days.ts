import { startOfDay } from '../courses/index.ts';

/** The day so many days after, as `2026-03-01`: days of a calendar, whatever clocks do. */
export function addDays(day: string, days: number): string {
	const at = new Date(`${day}T00:00:00Z`);
	at.setUTCDate(at.getUTCDate() + days);
	return at.toISOString().slice(0, 10);
}

/** The moment at which a day is over in a zone: when the next one begins there, be the day of 23 or of 25 hours. */
export function endOfDay(timeZone: string, day: string): Date {
	return startOfDay(timeZone, addDays(day, 1));
}
