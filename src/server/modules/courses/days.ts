import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
	let format = formats.get(timeZone);
	if (!format) {
		const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
		try {
			format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
		} catch {
			format = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', ...parts });
		}
		if (formats.size < 600) formats.set(timeZone, format);
	}
	return format;
}

/** The calendar day of a moment in a time zone, as `2026-03-01`. */
export function dayIn(timeZone: string, at: Date): string {
	return formatFor(timeZone).format(at);
}

/** The day that it is now for somebody. One statement. */
export async function dayOf(db: Db, userId: UserId): Promise<string> {
	return dayIn(await timeZoneOf(db, userId), now());
}

export async function timeZoneOf(db: Db, userId: UserId): Promise<string> {
	const row = await db.selectFrom('users').select('time_zone').where('id', '=', userId).executeTakeFirst();
	return row?.time_zone ?? 'UTC';
}

/** A stretch of seconds since 1970, from the first to before the last. */
export type Stretch = readonly [from: number, to: number];

/** Cuts stretches at midnights of a time zone. @returns by day, the days in order */
export function byDay(timeZone: string, stretches: readonly Stretch[]): Map<string, Stretch[]> {
	const days = new Map<string, Stretch[]>();
	for (const [from, to] of stretches) {
		for (let at = from; at < to; ) {
			const day = dayIn(timeZone, new Date(at * 1000));
			const end = endOfDay(timeZone, day, at, to);
			const own = days.get(day) ?? [];
			own.push([at, end]);
			days.set(day, own);
			at = end;
		}
	}
	return days;
}

/** The first second after `from` and up to `to` that is another day there; halved, as clocks change where they please. */
function endOfDay(timeZone: string, day: string, from: number, to: number): number {
	let [low, high] = [from, Math.min(to, from + 26 * 3600)];
	if (dayIn(timeZone, new Date((high - 1) * 1000)) === day) return high;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (dayIn(timeZone, new Date(middle * 1000)) === day) low = middle;
		else high = middle;
	}
	return high;
}

/** When a calendar day begins in a time zone: its first second, which is not midnight where clocks change at midnight. */
export function startOfDay(timeZone: string, day: string): Date {
	const noon = Date.parse(`${day}T12:00:00Z`) / 1000;
	// No zone is further than 14 hours from UTC.
	let [low, high] = [noon - 27 * 3600, noon + 15 * 3600];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (dayIn(timeZone, new Date(middle * 1000)) >= day) high = middle;
		else low = middle;
	}
	return new Date(high * 1000);
}
