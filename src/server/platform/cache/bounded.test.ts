import { afterEach, expect, test, vi } from 'vitest';
import { bounded, lifetime } from './bounded.ts';

afterEach(() => vi.useRealTimers());

test('the least recently read goes first when room is needed', () => {
	const cache = bounded<string>(1000);
	for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) cache.set(key, key, 120);
	expect(cache.get('a')).toBe('a');
	cache.set('i', 'i', 120);
	expect(cache.get('b')).toBeUndefined();
	expect(cache.get('a')).toBe('a');
	expect(cache.size).toEqual({ entries: 8, bytes: 960 });
});

test('one giant is not kept, so that it cannot push out the rest', () => {
	const cache = bounded<string>(1000);
	cache.set('small', 'small', 100);
	cache.set('giant', 'giant', 126);
	expect([cache.get('small'), cache.get('giant')]).toEqual(['small', undefined]);
});

test('an entry that is set again weighs what it weighs now, and one that outgrew the cache is gone', () => {
	const cache = bounded<string>(1000);
	cache.set('a', 'one', 100);
	cache.set('a', 'two', 50);
	expect([cache.get('a'), cache.size.bytes]).toEqual(['two', 50]);
	cache.set('a', 'three', 500);
	expect([cache.get('a'), cache.size.bytes]).toEqual([undefined, 0]);
});

test('an entry is used for its lifetime and no longer', () => {
	vi.useFakeTimers();
	const cache = bounded<string>(1000);
	cache.set('a', 'a', 10);
	vi.advanceTimersByTime(lifetime);
	expect(cache.get('a')).toBe('a');
	vi.advanceTimersByTime(1);
	expect([cache.get('a'), cache.size.entries]).toEqual([undefined, 0]);
});
