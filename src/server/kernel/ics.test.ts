import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCalendar } from './ics.ts';

const stamp = new Date('2026-01-01T00:00:00Z');
const write = (title: string, place = '') =>
	writeCalendar({
		name: 'Mine',
		product: 'Stoa',
		entries: [
			{ uid: 'a@x', title, place, when: { day: '2026-02-28' }, stamp },
			{ uid: 'b@x', title, when: { startsAt: new Date('2026-03-29T00:30:00Z'), minutes: 90 }, stamp },
		],
	});
/** Reads it back as the format says: joined lines, then what was escaped. */
const read = (text: string, name: string) =>
	text
		.replace(/\r\n /g, '')
		.split('\r\n')
		.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
		.map((line) =>
			line
				.slice(line.indexOf(':') + 1)
				.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign)),
		);

test('a whole day ends with the next one, an hour after its minutes', () => {
	const text = write('Lesson');
	expect([read(text, 'DTSTART'), read(text, 'DTEND')]).toEqual([
		['20260228', '20260329T003000Z'],
		['20260301', '20260329T020000Z'],
	]);
	expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(
		true,
	);
});

test('whatever a title is, it comes back as it was, in lines of at most 75 bytes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (given) => {
			const title = given.replace(/[\p{Cc}]/gu, ' ');
			const text = write(title, title);
			for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			expect(read(text, 'SUMMARY')).toEqual([title, title]);
		}),
	);
});

test('a text cannot begin a line of its own: nobody smuggles in an entry', () => {
	const text = write('Lesson\r\nEND:VEVENT\nBEGIN:VEVENT\rX', 'there;, \\n');
	expect(text.match(/\r\nBEGIN:VEVENT\r\n/g)).toHaveLength(2);
	expect(read(text, 'SUMMARY')[0]).toBe('Lesson\nEND:VEVENT\nBEGIN:VEVENT\nX');
	expect(read(text, 'LOCATION')[0]).toBe('there;, \\n');
});
