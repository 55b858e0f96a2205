import { expect, test } from 'vitest';
import { countDays, dayAt, follows } from './days.ts';

const days = (...acts: [zone: string, at: string][]) => acts.map(([zone, at]) => dayAt(zone, new Date(at)));

test('days of clock changes are 23 and 25 hours long, and break no row', () => {
	const spring = dayAt('Europe/Berlin', new Date('2026-03-29T10:00:00Z'));
	const autumn = dayAt('Europe/Berlin', new Date('2026-10-25T10:00:00Z'));
	const hours = ({ beginsAt, endsAt }: typeof spring) => (endsAt.getTime() - beginsAt.getTime()) / 3_600_000;
	expect([hours(spring), hours(autumn)]).toEqual([23, 25]);
	for (const change of ['2026-03-28', '2026-10-24']) {
		const row = [0, 1, 2].map((n) =>
			dayAt('Europe/Berlin', new Date(Date.parse(`${change}T11:00:00Z`) + n * 86_400_000)),
		);
		expect(countDays(row, row[2]!)).toEqual({ current: 3, longest: 3 });
		// A day left out is left out, be it an hour shorter.
		expect(countDays([row[0]!, row[2]!], row[2]!)).toEqual({ current: 1, longest: 1 });
	}
});

test('at midnight of a place a day ends, whatever day it is elsewhere', () => {
	const row = days(['Asia/Shanghai', '2026-05-01T15:59:00Z'], ['Asia/Shanghai', '2026-05-01T16:01:00Z']);
	expect(row.map(({ day }) => day)).toEqual(['2026-05-01', '2026-05-02']);
	expect(countDays(row, row[1]!).current).toBe(2);
});

test('who flies west over the date line loses a date and no row; who stayed and missed it does', () => {
	// Monday evening in Los Angeles, Wednesday morning in Auckland: there was no Tuesday.
	const flown = days(
		['America/Los_Angeles', '2026-06-02T04:00:00Z'],
		['Pacific/Auckland', '2026-06-02T20:00:00Z'],
	);
	expect(flown.map(({ day }) => day)).toEqual(['2026-06-01', '2026-06-03']);
	expect(countDays(flown, flown[1]!).current).toBe(2);
	const stayed = days(
		['Pacific/Auckland', '2026-06-01T04:00:00Z'],
		['Pacific/Auckland', '2026-06-02T20:00:00Z'],
	);
	expect(countDays(stayed, stayed[1]!).current).toBe(1);
	// An hour further east makes a missed day no shorter than a day.
	const near = days(['Europe/London', '2026-06-01T12:00:00Z'], ['Europe/Berlin', '2026-06-03T12:00:00Z']);
	expect(follows(near[0]!, near[1]!)).toBe(false);
});

test('who flies east has one date twice: it is one day, and the next date follows it', () => {
	const row = days(
		['Pacific/Auckland', '2026-06-02T20:00:00Z'],
		['America/Los_Angeles', '2026-06-04T18:00:00Z'],
	);
	expect(row.map(({ day }) => day)).toEqual(['2026-06-03', '2026-06-04']);
	expect(countDays(row, row[1]!).current).toBe(2);
});

test('a row goes on while today is young, and ends when yesterday was missed', () => {
	const row = days(['UTC', '2026-06-01T12:00:00Z'], ['UTC', '2026-06-02T12:00:00Z']);
	const at = (day: string) => dayAt('UTC', new Date(`${day}T08:00:00Z`));
	expect(countDays(row, at('2026-06-03'))).toEqual({ current: 2, longest: 2 });
	expect(countDays(row, at('2026-06-04'))).toEqual({ current: 0, longest: 2 });
	expect(countDays([], at('2026-06-04'))).toEqual({ current: 0, longest: 0 });
});
