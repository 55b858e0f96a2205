import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakingPoint, deepestPoint, placeOf } from './json-place.ts';

test.each([
	['{"a": 1,}', 8],
	['{"a": 1', 7],
	['{"a" 1}', 5],
	['[1, 2', 5],
	['[1 2]', 3],
	['[1,]', 3],
	['{"a": tru}', 6],
	["{'a': 1}", 1],
	['{"a": "line\nbreak"}', 6],
	['{"a": 01}', 6],
	['{} x', 3],
	['}', 0],
	['  ', 2],
	['{"a": NaN}', 6],
])('%j breaks at %i', (text, at) => {
	expect(() => JSON.parse(text)).toThrow();
	expect(breakingPoint(text)).toBe(at);
});

test('what JSON.parse accepts never breaks before its end, however it is spaced', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t', 2), (value, space) => {
			const text = JSON.stringify(value, null, space);
			expect(breakingPoint(text)).toBe(text.length);
		}),
	);
});

test('what JSON.parse refuses breaks somewhere', () => {
	fc.assert(
		fc.property(
			fc.jsonValue(),
			fc.nat(),
			fc.constantFrom('}', ']', ',', ':', '"', 'x', '\\'),
			(value, where, sign) => {
				const text = JSON.stringify(value);
				const at = where % (text.length + 1);
				const broken = text.slice(0, at) + sign + text.slice(at);
				let valid = true;
				try {
					JSON.parse(broken);
				} catch {
					valid = false;
				}
				// A text that is cut short breaks at its end: only the first mistake inside it is before that.
				if (valid) expect(breakingPoint(broken)).toBe(broken.length);
				else expect(breakingPoint(broken)).toBeLessThanOrEqual(broken.length);
			},
		),
	);
});

test('a place is told in lines and columns, both from 1', () => {
	expect(placeOf('{\n\t"a": x\n}', 8)).toEqual({ line: 2, column: 7 });
	expect(placeOf('x', 0)).toEqual({ line: 1, column: 1 });
});

test('depth is counted outside of strings', () => {
	expect(deepestPoint('[[[]]]', 2)).toBe(2);
	expect(deepestPoint('["[[[[", {"a\\"[": 1}]', 2)).toBeNull();
	expect(deepestPoint('['.repeat(500_000), 40)).toBe(40);
});
