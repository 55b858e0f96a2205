/* Writes calendars as RFC 5545 has them: lines of at most 75 bytes, CRLF, texts escaped. Pure. */

/** One entry of a calendar. */
export interface CalendarEntry {
	/** The same for ever, so that a changed entry replaces the one that a calendar has. */
	uid: string;
	title: string;
	/** A whole day, as `2026-03-01`; or a moment with its length. */
	when: { day: string } | { startsAt: Date; minutes: number };
	place?: string;
	text?: string;
	url?: string;
	/** When it was written; calendars show the later one. */
	stamp: Date;
}

const escaped = (text: string) =>
	text
		// The format allows no control characters but the tab.
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
		.replace(/\\/g, '\\\\')
		.replace(/[;,]/g, (sign) => `\\${sign}`)
		.replace(/\r\n?|\n/g, '\\n');

const moment = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const date = (day: string) => day.replace(/-/g, '');

/** Folds a line after 75 bytes, never within a character. */
function folded(line: string): string {
	const parts: string[] = [];
	let [part, bytes] = ['', 0];
	for (const sign of line) {
		const size = Buffer.byteLength(sign);
		// A line that goes on begins with a blank, which counts.
		if (bytes + size > (parts.length === 0 ? 75 : 74)) {
			parts.push(part);
			[part, bytes] = ['', 0];
		}
		part += sign;
		bytes += size;
	}
	parts.push(part);
	return parts.join('\r\n ');
}

function next(day: string): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function entryLines(entry: CalendarEntry): string[] {
	const { when } = entry;
	const time =
		'day' in when
			? [
					`DTSTART;VALUE=DATE:${date(when.day)}`,
					`DTEND;VALUE=DATE:${date(next(when.day))}`,
					'TRANSP:TRANSPARENT',
				]
			: [
					`DTSTART:${moment(when.startsAt)}`,
					`DTEND:${moment(new Date(when.startsAt.getTime() + when.minutes * 60_000))}`,
				];
	return [
		'BEGIN:VEVENT',
		`UID:${escaped(entry.uid)}`,
		`DTSTAMP:${moment(entry.stamp)}`,
		...time,
		`SUMMARY:${escaped(entry.title)}`,
		...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
		...(entry.text ? [`DESCRIPTION:${escaped(entry.text)}`] : []),
		...(entry.url ? [`URL:${entry.url.replace(/[\r\n]/g, '')}`] : []),
		'END:VEVENT',
	];
}

/**
 * A calendar as a file or feed (text/calendar).
 *
 * @param calendar.refreshHours how often a subscriber should look again
 */
export function writeCalendar(calendar: {
	name: string;
	product: string;
	entries: readonly CalendarEntry[];
	refreshHours?: number;
}): string {
	const hours = calendar.refreshHours ?? 6;
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//${escaped(calendar.product)}//calendar//EN`,
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(calendar.name)}`,
		`REFRESH-INTERVAL;VALUE=DURATION:PT${hours}H`,
		`X-PUBLISHED-TTL:PT${hours}H`,
		...calendar.entries.flatMap(entryLines),
		'END:VCALENDAR',
	]
		.map((line) => `${folded(line)}\r\n`)
		.join('');
}
