import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, momentIn, momentText, offsetAt, offsetName } from './time-zone.ts';

const at = (zone: string, local: string) => momentIn(zone, local)?.toISOString() ?? null;

test('a time is read by the clocks of its zone, in summer and in winter', () => {
	expect(at('UTC', '2026-12-01T10:00')).toBe('2026-12-01T10:00:00.000Z');
	expect(at('Asia/Shanghai', '2026-12-01T10:00')).toBe('2026-12-01T02:00:00.000Z');
	expect(at('Europe/Berlin', '2026-01-15T10:00')).toBe('2026-01-15T09:00:00.000Z');
	expect(at('Europe/Berlin', '2026-07-15T10:00')).toBe('2026-07-15T08:00:00.000Z');
	expect(at('America/New_York', '2026-07-15T20:30')).toBe('2026-07-16T00:30:00.000Z');
	expect(at('Asia/Kathmandu', '2026-07-15T00:15')).toBe('2026-07-14T18:30:00.000Z');
	expect(at('Australia/Lord_Howe', '2026-07-15T10:00')).toBe('2026-07-14T23:30:00.000Z');
});

test('around the changes of the clocks each time is the right moment, one that is left out none, and one shown twice the first', () => {
	// 29 March 2026: 2:00 becomes 3:00 in Berlin.
	expect(at('Europe/Berlin', '2026-03-29T01:59')).toBe('2026-03-29T00:59:00.000Z');
	expect(at('Europe/Berlin', '2026-03-29T02:00')).toBeNull();
	expect(at('Europe/Berlin', '2026-03-29T02:30')).toBeNull();
	expect(at('Europe/Berlin', '2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z');
	// 25 October 2026: 3:00 becomes 2:00.
	expect(at('Europe/Berlin', '2026-10-25T01:59')).toBe('2026-10-24T23:59:00.000Z');
	expect(at('Europe/Berlin', '2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
	expect(at('Europe/Berlin', '2026-10-25T03:00')).toBe('2026-10-25T02:00:00.000Z');
	// On the other half of the globe, and by half an hour.
	expect(at('Australia/Sydney', '2026-10-04T02:15')).toBeNull();
	expect(at('Australia/Lord_Howe', '2026-10-04T02:15')).toBeNull();
	expect(at('Australia/Lord_Howe', '2026-10-04T02:30')).toBe('2026-10-03T15:30:00.000Z');
	expect(at('America/New_York', '2026-11-01T01:30')).toBe('2026-11-01T05:30:00.000Z');
	// A whole day that Samoa left out.
	expect(at('Pacific/Apia', '2011-12-30T12:00')).toBeNull();
});

test('what is no time is none', () => {
	for (const text of [
		'',
		'tomorrow',
		'2026-02-30T10:00',
		'2026-12-01T24:30',
		'2026-13-01T10:00',
		'2026-12-01',
	])
		expect(at('Asia/Shanghai', text)).toBeNull();
	expect(() => momentIn('Moon/Sea', '2026-12-01T10:00')).toThrow(RangeError);
});

test('whatever the moment and the zone: what its clocks show leads back to it, or to the first of two', () => {
	const zones = [
		'UTC',
		'Asia/Shanghai',
		'Europe/Berlin',
		'America/St_Johns',
		'Australia/Lord_Howe',
		'Asia/Kolkata',
	];
	fc.assert(
		fc.property(
			fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
			fc.constantFrom(...zones),
			(time, zone) => {
				const moment = new Date(Math.floor(time / 60_000) * 60_000);
				const shown = new Date(moment.getTime() + offsetAt(moment, zone)).toISOString().slice(0, 16);
				const back = momentIn(zone, shown)!;
				const behind = moment.getTime() - back.getTime();
				expect(behind === 0 || behind === 3_600_000 || behind === 1_800_000).toBe(true);
				expect(back.getTime() + offsetAt(back, zone)).toBe(moment.getTime() + offsetAt(moment, zone));
			},
		),
	);
});

test('a moment is told with its day, its time and how far its clocks are from UTC', () => {
	const moment = new Date('2026-12-01T18:30:00Z');
	expect(momentText(moment, 'Asia/Shanghai', 'zh-CN')).toBe('2026年12月2日 02:30（UTC+8）');
	expect(momentText(moment, 'Asia/Shanghai', 'en')).toBe('2 Dec 2026, 02:30 (UTC+8)');
	expect(momentText(moment, 'America/St_Johns', 'en')).toBe('1 Dec 2026, 15:00 (UTC−3:30)');
	expect(dayIn(moment, 'Asia/Tokyo', 'en')).toBe('2 Dec 2026');
	expect(offsetName(moment, 'UTC')).toBe('UTC');
	expect(offsetName(new Date('2026-07-01T00:00:00Z'), 'Europe/London')).toBe('UTC+1');
	expect(offsetName(moment, 'Europe/London')).toBe('UTC');
});
