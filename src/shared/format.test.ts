import { expect, test } from 'vitest';
import { formatCount, formatDay, formatExact, formatPrice, pluralForm, timeSince } from './format.ts';

test('counts are grouped, and shortened from ten thousand on', () => {
	expect([7, 1234, 12_345, 2_500_000].map((n) => formatCount(n, 'en'))).toEqual([
		'7',
		'1,234',
		'12.3K',
		'2.5M',
	]);
	expect([7, 1234, 12_345, 250_000_000].map((n) => formatCount(n, 'zh-CN'))).toEqual([
		'7',
		'1,234',
		'1.2万',
		'2.5亿',
	]);
});

test('a price shows minor units only where there are any, and none for yen', () => {
	expect(formatPrice({ amount: 1900, currency: 'CNY' }, 'zh-CN')).toBe('¥19');
	expect(formatPrice({ amount: 1250, currency: 'USD' }, 'en')).toBe('$12.50');
	expect(formatPrice({ amount: 1250, currency: 'JPY' }, 'en')).toBe('¥1,250');
});

test('a day is written as each language writes it', () => {
	const day = new Date('2026-09-03T23:59:00Z');
	expect(formatDay(day, 'zh-CN')).toBe('2026年9月3日');
	expect(formatDay(day, 'en')).toBe('3 Sep 2026');
	expect(formatDay(day, 'de')).toBe('3. September 2026');
	expect(formatExact(day)).toBe('2026-09-03 23:59 UTC');
});

test('time since is told in the largest unit, and as a date after thirty days or for the future', () => {
	const now = new Date('2026-11-22T12:00:00Z');
	const ago = (seconds: number) => timeSince(new Date(now.getTime() - seconds * 1000), now);
	expect(ago(5)).toEqual({ unit: 'now', count: 0 });
	expect(ago(119)).toEqual({ unit: 'minute', count: 1 });
	expect(ago(7200)).toEqual({ unit: 'hour', count: 2 });
	expect(ago(29 * 86_400)).toEqual({ unit: 'day', count: 29 });
	expect(ago(31 * 86_400)).toBeNull();
	expect(ago(-3600)).toBeNull();
});

test('English has a form for one, Chinese has not', () => {
	expect([pluralForm(1, 'en'), pluralForm(2, 'en'), pluralForm(1, 'zh-CN')]).toEqual([
		'one',
		'other',
		'other',
	]);
});
