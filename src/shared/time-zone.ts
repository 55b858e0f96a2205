import { formatDay } from './format.ts';

/* Moments as the clocks of a time zone show them. Runs on both sides. */

const clocks = new Map<string, Intl.DateTimeFormat>();

/** One clock a zone: making one costs more than reading it. */
function clockOf(zone: string): Intl.DateTimeFormat {
	let clock = clocks.get(zone);
	if (!clock) {
		clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		});
		clocks.set(zone, clock);
	}
	return clock;
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. @throws RangeError for an unknown zone */
export function offsetAt(at: Date, zone: string): number {
	const parts = Object.fromEntries(
		clockOf(zone)
			.formatToParts(at)
			.map(({ type, value }) => [type, Number(value)]),
	) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
	const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
	return shown - Math.floor(at.getTime() / 1000) * 1000;
}

/**
 * The moment at which the clocks of a zone show a day and time, as a field of a form gives it (`2026-03-29T02:30`).
 * Where clocks go back and show it twice, the first of the two.
 *
 * @returns null when it is no time, or one that those clocks leave out as they go forward
 */
export function momentIn(zone: string, local: string): Date | null {
	const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(local);
	if (!parts) return null;
	const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [
		number,
		number,
		number,
		number,
		number,
	];
	const shown = Date.UTC(year, month - 1, day, hour, minute);
	// 30 February, 25 o'clock.
	if (!new Date(shown).toISOString().startsWith(local.slice(0, 16))) return null;
	// The zone's offset is that of the day before or of the day after; there is none with two changes in two days.
	const candidates = [-1, 1].map((days) => shown - offsetAt(new Date(shown + days * 86_400_000), zone));
	const fitting = candidates.filter((time) => time + offsetAt(new Date(time), zone) === shown);
	return fitting.length === 0 ? null : new Date(Math.min(...fitting));
}

/** `UTC`, `UTC+8`, `UTC−3:30`: what a zone's clocks are called at a moment, the same in every language. */
export function offsetName(at: Date, zone: string): string {
	const minutes = Math.round(offsetAt(at, zone) / 60_000);
	if (minutes === 0) return 'UTC';
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** The day that a zone's calendar shows at a moment: `2026年12月1日`. */
export function dayIn(at: Date, zone: string, locale: string): string {
	return formatDay(new Date(at.getTime() + offsetAt(at, zone)), locale);
}

/** Day, time and offset: `1 Dec 2026, 10:00 (UTC+8)`. */
export function momentText(at: Date, zone: string, locale: string): string {
	const clock = new Date(at.getTime() + offsetAt(at, zone)).toISOString().slice(11, 16);
	const name = offsetName(at, zone);
	return locale === 'zh-CN'
		? `${dayIn(at, zone, locale)} ${clock}（${name}）`
		: `${dayIn(at, zone, locale)}, ${clock} (${name})`;
}
