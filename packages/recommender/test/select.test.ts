import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selection } from '../src/kernels/select.ts';

test('selects what sorting would put first, again and again', () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					fc.integer({ min: -4, max: 4 }),
					fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
					// Apart in the last bits only.
					fc.integer({ min: 0, max: 9 }).map((n) => 1 + n * 2 ** -50),
				),
				{ minLength: 1, maxLength: 900, size: 'max' },
			),
			fc.nat({ max: 60 }),
			(given, n) => {
				const keep = 1 + (n % given.length);
				const { ids, values, offer, finish } = selection(keep);
				// What went before leaves nothing behind.
				for (const value of given.slice(0, n % 7)) offer(0, value);
				finish();
				let floor = Number.NEGATIVE_INFINITY;
				for (let id = given.length - 1; id >= 0; id--) if (given[id]! >= floor) floor = offer(id, given[id]!);
				expect(finish()).toBe(keep);
				const expected = given
					.map((value, id) => ({ value, id }))
					.sort((a, b) => b.value - a.value || a.id - b.id)
					.slice(0, keep);
				const kept = Array.from(ids.subarray(0, keep), (id, at) => ({ value: values[at]!, id }));
				expect(kept.sort((a, b) => b.value - a.value || a.id - b.id)).toEqual(expected);
			},
		),
		{ numRuns: 200 },
	);
});
