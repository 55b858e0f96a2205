import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectGreatest } from '../src/kernels/select.ts';

test('selects what sorting would put first', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 80 }),
			fc.nat(),
			(given, n) => {
				const keep = 1 + (n % given.length);
				const values = Float64Array.from(given);
				const list = Int32Array.from(given, (_, i) => i).reverse();
				selectGreatest(list, list.length, keep, values);
				const expected = given
					.map((value, i) => ({ value, i }))
					.sort((a, b) => b.value - a.value || a.i - b.i)
					.slice(0, keep)
					.map(({ i }) => i);
				expect([...list.subarray(0, keep)].sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
			},
		),
	);
});
